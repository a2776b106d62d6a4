"""Coverage of prediction sets: intervals of tables, simulated coverage, and no say of a fold."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import beta, binomtest

from core.uncertainty.coverage import count_coverage, exact_interval, held_out_sets
from tests.core.uncertainty.test_conformal import drawn


def test_the_interval_is_that_of_clopper_and_pearson() -> None:
    low, high = exact_interval(8, 10)
    # quantiles of the beta distribution; printed tables have 0.4439 and 0.9748
    assert (low, high) == pytest.approx((beta.ppf(0.025, 8, 3), beta.ppf(0.975, 9, 2)))
    assert (low, high) == pytest.approx((0.4439, 0.9748), abs=1e-4)
    assert exact_interval(0, 10)[0] == 0.0
    assert exact_interval(10, 10)[1] == 1.0
    assert exact_interval(0, 0) == (0.0, 1.0)


def test_exchangeable_samples_are_covered_within_the_interval() -> None:
    within = 0
    for seed in range(40):
        probability, known = drawn(400, seed=seed)
        held = held_out_sets(probability, known, np.arange(400) % 5)
        found = count_coverage(held, known).overall
        # the ⌈…⌉ of 80 samples in each class gives up to 0.9 + 1/81 on average
        within += found.low <= 0.9 + 1 / 81 and found.high >= 0.9
    # an interval of 95 % misses two of 40 on average
    assert within >= 34


def test_the_samples_of_a_fold_have_no_say_in_its_sets() -> None:
    probability, known = drawn(100)
    fold = np.arange(100) // 20
    held = held_out_sets(probability, known, fold)
    changed = known.copy()
    changed[fold == 2] = (known[fold == 2] + 1) % 4
    other = held_out_sets(probability, changed, fold)
    assert (held[fold == 2] == other[fold == 2]).all()
    assert (held != other).any()


def test_a_single_fold_is_divided_by_whole_units() -> None:
    probability, known = drawn(120)
    units = np.arange(120) // 3
    held = held_out_sets(probability, known, np.zeros(120, np.int64), units=units)
    changed = known.copy()
    changed[units == 7] = (known[units == 7] + 1) % 4
    other = held_out_sets(probability, changed, np.zeros(120, np.int64), units=units)
    assert (held[units == 7] == other[units == 7]).all()
    assert not held.all()


def test_what_is_counted() -> None:
    held = np.array([[True, False], [True, True], [False, True], [True, False]])
    found = count_coverage(held, np.array([0, 1, 0, 0]), 0.9)
    assert (found.overall.samples, found.overall.covered) == (4, 3)
    assert (found.overall.size, found.singles) == (1.25, 0.75)
    assert [each.covered for each in found.per_class] == [2, 1]
    assert found.holds
    values = found.to_values()
    assert (values["coverage"], values["level"]) == (0.75, 0.9)
    assert values["per_class"][1]["coverage"] == 1.0


def test_nothing_counted_is_null() -> None:
    found = count_coverage(np.ones((0, 2), bool), np.empty(0, np.int64))
    values = found.to_values()
    assert (values["coverage"], values["size"], values["singles"]) == (None, None, None)


def test_too_low_a_coverage_does_not_hold() -> None:
    held = np.zeros((50, 2), bool)
    held[:, 0] = True
    known = (np.arange(50) % 2).astype(np.int64)
    assert not count_coverage(held, known).holds


@pytest.mark.parametrize(("covered", "samples"), [(0, 7), (7, 7), (3, 7), (68, 73), (1, 1)])
def test_the_exact_interval_is_that_of_scipy(covered: int, samples: int) -> None:
    found = binomtest(covered, samples).proportion_ci(0.95, method="exact")
    assert exact_interval(covered, samples) == pytest.approx((found.low, found.high), abs=1e-12)
