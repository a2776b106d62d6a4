"""Where the cells of a raster lie."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.mapping import Grid
from datasets.messages import InputError

MOST_CELLS = 40_000_000


@dataclass(frozen=True)
class Frame:
    """A raster parallel to the axes.

    Attributes
    ----------
    x, y
        Coordinates of the centre of the first cell: smallest x, smallest y.
    step_x, step_y
        Sides of a cell; positive.
    rows, columns
        Shape; row 0 has the smallest y.
    """

    x: float
    y: float
    step_x: float
    step_y: float
    rows: int
    columns: int

    @classmethod
    def of_grid(cls, grid: Grid) -> Frame:
        """Return the cells of a regular grid, their centres on its samples."""
        return cls(grid.x, grid.y, grid.step_x, grid.step_y, grid.rows, grid.columns)

    @classmethod
    def around(cls, x: NDArray[np.float64], y: NDArray[np.float64], cell: float) -> Frame:
        """Return square cells over all samples, their edges on multiples of the side.

        Raises
        ------
        InputError
            When the side is no length, or makes more than `MOST_CELLS` cells.
        """
        if not (math.isfinite(cell) and cell > 0):
            raise InputError(
                "The cell size {cell} is no length; give a number above 0.", cell=str(cell)
            )
        first = [math.floor(float(axis.min()) / cell) for axis in (x, y)]
        last = [math.floor(float(axis.max()) / cell) for axis in (x, y)]
        columns, rows = (end - begin + 1 for begin, end in zip(first, last, strict=True))
        if rows * columns > MOST_CELLS:
            least = cell * math.sqrt(rows * columns / MOST_CELLS)
            raise InputError(
                "Cells of {cell} would be {cells} over this survey, more than {most}; choose a "
                "cell of {least} or larger.",
                cell=f"{cell:g}",
                cells=f"{rows * columns:,}",
                most=f"{MOST_CELLS:,}",
                least=f"{least:.3g}",
            )
        return cls(
            (first[0] + 0.5) * cell, (first[1] + 0.5) * cell, cell, cell, int(rows), int(columns)
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.columns

    @property
    def size(self) -> int:
        """Number of cells."""
        return self.rows * self.columns

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Outer edges: smallest x, smallest y, largest x, largest y."""
        left, bottom = self.x - self.step_x / 2, self.y - self.step_y / 2
        return left, bottom, left + self.columns * self.step_x, bottom + self.rows * self.step_y

    def centres(self, first: int, last: int) -> NDArray[np.float64]:
        """Return the centres of the cells first … last - 1, row by row; shape (last - first, 2)."""
        rows, columns = np.divmod(np.arange(first, last), self.columns)
        return np.column_stack([self.x + columns * self.step_x, self.y + rows * self.step_y])
