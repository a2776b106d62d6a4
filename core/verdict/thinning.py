"""Fewer points of a curve, so that a file stays small and the drawing is the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MOST_POINTS = 200


def thinned(x: Array, y: Array, most: int = MOST_POINTS) -> tuple[Array, Array]:
    """Return a curve of `most` points or fewer, its ends among them.

    Longer ones lose first what lies within a level or upright stretch, then all but the points
    that lie evenly along the way |Δx| + |Δy|.

    Parameters
    ----------
    x, y
        float64, shape (n,), 1 point or more, in about equal ranges.
    """
    if len(x) <= most:
        return x, y
    kept = _corners(x, y)
    x, y = x[kept], y[kept]
    if len(x) <= most:
        return x, y
    way = np.concatenate(([0.0], np.cumsum(np.abs(np.diff(x)) + np.abs(np.diff(y)))))
    places = np.unique(np.searchsorted(way, np.linspace(0.0, way[-1], most)))
    return x[places], y[places]


def _corners(x: Array, y: Array) -> NDArray[np.int64]:
    """Places of the ends and of where a level or upright stretch ends."""
    moves = np.concatenate(([True], (np.diff(x) != 0) | (np.diff(y) != 0)))
    # a point that stands twice would seem to lie within a stretch
    places = np.flatnonzero(moves)
    upright, level = np.diff(x[places]) == 0, np.diff(y[places]) == 0
    is_within = (upright[:-1] & upright[1:]) | (level[:-1] & level[1:])
    return places[np.concatenate(([True], ~is_within, [True]))]
