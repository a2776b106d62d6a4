"""The cells in the windows of some samples, each cell once: what little of a survey they reach."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.mapping import Grid

Array = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Neighbours:
    """Of N samples, in M cells; a sample in the middle of its window is a cell by itself.

    Attributes
    ----------
    rows
        int64, shape (R,). Rows of the table that lie in the cells.
    cell
        int64, shape (R,), 0 to M - 1. The cell that each lies in.
    around
        int64, shape (N, n, n). The cell at each place of a window, row 0 with the smallest y; -1
        where no sample lies.
    """

    rows: Rows
    cell: Rows
    around: Rows

    @property
    def cells(self) -> int:
        """How many cells there are, M."""
        return int(self.cell.max(initial=-1)) + 1

    def means(self, values: Array) -> Array:
        """Return the mean of each cell, shape (M, U), from values of the rows, shape (R, U)."""
        counts = np.bincount(self.cell, minlength=self.cells)
        sums = [np.bincount(self.cell, each, self.cells) for each in values.T]
        found: Array = np.column_stack(sums) / counts[:, np.newaxis]
        return found


def neighbours_of(rows: Rows, grid: Grid, cells: int) -> Neighbours:
    """Find the cells around samples as `core.windows.samples.cut_windows` does.

    Parameters
    ----------
    rows
        int64, shape (N,). The samples, as rows of the table.
    grid
        The cells of all rows of the table.
    cells
        Side of a window, odd.
    """
    wanted = _around(rows, grid, cells)
    reached = np.flatnonzero(np.isin(grid.index, wanted[wanted >= 0]))
    # a cell by which no sample lies is not among them
    filled = np.unique(grid.index[reached])
    place = np.minimum(np.searchsorted(filled, wanted), max(len(filled) - 1, 0))
    around = np.where(filled[place] == wanted, place, -1) if len(filled) else wanted
    own = len(filled) + np.arange(len(rows))
    around[:, cells // 2, cells // 2] = own
    return Neighbours(
        np.concatenate([reached, rows]),
        np.concatenate([np.searchsorted(filled, grid.index[reached]), own]),
        around,
    )


def _around(rows: Rows, grid: Grid, cells: int) -> Rows:
    """Return the cells of the grid in the windows of samples, shape (N, n, n), -1 beyond the edge.

    A sample without a place has none around it.
    """
    index = grid.index[rows][:, np.newaxis, np.newaxis]
    shift = np.arange(cells) - cells // 2
    row = index // grid.columns + shift[:, np.newaxis]
    column = index % grid.columns + shift
    inside = (row >= 0) & (row < grid.rows) & (column >= 0) & (column < grid.columns)
    return np.where(inside & (index >= 0), row * grid.columns + column, -1)
