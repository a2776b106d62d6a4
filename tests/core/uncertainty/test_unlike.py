"""Cells unlike the training samples: thresholds by hand, simulated and real surveys."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.job import Preparation
from core.preparing.fitting import fit_preparation
from core.uncertainty.fitting import fit_reference
from core.uncertainty.reference import Measure
from core.uncertainty.unlike import LeftOut, UnlikeRule, find_unlike, folds_of, threshold_of
from tests.core.uncertainty.test_reference import MEASURES, survey

Array = NDArray[np.float64]
CELLS = np.eye(3)
ELEMENTS = ["Cu", "Zn", "Pb", "Ni", "Co", "Cr", "Cd", "As", "V", "Mn", "Fe", "Ba", "La", "Sr"]


def found_for(rows: int, measure: Measure = "neighbours") -> tuple[UnlikeRule, tuple[Array, ...]]:
    training = survey(rows)
    return find_unlike(training, folds_of(training, np.arange(rows) % 5), measure)


@pytest.mark.parametrize(
    ("samples", "beyond"), [(5, 1), (18, 1), (38, 1), (39, 2), (57, 2), (100, 3), (999, 35)]
)
def test_how_many_lie_beyond_the_threshold(samples: int, beyond: int) -> None:
    distances = np.random.default_rng(samples).permutation(samples).astype(np.float64) + 1
    # of n + 1 places `beyond` are above the threshold, one of which is the new sample's own
    assert threshold_of(distances) == samples + 1 - beyond


@given(st.integers(1, 400))
def test_more_than_a_twentieth_is_never_expected(samples: int) -> None:
    expected = UnlikeRule("mahalanobis", fit_reference(CELLS, "mahalanobis"), 1.0, samples).expected
    assert expected <= 0.05 or samples < 19
    assert expected >= 1 / (samples + 1)


@pytest.mark.parametrize("measure", MEASURES)
def test_the_same_survey_is_kept_and_another_marked(measure: Measure) -> None:
    rule, held_out = found_for(200, measure)
    assert np.mean(np.concatenate(held_out) > 1) <= 0.035
    assert np.mean(rule.scores(survey(2000, seed=5)) > 1) < 0.05
    assert np.mean(rule.scores(survey(500, seed=6) + 8) > 1) > 0.99
    # each input within its range, but not their ratios
    turned = survey(500, seed=7)
    turned = np.random.default_rng(8).permuted(turned, axis=0)
    assert np.mean(rule.scores(turned) > 1) > 0.15


def test_few_samples_are_said() -> None:
    rule = found_for(12)[0]
    (said,) = rule.notices
    assert str(said).startswith("With 12 held-out samples up to 8 % of the cells")
    assert found_for(40)[0].notices == ()


def test_scores_of_held_out_samples_are_from_their_own_fold() -> None:
    training = survey(60)
    fold = np.arange(60) % 3
    rule, scores = find_unlike(training, folds_of(training, fold))
    assert [len(each) for each in scores] == [20, 20, 20]
    # measured from all samples, itself among them, a sample lies nearer
    assert (rule.scores(training[fold == 1]) < scores[1]).all()


def test_copies_alone_have_a_threshold_of_zero() -> None:
    # too many in one place for ten neighbours to lie elsewhere
    training = np.repeat(np.array([[0.0, 0.0], [1.0, 2.0]]), 40, axis=0)
    rule, _ = find_unlike(training, folds_of(training, np.arange(80) % 2))
    assert rule.threshold == 0.0
    assert rule.scores(np.array([[1.0, 2.0], [9.0, 9.0]])).tolist() == [0.0, np.inf]


@pytest.mark.parametrize("measure", MEASURES)
def test_it_comes_back_the_same(measure: Measure) -> None:
    rule, cells = found_for(50, measure)[0], survey(30, seed=2)
    values = json.loads(json.dumps(rule.to_values()))
    again = UnlikeRule.from_values(values, rule.arrays())
    assert (again.scores(cells) == rule.scores(cells)).all()
    for change in ({"measure": "other"}, {"threshold": float("nan")}, {"samples": 0}):
        with pytest.raises(ValueError, match=r"measure|threshold"):
            UnlikeRule.from_values({**values, **change}, rule.arrays())


def medium(shared_data: Path, name: str) -> Array:
    path = shared_data / "geochemistry" / "r_packages" / "StatDA" / f"{name}.csv"
    with path.open(encoding="latin1", newline="") as file:
        rows = list(csv.DictReader(file))
    return np.array([[float(row[element] or "nan") for element in ELEMENTS] for row in rows])


@pytest.mark.parametrize("measure", MEASURES)
def test_moss_is_unlike_the_c_horizon(measure: Measure, shared_data: Path) -> None:
    soil, moss = medium(shared_data, "chorizon"), medium(shared_data, "moss")
    fold = np.random.default_rng(1).permutation(len(soil)) % 6
    learned, fresh = soil[fold > 0], soil[fold == 0]
    folds = fold[fold > 0]

    def prepared(training: Array, samples: Array) -> Array:
        return fit_preparation(training, ELEMENTS, Preparation()).apply(samples)

    left_out = [
        LeftOut(
            prepared(learned[folds != k], learned[folds != k]),
            prepared(learned[folds != k], learned[folds == k]),
        )
        for k in range(1, 6)
    ]
    rule, _ = find_unlike(prepared(learned, learned), left_out, measure)
    assert np.mean(rule.scores(prepared(learned, fresh)) > 1) <= 0.05
    assert np.mean(rule.scores(prepared(learned, moss)) > 1) >= 0.9
