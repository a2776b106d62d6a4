"""The compiled search for the nearest points, against scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from core.kernels.neighbours import relative_distances

Array = NDArray[np.float64]


def found_by(samples: Array, points: Array, spacing: Array, nearest: int) -> Array:
    found = np.empty(len(samples))
    relative_distances(samples, np.ascontiguousarray(points.T), spacing, nearest, found)
    return found


@given(st.integers(1, 60), st.integers(1, 8), st.integers(1, 12), st.integers(0, 10**6))
def test_it_finds_what_a_search_tree_finds(rows: int, inputs: int, nearest: int, seed: int) -> None:
    nearest = min(nearest, rows)
    random = np.random.default_rng(seed)
    points, samples = random.normal(size=(rows, inputs)), random.normal(size=(7, inputs))
    spacing = random.uniform(0.5, 2.0, rows)
    far, who = cKDTree(points).query(samples, k=np.arange(1, nearest + 1))
    wanted = far.mean(axis=1) / spacing[who].mean(axis=1)
    assert found_by(samples, points, spacing, nearest) == pytest.approx(wanted, rel=1e-12)


def test_a_point_lies_at_no_distance_from_its_copies() -> None:
    points = np.repeat(np.array([[0.1, 0.7], [1.0, 2.0]]), 3, axis=0)
    assert found_by(points, points, np.ones(6), 3).tolist() == [0.0] * 6


def test_a_gap_stays_one_and_what_has_no_bound_lies_beyond_all() -> None:
    samples = np.array([[np.nan, 0.0], [0.0, np.nan], [np.inf, 0.0], [0.0, 0.0]])
    found = found_by(samples, np.eye(2), np.ones(2), 2)
    assert np.isnan(found[:2]).all()
    assert found[2:].tolist() == [np.inf, 1.0]
