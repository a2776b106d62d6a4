"""How far samples lie from those next to them, beside how far these lie from theirs."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@numba.njit(nogil=True, error_model="numpy", cache=True)
def relative_distances(
    samples: Array, points: Array, spacing: Array, nearest: int, found: Array
) -> None:
    """Write the sum of the distances from the nearest points, divided by that of their spacing.

    All points are compared: of a thousand a search tree passes too few over to be faster, and in
    eight dimensions or more it takes twice as long.

    Parameters
    ----------
    samples
        float64, shape (P, S).
    points
        float64, shape (S, N): a row for each dimension.
    spacing
        float64, shape (N,), above 0.
    nearest
        Points that count, 1 to N.
    found
        float64, shape (P,), to write to.
    """
    squares = np.empty(points.shape[1])
    best, who = np.empty(nearest), np.zeros(nearest, np.int64)
    for p in range(len(samples)):
        _squared_distances(samples[p], points, squares)
        _find_least(squares, best, who)
        far, apart = 0.0, 0.0
        for place in range(nearest):
            far += np.sqrt(best[place])
            apart += spacing[who[place]]
        found[p] = far / apart


@numba.njit(nogil=True, error_model="numpy")
def _squared_distances(sample: Array, points: Array, squares: Array) -> None:
    squares[:] = 0.0
    for s in range(len(points)):
        x, row = sample[s], points[s]
        for k in range(len(row)):
            apart = x - row[k]
            squares[k] += apart * apart


@numba.njit(nogil=True, error_model="numpy")
def _find_least(squares: Array, best: Array, who: Array) -> None:
    """Find the least of the squares, in ascending order, and whose they are."""
    last = len(best) - 1
    best[:] = np.inf
    for k in range(len(squares)):
        # written so that a NaN stays one
        if not squares[k] >= best[last]:
            place = last
            while place > 0 and best[place - 1] > squares[k]:
                best[place], who[place] = best[place - 1], who[place - 1]
                place -= 1
            best[place], who[place] = squares[k], k
