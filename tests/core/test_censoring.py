"""Detection limits: regression on order statistics against published results."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats

from core.censoring import Array, LogNormal, Mask, fit_ros, plotting_positions, ros_values
from core.preparing.normal import inverse_mills, log_erfcx, normal_quantile


def column(text: str) -> tuple[Array, Mask]:
    """Read cells such as ``<5 7 9``."""
    cells = text.split()
    values = np.array([float(cell.removeprefix("<")) for cell in cells])
    return values, np.array([cell.startswith("<") for cell in cells], dtype=bool)


# Helsel and Cohn 1988, appendix B: the data and the values after the regression
APPENDIX_B = column("<1 <1 <1 <1 <1 <1 <10 <10 <10 3 7 9 12 15 20 27 33 50")
APPENDIX_B_FINAL = (
    *(0.47, 0.85, 1.11, 1.27, 1.76, 2.34, 2.50, 3.00, 3.03),
    *(4.80, 7.00, 9.00, 12.0, 15.0, 20.0, 27.0, 33.0, 50.0),
)
# Arsenic in streams of Oahu, Helsel 2005, Nondetects and Data Analysis (data set Oahu of NADA)
OAHU = column(
    "3.2 2.8 <2 <2 <2 <2 <2 <2 <2 <2 1.7 1.5 <1 <1 <1 <1 0.9 <0.9 0.7 0.7 0.6 0.5 0.5 0.5"
)
OAHU_FINAL = (
    *(3.20, 2.80, 1.42, 1.14, 0.95, 0.81, 0.68, 0.57, 0.46, 0.35, 1.70, 1.50),
    *(0.98, 0.76, 0.58, 0.41, 0.90, 0.61, 0.70, 0.70, 0.60, 0.50, 0.50, 0.50),
)
# Sulphate, Newman 1995, Quantitative Methods in Aquatic Ecotoxicology, page 35; the results of
# NADA 1.5-4 are printed beside it by E. Szöcs: mean 5.158, median 5.2, deviation 2.071
SULPHATE = column(
    "<2.5 <2.5 2.6 3.3 3.5 3.5 3.6 4.0 4.1 4.5 5.2 5.6 5.7 6.1 6.2 6.5 6.9 7.1 7.7 7.9 9.9"
)
# A table with six limits, as in the tests of statsmodels.imputation.ros, with its positions
MANY_LIMITS = column(
    "<5 <5 <5.5 <5.75 <9.5 <9.5 <11 2 4.2 4.62 5.57 5.66 5.86 6.65 6.78 6.79 7.5 7.5 7.5 8.63 "
    "8.71 8.99 9.85 10.82 11.25 11.25 12.2 14.92 16.77 17.81 19.16 19.19 19.64 20.18 22.97"
)
MANY_POSITIONS = (
    *(0.07414187643020594, 0.11121281464530891, 0.14828375286041187, 0.1482837528604119),
    *(0.20869565217391303, 0.34285714285714286, 0.41739130434782606, 0.055606407322654455),
    *(0.11121281464530891, 0.16681922196796337, 0.24713958810068648, 0.27185354691075514),
    *(0.3265238194299979, 0.35648013313917204, 0.38643644684834616, 0.4163927605575203),
    *(0.4463490742666944, 0.4763053879758685, 0.5062617016850427, 0.5362180153942168),
    *(0.5661743291033909, 0.596130642812565, 0.6459627329192545, 0.6658385093167701),
    *(0.7119047619047619, 0.7380952380952381, 0.7642857142857142, 0.7904761904761904),
    *(0.8166666666666667, 0.8428571428571429, 0.8690476190476191, 0.8952380952380953),
    *(0.9214285714285714, 0.9476190476190476, 0.9738095238095239),
)


# --- published results --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "final"), [(APPENDIX_B, APPENDIX_B_FINAL), (OAHU, OAHU_FINAL)], ids=["B", "Oahu"]
)
def test_published_values_after_the_regression(
    cells: tuple[Array, Mask], final: tuple[float, ...]
) -> None:
    found = ros_values(*cells)
    assert found is not None
    # printed with two decimals, from normal scores that were rounded too
    assert np.sort(found) == pytest.approx(np.sort(final), abs=0.015)


def test_published_statistics_of_arsenic() -> None:
    found = ros_values(*OAHU)
    assert found is not None
    # printed by NADA for its data set Oahu: mean 0.972, deviation 0.718, median 0.700
    assert found.mean() == pytest.approx(0.972, abs=6e-4)
    assert found.std(ddof=1) == pytest.approx(0.718, abs=6e-4)
    assert np.median(found) == pytest.approx(0.700, abs=1e-9)


def test_published_statistics_of_sulphate() -> None:
    found = ros_values(*SULPHATE)
    assert found is not None
    assert found.mean() == pytest.approx(5.158, abs=6e-4)
    assert found.std(ddof=1) == pytest.approx(2.071, abs=6e-4)
    assert np.median(found) == pytest.approx(5.2, abs=1e-9)


def test_plotting_positions_of_many_limits() -> None:
    found, below = plotting_positions(*MANY_LIMITS), MANY_LIMITS[1]
    wanted = np.array(MANY_POSITIONS)
    assert found[~below] == pytest.approx(wanted[~below], abs=1e-14)
    # which of the censored ones has which place there is without meaning
    assert np.sort(found[below]) == pytest.approx(np.sort(wanted[below]), abs=1e-14)


def test_without_a_limit_positions_are_weibulls() -> None:
    values, below = column("3 1 2 4")
    assert plotting_positions(values, below) == pytest.approx([0.6, 0.2, 0.4, 0.8], abs=1e-15)


# --- the line -----------------------------------------------------------------------------


def test_the_line_of_a_lognormal_sample_is_near_the_truth() -> None:
    values = np.random.default_rng(3).lognormal(2.0, 0.7, 4000)
    below = values < np.where(np.arange(4000) % 2, 5.0, 9.0)
    values = np.where(below, np.where(np.arange(4000) % 2, 5.0, 9.0), values)
    line = fit_ros(values, below)
    assert line is not None
    assert line.mean == pytest.approx(2.0, abs=0.04)
    assert line.deviation == pytest.approx(0.7, abs=0.03)


@pytest.mark.parametrize(
    "cells", ["<5 <5 7 9", "7 7 7 7", "<5 -1 3 9 12", "<0 3 5 9", "", "<5 <4 <3"]
)
def test_no_line_where_there_is_nothing_to_draw_it_through(cells: str) -> None:
    assert fit_ros(*column(cells)) is None
    assert ros_values(*column(cells)) is None


def test_missing_values_have_no_say() -> None:
    values, below = column("<5 7 9 12 <6 20")
    gappy = np.insert(values, 2, np.nan)
    assert fit_ros(gappy, np.insert(below, 2, False)) == fit_ros(values, below)
    assert fit_ros(gappy, np.insert(below, 2, True)) == fit_ros(values, below)


@given(st.integers(0, 2**31 - 1))
@settings(deadline=None, max_examples=50)
def test_the_order_of_the_samples_does_not_matter(seed: int) -> None:
    rng = np.random.default_rng(seed)
    values = rng.lognormal(1, 1, 40).round(1) + 0.1
    below = rng.random(40) < 0.3
    order = rng.permutation(40)
    line, other = fit_ros(values, below), fit_ros(values[order], below[order])
    assert line is not None
    assert other is not None
    assert (other.mean, other.deviation) == pytest.approx((line.mean, line.deviation), rel=1e-9)


# --- E[x | x < L] -------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [0.01, 0.5, 1.0, 20.0, 1e4])
def test_the_expected_value_below_a_limit_against_an_integral(limit: float) -> None:
    line = LogNormal(1.0, 1.5)
    whole = stats.lognorm(1.5, scale=np.e)
    wanted = whole.expect(lambda x: x, ub=limit, conditional=True)
    assert line.expected_below(np.array([limit]))[0] == pytest.approx(wanted, rel=1e-8)


@given(
    st.floats(-20, 20),
    st.floats(1e-3, 10),
    st.lists(st.floats(1e-9, 1e9), min_size=1, max_size=6),
)
@settings(deadline=None)
def test_it_lies_between_0_and_the_limit_and_grows_with_it(
    mean: float, deviation: float, limits: list[float]
) -> None:
    ordered = np.sort(np.array(limits))
    found = LogNormal(mean, deviation).expected_below(ordered)
    assert (found > 0).all()
    assert (found <= ordered).all()
    assert (np.diff(found) >= -1e-9 * found[1:]).all()


def test_limits_that_are_no_amounts_stay() -> None:
    found = LogNormal(0.0, 1.0).expected_below(np.array([[0.0, -2.0], [1.0, 1.0]]))
    assert found[0].tolist() == [0.0, -2.0]
    assert (
        found[1, 0] == found[1, 1] == pytest.approx(2 * np.exp(0.5) * special.ndtr(-1), rel=1e-13)
    )


# --- the normal distribution --------------------------------------------------------------


@given(st.floats(1e-300, 1 - 1e-15))
@settings(deadline=None)
def test_normal_quantiles_are_those_of_scipy(p: float) -> None:
    assert normal_quantile(np.array(p)) == pytest.approx(special.ndtri(p), rel=1e-13, abs=1e-15)


@given(st.floats(-20, 1e6))
@settings(deadline=None)
def test_the_scaled_complementary_error_function_is_that_of_scipy(x: float) -> None:
    wanted = np.log(special.erfcx(x))
    assert log_erfcx(x) == pytest.approx(wanted, rel=1e-12, abs=1e-12)


@given(st.floats(-1e4, 50))
@settings(deadline=None)
def test_the_inverse_mills_ratio_is_that_of_scipy(z: float) -> None:
    wanted = np.sqrt(2 / np.pi) / special.erfcx(-z / np.sqrt(2))
    assert inverse_mills(np.array(z)) == pytest.approx(wanted, rel=1e-9, abs=1e-9)
