"""Median + k·MAD, Tukey's fences and percentiles, against scipy, numpy and worked figures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from core.thresholds import robust
from core.thresholds.finding import threshold_of
from core.thresholds.settings import ThresholdSettings

VALUES = st.lists(st.floats(1e-3, 1e6), min_size=5, max_size=80)


def test_worked_by_hand() -> None:
    # 1, 2, 3, 4, 100: median 3, distances 2, 1, 0, 1, 97, their median 1; quartiles 2 and 4
    values = np.array([1.0, 2, 3, 4, 100])
    assert robust.median_and_mad(values) == (3.0, 1.4826)
    assert robust.quartiles(values) == (2.0, 4.0)
    assert robust.upper_fence(values) == 7.0
    assert robust.upper_fence(values, robust.OUTER_FENCE) == 10.0
    assert threshold_of(values, ThresholdSettings(method="mad", k=2)).value == 3 + 2 * 1.4826
    assert threshold_of(values, ThresholdSettings(method="tukey")).value == 7.0
    assert threshold_of(values, ThresholdSettings(method="tukey", fence="outer")).value == 10.0


def test_the_factor_makes_the_mad_of_a_normal_distribution_its_sd() -> None:
    assert pytest.approx(1 / stats.norm.ppf(0.75), abs=5e-5) == robust.MAD_FACTOR


@given(VALUES)
def test_the_mad_is_that_of_scipy(values: list[float]) -> None:
    ordered = np.sort(values)
    median, mad = robust.median_and_mad(ordered)
    assert median == np.median(ordered)
    wanted = stats.median_abs_deviation(ordered) * 1.4826
    assert mad == pytest.approx(wanted, rel=1e-12, abs=1e-300)


@given(VALUES, st.floats(0.1, 99.9))
def test_percentiles_leave_their_share_below(values: list[float], percent: float) -> None:
    settings = ThresholdSettings(method="percentile", percentile=percent)
    found = threshold_of(np.sort(values), settings).value
    above = np.count_nonzero(np.array(values) > found)
    assert above <= len(values) * (1 - percent / 100) + 1
    assert found == pytest.approx(np.quantile(values, percent / 100, method="linear"), rel=1e-12)


@given(VALUES)
def test_the_log_domain_is_the_linear_one_of_logarithms(values: list[float]) -> None:
    ordered = np.sort(values)
    logs = np.log10(ordered)
    found = threshold_of(ordered, ThresholdSettings(method="mad", k=3, logarithm=True)).value
    wanted = np.median(logs) + 3 * 1.4826 * stats.median_abs_deviation(logs)
    assert np.log10(found) == pytest.approx(wanted, rel=1e-9, abs=1e-9)
    found = threshold_of(ordered, ThresholdSettings(method="tukey", logarithm=True)).value
    wanted = np.percentile(logs, 75) + 1.5 * stats.iqr(logs)
    assert np.log10(found) == pytest.approx(wanted, rel=1e-9, abs=1e-9)
