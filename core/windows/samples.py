"""The window of cells around each sample of a survey, as a CNN sees it."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from core.cnn.augmenting import Augmenter
from core.mapping import Grid


class WindowSamples:
    """Windows cut from maps that lie whole on the device.

    Parameters
    ----------
    maps
        float32, shape (C, rows, columns), with a blank border as wide as half a window, and below
        it a blank block for samples without coordinates. The last channel is the mask where
        there is one: 1 where a cell holds samples.
    own
        float32, shape (P, C). What each sample itself has: it stands in the middle of its window,
        also where a cell holds several samples.
    row, column
        int64, shape (P,). First row and column of each window in `maps`.
    cells
        Side of a window.
    """

    def __init__(
        self,
        maps: torch.Tensor,
        own: torch.Tensor,
        row: torch.Tensor,
        column: torch.Tensor,
        cells: int,
    ) -> None:
        self._maps = maps
        self._own = own
        self._row = row
        self._column = column
        self._cells = cells
        # a view, (C, rows, columns, cells, cells), which takes no memory
        self._windows = maps.unfold(1, cells, 1).unfold(2, cells, 1)

    @property
    def shape(self) -> tuple[int, int, int]:
        """Channels, and the side of a window twice."""
        return len(self._maps), self._cells, self._cells

    @property
    def device(self) -> torch.device:
        return self._maps.device

    def __len__(self) -> int:
        return len(self._own)

    def batch(
        self,
        rows: torch.Tensor,
        augmenter: Augmenter | None = None,
        generator: torch.Generator | None = None,
    ) -> torch.Tensor:
        """See `core.cnn.samples.Samples.batch`."""
        found = self._windows[:, self._row[rows], self._column[rows]]
        values = found.transpose(0, 1).contiguous()
        middle = self._cells // 2
        values[:, :, middle, middle] = self._own[rows]
        return values if augmenter is None else augmenter(values, generator)

    def to(self, device: torch.device | str) -> WindowSamples:
        """Return the same samples on another device."""
        return WindowSamples(
            self._maps.to(device),
            self._own.to(device),
            self._row.to(device),
            self._column.to(device),
            self._cells,
        )


def cut_windows(
    inputs: NDArray[np.float64], grid: Grid, cells: int, *, mask: bool
) -> WindowSamples:
    """Lay prepared features out as maps and cut a window around every sample.

    Parameters
    ----------
    inputs
        float64, shape (P, S). Prepared features; 0 is their usual value, so that is what cells
        without samples and cells beyond the edge have.
    cells
        Side of a window, odd.
    mask
        Whether one more channel says which cells hold samples.
    """
    own = inputs.astype(np.float32)
    if mask:
        own = np.column_stack([own, np.ones(len(own), np.float32)])
    maps = _maps(own, grid)
    half = cells // 2
    # below the border a block of blank cells: the windows of samples without a place
    padded = np.pad(maps, ((0, 0), (half, half + cells), (half, half)))
    row, column = np.divmod(grid.index, grid.columns)
    lost = grid.index < 0
    row[lost], column[lost] = grid.rows + 2 * half, 0
    return WindowSamples(
        torch.from_numpy(padded),
        torch.from_numpy(own),
        torch.from_numpy(row),
        torch.from_numpy(column),
        cells,
    )


def _maps(own: NDArray[np.float32], grid: Grid) -> NDArray[np.float32]:
    """Return the mean of the samples of each cell, shape (C, rows, columns), 0 where none are."""
    placed = grid.index >= 0
    size = grid.rows * grid.columns
    cell = grid.index[placed]
    counts = np.maximum(np.bincount(cell, minlength=size), 1)
    maps = np.empty((own.shape[1], size), np.float32)
    for channel in range(own.shape[1]):
        sums = np.bincount(cell, weights=own[placed, channel], minlength=size)
        maps[channel] = sums / counts
    return maps.reshape(-1, grid.rows, grid.columns)
