"""What figures amount to is decided once: doubts, who is better, whether more samples help."""

from __future__ import annotations

from typing import Any

import pytest

from core.baselines.estimators import BASELINES
from core.verdict_meaning import (
    chance_of,
    doubts_of,
    is_flattered,
    judged_methods,
    last_step,
    lead,
    learned_of,
    memory_gap,
    simplicity,
    standing,
    trend,
)
from tests.gui.judging.small_verdict import baselines, figure, learning, method, verdict


def test_a_verdict_without_faults_has_no_doubt() -> None:
    found = verdict()
    found["training"]["figures"]["balanced_accuracy"] = figure(0.7)
    assert doubts_of(found) == []


@pytest.mark.parametrize(
    ("name", "resampled"),
    [("blocks", "blocks"), ("leave_one_group_out", "samples"), ("groups", "groups")],
)
def test_doubts_are_told_in_their_order(name: str, resampled: str) -> None:
    found = verdict(name, middle=0.3, reach=0.16)
    assert doubts_of(found) == ["no better than chance", f"few {resampled}", "memory"]


def test_a_figure_below_chance_is_not_called_near_it() -> None:
    assert chance_of(verdict()) == 0.2
    assert "no better than chance" not in doubts_of(verdict(middle=0.15))
    assert "no better than chance" in doubts_of(verdict(middle=0.21))


def test_samples_that_chose_the_weights_flatter_them() -> None:
    found = verdict("validation")
    assert is_flattered(found)
    assert doubts_of(found)[0] == "chose"
    found["protocol"]["chose"] = False
    assert not is_flattered(found)
    assert not is_flattered(verdict("hold_out"))


def test_without_training_figures_nothing_is_known_of_memory() -> None:
    found = verdict()
    assert (learned_of(found), memory_gap(found)) == pytest.approx((0.95, 0.4))
    found["training"]["figures"]["kappa"] = figure(None)
    assert (learned_of(found, "kappa"), memory_gap(found, "kappa")) == (None, 0.0)
    found["training"] = None
    assert (learned_of(found), memory_gap(found)) == (None, 0.0)
    assert "memory" not in doubts_of(found)


def test_a_difference_is_clear_where_its_interval_leaves_0_out() -> None:
    assert standing(figure(0.05, 0.04)) == "better"
    assert standing(figure(-0.05, 0.04)) == "worse"
    assert standing(figure(0.05, 0.06)) == "unclear"
    assert standing({"value": 0.05, "low": 0.0, "high": 0.1}) == "unclear"
    assert standing(figure(0.5)) == standing(None) == "unclear"


def test_a_method_leads_by_what_the_network_lacks() -> None:
    assert lead(method("forest", 0.63, -0.0625, 0.03125)) == figure(0.0625, 0.03125)
    assert lead(method("forest", 0.63, -0.5), "auc") == figure(0.5, 0.04)
    assert lead(method("network", 0.57, None)) is None


def test_methods_that_were_judged_stand_from_the_simplest_on() -> None:
    other = {**method("majority", 0.5, 0.0), "name": "cubist"}
    network, others = judged_methods([other, *baselines()["of"]])
    assert network is not None
    assert network["name"] == "network"
    judged = [name for name in BASELINES if name != "boosting"]
    assert [row["name"] for row in others] == [*judged, "cubist"]
    assert judged_methods([method("mlp", 0.5, 0.0)])[0] is None


def test_the_network_stands_before_every_method() -> None:
    rows = sorted(baselines()["of"], key=simplicity)
    assert [row["name"] for row in rows] == ["network", *BASELINES]


def test_the_last_step_is_between_points_with_a_figure() -> None:
    found = learning()
    found["points"][-2]["held_out"] = figure(None)
    step = last_step(found)
    assert step == (found["points"][-3], found["points"][-1])
    assert last_step({"points": found["points"][-2:]}) is None


def point(value: float | None, reach: float | None) -> dict[str, Any]:
    return {"samples": 10, "held_out": figure(value, reach), "training": figure(1.0)}


@pytest.mark.parametrize(
    ("before", "last", "expected"),
    [
        ((0.50, 0.05), (0.60, 0.05), "rising"),
        # 0.56 lies within the interval of 0.50
        ((0.50, 0.08), (0.56, 0.03), "unclear"),
        ((0.50, 0.03), (0.56, 0.08), "unclear"),
        ((0.50, 0.02), (0.52, 0.02), "flat"),
        ((0.52, 0.02), (0.50, 0.02), "flat"),
        ((0.50, 0.02), (0.535, 0.04), "unclear"),
        # a fall is no reason to collect more
        ((0.60, 0.05), (0.40, 0.05), "unclear"),
        ((0.50, None), (0.90, None), "unclear"),
    ],
)
def test_trend_of_the_last_step(before: Any, last: Any, expected: str) -> None:
    assert trend(point(*before), point(*last)) == expected
