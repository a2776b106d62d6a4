"""How large the cells of a raster should be, and how far from a sample they may have a value."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.crs import metres_of_a_degree
from core.distances import Metric
from core.numbers import three_digits
from datasets.messages import InputError, Message, message

Floats = NDArray[np.float64]
# how many usual distances between samples a value reaches
REACH = 2.0
_MOST_FOR_SPACING = 200_000


@dataclass(frozen=True)
class Proposal:
    """What the samples themselves suggest.

    Attributes
    ----------
    cell
        Side of a cell in units of the coordinates: the median distance of a sample from its
        nearest neighbour, two significant digits.
    spacing
        Usual distance of samples, in the unit of the metric: that median or, where samples follow
        each other along lines, the side of the square that each has of the survey's hull.
    unit
        Of `spacing`: "m", or "" where the unit of the coordinates is not known.
    by_area
        Whether the side of the square is the larger one.
    """

    cell: float
    spacing: float
    unit: str
    by_area: bool

    def radius(self, reach: float = REACH) -> float:
        """Return how far from a sample a cell may have a value: `reach` usual distances."""
        return float(f"{reach * self.spacing:.2g}")

    def reason(self, reach: float = REACH) -> Message:
        """Return why: in one sentence."""
        words = {
            "radius": f"{self.radius(reach):,g} {self.unit}".strip(),
            "reach": f"{reach:g}",
            "spacing": f"{three_digits(self.spacing)} {self.unit}".strip(),
        }
        if self.by_area:
            return message(
                "Blank beyond {radius}: {reach} times the usual distance of samples, {spacing}, "
                "which is the side of the square that each has of the survey.",
                **words,
            )
        return message(
            "Blank beyond {radius}: {reach} times the usual distance of samples, {spacing}, the "
            "median to the nearest one.",
            **words,
        )


def propose(x: Floats, y: Floats, metric: Metric) -> Proposal:
    """Look at where samples lie. Samples at one place count once.

    Parameters
    ----------
    x, y
        float64, shape (P,), finite.

    Raises
    ------
    InputError
        When there are fewer than two places.
    """
    distinct = np.unique(np.column_stack([x, y]), axis=0)
    if len(distinct) < 2:
        raise InputError(
            "There are fewer than two places with a value, so there is nothing to draw between "
            "them; choose another column."
        )
    nearest = _nearest_distance(distinct, metric)
    side = _side_of_square(distinct, metric)
    cell = nearest
    if metric.degrees:
        cell /= math.sqrt(math.prod(metres_of_a_degree(float(np.median(y)))))
    return Proposal(float(f"{cell:.1e}"), max(nearest, side), metric.unit, side > nearest)


def _nearest_distance(distinct: Floats, metric: Metric) -> float:
    """Return the median distance to the nearest other place; of very many, that of some."""
    from scipy.spatial import cKDTree

    points = metric.points(*distinct.T)
    some = points[:: max(1, len(points) // _MOST_FOR_SPACING)]
    distances, _ = cKDTree(points).query(some, k=2)
    return float(np.median(distances[:, 1]))


def _side_of_square(distinct: Floats, metric: Metric) -> float:
    """Return the root of the hull's area by the number of places; 0 where they lie on a line."""
    from scipy.spatial import ConvexHull, QhullError

    middle = float(np.median(distinct[:, 1]))
    scale = metres_of_a_degree(middle) if metric.degrees else (1.0, 1.0)
    try:
        # in two dimensions qhull's volume is the area
        return math.sqrt(ConvexHull(distinct * np.asarray(scale)).volume / len(distinct))
    except (QhullError, ValueError):
        return 0.0
