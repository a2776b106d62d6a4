"""From samples with coordinates to rasters: find the regular grid they lie on, if they do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Coordinates in files are rounded, so a sample may lie this part of a step beside its cell.
TOLERANCE = 0.02
LEAST_FILLED = 0.5
# Fewer distinct cells than this part of the samples means several samples a cell: not a grid.
LEAST_DISTINCT = 0.9
_NOISE_LEVELS = (1e-4, 1e-3, 1e-2, 1e-1)


@dataclass(frozen=True, eq=False)
class Grid:
    """A regular grid parallel to the axes, with the cell of each sample.

    Attributes
    ----------
    x, y
        Coordinates of the centre of the first cell: smallest x, smallest y.
    step_x, step_y
        Distance of neighbouring cells; positive.
    rows, columns
        Shape; row 0 has the smallest y.
    index
        For each sample, ``row * columns + column``; -1 where a coordinate is missing.
    """

    x: float
    y: float
    step_x: float
    step_y: float
    rows: int
    columns: int
    index: NDArray[np.int64]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.columns

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Outer edges of the cells: smallest x, smallest y, largest x, largest y."""
        left, bottom = self.x - self.step_x / 2, self.y - self.step_y / 2
        return left, bottom, left + self.columns * self.step_x, bottom + self.rows * self.step_y

    @cached_property
    def is_in_order(self) -> bool:
        """Whether the samples are the cells, row by row from the smallest y."""
        if self.index.size != self.rows * self.columns:
            return False
        return bool(np.array_equal(self.index, np.arange(self.index.size)))

    def raster(self, values: NDArray[Any], missing: float | int) -> NDArray[Any]:
        """Return the values of the samples as a raster, ``missing`` where no sample lies."""
        cells = np.full(self.rows * self.columns, missing, dtype=np.asarray(values).dtype)
        placed = self.index >= 0
        if placed.all():
            cells[self.index] = values
        else:
            cells[self.index[placed]] = values[placed]
        return cells.reshape(self.shape)

    def samples(self) -> NDArray[np.int64]:
        """Return the sample of each cell as a raster, -1 where there is none."""
        return self.raster(np.arange(self.index.size, dtype=np.int64), -1)


def find_grid(x: NDArray[Any], y: NDArray[Any]) -> Grid | None:
    """Find the regular grid on which samples lie.

    Cells may be missing and coordinates may be rounded. Several rows and several columns are
    needed, at least half of the cells must be filled and nearly every sample must have a cell of
    its own; otherwise there is no grid and the samples are points.
    """
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    known = np.isfinite(x) & np.isfinite(y)
    placed = int(known.sum())
    if placed < 4:
        return None
    everywhere = placed == x.size
    along_x = _find_axis(x if everywhere else x[known], placed)
    along_y = _find_axis(y if everywhere else y[known], placed) if along_x else None
    if along_x is None or along_y is None:
        return None
    first_x, step_x, columns, column = along_x
    first_y, step_y, rows, row = along_y
    cells = row * columns + column
    if not _is_filled(cells, rows * columns):
        return None
    index = cells
    if not everywhere:
        index = np.full(x.size, -1, dtype=np.int64)
        index[known] = cells
    return Grid(first_x, first_y, step_x, step_y, rows, columns, index)


def _is_filled(cells: NDArray[np.int64], size: int) -> bool:
    if cells.size < LEAST_FILLED * size:
        return False
    taken = np.zeros(size, dtype=bool)
    taken[cells] = True
    distinct = int(taken.sum())
    return distinct >= LEAST_FILLED * size and distinct >= LEAST_DISTINCT * cells.size


def _find_axis(
    values: NDArray[np.float64], samples: int
) -> tuple[float, float, int, NDArray[np.int64]] | None:
    """Return first coordinate, step, number of lines and the line of each value."""
    lines = np.unique(values)
    gaps = np.diff(lines)
    if gaps.size == 0:
        return None
    first, span = float(lines[0]), float(lines[-1] - lines[0])
    for level in _NOISE_LEVELS:
        number = round(span / _usual_step(lines, gaps > level * gaps.max())) + 1
        if not 2 <= number <= samples / LEAST_FILLED / 2 + 1:
            continue
        found = _fit(lines, first, span / (number - 1))
        if found is not None:
            first_fitted, step = found
            line = np.rint((values - first_fitted) / step).astype(np.int64)
            return first_fitted, step, number, line
    return None


def _usual_step(lines: NDArray[np.float64], parted: NDArray[np.bool_]) -> float:
    """Return the distance of neighbouring lines, of which rounding makes several each.

    Parameters
    ----------
    parted
        Which gaps part two lines of the grid; the others are far smaller.
    """
    starts = lines[np.concatenate(([True], parted))]
    ends = lines[np.concatenate((parted, [True]))]
    steps = np.diff((starts + ends) / 2)
    return float(np.median(steps[steps < 1.5 * steps.min()]))


def _fit(lines: NDArray[np.float64], first: float, step: float) -> tuple[float, float] | None:
    """Return the best first line and step, or None when some line lies between two cells."""
    place = np.rint((lines - first) / step)
    centred = place - place.mean()
    step = float(centred @ lines / (centred @ centred))
    first = float(lines.mean() - place.mean() * step)
    beside = np.abs((lines - first) / step - place)
    return (first, step) if beside.max() <= TOLERANCE else None
