"""Scattered samples become a raster: cells near samples get a value, gaps stay gaps."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.crs import metres_of_a_degree
from core.distances import Metric
from core.frame import Frame
from core.grid_methods.choosing import Choices, Interpolator, make_interpolator
from datasets.messages import InputError, Message, message

Method = Literal["nearest", "idw", "rbf", "kriging"]
Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
# cells that are computed at once
CHUNK = 16_384
# how many usual distances between samples a value reaches
REACH = 2.0
_MOST_FOR_SPACING = 200_000


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
    method: Method = "idw",
    *,
    cell: float = 0.0,
    radius: float = 0.0,
    choices: Choices | None = None,
    metric: Metric | None = None,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> GridRaster:
    """Interpolate scattered values on square cells.

    Parameters
    ----------
    x, y, values
        float64, shape (P,). Rows with a missing number are left out and counted.
    cell
        Side of a cell, in units of the coordinates; 0 proposes one (`proposed_cell`).
    radius
        A cell has a value where a sample lies within this distance of its centre, in units of
        `metric`; 0 proposes one (`proposed_radius`).
    choices
        Neighbours, power, logarithm.
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
    metric, choices = metric or Metric("", degrees=False), choices or Choices()
    x, y, values, notices = _usable(x, y, values, logarithm=choices.logarithm)
    frame = Frame.around(x, y, cell or proposed_cell(x, y, metric))
    radius = radius or proposed_radius(x, y, metric)
    places = metric.points(x, y)
    interpolator = make_interpolator(method, places, _forward(values, choices), choices, metric)
    filled = _fill(frame, places, interpolator, radius, metric, progress, cancelled)
    found = _backward(filled, choices).astype(np.float32).reshape(frame.shape)
    return GridRaster(frame, found, radius, (*notices, *interpolator.notices))


def nearest_samples(
    x: Floats,
    y: Floats,
    frame: Frame,
    radius: float,
    metric: Metric,
    progress: Progress = lambda done, total: None,
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
        centres = frame.centres(first, last)
        _, nearest = tree.query(metric.points(*centres.T), distance_upper_bound=_just_over(radius))
        found[first:last] = np.where(nearest < len(x), nearest, -1)
    return found


def proposed_cell(x: Floats, y: Floats, metric: Metric) -> float:
    """Return the median distance of a sample from its nearest neighbour, in coordinates' units.

    Two significant digits. Samples at one place count once.
    """
    spacing = _nearest_distance(x, y, metric)
    if metric.degrees:
        spacing /= math.sqrt(math.prod(metres_of_a_degree(float(np.median(y)))))
    return float(f"{spacing:.1e}")


def proposed_radius(x: Floats, y: Floats, metric: Metric) -> float:
    """Return how far values may reach so that a survey has no holes between its lines.

    That is `REACH` times the usual distance of samples: the median to the nearest one or, where
    samples follow each other along lines, the side of the square that each has of the survey's
    hull. Units of `metric`.
    """
    from scipy.spatial import ConvexHull, QhullError

    scale = metres_of_a_degree(float(np.median(y))) if metric.degrees else (1.0, 1.0)
    distinct = np.unique(np.column_stack([x * scale[0], y * scale[1]]), axis=0)
    nearest = _nearest_distance(x, y, metric)
    try:
        # in two dimensions qhull's volume is the area
        square = math.sqrt(ConvexHull(distinct).volume / len(distinct))
    except (QhullError, ValueError):
        square = 0.0
    return float(f"{REACH * max(nearest, square):.2g}")


def _nearest_distance(x: Floats, y: Floats, metric: Metric) -> float:
    from scipy.spatial import cKDTree

    distinct = np.unique(np.column_stack([x, y]), axis=0)
    if len(distinct) < 2:
        raise InputError(
            "There are fewer than two places with a value, so there is nothing to draw between "
            "them; choose another column."
        )
    points = metric.points(*distinct.T)
    some = points[:: max(1, len(points) // _MOST_FOR_SPACING)]
    distances, _ = cKDTree(points).query(some, k=2)
    return float(np.median(distances[:, 1]))


def _usable(
    x: Floats, y: Floats, values: Floats, *, logarithm: bool
) -> tuple[Floats, Floats, Floats, list[Message]]:
    """Return complete samples, one at each place, with notices of what was done to the others."""
    notices = []
    known = np.isfinite(x) & np.isfinite(y) & np.isfinite(values)
    if logarithm:
        known &= np.where(known, values, 0.0) > 0
    if not known.all():
        said = (
            message(
                "{count} samples without a place or a value above 0, which the logarithm needs, "
                "were left out.",
                count=f"{int((~known).sum()):,}",
            )
            if logarithm
            else message(
                "{count} samples without a place or a value were left out.",
                count=f"{int((~known).sum()):,}",
            )
        )
        notices.append(said)
    x, y, values = x[known], y[known], values[known]
    places, index = np.unique(np.column_stack([x, y]), axis=0, return_inverse=True)
    if len(places) < len(x):
        count = np.bincount(index.ravel())
        notices.append(
            message(
                "{count} places have several samples; their mean was taken.",
                count=f"{int((count > 1).sum()):,}",
            )
        )
        values = np.bincount(index.ravel(), weights=values) / count
        x, y = places[:, 0], places[:, 1]
    return x, y, values, notices


def _fill(
    frame: Frame,
    places: Floats,
    interpolator: Interpolator,
    radius: float,
    metric: Metric,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> NDArray[np.float64]:
    from scipy.spatial import cKDTree

    tree = cKDTree(places)
    filled = np.full(frame.size, np.nan)
    for first, last in _chunks(frame.size):
        progress(first, frame.size)
        if cancelled():
            raise InputError("The gridding was stopped; no file was written.")
        centres = metric.points(*frame.centres(first, last).T)
        distance, _ = tree.query(centres, distance_upper_bound=_just_over(radius))
        near = np.flatnonzero(np.isfinite(distance))
        if len(near):
            filled[first + near] = interpolator.at(centres[near])
    progress(frame.size, frame.size)
    return filled


def _chunks(size: int) -> list[tuple[int, int]]:
    return [(first, min(first + CHUNK, size)) for first in range(0, size, CHUNK)]


def _just_over(radius: float) -> float:
    """A tree leaves out what lies at its bound, and a cell just at the radius is near."""
    return radius * (1 + 1e-9)


def _forward(values: Floats, choices: Choices) -> Floats:
    return np.log10(values) if choices.logarithm else values


def _backward(values: Any, choices: Choices) -> Any:
    """Undo the logarithm. The mean of logarithms becomes a median of concentrations."""
    return 10.0**values if choices.logarithm else values
