"""Logratios against values worked out by hand, and the laws that define them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.compositions import Array, clr, clr_inverse, ilr, ilr_basis, ilr_inverse

# Aitchison's arctic lake sediments (1986, appendix 1), samples 1 to 3: sand, silt, clay in %
LAKE = np.array([[77.5, 19.5, 3.0], [71.9, 24.9, 3.2], [50.7, 36.1, 13.2]])

COMPOSITIONS = st.integers(2, 9).flatmap(
    lambda parts: arrays(
        np.float64,
        st.tuples(st.integers(1, 12), st.just(parts)),
        elements=st.floats(1e-6, 1e6),
    )
)


def test_three_parts_by_hand() -> None:
    # 1, e and e⁴: the geometric mean is e^(5/3)
    parts = np.exp([[0.0, 1.0, 4.0]])
    assert clr(parts)[0] == pytest.approx([-5 / 3, -2 / 3, 7 / 3], rel=0, abs=1e-12)
    # √½·ln(x₁/x₂) and √⅔·ln(√(x₁x₂)/x₃), Egozcue et al. 2003
    wanted = [-np.sqrt(1 / 2), np.sqrt(2 / 3) * (0.5 - 4)]
    assert ilr(parts)[0] == pytest.approx(wanted, rel=0, abs=1e-12)


def test_the_arctic_lake_by_the_formulas_of_the_papers() -> None:
    for parts, centred, isometric in zip(LAKE, clr(LAKE), ilr(LAKE), strict=True):
        x1, x2, x3 = parts.tolist()
        g = (x1 * x2 * x3) ** (1 / 3)
        assert centred == pytest.approx(np.log([x1 / g, x2 / g, x3 / g]), rel=0, abs=1e-12)
        wanted = [np.log(x1 / x2) / np.sqrt(2), np.log(x1 * x2 / x3**2) / np.sqrt(6)]
        assert isometric == pytest.approx(wanted, rel=0, abs=1e-12)


@given(COMPOSITIONS)
@settings(deadline=None)
def test_what_defines_them(parts: Array) -> None:
    centred, isometric = clr(parts), ilr(parts)
    assert np.abs(centred.sum(axis=1)).max() < 1e-11
    basis = ilr_basis(parts.shape[1])
    assert np.allclose(basis @ basis.T, np.eye(len(basis)), atol=1e-12)
    assert np.allclose(isometric, centred @ basis.T, atol=1e-11)
    # the distance of two compositions is the same in both
    between = np.linalg.norm(centred[0] - centred[-1])
    assert np.linalg.norm(isometric[0] - isometric[-1]) == pytest.approx(between, abs=1e-10)


@given(COMPOSITIONS, st.floats(1e-6, 1e6))
@settings(deadline=None)
def test_the_size_of_the_whole_says_nothing(parts: Array, size: float) -> None:
    assert np.allclose(clr(parts * size), clr(parts), atol=1e-11)
    assert np.allclose(ilr(parts * size), ilr(parts), atol=1e-11)


@given(COMPOSITIONS)
@settings(deadline=None)
def test_there_and_back(parts: Array) -> None:
    closed = parts / parts.sum(axis=1, keepdims=True)
    assert np.allclose(clr_inverse(clr(parts)), closed, rtol=1e-10, atol=0)
    assert np.allclose(ilr_inverse(ilr(parts)), closed, rtol=1e-10, atol=0)


@given(COMPOSITIONS)
@settings(deadline=None)
def test_a_sample_comes_out_the_same_alone(parts: Array) -> None:
    for row in range(len(parts)):
        alone = parts[[row]]
        assert np.array_equal(clr(alone)[0], clr(parts)[row])
        assert np.array_equal(ilr(alone)[0], ilr(parts)[row])


def test_a_missing_part_leaves_the_whole_sample_unknown() -> None:
    parts = np.array([[1.0, 2.0, np.nan], [1.0, 2.0, 3.0]])
    assert np.isnan(clr(parts)[0]).all()
    assert np.isfinite(clr(parts)[1]).all()


def test_far_apart_parts_do_not_overflow_on_the_way_back() -> None:
    assert clr_inverse(np.array([[800.0, -800.0]])).tolist() == [[1.0, 0.0]]
