"""The edges of picked cells, so that a selection is seen and the classes in it too."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.mapping import Grid

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def cell_outline(grid: Grid, rows: NDArray[np.int64]) -> Floats:
    """Return the edges between picked and other cells as straight pieces.

    Parameters
    ----------
    rows
        int64, the picked samples; those without a cell are left out.

    Returns
    -------
    ndarray
        float64, shape (S, 4): x, y, x, y; edges that follow each other are one piece.
    """
    cells = grid.index[rows]
    up, across = np.divmod(cells[cells >= 0], grid.columns)
    if len(up) == 0:
        return np.empty((0, 4))
    first_up, first_across = int(up.min()), int(across.min())
    # a frame of cells that are not picked, so that every edge has two sides
    picked = np.zeros((int(up.max()) - first_up + 3, int(across.max()) - first_across + 3), bool)
    picked[up - first_up + 1, across - first_across + 1] = True
    line, start, end = _runs(picked[1:] != picked[:-1])
    level = np.column_stack([start, line + 1, end, line + 1])
    line, start, end = _runs((picked[:, 1:] != picked[:, :-1]).T)
    upright = np.column_stack([line + 1, start, line + 1, end])
    pieces = np.concatenate([level, upright]).astype(np.float64)
    pieces[:, 0::2] = grid.x + (pieces[:, 0::2] + first_across - 1.5) * grid.step_x
    pieces[:, 1::2] = grid.y + (pieces[:, 1::2] + first_up - 1.5) * grid.step_y
    return pieces


def _runs(edges: Flags) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return line, first place and the place behind the last of each run of edges on a line."""
    framed = np.zeros((edges.shape[0], edges.shape[1] + 2), np.int8)
    framed[:, 1:-1] = edges
    steps = np.diff(framed, axis=1)
    line, start = np.nonzero(steps == 1)
    return line, start, np.nonzero(steps == -1)[1]
