"""A file as a whole against a survey: SciPy as oracle, simulated surveys with and without areas."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import energy_distance

from core.uncertainty import survey as module
from core.uncertainty.fitting import fit_reference
from core.uncertainty.reference import MOST_POINTS, Ellipsoid
from core.uncertainty.survey import (
    AsAWhole,
    Survey,
    SurveyRows,
    areas_of,
    distance_of_fold,
    survey_of,
)
from core.uncertainty.unlike import UnlikeRule, find_unlike, folds_of
from tests.core.uncertainty.test_reference import survey
from tests.core.uncertainty.test_unlike import medium

Array = NDArray[np.float64]
Units = NDArray[np.int64]
PLAIN = Ellipsoid(np.zeros(1), np.eye(1))


def rule_of(training: Array, units: Units | None = None) -> UnlikeRule:
    names = np.arange(len(training)) if units is None else units
    fold = names % 5
    pairs = tuple((np.flatnonzero(fold != k), np.flatnonzero(fold == k)) for k in range(5))
    rows = SurveyRows(training, names, pairs)
    return find_unlike(training, folds_of(training, fold), survey=rows)[0]


def compared(rule: UnlikeRule, cells: Array) -> AsAWhole:
    found = rule.of_file(cells)
    assert found is not None
    return found


def patchy(seed: int, areas: int = 30, each: int = 20) -> tuple[Array, Units]:
    """Return samples whose areas differ among themselves as much as the samples in them."""
    random = np.random.default_rng(seed)
    units = np.repeat(np.arange(areas), each)
    return random.standard_normal((areas, 4))[units] + random.standard_normal(
        (len(units), 4)
    ), units


@given(st.integers(0, 2**32 - 1), st.integers(10, 40), st.integers(10, 40))
@settings(max_examples=20)
def test_the_distance_is_that_of_scipy_without_its_bias(seed: int, first: int, second: int) -> None:
    random = np.random.default_rng(seed)
    own, other = random.standard_normal((first, 1)), 1 + random.standard_normal((second, 1))
    found = distance_of_fold(PLAIN, own, other)
    # SciPy pairs each sample with itself too, and takes the root
    own_pairs = np.abs(own - own.T).sum() * (1 / (first * (first - 1)) - 1 / first**2)
    other_pairs = np.abs(other - other.T).sum() * (1 / (second * (second - 1)) - 1 / second**2)
    expected = energy_distance(own[:, 0], other[:, 0]) ** 2 - own_pairs - other_pairs
    assert found == pytest.approx(expected, abs=1e-12)


def test_parts_are_measured_as_files_are() -> None:
    points, units = patchy(3)
    within = module._distances(points, points)
    parts = module._random_parts(units, 100)
    assert parts.shape == (199, 600)
    for part in parts[:5]:
        # whole areas, as many as make up the size
        assert part.sum() == 100
        assert (np.bincount(units[part]) % 20 == 0).all()
    found = module._parts_of(within, parts)
    plain = Ellipsoid(np.zeros(4), np.eye(4))
    for distance, part in zip(found[:5], parts, strict=False):
        assert distance == pytest.approx(distance_of_fold(plain, points[part], points[~part]))


def test_a_small_shift_of_all_rows_is_seen_by_the_file_and_not_by_its_rows() -> None:
    rule, shifted = rule_of(survey(300)), survey(200, seed=4) + 0.5
    assert np.mean(rule.scores(shifted) > 1) < 0.2
    found = compared(rule, shifted)
    assert found.is_unlike
    assert (found.marks(rule.scores(shifted)) > 1).all()
    # so is a file of the right middle and another spread
    assert compared(rule, 0.4 * survey(200, seed=4)).is_unlike


def test_another_file_of_the_same_survey_is_rarely_unlike() -> None:
    rule = rule_of(survey(300))
    found = [compared(rule, survey(80, seed=seed)) for seed in range(100, 140)]
    # 1 in 200 each: three or more of forty would be a chance of 1 in 900
    assert sum(each.is_unlike for each in found) < 3
    own = rule.scores(survey(80, seed=100))
    assert found[0].marks(own) is own


def test_areas_of_a_survey_may_differ() -> None:
    """Samples of further areas are no other survey, though they are unlike those of these areas."""
    files = [patchy(seed, areas=6) for seed in range(1, 13)]
    samples, units = patchy(0)
    by_areas, alone = rule_of(samples, units), rule_of(samples)
    assert sum(compared(by_areas, file).is_unlike for file, _ in files) <= 1
    assert sum(compared(alone, file).is_unlike for file, _ in files) > 9
    assert compared(by_areas, files[0][0] + 2).is_unlike


def test_parts_count_for_more_by_what_the_preparation_gave_them() -> None:
    """Few samples with many inputs lie round in their own whitening, and nobody else in it does."""
    samples = survey(60, inputs=15)
    fold = np.arange(60) % 5
    own, whole = 0.0, 0.0
    of_all = fit_reference(samples, "neighbours")
    for number in range(5):
        training, held_out = samples[fold != number], samples[fold == number]
        own += distance_of_fold(fit_reference(training, "neighbours"), training, held_out)
        whole += distance_of_fold(of_all, training, held_out)
    rule = rule_of(samples)
    assert rule.survey is not None
    assert rule.survey.nearer == max(1.0, own / whole) > 1.0
    plain = replace(rule, survey=replace(rule.survey, nearer=1.0))
    file = survey(40, inputs=15, seed=3)
    assert compared(rule, file).threshold >= compared(plain, file).threshold


def test_few_rows_and_few_areas_say_nothing() -> None:
    rule = rule_of(survey(300))
    assert rule.of_file(survey(9)) is None
    assert rule.of_file(survey(10)) is not None
    samples = survey(90)
    assert rule_of(samples, np.arange(90) % 9).of_file(survey(50)) is None
    assert rule_of(samples, np.arange(90) % 10).of_file(survey(50)) is not None


def test_a_few_rows_must_differ_more() -> None:
    rule, cells = rule_of(survey(300)), survey(200, seed=6)
    assert compared(rule, cells[:12]).threshold > 2 * compared(rule, cells).threshold


def test_large_surveys_and_files_are_thinned() -> None:
    samples = survey(3000)
    rule = rule_of(samples)
    assert rule.survey is not None
    assert rule.survey.points.shape == (MOST_POINTS, 5)
    assert compared(rule, survey(2500, seed=2)).rows == MOST_POINTS
    # evenly: what comes last counts as what comes first
    changed = survey(2500, seed=2)
    changed[1500:] += 4
    assert compared(rule, changed).is_unlike


def test_copies_alone_are_like_themselves() -> None:
    samples = np.repeat(np.array([[0.0, 0.0], [1.0, 2.0]]), 40, axis=0)
    found = Survey(samples.astype(np.float32), np.arange(80) // 2)
    same = found.compared(samples)
    assert same is not None
    assert not same.is_unlike
    assert AsAWhole(10, 0.1, 0.0).score == np.inf
    assert AsAWhole(10, -0.1, 0.0).score == 0.0
    assert AsAWhole(10, -0.1, 0.5).score == 0.0


def test_areas_hold_as_many_samples_each_way() -> None:
    places = np.random.default_rng(1).uniform(0, [1000, 10], (3600, 2))
    places[:2] = np.nan
    areas = areas_of(places)
    counts = np.bincount(areas)
    assert len(np.unique(areas[2:])) == 36
    assert 60 < counts[:36].min() <= counts[:36].max() < 140
    assert areas[0] != areas[1]
    assert min(areas[:2]) >= 36
    # those at one place are in one area
    assert len(np.unique(areas_of(np.full((50, 2), 7.0)))) == 1
    assert len(np.unique(areas_of(np.full((3, 2), np.nan)))) == 3


def test_it_comes_back_the_same() -> None:
    rule, cells = rule_of(*patchy(1)), patchy(2)[0]
    values, arrays = json.loads(json.dumps(rule.to_values())), rule.arrays()
    again = UnlikeRule.from_values(values, arrays)
    assert again.of_file(cells) == rule.of_file(cells)
    earlier = {name: value for name, value in values.items() if name != "survey"}
    assert UnlikeRule.from_values(earlier, arrays).of_file(cells) is None
    for name, damage in (
        ("survey_points", arrays["survey_points"][:, :2]),
        ("survey_points", arrays["survey_points"] * np.float32("nan")),
        ("survey_units", arrays["survey_units"][1:]),
        ("survey_units", arrays["survey_units"] - 1),
        ("survey_units", arrays["survey_units"] * 0),
    ):
        with pytest.raises(ValueError, match="survey"):
            UnlikeRule.from_values(values, {**arrays, name: damage})
    with pytest.raises(KeyError):
        UnlikeRule.from_values(values, rule.reference.arrays())


def test_the_b_horizon_is_unlike_the_c_horizon_as_a_whole(shared_data: Path) -> None:
    """Most of its rows by themselves are not: the same soils, a metre higher."""
    deep, upper = (np.log10(medium(shared_data, name)) for name in ("chorizon", "bhorizon"))
    deep, upper = (each[np.isfinite(each).all(axis=1)] for each in (deep, upper))
    middle, spread = deep.mean(axis=0), deep.std(axis=0)
    deep, upper = (deep - middle) / spread, (upper - middle) / spread
    half = np.random.default_rng(1).permutation(len(deep)) % 2 == 0
    rule = rule_of(deep[half])
    assert np.mean(rule.scores(upper) > 1) < 0.5
    assert compared(rule, upper).is_unlike
    assert not compared(rule, deep[~half]).is_unlike


def test_a_reference_of_a_few_samples_serves_all_rows() -> None:
    """The survey is every row of the table, its classes known or not."""
    rows = survey(200)
    reference = fit_reference(rows[:20], "neighbours")
    found = survey_of(SurveyRows(rows, np.arange(200), ()), reference, (), 1)
    assert found is not None
    assert len(found.points) == 200
    like = found.compared(reference.whitened(survey(100, seed=3)))
    assert like is not None
    assert not like.is_unlike
