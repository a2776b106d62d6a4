"""What the elements, and the cells, of a window contribute to the probability of a class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.explaining.fold_cells import FoldCells
from core.explaining.gradients import mean_gradients
from core.explaining.subject import Contributions
from core.explaining.window_members import WindowMembers

Array = NDArray[np.float64]
Rows = NDArray[np.int64]


def window_contributions(
    members: WindowMembers, cells: FoldCells, around: Rows, classes: Rows
) -> Contributions:
    """Return what each element contributes, the sum over the cells of its window.

    The baseline is the same window with usual values in every cell that holds a sample: cells
    without one, and the mask, are alike at both ends of the way and contribute nothing.

    Parameters
    ----------
    around
        int64, shape (P, n, n). The cells of each window, -1 where no sample lies.
    classes
        int64, shape (P,). The class that is explained of each.
    """
    coordinates = cells.coordinates(around)
    usual = np.broadcast_to(cells.usual, coordinates.shape)
    inputs, baselines = cells.windows(coordinates, around), cells.windows(usual, around)
    found = mean_gradients(members, _flat(inputs), _flat(baselines), classes)
    slopes = found.slopes.reshape(members.count, *inputs.shape)[:, :, : len(cells.made.matrix)]
    values = np.einsum("vptij,tu->vpiju", slopes, cells.made.matrix, optimize=True)
    is_filled = around >= 0
    values *= np.where(is_filled[..., np.newaxis], coordinates - usual, 0.0)
    of_cells = np.where(is_filled, values.sum(axis=-1), np.nan)
    return Contributions(values.sum(axis=(2, 3)), found.missing, of_cells)


def _flat(windows: NDArray[np.float32]) -> Array:
    return windows.reshape(len(windows), -1).astype(np.float64)
