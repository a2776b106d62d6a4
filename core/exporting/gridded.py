"""Layers of scattered samples, interpolated: bands of one raster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.exporting.coordinate_system import metric_of
from core.exporting.layers import Layer
from core.exporting.placement import unplaced
from core.exporting.results import Results
from core.gridding import GridRaster, Spread, grid_points
from datasets.messages import InputError, Message

Progress = Callable[[int, int], None]


class Gridding:
    """The cells over all samples of some results, and layers interpolated on them.

    Parameters
    ----------
    spread
        How. Its logarithm counts for layers without limits alone.

    Attributes
    ----------
    frame
        The cells.
    spread
        How, with the cell and the radius that were proposed.
    notices
        What there is to say so far.

    Raises
    ------
    InputError
        When there are no coordinates, or the cells would be too many.
    """

    def __init__(self, results: Results, spread: Spread) -> None:
        if not results.has_places:
            raise InputError(
                "The results have no coordinates, so there is no map of them; choose coordinate "
                "columns and train again, or take them away as a table."
            )
        known = np.isfinite(results.x) & np.isfinite(results.y)
        self._results, self._metric = results, metric_of(results.crs)
        self.frame, radius = spread.fitted(results.x[known], results.y[known], self._metric)
        self.spread = replace(spread, cell=self.frame.step_x, radius=radius)
        self.notices: list[Message] = unplaced(int((~known).sum()))

    def raster(self, layer: Layer, progress: Progress = lambda done, total: None) -> GridRaster:
        """Return a layer on the cells; what there is to say of it joins the notices."""
        spread = self.spread
        if layer.limits is not None:
            # a probability of 0 has no logarithm
            spread = replace(spread, choices=replace(spread.choices, logarithm=False))
        found = grid_points(
            self._results.x,
            self._results.y,
            layer.values,
            spread,
            frame=self.frame,
            limits=layer.limits,
            metric=self._metric,
            progress=progress,
        )
        new = [each for each in (*layer.notices, *found.notices) if each not in self.notices]
        self.notices += new
        return found


def wants_gridding(results: Results, spread: Spread | None) -> bool:
    """Whether numbers of these results are to be interpolated: not where they have cells."""
    return spread is not None and spread.method != "nearest" and results.grid is None


def gridded_cells(
    gridding: Gridding, layers: Sequence[Layer]
) -> list[Callable[[], NDArray[np.float32]]]:
    """Return what computes the cells of each layer, north up: one is in memory at a time."""
    return [lambda layer=layer: gridding.raster(layer).values[::-1] for layer in layers]  # type: ignore[misc]


def refuse_classes(spread: Spread | None) -> None:
    """Raise InputError where classes would be interpolated."""
    if spread is not None and spread.method != "nearest":
        raise InputError(
            "Classes are no numbers, so between samples only the nearest one can be taken; choose "
            "the method nearest, or a probability as layer."
        )
