"""A table whose samples have neighbours: its elements, and the cells that its rows lie in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.mapping import Grid
from core.parts import Parts
from core.protocols.second_file import SecondFile
from core.windows.model import WindowCNN


@dataclass(frozen=True)
class LaidSurvey:
    """All rows of a table.

    Attributes
    ----------
    features, censored
        float64 and bool, shape (rows, S), as in a `Dataset`.
    grid
        Their cells.
    """

    features: NDArray[np.float64]
    censored: NDArray[np.bool_]
    grid: Grid


def survey_of(model: WindowCNN, parts: Parts) -> LaidSurvey:
    """Return the table that a model was trained on."""
    dataset = parts.dataset
    assert dataset.coordinates is not None
    grid = model.grid(dataset.coordinates, dataset.crs)
    return LaidSurvey(dataset.features, dataset.censored, grid)


def survey_of_second(model: WindowCNN, second: SecondFile) -> LaidSurvey:
    """Return the table that judges a model, with all its rows."""
    around = second.around
    assert around is not None
    grid = model.grid(around.coordinates, around.crs)
    return LaidSurvey(around.features, around.censored, grid)
