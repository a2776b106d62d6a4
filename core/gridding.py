"""Scattered samples become a raster: cells near samples get a value, gaps stay gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.distances import Metric
from core.frame import Frame
from core.grid_methods.choosing import Choices, Interpolator, make_interpolator
from core.grid_proposals import REACH, propose
from core.grid_samples import usable
from datasets.messages import InputError, Message, message

Method = Literal["nearest", "idw", "rbf", "kriging"]
Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
# cells that are computed at once
CHUNK = 16_384


@dataclass(frozen=True)
class Spread:
    """How scattered samples are spread over cells.

    Attributes
    ----------
    method
        Of interpolation.
    cell
        Side of a cell, in units of the coordinates; 0 proposes one.
    radius
        A cell has a value where a sample lies within this distance of its centre: in units of the
        coordinates, in metres where these are degrees; 0 takes `reach`.
    reach
        The same as a multiple of the usual distance of samples (`core.grid_proposals`).
    choices
        Neighbours, power, logarithm, variogram.
    """

    method: Method = "nearest"
    cell: float = 0.0
    radius: float = 0.0
    reach: float = REACH
    choices: Choices = field(default_factory=Choices)

    def fitted(self, x: Floats, y: Floats, metric: Metric) -> tuple[Frame, float]:
        """Return the cells over samples, and the radius.

        Raises
        ------
        InputError
            When the cells would be too many, or there are too few samples to propose from.
        """
        found = propose(x, y, metric) if not (self.cell and self.radius) else None
        cell = self.cell or (found.cell if found is not None else 0.0)
        radius = self.radius or (found.radius(self.reach) if found is not None else 0.0)
        return Frame.around(x, y, cell), radius


@dataclass(frozen=True, eq=False)
class GridRaster:
    """Values on cells.

    Attributes
    ----------
    frame
        The cells; row 0 has the smallest y.
    values
        float32, shape (rows, columns); NaN where no sample is near.
    radius
        How far the nearest sample may lie: in units of the coordinates, in metres where these
        are degrees.
    notices
        What was worked around, and the variogram of kriging.
    """

    frame: Frame
    values: NDArray[np.float32]
    radius: float
    notices: tuple[Message, ...]


def grid_points(
    x: Floats,
    y: Floats,
    values: Floats,
    spread: Spread | None = None,
    *,
    frame: Frame | None = None,
    limits: tuple[float, float] | None = None,
    metric: Metric | None = None,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> GridRaster:
    """Interpolate scattered values on square cells.

    Parameters
    ----------
    x, y, values
        float64, shape (P,). Rows with a missing number are left out and counted.
    spread
        How; inverse distances by default.
    frame
        Cells to fill, with `spread.radius` given too; those around the samples otherwise.
    limits
        Smallest and largest possible value. What a method finds beyond them is brought back to
        them and counted: radial functions and kriging overshoot.
    metric
        How far apart places are; in the units of the coordinates by default.

    Returns
    -------
    GridRaster
        Values of the cells, NaN in the gaps.

    Raises
    ------
    InputError
        When there are too few samples, the cells would be too many, or it was cancelled.
    """
    metric, spread = metric or Metric("", degrees=False), spread or Spread("idw")
    choices, radius = spread.choices, spread.radius
    x, y, values, notices = usable(x, y, values, logarithm=choices.logarithm)
    if frame is None or not radius:
        frame, radius = spread.fitted(x, y, metric)
    places = metric.points(x, y)
    forward = np.log10(values) if choices.logarithm else values
    interpolator = make_interpolator(spread.method, places, forward, choices, metric)
    filled = _fill(frame, places, interpolator, radius, metric, progress, cancelled)
    if choices.logarithm:
        # the mean of logarithms becomes a median of concentrations
        filled = 10.0**filled
    filled, beyond = _within(filled, limits)
    found = filled.astype(np.float32).reshape(frame.shape)
    return GridRaster(frame, found, radius, (*notices, *interpolator.notices, *beyond))


def nearest_samples(
    x: Floats,
    y: Floats,
    frame: Frame,
    radius: float,
    metric: Metric,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> NDArray[np.int64]:
    """Return the nearest sample of each cell, -1 where none is within `radius`.

    Returns
    -------
    ndarray
        int64, shape (rows * columns,), places in `x` and `y`.
    """
    from scipy.spatial import cKDTree

    tree = cKDTree(metric.points(x, y))
    found = np.full(frame.size, -1, np.int64)
    for first, last in _chunks(frame.size):
        progress(first, frame.size)
        _stop_where(cancelled)
        centres = frame.centres(first, last)
        _, nearest = tree.query(metric.points(*centres.T), distance_upper_bound=_just_over(radius))
        found[first:last] = np.where(nearest < len(x), nearest, -1)
    return found


def _fill(
    frame: Frame,
    places: Floats,
    interpolator: Interpolator,
    radius: float,
    metric: Metric,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Any:
    from scipy.spatial import cKDTree

    tree = cKDTree(places)
    filled = np.full(frame.size, np.nan)
    for first, last in _chunks(frame.size):
        progress(first, frame.size)
        _stop_where(cancelled)
        centres = metric.points(*frame.centres(first, last).T)
        distance, _ = tree.query(centres, distance_upper_bound=_just_over(radius))
        near = np.flatnonzero(np.isfinite(distance))
        if len(near):
            filled[first + near] = interpolator.at(centres[near])
    progress(frame.size, frame.size)
    return filled


def _within(filled: Any, limits: tuple[float, float] | None) -> tuple[Any, tuple[Message, ...]]:
    """Bring values back into their limits; rounding alone is not worth a word."""
    if limits is None:
        return filled, ()
    low, high = limits
    room = 1e-9 * (high - low)
    beyond = int(((filled < low - room) | (filled > high + room)).sum())
    if not beyond:
        return np.clip(filled, low, high), ()
    said = message(
        "{count} cells came out beyond {low}–{high}, which is not possible, and were set to the "
        "nearer end.",
        count=f"{beyond:,}",
        low=f"{low:g}",
        high=f"{high:g}",
    )
    return np.clip(filled, low, high), (said,)


def _stop_where(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise InputError("The gridding was stopped; no file was written.")


def _chunks(size: int) -> list[tuple[int, int]]:
    return [(first, min(first + CHUNK, size)) for first in range(0, size, CHUNK)]


def _just_over(radius: float) -> float:
    """A tree leaves out what lies at its bound, and a cell just at the radius is near."""
    return radius * (1 + 1e-9)
