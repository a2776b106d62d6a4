"""Entropy, threshold classes, residuals and differences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import entropy as scipy_entropy

from core import map_values
from core.map_values import RIGHT, WRONG


@given(st.integers(2, 12), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_entropy_is_that_of_scipy_over_its_largest_value(classes, rows, seed):
    p = np.random.default_rng(seed).dirichlet(np.full(classes, 0.4), rows)
    expected = scipy_entropy(p, axis=1) / np.log(classes)
    assert np.allclose(map_values.entropy(list(p.T)), expected, atol=1e-12)


def test_entropy_of_certainty_of_no_idea_and_of_a_gap():
    p = [np.array([1.0, 0.5, np.nan]), np.array([0.0, 0.5, 0.5])]
    found = map_values.entropy(p)
    assert found[:2].tolist() == [0.0, 1.0]
    assert np.isnan(found[2])
    assert map_values.entropy([np.ones(3)]).tolist() == [0, 0, 0]
    assert len(map_values.entropy([])) == 0


def test_threshold_classes_begin_above_the_threshold():
    values = np.array([0.0, 33.1, 33.2, 66.2, 66.3, 132.4, 1e6, np.nan, -4.0])
    codes = map_values.threshold_classes(values, 33.1)
    assert codes.tolist() == [0, 0, 1, 1, 2, 2, 3, -1, 0]


def test_right_wrong_and_unknown():
    known, predicted = np.array([0, 1, -1, 2]), np.array([0, 2, 1, -1])
    assert map_values.judged(known, predicted).tolist() == [RIGHT, WRONG, -1, -1]


def test_what_is_missing_to_the_known_class():
    p = [np.array([0.9, 0.3, 0.5]), np.array([0.1, 0.7, 0.5])]
    missing = map_values.missing_probability(p, np.array([0, 0, -1]))
    assert missing[:2] == pytest.approx([0.1, 0.7])
    assert np.isnan(missing[2])


def test_classes_are_matched_by_name_and_flips_keep_the_present_class():
    other = map_values.recoded(np.array([0, 1, 2, -1]), ("b", "a", "gone"), ("a", "b"))
    assert other.tolist() == [1, 0, -1, -1]
    present = np.array([1, 1, 0, -1])
    assert map_values.flips(present, other, unchanged=9).tolist() == [9, 1, 0, -1]


def test_residuals_are_those_of_least_squares():
    random = np.random.default_rng(0)
    others = random.lognormal(3, 1, (2, 300))
    noise = random.normal(0, 0.2, 300)
    y = 10 ** (0.5 + 0.8 * np.log10(others[0]) - 0.3 * np.log10(others[1]) + noise)
    y[5], others[1, 6] = np.nan, np.nan
    found = map_values.linear_residual(y, list(others), logarithm=True)
    assert np.isnan(found[[5, 6]]).all()
    known = np.isfinite(found)
    assert known.sum() == 298
    design = np.column_stack([np.ones(298), np.log10(others[:, known]).T])
    fit, _, _, _ = np.linalg.lstsq(design, np.log10(y[known]), rcond=None)
    left = np.log10(y[known]) - design @ fit
    assert np.allclose(found[known], left / np.sqrt(left @ left / 295), atol=1e-8)


@pytest.mark.parametrize(
    ("y", "x"),
    [([1.0, 2.0], [3.0, 4.0]), ([1.0, 2.0, 3.0, 4.0], [2.0, 4.0, 6.0, 8.0])],
    ids=["too few", "exact"],
)
def test_without_anything_left_there_is_no_residual(y, x):
    found = map_values.linear_residual(np.array(y), [np.array(x)], logarithm=False)
    assert np.isnan(found).all()


def test_a_column_of_one_value_does_not_break_the_fit():
    y = np.array([1.0, 3.0, 2.0, 5.0, 4.0])
    found = map_values.linear_residual(y, [np.full(5, 7.0)], logarithm=False)
    assert found == pytest.approx((y - 3) / np.sqrt(10 / 3))
