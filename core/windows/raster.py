"""The cells of a survey: those of the grid that its samples lie on, or cells laid over them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.exporting.coordinate_system import metric_of
from core.grid_proposals import propose
from core.mapping import Grid, find_grid
from datasets.messages import InputError

MOST_CELLS = 20_000_000
# the grid of a new table is the model's when its steps differ by no more than this part
ALIKE = 0.01


def find_cells(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    crs: str,
    steps: tuple[float, float] = (0.0, 0.0),
) -> Grid:
    """Find the cells of samples: the regular grid that they lie on, or cells laid over them.

    Parameters
    ----------
    x, y
        float64, shape (P,); NaN where missing.
    steps
        Sides of a cell; 0: those of the regular grid or, where samples are scattered, the median
        distance of a sample from its nearest neighbour.

    Raises
    ------
    InputError
        When there are fewer than two places, or the cells are too many.
    """
    grid = find_grid(x, y)
    if grid is not None and _fits(steps, (grid.step_x, grid.step_y)):
        return grid
    known = np.isfinite(x) & np.isfinite(y)
    if min(steps) <= 0:
        cell = propose(x[known], y[known], metric_of(crs)).cell
        steps = (cell, cell)
    return _laid_over(x, y, known, steps)


def _fits(wanted: tuple[float, float], found: tuple[float, float]) -> bool:
    return min(wanted) <= 0 or bool(np.allclose(wanted, found, rtol=ALIKE, atol=0.0))


def _laid_over(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    known: NDArray[np.bool_],
    steps: tuple[float, float],
) -> Grid:
    if not known.any():
        raise InputError(
            "No sample has coordinates, so there are no cells around it; choose the columns of "
            "the coordinates."
        )
    left, bottom = float(x[known].min()), float(y[known].min())
    columns = round((float(x[known].max()) - left) / steps[0]) + 1
    rows = round((float(y[known].max()) - bottom) / steps[1]) + 1
    if rows * columns > MOST_CELLS:
        raise InputError(
            "Cells of {cell} would be {rows} × {columns}, too many to hold; choose a larger cell "
            "size.",
            cell=f"{steps[0]:g}",
            rows=f"{rows:,}",
            columns=f"{columns:,}",
        )
    index = np.full(x.size, -1, np.int64)
    column = np.rint((x[known] - left) / steps[0]).astype(np.int64)
    row = np.rint((y[known] - bottom) / steps[1]).astype(np.int64)
    index[known] = row * columns + column
    return Grid(left, bottom, *steps, rows, columns, index)
