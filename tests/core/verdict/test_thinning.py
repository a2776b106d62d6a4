"""Thinned curves keep their ends, their corners and nearly their area."""

from __future__ import annotations

import numpy as np
import pytest

from core.verdict.thinning import thinned


def test_a_short_curve_stays_as_it_is() -> None:
    x, y = np.array([0.0, 0.0, 0.0, 1.0]), np.array([0.0, 0.5, 1.0, 1.0])
    assert np.array_equal(thinned(x, y), (x, y))


def test_a_right_angle_keeps_its_corner() -> None:
    steps = np.linspace(0, 1, 500)
    x = np.concatenate((np.zeros(500), steps))
    y = np.concatenate((steps, np.ones(500)))
    assert np.array_equal(thinned(x, y), ([0, 0, 1], [0, 1, 1]))


@pytest.mark.parametrize("seed", range(3))
def test_a_long_staircase_loses_little_of_its_area(seed) -> None:
    goes_up = np.random.default_rng(seed).random(5000) < np.linspace(0.9, 0.1, 5000)
    x = np.concatenate(([0.0], np.cumsum(~goes_up))) / (~goes_up).sum()
    y = np.concatenate(([0.0], np.cumsum(goes_up))) / goes_up.sum()
    few_x, few_y = thinned(x, y)
    assert 100 < len(few_x) <= 200
    assert (few_x[0], few_y[0], few_x[-1], few_y[-1]) == (0, 0, 1, 1)
    assert (np.diff(few_x) >= 0).all()
    assert np.trapezoid(few_y, few_x) == pytest.approx(np.trapezoid(y, x), abs=2e-3)
