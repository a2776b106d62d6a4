"""Which sample each cell of a raster shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.exporting.coordinate_system import metric_of
from core.exporting.results import Results
from core.frame import Frame
from core.gridding import Spread, nearest_samples
from core.mapping import Grid
from datasets.messages import InputError, Message, message


@dataclass(frozen=True, eq=False)
class Placement:
    """Cells, and the row of the results that each shows.

    Attributes
    ----------
    frame
        The cells; row 0 has the smallest y.
    samples
        int64, shape (rows, columns); -1 where no sample is.
    notices
        What somebody should know of it.
    """

    frame: Frame
    samples: NDArray[np.int64]
    notices: tuple[Message, ...] = ()

    def spread(self, values: NDArray[Any], missing: float | int) -> NDArray[Any]:
        """Return values of the rows as a raster, north up: row 0 has the largest y."""
        north_up = self.samples[::-1]
        return np.where(north_up >= 0, values[north_up], values.dtype.type(missing))


def place(
    results: Results,
    spread: Spread | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Placement:
    """Find the cells of results.

    Parameters
    ----------
    spread
        How scattered samples are spread over cells: each shows the nearest sample, whatever the
        method, which numbers alone can have. None refuses them.

    Raises
    ------
    InputError
        When there are no coordinates, or the samples lie on no grid and `spread` is None.
    """
    if not results.has_places:
        raise InputError(
            "The results have no coordinates, so there is no map of them; choose coordinate "
            "columns and train again, or take them away as a table."
        )
    grid = results.grid
    if grid is not None:
        return _on_grid(grid)
    if spread is None:
        raise InputError(
            "The samples lie scattered, not on a regular grid, so they make no raster as they "
            "are; take them away as points (.gpkg), or spread them over cells (--nearest, with "
            "--cell and --radius)."
        )
    return _by_nearest(results, spread, progress)


def _on_grid(grid: Grid) -> Placement:
    samples = grid.samples()
    shown, placed = int((samples >= 0).sum()), int((grid.index >= 0).sum())
    notices = unplaced(int(grid.index.size) - placed)
    if placed > shown:
        notices.append(
            message(
                "{count} samples share a cell with another one; the cell shows the last of them.",
                count=f"{placed - shown:,}",
            )
        )
    return Placement(Frame.of_grid(grid), samples, tuple(notices))


def _by_nearest(
    results: Results, spread: Spread, progress: Callable[[int, int], None]
) -> Placement:
    known = np.flatnonzero(np.isfinite(results.x) & np.isfinite(results.y))
    x, y, metric = results.x[known], results.y[known], metric_of(results.crs)
    frame, radius = spread.fitted(x, y, metric)
    found = nearest_samples(x, y, frame, radius, metric, progress)
    rows = np.append(known, -1)[found]
    said = message(
        "The samples lie scattered: each cell of {cell} shows the nearest sample within {radius}.",
        cell=f"{frame.step_x:g}{'°' if metric.degrees else ''}",
        radius=f"{radius:g} {metric.unit}".strip(),
    )
    return Placement(frame, rows.reshape(frame.shape), (said, *unplaced(results.rows - len(known))))


def unplaced(count: int) -> list[Message]:
    if count == 0:
        return []
    return [message("{count} samples have no coordinates and lie on no cell.", count=f"{count:,}")]
