"""A curve of any length drawn with few vertices."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.decimation import MOST_VERTICES, Envelope


def noisy(number: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    x = np.arange(1.0, number + 1)
    return x, 0.3 * x**-0.5 * np.exp(np.random.default_rng(seed).normal(0, 0.4, number))


def filled(x, y) -> Envelope:
    envelope = Envelope()
    envelope.append(x, y)
    return envelope


@given(st.lists(st.integers(1, 4000), min_size=1, max_size=12), st.integers(16, MOST_VERTICES))
@settings(max_examples=40, deadline=None)
def test_few_vertices_and_no_extreme_lost_however_the_points_arrive(batches, most):
    x, y = noisy(sum(batches))
    envelope = Envelope()
    for batch in np.split(np.arange(x.size), np.cumsum(batches)[:-1]):
        envelope.append(x[batch], y[batch])
    shown_x, shown_y = envelope.vertices(most=most)
    assert shown_x.size <= most
    assert shown_y.min() == y.min() == envelope.lowest
    assert shown_y.max() == y.max() == envelope.highest
    assert (np.diff(shown_x) > 0).all()
    assert shown_x[-1] == x[-1]
    assert shown_x[0] == x[0]


def test_every_vertex_is_a_point_of_the_curve():
    x, y = noisy(50_000)
    shown_x, shown_y = filled(x, y).vertices(most=500)
    assert np.array_equal(shown_y, y[shown_x.astype(int) - 1])


def test_at_least_half_of_the_vertices_are_used():
    x, y = noisy(1_000_000)
    for most in (800, 3200, MOST_VERTICES):
        shown, _ = filled(x, y).vertices(most=most)
        assert most / 4 <= shown.size <= most


def test_a_part_is_drawn_in_detail_and_reaches_beyond_its_ends():
    envelope = filled(*noisy(1_000_000))
    shown, _ = envelope.vertices(5000, 5100)
    assert shown[0] == 4999
    assert shown[-1] == 5101
    assert shown.size == 103


def test_log_axis_shares_vertices_between_octaves():
    shown, _ = filled(*noisy(1_000_000)).vertices(log_x=True, most=4000)
    assert shown.size <= 4000
    assert (shown <= 100).sum() == 100
    octaves = np.histogram(np.log2(shown), bins=np.arange(7, 19))[0]
    assert octaves.min() >= 64


def test_not_a_number_and_infinity_are_left_out():
    envelope = filled([1, 2, 3, 4, 5], [0.5, np.nan, np.inf, -np.inf, 0.1])
    assert envelope.x.tolist() == [1, 5]


def test_what_has_no_logarithm_is_left_out_of_x_and_told_of_y():
    envelope = filled([0, 1, 2, 3], [0.5, 0.2, 0.0, 0.1])
    shown_x, shown_y = envelope.vertices(log_x=True)
    assert shown_x.tolist() == [1, 2, 3]
    assert shown_y.tolist() == [0.2, 0.0, 0.1]
    assert envelope.lowest_positive == 0.1
    assert envelope.has_zeros
    assert not filled([1], [0.1]).has_zeros
    assert not filled([], []).has_zeros


def test_a_curve_of_nothing():
    envelope = filled([1, 2], [np.nan, np.nan])
    for log in (False, True):
        assert envelope.vertices(log_x=log)[0].size == 0
    assert np.isnan(envelope.value_at(1)[0])


@pytest.mark.parametrize(("x", "nearest"), [(-5, 1), (1.4, 1), (1.6, 2), (9, 3), (np.inf, 3)])
def test_value_under_the_cursor_is_that_of_the_nearest_point(x, nearest):
    assert filled([1, 2, 3], [10, 20, 30]).value_at(x) == (nearest, nearest * 10)


def test_clear_forgets():
    envelope = filled(*noisy(1000))
    envelope.clear()
    envelope.append([1], [2])
    assert len(envelope) == 1
    assert envelope.highest == 2
