"""Prediction sets: worked by hand, their coverage, and what must not matter to them."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.uncertainty.conformal import Score, SetRule, fewest_of_class, find_sets, scores_of

Array = NDArray[np.float64]
Codes = NDArray[np.int64]
SCORES: tuple[Score, ...] = ("lac", "aps")


def drawn(samples: int, classes: int = 4, seed: int = 1) -> tuple[Array, Codes]:
    """Return probabilities and classes that are drawn by them, tempered: too sure of themselves."""
    random = np.random.default_rng(seed)
    true = random.dirichlet(np.full(classes, 0.7), samples)
    known = (random.random((samples, 1)) > true.cumsum(axis=1)).sum(axis=1)
    sharp = true**2 + 1e-9
    return sharp / sharp.sum(axis=1, keepdims=True), np.minimum(known, classes - 1)


def test_scores_worked_by_hand() -> None:
    probability = np.array([[0.2, 0.5, 0.3]])
    assert scores_of(probability, "lac") == pytest.approx(np.array([[0.8, 0.5, 0.7]]))
    assert scores_of(probability, "aps") == pytest.approx(np.array([[1.0, 0.5, 0.8]]))


def test_a_set_holds_what_is_as_probable_as_most_known_classes() -> None:
    # p of the known class is 0.55, 0.60 … 0.95; at 0.8 the ⌈10 · 0.8⌉-th least probable is 0.6
    highest = np.linspace(0.55, 0.95, 9)
    probability = np.column_stack([highest, 1 - highest])
    rule = find_sets(probability, np.zeros(9, np.int64), level=0.8)
    assert rule.thresholds == pytest.approx((0.4, 0.4))
    assert rule.own == (True, False)
    cells = np.array([[0.61, 0.39], [0.35, 0.65], [0.5, 0.5]])
    assert rule.sets_of(cells).tolist() == [[True, False], [False, True], [True, False]]


@pytest.mark.parametrize("score", SCORES)
def test_new_samples_are_covered(score: Score) -> None:
    covered = []
    for seed in range(200):
        probability, known = drawn(260, seed=seed)
        rule = find_sets(probability[:60], known[:60], score=score)
        held = rule.sets_of(probability[60:])
        covered.append(held[np.arange(200), known[60:]].mean())
    # 0.9 or more; 200 draws of a coverage with a standard deviation of 0.04
    assert np.mean(covered) > 0.9 - 0.01
    if score == "lac":
        assert np.mean(covered) < 0.95


def test_a_class_that_is_hard_is_covered_too() -> None:
    random = np.random.default_rng(3)
    known = (np.arange(4000) % 10 == 0).astype(np.int64)
    first = np.where(known == 1, random.uniform(0.3, 1, 4000), random.uniform(0.6, 1, 4000))
    probability = np.column_stack([first, 1 - first])
    held = find_sets(probability[:2000], known[:2000]).sets_of(probability[2000:])
    right = held[np.arange(2000), known[2000:]]
    assert right[known[2000:] == 1].mean() == pytest.approx(0.9, abs=0.07)


def test_too_few_samples_give_all_classes() -> None:
    probability, known = drawn(8)
    rule = find_sets(probability, known)
    assert rule.sets_of(probability).all()
    (said,) = rule.notices(("a", "b", "c", "d"))
    assert "need 9 held-out samples" in str(said)
    assert "there are 8: every set holds all classes" in str(said)


def test_small_classes_are_named() -> None:
    probability, _ = drawn(40, 2)
    known = (np.arange(40) >= 31).astype(np.int64)
    rule = find_sets(probability, known)
    assert fewest_of_class(0.9) == 10
    assert rule.own == (True, False)
    (said,) = rule.notices(("granite", "gabbro"))
    assert str(said).endswith("each of them: gabbro.")
    whole = find_sets(probability, (np.arange(40) >= 30).astype(np.int64))
    assert whole.notices(("granite", "gabbro")) == ()


def test_no_set_is_empty_and_nothing_is_excluded_unseen() -> None:
    rule = SetRule("lac", 0.9, (0.1, 0.1), (True, True), 50)
    held = rule.sets_of(np.array([[0.6, 0.4], [np.nan, np.nan], [0.95, 0.05]]))
    assert held.tolist() == [[True, False], [True, True], [True, False]]


@given(st.integers(0, 10_000), st.sampled_from(SCORES), st.floats(0.5, 0.97), st.floats(0.5, 0.97))
def test_sets_grow_with_the_level(seed: int, score: Score, one: float, other: float) -> None:
    probability, known = drawn(60, 2, seed)
    # so many of each class that both have their own threshold at every level here
    known = np.arange(60) % 2 if max(one, other) < 0.96 else np.zeros(60, np.int64)
    low, high = sorted((one, other))
    small, large = (
        find_sets(probability, known, level=level, score=score).sets_of(probability)
        for level in (low, high)
    )
    assert (small <= large).all()


@given(st.integers(0, 10_000), st.sampled_from(SCORES))
def test_the_order_of_samples_does_not_matter(seed: int, score: Score) -> None:
    probability, known = drawn(50, seed=seed)
    units = np.arange(50) // 2
    order = np.random.default_rng(seed).permutation(50)
    rule = find_sets(probability, known, units=units, score=score)
    assert find_sets(probability[order], known[order], units=units[order], score=score) == rule
    assert (rule.sets_of(probability)[order] == rule.sets_of(probability[order])).all()


def test_it_comes_back_from_json() -> None:
    rule = find_sets(*drawn(100), level=0.8, score="aps")
    assert SetRule.from_values(json.loads(json.dumps(rule.to_values())), 4) == rule
    without = find_sets(*drawn(5))
    assert without.thresholds == (math.inf,) * 4
    assert SetRule.from_values(json.loads(json.dumps(without.to_values())), 4) == without


@pytest.mark.parametrize(
    "change",
    [
        {"thresholds": [0.5]},
        {"score": "other"},
        {"level": 1.0},
        {"own": [True]},
        {"thresholds": [math.nan] * 4},
    ],
)
def test_damaged_values_are_refused(change: dict[str, object]) -> None:
    values = {**find_sets(*drawn(100)).to_values(), **change}
    with pytest.raises(ValueError, match="do not fit"):
        SetRule.from_values(values, 4)
