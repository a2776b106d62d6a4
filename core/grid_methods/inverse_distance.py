"""Inverse distance weighting; with one neighbour, the nearest sample."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from datasets.messages import InputError, Message

Floats = NDArray[np.float64]


class InverseDistance:
    """Means of the nearest samples, weighted by 1 / distance^power.

    Source: Shepard, D., 1968, A two-dimensional interpolation function for irregularly-spaced
    data, Proceedings of the 23rd ACM National Conference, 517-524. At a sample it is its value.

    Parameters
    ----------
    places, values
        Shapes (P, D) and (P,).
    """

    notices: tuple[Message, ...] = ()

    def __init__(self, places: Floats, values: Floats, neighbours: int, power: float) -> None:
        if not power > 0:
            raise InputError("The power {power} must be above 0; 2 is usual.", power=power)
        self._tree = cKDTree(places)
        self._values = values
        self._neighbours = min(neighbours, len(values))
        self._power = power

    def at(self, places: Floats) -> Floats:
        """Return values at places of shape (Q, D)."""
        distance, index = self._tree.query(places, k=[*range(1, self._neighbours + 1)])
        nearest = distance[:, :1]
        # relative to the nearest, so that no power of a distance over- or underflows
        ratio = np.divide(distance, nearest, out=np.full_like(distance, np.inf), where=nearest > 0)
        ratio[distance == 0] = 1.0
        weights = ratio**-self._power
        return np.asarray((weights * self._values[index]).sum(axis=1) / weights.sum(axis=1))
