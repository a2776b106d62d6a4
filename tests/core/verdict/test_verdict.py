"""The verdict as it stands in verdict.json."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import sklearn.metrics as oracle
from hypothesis import given, settings

from core.verdict.held_out import HeldOut
from core.verdict.measuring import FIGURES, OF_CLASS
from core.verdict.verdict import verdict_of
from tests.core.verdict.small_answers import answers, held_outs

PROTOCOL: dict[str, Any] = {"name": "folds", "folds": 5}


def verdict(held: HeldOut, training: HeldOut | None = None, cells: Any = None) -> dict[str, Any]:
    found = verdict_of(held, training, cells, PROTOCOL, "samples", seed=1)
    # JSON has no NaN, and nothing else than plain values is left
    plain: dict[str, Any] = json.loads(json.dumps(found, allow_nan=False))
    assert plain == found
    return found


def test_a_verdict_has_every_part() -> None:
    held = answers(120)
    found = verdict(held, answers(90, seed=1, skill=4.0), answers(500, seed=2).probability)
    assert {name: found[name] for name in ("format", "classes", "level", "resamples", "units")} == {
        "format": 1, "classes": ["a", "b", "c"], "level": 0.95, "resamples": 1000, "units": 120,
    }  # fmt: skip
    assert (found["protocol"], found["resampled"]) == (PROTOCOL, "samples")
    part = found["held_out"]
    assert part["samples"] == 120
    assert part["correct"] == held.is_right.sum()
    assert part["counts"] == np.bincount(held.known).tolist()
    assert part["confusion"] == oracle.confusion_matrix(held.known, held.named).tolist()
    assert list(part["figures"]) == list(FIGURES)
    for figure in part["figures"].values():
        assert figure["low"] < figure["value"] < figure["high"]
    curves = part["curves"]
    for name in ("roc", "pr", "success_rate", "prediction_area"):
        assert [each["class"] for each in curves[name]] == ["a", "b", "c"]
    assert curves["pr"][0]["share"] == part["counts"][0] / 120
    assert len(curves["calibration"]["bins"]) == 10


def test_figures_of_the_training_part_have_no_intervals() -> None:
    training = answers(90, seed=1, skill=4.0)
    found = verdict(answers(50), training)["training"]
    accuracy = oracle.accuracy_score(training.known, training.named)
    assert found["figures"]["accuracy"] == {"value": accuracy, "low": None, "high": None}
    assert "curves" not in found
    assert verdict(answers(50))["training"] is None


def test_figures_of_a_class_are_its_own() -> None:
    held = answers(80, seed=4)
    by_class = verdict(held)["held_out"]["per_class"]
    areas = oracle.roc_auc_score(held.known, held.probability, multi_class="ovr", average=None)
    precisions = oracle.average_precision_score(held.known, held.probability, average=None)
    recalls = oracle.recall_score(held.known, held.named, average=None)
    for code, each in enumerate(by_class):
        assert list(each) == ["name", "samples", "predicted", *OF_CLASS]
        assert each["predicted"] == (held.named == code).sum()
        assert each["recall"]["value"] == pytest.approx(recalls[code])
        assert each["auc"]["value"] == pytest.approx(areas[code])
        assert each["average_precision"]["value"] == pytest.approx(precisions[code])


def test_a_class_without_samples_has_no_curve_and_no_recall() -> None:
    held = replace(answers(40), class_names=("a", "b", "c", "never"))
    held = replace(held, probability=np.column_stack((held.probability, np.zeros(40))))
    found = verdict(held, cells=held.probability)["held_out"]
    nothing = {"value": None, "low": None, "high": None}
    assert found["per_class"][3]["recall"] == found["per_class"][3]["auc"] == nothing
    for name in ("roc", "pr", "success_rate", "prediction_area"):
        assert [each["class"] for each in found["curves"][name]] == ["a", "b", "c"]
    # as the mean of the three that have one
    of_three = [each["auc"]["value"] for each in found["per_class"][:3]]
    assert found["figures"]["auc"]["value"] == pytest.approx(np.mean(of_three))


def test_a_single_class_has_areas_of_deposits_and_no_roc() -> None:
    held = replace(answers(12), known=np.zeros(12, int))
    curves = verdict(held, cells=held.probability)["held_out"]["curves"]
    assert curves["roc"] == curves["pr"] == []
    assert [each["class"] for each in curves["success_rate"]] == ["a"]


def test_without_a_survey_there_are_no_areas() -> None:
    nowhere = np.full((3, 3), np.nan)
    for cells in (None, np.empty((0, 3)), nowhere):
        curves = verdict(answers(30), cells=cells)["held_out"]["curves"]
        assert curves["success_rate"] == curves["prediction_area"] == []


def test_cells_without_a_probability_have_no_area() -> None:
    cells = answers(200, seed=6).probability
    with_gaps = np.insert(cells, 7, np.nan, axis=0)
    held = answers(30)
    assert verdict(held, cells=with_gaps) == verdict(held, cells=cells)


def test_diverged_members_are_no_help() -> None:
    held = answers(30)
    held.probability[4] = np.nan
    part = verdict(held)["held_out"]
    zero = held.probability.copy()
    zero[4] = 0.0
    assert part == verdict(replace(held, probability=zero))["held_out"]
    assert part["figures"]["brier"]["value"] is not None


def test_no_sample_at_all_is_a_verdict_without_figures() -> None:
    nobody = answers(0)
    part = verdict(nobody)["held_out"]
    assert part["samples"] == part["correct"] == 0
    assert all(each["value"] is None for each in part["figures"].values())
    assert part["curves"]["calibration"] == {"bins": [], "error": None}


@given(held_outs())
@settings(max_examples=25)
def test_any_answers_give_a_verdict(held) -> None:
    found = verdict(held, held, held.probability)["held_out"]
    for figure in found["figures"].values():
        assert figure["low"] is None or figure["low"] <= figure["high"]
