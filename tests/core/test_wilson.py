"""Bounds of a counted share against scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from core.wilson import wilson_bounds, wilson_interval

COUNTS = st.integers(1, 70_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_the_interval_is_that_of_scipy(counts: tuple[int, int]) -> None:
    correct, samples = counts
    wanted = binomtest(correct, samples).proportion_ci(0.95, method="wilson")
    assert wilson_interval(correct, samples) == pytest.approx(
        (wanted.low, wanted.high), rel=1e-9, abs=1e-12
    )


def test_the_interval_of_all_right_ends_at_1() -> None:
    assert wilson_interval(50, 50) == pytest.approx((0.92865, 1.0), abs=1e-5)
    assert wilson_interval(50, 50)[1] == 1.0  # type: ignore[index]
    assert wilson_interval(0, 50)[0] == 0.0  # type: ignore[index]
    assert wilson_interval(0, 0) is None


@given(st.lists(COUNTS, min_size=1, max_size=9), st.sampled_from([0.9, 0.95]))
def test_several_shares_have_the_bounds_of_each(
    counts: list[tuple[int, int]], level: float
) -> None:
    counted, samples = np.array(counts).T
    found = list(zip(*wilson_bounds(counted, samples, level), strict=True))
    assert found == [wilson_interval(*each, level) for each in counts]
