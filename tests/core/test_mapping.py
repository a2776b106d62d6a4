"""Finding the grid of a survey."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.mapping import Grid, find_grid


def make(rows: int = 14, columns: int = 16, step: float = 2000.0) -> tuple[np.ndarray, np.ndarray]:
    x, y = np.meshgrid(412_000 + step * np.arange(columns), 4_312_000 + step * np.arange(rows))
    return x.ravel(), y.ravel()


def found(x: np.ndarray, y: np.ndarray) -> Grid:
    grid = find_grid(x, y)
    assert grid is not None
    return grid


@given(
    st.integers(2, 30),
    st.integers(2, 30),
    st.floats(1e-4, 1e4),
    st.floats(1e-4, 1e4),
    st.floats(-1e4, 1e4),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=60, deadline=None)
def test_a_full_grid_is_found_whatever_its_order(rows, columns, step_x, step_y, start, seed):
    x, y = np.meshgrid(start + step_x * np.arange(columns), start - step_y * np.arange(rows))
    order = np.random.default_rng(seed).permutation(x.size)
    grid = found(x.ravel()[order], y.ravel()[order])
    assert grid.shape == (rows, columns)
    assert grid.step_x == pytest.approx(step_x, rel=1e-6)
    assert grid.step_y == pytest.approx(step_y, rel=1e-6)
    assert len(set(grid.index.tolist())) == rows * columns


def test_the_cell_of_each_sample_is_its_place():
    x, y = make()
    order = np.random.default_rng(0).permutation(x.size)
    grid = found(x[order], y[order])
    assert np.allclose(grid.x + grid.index % grid.columns * grid.step_x, x[order])
    assert np.allclose(grid.y + grid.index // grid.columns * grid.step_y, y[order])


def test_bounds_are_the_edges_of_the_outer_cells():
    x, y = make(rows=3, columns=5, step=10.0)
    assert found(x, y).bounds == pytest.approx((411_995, 4_311_995, 412_045, 4_312_025))


def test_missing_cells_and_a_missing_row_do_no_harm():
    x, y = make()
    kept = np.random.default_rng(1).random(x.size) > 0.3
    kept &= y != y.min() + 4000
    grid = found(x[kept], y[kept])
    assert grid.shape == (14, 16)
    assert grid.step_y == pytest.approx(2000)


@pytest.mark.parametrize("noise", [1e-6, 1e-4, 5e-3])
def test_rounded_coordinates_do_no_harm(noise):
    x, y = make(60, 80)
    shake = np.random.default_rng(2).uniform(-noise, noise, (2, x.size)) * 2000
    grid = found(x + shake[0], y + shake[1])
    assert grid.shape == (60, 80)
    assert len(set(grid.index.tolist())) == x.size


def test_a_sample_without_coordinates_has_no_cell():
    x, y = make()
    x[7] = np.nan
    grid = found(x, y)
    assert grid.index[7] == -1
    raster = grid.raster(np.arange(x.size), -1)
    assert (raster == -1).sum() == 1
    assert raster[0, 8] == 8


def test_samples_of_the_cells_undo_the_cells_of_the_samples():
    x, y = make()
    order = np.random.default_rng(3).permutation(x.size)
    grid = found(x[order], y[order])
    samples = grid.samples().ravel()
    assert np.array_equal(samples[grid.index], np.arange(x.size))


def scattered(number: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(4)
    return random.uniform(0, 1e5, number), random.uniform(0, 1e5, number)


def sparse() -> tuple[np.ndarray, np.ndarray]:
    x, y = make(40, 40)
    kept = np.random.default_rng(5).random(x.size) < 0.3
    return x[kept], y[kept]


def crowded() -> tuple[np.ndarray, np.ndarray]:
    x, y = make()
    return np.tile(x, 3), np.tile(y, 3)


@pytest.mark.parametrize(
    "points",
    [
        scattered(3),
        scattered(50),
        scattered(5000),
        sparse(),
        crowded(),
        (np.arange(20.0), np.zeros(20)),
        (np.arange(20.0), np.arange(20.0)),
        (np.full(9, np.nan), np.full(9, np.nan)),
        (np.empty(0), np.empty(0)),
    ],
    ids=["three", "few", "many", "sparse", "crowded", "line", "diagonal", "missing", "none"],
)
def test_what_is_no_grid_stays_points(points):
    assert find_grid(*points) is None
