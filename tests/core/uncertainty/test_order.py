"""Places in an order: worked by hand, and coverage of what was never seen."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.uncertainty.order import fewest_for, value_at


def test_places_worked_by_hand() -> None:
    values = np.array([5.0, 1.0, 4.0, 2.0, 3.0, 9.0, 8.0, 7.0, 6.0])
    # ⌈10 · 0.9⌉ = 9, ⌈10 · 0.5⌉ = 5, ⌈10 · 0.41⌉ = 5
    assert value_at(values, 0.9) == 9.0
    assert value_at(values, 0.5) == 5.0
    assert value_at(values, 0.41) == 5.0
    assert value_at(values[1:], 0.9) == math.inf
    assert value_at(values[:0], 0.5) == math.inf


def test_how_many_values_a_level_needs() -> None:
    assert [fewest_for(level) for level in (0.5, 0.8, 0.9, 0.95, 0.99)] == [1, 4, 9, 19, 99]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40), st.floats(0.01, 0.99))
def test_it_is_the_place_in_the_order(values: list[float], level: float) -> None:
    place = math.ceil((len(values) + 1) * level - 1e-9)
    expected = sorted(values)[place - 1] if place <= len(values) else math.inf
    assert value_at(np.array(values), level) == expected


def test_a_unit_counts_once_however_many_values_it_has() -> None:
    values, units = np.array([1.0, 2.0, 3.0, 4.0]), np.array([0, 1, 2, 3])
    many = np.repeat(values, [1, 7, 30, 2])
    assert value_at(many, 0.5, np.repeat(units, [1, 7, 30, 2])) == value_at(values, 0.5) == 3.0
    # 1 / (4 + 1) each: 0.6 is the third of them, 0.81 more than all
    assert value_at(values, 0.6, units) == 3.0
    assert value_at(many, 0.81, np.repeat(units, [1, 7, 30, 2])) == math.inf


def test_new_values_are_covered_as_often_as_the_level_says() -> None:
    random = np.random.default_rng(4)
    drawn = random.standard_normal((4000, 20))
    covered = np.mean([row[-1] <= value_at(row[:-1], 0.9) for row in drawn])
    # of 19 values the 18th: 0.9 exactly, with a standard deviation of 0.005
    assert covered == pytest.approx(0.9, abs=0.02)


def test_values_of_new_units_are_covered() -> None:
    random = np.random.default_rng(5)
    units = np.repeat(np.arange(29), 10)
    drawn = random.standard_normal((1000, 30, 1)) + 0.3 * random.standard_normal((1000, 30, 10))
    plain, by_unit = (
        np.mean([(row[29] <= value_at(row[:29].ravel(), 0.9, names)).mean() for row in drawn])
        for names in (None, units)
    )
    assert by_unit >= 0.9 - 0.02
    # without units the values of a unit are taken for as many independent ones
    assert plain < by_unit
