"""Success-rate curves and prediction–area plots against tables done by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import sklearn.metrics as oracle
from hypothesis import given, settings
from hypothesis import strategies as st

from core.verdict.areas import placed, prediction_area, success_rate

# ten cells, two of them at 0.7; four deposits: above 0.9, at 0.7, at 0.7, and between 0.3 and 0.4
CELLS = np.array([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.7, 0.9])
DEPOSITS = np.array([0.35, 0.7, 0.95, 0.7])


def test_the_success_rate_of_a_table_done_by_hand() -> None:
    found = success_rate(placed(DEPOSITS, CELLS))
    # up to the first, right by the cell at 0.9, on with two deposits and two cells, and so on
    assert found["area"] == pytest.approx([0, 0, 0, 0.1, 0.3, 0.6, 0.6, 1])
    assert found["captured"] == pytest.approx([0, 0, 0.25, 0.25, 0.75, 0.75, 1, 1])
    # 0.1 · 0.25 + 0.2 · 0.5 + 0.3 · 0.75 + 0.4
    assert found["auc"] == pytest.approx(0.75)


def test_the_prediction_area_plot_of_a_table_done_by_hand() -> None:
    found = prediction_area(placed(DEPOSITS, CELLS))
    at = dict(zip(found["score"], zip(found["captured"], found["area"], strict=True), strict=True))
    assert at[0.0] == pytest.approx((1.0, 1.0))
    assert at[0.35] == pytest.approx((1.0, 0.6))
    assert at[0.4] == pytest.approx((0.75, 0.6))
    assert at[0.7] == pytest.approx((0.75, 0.3))
    assert at[0.9] == pytest.approx((0.25, 0.1))
    assert at[0.95] == pytest.approx((0.25, 0.0))
    assert found["score"] == sorted(found["score"])
    # on the stretch of the ties, from (0.1, 0.25) to (0.3, 0.75): 0.1 + 0.65 / 0.7 · 0.2
    area = 0.1 + 0.65 / 0.7 * 0.2
    assert found["crossing"] == pytest.approx(
        {"score": 0.7, "captured": 1 - area, "area": area, "weight": math.log((1 - area) / area)}
    )


def test_a_crossing_between_deposits_has_the_score_of_a_cell() -> None:
    found = prediction_area(placed(np.array([0.95, 0.96, 0.97, 0.01]), CELLS))
    # three of four captured at area 0; the area reaches ¼ with the third cell
    assert found["crossing"] == pytest.approx(
        {"score": 0.7, "captured": 0.75, "area": 0.25, "weight": math.log(3)}
    )


def test_a_crossing_at_no_area_has_no_weight() -> None:
    found = prediction_area(placed(np.array([0.95]), CELLS))
    assert found["crossing"] == {"score": 0.95, "captured": 1.0, "area": 0.0, "weight": None}
    worst = prediction_area(placed(np.array([-1.0]), CELLS))
    assert worst["crossing"]["weight"] is None
    assert worst["crossing"]["area"] == 1.0


def test_probabilities_that_are_all_the_same_say_nothing() -> None:
    among = placed(np.full(3, 0.5), np.full(7, 0.5))
    assert success_rate(among)["auc"] == pytest.approx(0.5)
    assert prediction_area(among)["crossing"]["weight"] == pytest.approx(0.0)


scores = st.lists(st.integers(0, 12), min_size=1, max_size=30)


@given(scores, scores)
@settings(max_examples=40)
def test_the_area_under_it_is_that_of_deposits_before_cells(of_deposits, of_cells) -> None:
    deposits, cells = np.array(of_deposits) / 12, np.array(of_cells) / 12
    is_deposit = np.repeat([True, False], [len(deposits), len(cells)])
    wanted = oracle.roc_auc_score(is_deposit, np.concatenate((deposits, cells)))
    assert success_rate(placed(deposits, cells))["auc"] == pytest.approx(wanted, abs=1e-12)


@given(scores, scores)
@settings(max_examples=40)
def test_every_point_counts_what_lies_at_or_above_its_score(of_deposits, of_cells) -> None:
    deposits, cells = np.array(of_deposits) / 12, np.array(of_cells) / 12
    found = prediction_area(placed(deposits, cells))
    for score, captured, area in zip(found["score"], found["captured"], found["area"], strict=True):
        assert captured == pytest.approx((deposits >= score).mean(), abs=1e-12)
        assert area == pytest.approx((cells >= score).mean(), abs=1e-12)
    crossing = found["crossing"]
    assert crossing["captured"] + crossing["area"] == pytest.approx(1.0)
    # just above the score less than all is reached, at it as much or more
    at = crossing["score"]
    assert (deposits >= at).mean() + (cells >= at).mean() >= 1 - 1e-9
    assert (deposits > at).mean() + (cells > at).mean() <= 1 + 1e-9


def test_many_cells_and_samples_give_two_hundred_points_at_most() -> None:
    rng = np.random.default_rng(2)
    among = placed(rng.beta(3, 2, 3000), rng.beta(1, 4, 50_000).astype(np.float32))
    for found in (success_rate(among), prediction_area(among)):
        assert 100 <= len(found["captured"]) == len(found["area"]) <= 200
