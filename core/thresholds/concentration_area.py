"""Concentration–area: straight pieces of the log–log plot of area against value.

Q. Cheng, F. P. Agterberg & S. B. Ballantyne (1994), The separation of geochemical anomalies from
background by fractal methods, Journal of Geochemical Exploration 51, 109–130. The area where the
content is ν or more follows ν^-α piece by piece; where one piece ends, a population ends. On a
regular grid the area is the number of samples times that of a cell, which moves the plot up and
down and no break; so samples are counted here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from datasets.messages import InputError

Array = NDArray[np.float64]

MOST_LEVELS = 120
# a line goes through any two points
FEWEST_POINTS = 3


@dataclass(frozen=True)
class Line:
    """A piece of the plot: log10 N = intercept + slope · log10 ν from value `low` to `high`."""

    low: float
    high: float
    intercept: float
    slope: float


@dataclass(frozen=True)
class Curve:
    """The plot and its pieces.

    Attributes
    ----------
    values, counts
        float64, shape (m,): levels that occur as values, ascending, and how many values are as
        high or higher.
    breaks
        Values between the pieces, ascending.
    lines
        One more than breaks.
    error
        Sum of the squared distances of log10 N from the lines.
    """

    values: Array
    counts: Array
    breaks: tuple[float, ...]
    lines: tuple[Line, ...]
    error: float


def area_points(ordered: Array) -> tuple[Array, Array]:
    """Return levels and how many values are as high or higher, float64, shape (m,) each.

    Levels are evenly spaced in the logarithm, at most 120, each moved up to the next value that
    occurs, so that every point lies on the staircase of the values.

    Parameters
    ----------
    ordered
        Positive values in ascending order.
    """
    levels = np.geomspace(ordered[0], ordered[-1], MOST_LEVELS)
    # geomspace may end beyond the last value by rounding
    places = np.searchsorted(ordered, np.minimum(levels, ordered[-1]), side="left")
    values = np.unique(ordered[places])
    counts = len(ordered) - np.searchsorted(ordered, values, side="left")
    return values, counts.astype(np.float64)


def fit_segments(
    values: Array, counts: Array, pieces: int, breaks: tuple[float, ...] = ()
) -> Curve:
    """Fit straight pieces by least squares.

    Without `breaks`, they are those with the smallest sum of squares of all that leave 3 points or
    more to each piece: the search goes through all of them by dynamic programming (R. Bellman,
    1961, On the approximation of curves by line segments using dynamic programming,
    Communications of the ACM 4, 284). A break lies in the middle, in logarithms, between the last
    point of one piece and the first of the next.

    Parameters
    ----------
    values, counts
        Points of the plot, as `area_points` returns them.
    pieces
        How many; passed over when breaks are given.
    breaks
        Ascending values that a person chose.

    Raises
    ------
    InputError
        When there are too few different values, or too few points beside a chosen break.
    """
    if breaks:
        ends = np.searchsorted(values, breaks, side="left").tolist()
        sizes = np.diff([0, *ends, len(values)])
        if sizes.min() < 2:
            raise InputError(
                "A break of the concentration–area plot leaves fewer than 2 points beside it; move "
                "it away from the end or the next break."
            )
    else:
        if len(values) < pieces * FEWEST_POINTS:
            raise _too_few(pieces)
        ends = _best_ends(np.log10(values), np.log10(counts), pieces)
        breaks = tuple(float(np.sqrt(values[end - 1] * values[end])) for end in ends)
    return _curve(values, counts, ends, breaks)


def _curve(values: Array, counts: Array, ends: list[int], breaks: tuple[float, ...]) -> Curve:
    x, y = np.log10(values), np.log10(counts)
    borders = (float(values[0]), *breaks, float(values[-1]))
    lines: list[Line] = []
    error = 0.0
    for number, (first, last) in enumerate(zip((0, *ends), (*ends, len(x)), strict=True)):
        slope, intercept = np.polyfit(x[first:last], y[first:last], 1)
        lines.append(Line(borders[number], borders[number + 1], float(intercept), float(slope)))
        error += float(np.sum((intercept + slope * x[first:last] - y[first:last]) ** 2))
    return Curve(values, counts, breaks, tuple(lines), error)


def _best_ends(x: Array, y: Array, pieces: int) -> list[int]:
    """Return where each piece but the last one ends, as the place of the first point after it."""
    m = len(x)
    cost = _costs(x, y)
    # best[e]: smallest sum of squares of the pieces so far over the points before e
    best = cost[0].copy()
    choices: list[NDArray[np.int64]] = []
    for _ in range(pieces - 1):
        total = best[:, None] + cost
        choices.append(total.argmin(axis=0))
        best = total.min(axis=0)
    ends: list[int] = []
    end = m
    for choice in reversed(choices):
        end = int(choice[end])
        ends.append(end)
    return ends[::-1]


def _costs(x: Array, y: Array) -> Array:
    """Sum of squares about the line through points first…last − 1, shape (m + 1, m + 1).

    Infinite where fewer than 3 points would be left.
    """
    # centred, or the differences of the running sums lose their digits
    x, y = x - x.mean(), y - y.mean()
    n, sx, sy, sxx, sxy, syy = (
        np.subtract.outer(total, total).T
        for total in (
            np.arange(len(x) + 1.0),
            *(np.concatenate(([0.0], np.cumsum(a))) for a in (x, y, x * x, x * y, y * y)),
        )
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        xx, xy, yy = sxx - sx * sx / n, sxy - sx * sy / n, syy - sy * sy / n
        cost: Array = np.maximum(yy - xy * xy / xx, 0.0)
    cost[~(n >= FEWEST_POINTS)] = np.inf
    return cost


def _too_few(pieces: int) -> InputError:
    return InputError(
        "There are too few different values for a concentration–area plot with {pieces} pieces; "
        "choose fewer pieces or another method.",
        pieces=pieces,
    )
