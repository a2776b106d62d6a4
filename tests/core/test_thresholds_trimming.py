"""Iterative trimming: worked by hand, against a plain transcription, and its properties."""

from __future__ import annotations

import statistics
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.thresholds.finding import find_thresholds, threshold_of
from core.thresholds.settings import ThresholdSettings
from core.thresholds.trimming import trimming_passes
from datasets.messages import InputError

SAMPLES = st.lists(st.floats(1, 1e4), min_size=5, max_size=60)


def transcribed(values: list[float], k: float, *, upper_only: bool = False) -> tuple[float, int]:
    """Mean + k·sd once nothing is outside, with the standard library alone; and the passes."""
    left, passes = list(values), 0
    while True:
        passes += 1
        mean, sd = statistics.fmean(left), statistics.stdev(left)
        low = -1e300 if upper_only else mean - k * sd
        kept = [value for value in left if low <= value <= mean + k * sd]
        if len(kept) == len(left):
            return mean + k * sd, passes
        left = kept


def test_worked_by_hand() -> None:
    # 1, 2, 3, 4, 5, 90: mean 17.5, variance (16.5² + 15.5² + 14.5² + 13.5² + 12.5² + 72.5²)/5
    # = 6,317.5/5 = 1,263.5, sd 35.546, so that 90 lies beyond 17.5 + 2 × 35.546 = 88.591;
    # then 1 to 5: mean 3, sd √2.5, nothing beyond 3 ± 3.162
    passes = trimming_passes(np.array([1.0, 2, 3, 4, 5, 90]), 2.0)
    assert [(each.n, each.removed_low, each.removed_high) for each in passes] == [
        (6, 0, 1),
        (5, 0, 0),
    ]
    assert passes[0].mean == 17.5
    assert passes[0].sd == pytest.approx(1263.5**0.5, rel=1e-14)
    assert passes[0].high == pytest.approx(88.5915, abs=1e-4)
    assert passes[1].mean == 3
    assert passes[1].high == pytest.approx(3 + 2 * 2.5**0.5, rel=1e-14)


@pytest.mark.parametrize("k", [1.8, 2.0, 2.5, 3.0])
@pytest.mark.parametrize("upper_only", [False, True])
def test_as_a_plain_transcription(k: float, upper_only: bool) -> None:
    values = np.random.default_rng(3).lognormal(3, 0.6, 500)
    settings = ThresholdSettings(k=k, sides="upper" if upper_only else "both")
    found = threshold_of(np.sort(values), settings)
    limit, passes = transcribed(values.tolist(), k, upper_only=upper_only)
    assert found.value == pytest.approx(limit, rel=1e-12)
    assert len(found.passes) == passes


def test_the_log_domain_is_the_linear_one_of_logarithms() -> None:
    values = np.random.default_rng(4).lognormal(1, 0.9, 400)
    found = threshold_of(np.sort(values), ThresholdSettings(logarithm=True, k=2.5))
    limit, passes = transcribed(np.log10(values).tolist(), 2.5)
    assert found.value == pytest.approx(10**limit, rel=1e-12)
    assert len(found.passes) == passes


def test_trimming_at_another_multiple_than_the_threshold() -> None:
    values = np.sort(np.random.default_rng(5).lognormal(1, 0.9, 400))
    found = threshold_of(values, ThresholdSettings(k=1.65, cut=3))
    last = threshold_of(values, ThresholdSettings(k=3)).passes[-1]
    assert found.passes[-1] == last
    assert found.value == pytest.approx(last.mean + 1.65 * last.sd, rel=1e-14)


@given(SAMPLES)
def test_passes_account_for_every_value(values: list[float]) -> None:
    try:
        passes = trimming_passes(np.sort(values), 2.0)
    except InputError:
        return
    for one, following in pairwise(passes):
        assert one.removed > 0
        assert following.n == one.n - one.removed
        assert following.sd < one.sd
    assert passes[-1].removed == 0


@given(SAMPLES, st.floats(0.01, 100))
def test_another_unit_gives_the_same_threshold_in_that_unit(
    values: list[float], factor: float
) -> None:
    # values a rounding error away from a limit may fall on either side of it
    ordered = np.sort(np.round(values, 3)) + 0.137 * np.arange(len(values))
    try:
        one = threshold_of(ordered, ThresholdSettings(k=2.3, logarithm=True)).value
        other = threshold_of(ordered * factor, ThresholdSettings(k=2.3, logarithm=True)).value
    except InputError:
        return
    assert other == pytest.approx(one * factor, rel=1e-9)


def test_equal_values_are_no_anomaly() -> None:
    for value in (0.1, 7.0, 1e-9):
        found = find_thresholds(np.full(40, value), None, ThresholdSettings())
        assert found.count == 0
        assert found.single is not None
        assert found.single.value == pytest.approx(value)
        assert len(found.single.passes) == 1


def test_a_k_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="leaves fewer than 3 of 60 values; choose a larger k"):
        trimming_passes(np.concatenate((np.zeros(30), np.ones(30))), 0.5)
