"""The exponential and the logarithm of the compiled kernel, and its random numbers."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.kernels.epochs import _shuffle, draw_key
from core.kernels.mathematics import expm1, log10, uniform

Array = NDArray[np.float64]
KEYS = st.tuples(st.integers(0, 2**31 - 1), st.integers(0, 10**6), st.integers(0, 10**7))


@numba.njit(error_model="numpy")
def expm1_of(x: Any) -> Any:
    found = np.empty_like(x)
    for n in range(len(x)):
        found[n] = expm1(x[n])
    return found


@numba.njit(error_model="numpy")
def log10_of(x: Any) -> Any:
    found = np.empty_like(x)
    for n in range(len(x)):
        found[n] = log10(x[n])
    return found


@numba.njit(error_model="numpy")
def numbers_of(key: Any, count: int) -> Any:
    found = np.empty(count)
    for n in range(count):
        found[n] = uniform(key, n)
    return found


def drawn(key: tuple[int, int, int], count: int) -> Array:
    """Return the first random numbers of seed, member and epoch."""
    return numbers_of(np.uint64(draw_key(*key)), count)


def units_apart(found: Array, wanted: Array) -> Array:
    """Return the distance in units in the last place of `wanted`."""
    return np.abs(found - wanted) / np.spacing(np.abs(wanted))


# --- e^x − 1 ------------------------------------------------------------------------------


@given(st.lists(st.floats(-708, 708), min_size=1, max_size=50))
@settings(deadline=None, max_examples=300)
@example([0.0, -0.0, 5e-324, -5e-324, 1e-308, -1e-308])
@example([np.log(2) / 2, -np.log(2) / 2, np.log(2), -np.log(2)])
@example([-708.0, 708.0, -37.0, -36.7, 1.0, -1.0])
def test_expm1_is_that_of_numpy_to_two_units_in_the_last_place(x):
    x = np.array(x)
    assert (units_apart(expm1_of(x), np.expm1(x)) <= 2).all()


def test_expm1_everywhere_to_two_units_in_the_last_place():
    near = np.geomspace(1e-300, 708, 200_000)
    x = np.concatenate([near, -near, np.linspace(-40, 40, 200_001)])
    assert units_apart(expm1_of(x), np.expm1(x)).max() <= 2


def test_beyond_the_range_of_numbers_nothing_overflows():
    x = np.array([709.0, 1e4, 1e300, np.inf, -709.0, -1e4, -1e300, -np.inf])
    with np.errstate(all="raise"):
        found = expm1_of(x)
    assert found[:4] == pytest.approx(np.full(4, np.expm1(709.0)), rel=1e-15)
    assert found[4:].tolist() == [-1.0] * 4


def test_what_is_no_number_stays_none():
    assert np.isnan(expm1_of(np.array([np.nan, -np.nan]))).all()


def test_of_zero_it_is_zero_with_its_sign_lost_at_most():
    assert expm1_of(np.array([0.0, -0.0])).tolist() == [0, 0]


# --- log10 x ------------------------------------------------------------------------------


@given(st.lists(st.floats(5e-324, 1.7976931348623157e308), min_size=1, max_size=50))
@settings(deadline=None, max_examples=300)
@example([5e-324, 2.2250738585072014e-308, 1.7976931348623157e308])
@example([0.5**0.5, np.nextafter(0.5**0.5, 0), 2**0.5, 1 - 2**-53, 1 + 2**-52])
def test_log10_is_that_of_numpy_to_two_units_in_the_last_place(x):
    x = np.array(x)
    assert (units_apart(log10_of(x), np.log10(x)) <= 2).all()


def test_log10_of_measured_values_and_of_powers_of_ten():
    x = np.exp(np.random.default_rng(0).uniform(-30, 30, 200_000))
    assert (units_apart(log10_of(x), np.log10(x)) <= 2).all()
    powers = 10.0 ** np.arange(-22, 23)
    assert (np.abs(log10_of(powers) - np.arange(-22, 23)) <= 1e-15 * 22).all()
    assert log10_of(np.array([1.0, 10.0])).tolist() == [0.0, 1.0]


# --- random numbers -----------------------------------------------------------------------


@given(KEYS)
@settings(deadline=None)
def test_random_numbers_lie_from_0_to_less_than_1_and_hang_on_their_names_alone(key):
    found = drawn(key, 200)
    assert ((found >= 0) & (found < 1)).all()
    assert np.array_equal(found[:50], drawn(key, 50))
    assert len(np.unique(found)) == 200


@pytest.mark.parametrize("key", [(0, 0, 0), (1, 0, 1), (1, 1023, 1), (2**31 - 1, 7, 10**7)])
def test_random_numbers_are_uniform(key):
    """Bounds of five standard deviations; the numbers are the same in every run of the test."""
    count = 400_000
    found = drawn(key, count)
    centred = found - 0.5
    for power, variance in ((1, 1 / 12), (2, 1 / 180), (3, 1 / 448), (4, 1 / 3600)):
        wanted = 0.0 if power % 2 else 0.5**power / (power + 1)
        assert abs((centred**power).mean() - wanted) < 5 * np.sqrt(variance / count)
    shares = np.histogram(found, 64, (0, 1))[0]
    chi = ((shares - count / 64) ** 2 / (count / 64)).sum()
    assert abs(chi - 63) < 5 * np.sqrt(2 * 63)
    for lag in (1, 2, 3, 64):
        product = (centred[lag:] * centred[:-lag]).mean() * 12
        assert abs(product) < 5 / np.sqrt(count - lag)


def test_every_bit_of_a_random_number_is_as_often_1_as_0():
    bits = (drawn((3, 1, 4), 100_000) * 2**53).astype(np.uint64)
    for place in range(53):
        share = ((bits >> np.uint64(place)) & np.uint64(1)).mean()
        assert abs(share - 0.5) < 5 * 0.5 / np.sqrt(len(bits))


def test_seeds_members_and_epochs_have_numbers_of_their_own():
    names = [
        (seed, member, epoch) for seed in range(6) for member in range(6) for epoch in range(6)
    ]
    rows = np.array([drawn(name, 500) for name in names])
    assert len(np.unique(rows)) == rows.size
    # no two streams are alike, nor shifted against each other
    alike = np.corrcoef(rows) - np.eye(len(names))
    assert np.abs(alike).max() < 5.5 / np.sqrt(500)


# --- orders -------------------------------------------------------------------------------


def order_of(key: tuple[int, int, int], samples: int) -> list[int]:
    order = np.arange(samples)
    _shuffle(order, np.uint64(draw_key(*key)))
    return [int(sample) for sample in order]


@given(KEYS, st.integers(1, 60))
@settings(deadline=None)
def test_an_order_has_every_sample_once_and_hangs_on_its_names_alone(key, samples):
    found = order_of(key, samples)
    assert sorted(found) == list(range(samples))
    assert found == order_of(key, samples)


def test_every_sample_comes_at_every_place_equally_often():
    counts = np.zeros((6, 6))
    for epoch in range(20_000):
        counts[np.arange(6), order_of((1, 0, epoch), 6)] += 1
    assert np.abs(counts / 20_000 - 1 / 6).max() < 5 * np.sqrt(1 / 6 * 5 / 6 / 20_000)
    found = {tuple(order_of((1, 0, epoch), 4)) for epoch in range(1000)}
    assert len(found) == 24
