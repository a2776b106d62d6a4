"""The cells of a survey as the members of one fold see them, and windows put together of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.explaining.coordinates import Coordinates, coordinates_of
from core.explaining.laid_survey import LaidSurvey
from core.preparation import FittedPreparation
from core.windows.neighbours import Neighbours

Array = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class FoldCells:
    """Coordinates of M cells, see `core.explaining.coordinates`, of which windows are put together.

    Inputs of a cell with several samples are means over these. They are a straight function of
    the coordinates, so the means of the coordinates lead to the same inputs.

    Attributes
    ----------
    values
        float64, shape (M + 1, U). The last cell is a usual one: it stands where no sample lies.
    made
        How inputs come of coordinates.
    mask
        Whether a last channel says which cells hold samples.
    """

    values: Array
    made: Coordinates
    mask: bool

    @property
    def usual(self) -> Array:
        """Coordinates of the usual cell, shape (U,)."""
        found: Array = self.values[-1]
        return found

    def coordinates(self, around: Rows) -> Array:
        """Return the coordinates in windows, shape (P, n, n, U), from cells of shape (P, n, n)."""
        found: Array = self.values[around]
        return found

    def windows(self, coordinates: Array, around: Rows) -> NDArray[np.float32]:
        """Return what a CNN reads, float32, shape (P, channels, n, n).

        Where no sample lies all channels are 0, whatever the coordinates are.
        """
        is_filled = (around >= 0)[..., np.newaxis]
        inputs = np.where(is_filled, self.made.inputs(coordinates), 0.0)
        if self.mask:
            inputs = np.concatenate([inputs, is_filled], axis=-1)
        return np.ascontiguousarray(np.moveaxis(inputs, -1, 1), np.float32)


def fold_cells(
    fitted: FittedPreparation,
    survey: LaidSurvey,
    neighbours: Neighbours,
    usual: Array,
    *,
    mask: bool,
) -> FoldCells:
    """Return the cells around samples, prepared by a fold.

    Parameters
    ----------
    survey
        The table that the samples and their neighbours are rows of.
    usual
        float64, shape (U,). Coordinates of the cell that stands where no sample lies.
    """
    rows = neighbours.rows
    made = coordinates_of(fitted, survey.features[rows], survey.censored[rows])
    values = np.vstack([neighbours.means(made.values), usual])
    return FoldCells(values, made, mask)
