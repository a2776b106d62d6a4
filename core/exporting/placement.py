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
from core.mapping import Grid
from datasets.messages import InputError, Message, message


@dataclass(frozen=True)
class Nearest:
    """Scattered samples are to be spread over cells, each cell showing the nearest sample.

    Attributes
    ----------
    cell
        Side of a cell; 0 proposes one.
    radius
        Cells farther from any sample stay empty; 0 proposes one.
    """

    cell: float = 0.0
    radius: float = 0.0


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
    nearest: Nearest | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Placement:
    """Find the cells of results.

    Parameters
    ----------
    nearest
        How scattered samples are spread over cells. None refuses them.

    Raises
    ------
    InputError
        When there are no coordinates, or the samples lie on no grid and `nearest` is None.
    """
    if not results.has_places:
        raise InputError(
            "The results have no coordinates, so there is no map of them; choose coordinate "
            "columns and train again, or take them away as a table."
        )
    grid = results.grid
    if grid is not None:
        return _on_grid(grid)
    if nearest is None:
        raise InputError(
            "The samples lie scattered, not on a regular grid, so they make no raster as they "
            "are; take them away as points (.gpkg), or spread them over cells (--nearest, with "
            "--cell and --radius)."
        )
    return _by_nearest(results, nearest, progress)


def _on_grid(grid: Grid) -> Placement:
    samples = grid.samples()
    shown, placed = int((samples >= 0).sum()), int((grid.index >= 0).sum())
    notices = _unplaced(int(grid.index.size) - placed)
    if placed > shown:
        notices.append(
            message(
                "{count} samples share a cell with another one; the cell shows the last of them.",
                count=f"{placed - shown:,}",
            )
        )
    return Placement(Frame.of_grid(grid), samples, tuple(notices))


def _by_nearest(
    results: Results, nearest: Nearest, progress: Callable[[int, int], None]
) -> Placement:
    from core.gridding import nearest_samples, proposed_cell, proposed_radius

    known = np.flatnonzero(np.isfinite(results.x) & np.isfinite(results.y))
    x, y, metric = results.x[known], results.y[known], metric_of(results.crs)
    cell = nearest.cell or proposed_cell(x, y, metric)
    radius = nearest.radius or proposed_radius(x, y, metric)
    frame = Frame.around(x, y, cell)
    found = nearest_samples(x, y, frame, radius, metric, progress)
    rows = np.append(known, -1)[found]
    said = message(
        "The samples lie scattered: each cell of {cell} shows the nearest sample within {radius}.",
        cell=f"{cell:g}{'°' if metric.degrees else ''}",
        radius=f"{radius:g} {metric.unit}".strip(),
    )
    unplaced = _unplaced(results.rows - len(known))
    return Placement(frame, rows.reshape(frame.shape), (said, *unplaced))


def _unplaced(count: int) -> list[Message]:
    if count == 0:
        return []
    return [message("{count} samples have no coordinates and lie on no cell.", count=f"{count:,}")]
