"""Resamples of units, and whether intervals hold what they are meant to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.verdict.differences import figures_of, paired_differences
from core.verdict.held_out import HeldOut
from core.verdict.intervals import drawn
from core.verdict.measuring import FIGURES, OF_CLASS, Measure
from core.verdict.resampling import drawn_weights, percentile_interval, resamples_for
from tests.core.verdict.small_answers import answers


def resampled_rows(held: HeldOut, counts: np.ndarray) -> HeldOut:
    """Write a resample out, each row as often as it was drawn."""
    rows = np.repeat(np.arange(held.size), counts[held.unit_places].astype(int))
    return HeldOut(
        held.known[rows], held.named[rows], held.probability[rows], rows, held.class_names
    )


def figures(held: HeldOut, seed: int) -> Any:
    """The figures with their intervals, as numbers."""
    return figures_of(held, seed)


def two_normal_classes(rng: np.random.Generator, samples: int) -> HeldOut:
    """Scores of two classes, normal with means 1 apart, as probabilities."""
    known = rng.integers(0, 2, samples)
    second = 1 / (1 + np.exp(0.5 - rng.normal(size=samples) - known))
    probability = np.column_stack((1 - second, second))
    named = (second > 0.5).astype(np.int64)
    return HeldOut(known, named, probability, np.arange(samples), ("a", "b"))


def test_as_many_units_are_drawn_as_there_are() -> None:
    weights = list(drawn_weights(7, 20_000, 10, 3))
    assert len(weights) > 1
    together = np.concatenate(weights)
    assert together.shape == (10, 7)
    assert (together.sum(axis=1) == 7).all()
    assert np.array_equal(together, np.concatenate(list(drawn_weights(7, 5, 10, 3))))
    assert not np.array_equal(together, np.concatenate(list(drawn_weights(7, 5, 10, 4))))


def test_counts_of_a_unit_spread_as_those_of_a_die() -> None:
    weights = np.concatenate(list(drawn_weights(6, 6, 20_000, 1)))
    assert weights.mean(axis=0) == pytest.approx(1, abs=0.03)
    assert weights.var(axis=0) == pytest.approx(5 / 6, abs=0.04)


def test_fewer_resamples_are_drawn_of_many_samples() -> None:
    assert resamples_for(33, 4) == 1000
    assert 200 < resamples_for(20_000, 8) < 1000
    assert resamples_for(1_000_000, 8) == 200


@pytest.mark.parametrize("decimals", [0, 3])
def test_weights_say_the_same_as_rows_written_out(decimals) -> None:
    held = replace(answers(40, decimals=decimals), units=np.arange(40) // 3)
    weights = next(drawn_weights(14, 40, 5, 2))
    found = Measure(held).of(weights)
    for row, counts in enumerate(weights):
        wanted = Measure(resampled_rows(held, counts)).alone()
        assert found.overall[row] == pytest.approx(wanted.overall[0], abs=1e-12, nan_ok=True)
        assert found.by_class[row] == pytest.approx(wanted.by_class[0], abs=1e-12, nan_ok=True)


def test_resamples_come_in_turns_and_are_the_same_as_at_once(monkeypatch) -> None:
    measure = Measure(answers(30))
    at_once = drawn(measure, 5)
    assert at_once.overall.shape == (1000, len(FIGURES))
    assert at_once.by_class.shape == (1000, 3, len(OF_CLASS))
    monkeypatch.setattr("core.verdict.resampling._AT_ONCE", 30 * 7)
    in_turns = drawn(measure, 5)
    assert np.allclose(at_once.overall, in_turns.overall, atol=1e-12, equal_nan=True)
    assert np.allclose(at_once.by_class, in_turns.by_class, atol=1e-12, equal_nan=True)


def test_undefined_resamples_are_left_out_until_they_are_most() -> None:
    values = np.arange(1001.0)
    assert percentile_interval(values) == pytest.approx((25, 975))
    values[:500] = np.nan
    assert percentile_interval(values) == pytest.approx((512.5, 987.5))
    values[500] = np.nan
    assert np.isnan(percentile_interval(values)).all()
    assert np.isnan(percentile_interval(values[:0])).all()
    # all right in every resample is no certainty
    assert np.isnan(percentile_interval(np.ones(1000))).all()


def test_intervals_hold_the_true_value_about_as_often_as_they_say(monkeypatch) -> None:
    monkeypatch.setattr("core.verdict.resampling.MOST", 300)
    # of two normal scores a distance 1 apart: Φ(1/2) are right, and Φ(1/√2) is the area
    truth = {"accuracy": 0.69146, "auc": 0.76025}
    held = dict.fromkeys(truth, 0)
    rng = np.random.default_rng(11)
    for seed in range(150):
        found = figures(two_normal_classes(rng, 150), seed)
        for name, value in truth.items():
            held[name] += found[name]["low"] <= value <= found[name]["high"]
    # 95 % of 150 are 142.5, with a standard deviation of 2.7; percentiles are a little narrow
    assert all(133 <= count < 150 for count in held.values())


def test_copies_in_a_unit_leave_the_interval_of_the_units() -> None:
    held = answers(40, seed=3)
    rows = np.repeat(np.arange(40), 5)
    copied = HeldOut(
        held.known[rows], held.named[rows], held.probability[rows], rows * 7, held.class_names
    )
    single, many = figures(held, 1), figures(copied, 1)
    for name in FIGURES:
        assert single[name] == pytest.approx(many[name], abs=1e-12)
    apart = figures(replace(copied, units=np.arange(200)), 1)
    for name in FIGURES:
        assert apart[name]["value"] == pytest.approx(many[name]["value"])
        # √5 times narrower, had the copies been samples
        width = (many[name]["high"] - many[name]["low"]) / (
            apart[name]["high"] - apart[name]["low"]
        )
        assert width == pytest.approx(5**0.5, rel=0.2)


def test_one_unit_has_no_interval() -> None:
    held = replace(answers(20), units=np.full(20, 4))
    assert all(
        each["low"] is None and each["high"] is None and each["value"] is not None
        for each in figures(held, 0).values()
    )


def test_a_difference_is_taken_in_the_same_resamples() -> None:
    ours, theirs = answers(60, seed=1, skill=2.0), answers(60, seed=2, skill=1.0)
    theirs = replace(theirs, known=ours.known)
    found = paired_differences(ours, theirs, 4)
    one, other = figures(ours, 4), figures(theirs, 4)
    a, b = drawn(Measure(ours), 4).overall, drawn(Measure(theirs), 4).overall
    for place, name in enumerate(FIGURES):
        assert found[name]["value"] == pytest.approx(one[name]["value"] - other[name]["value"])
        low, high = np.nanquantile(a[:, place] - b[:, place], (0.025, 0.975))
        assert (found[name]["low"], found[name]["high"]) == pytest.approx((low, high))
    nothing = paired_differences(ours, ours, 4)
    assert all(each == {"value": 0, "low": None, "high": None} for each in nothing.values())


@pytest.mark.parametrize("field", ["known", "units", "class_names"])
def test_different_samples_are_not_compared(field) -> None:
    held = answers(10)
    other: dict[str, Any] = {
        "known": held.known[::-1],
        "units": held.units[::-1],
        "class_names": ("x", "y", "z"),
    }
    with pytest.raises(ValueError, match="different samples"):
        paired_differences(held, replace(held, **{field: other[field]}), 0)
