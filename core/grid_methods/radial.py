"""Radial basis functions through the nearest samples."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import RBFInterpolator

from datasets.messages import InputError, Message

Floats = NDArray[np.float64]
LEAST = 3


class Radial:
    """Hardy's linear radial function, -r with a constant, by scipy.

    Thin plates, which are smoother, overshoot between samples that differ by orders of magnitude
    (down to -245 ppm of zinc on the meuse samples, whose least is 113), and have no solution
    where neighbours lie on one line, as along a profile. This function has one wherever no two
    samples coincide.

    Source: Hardy, R. L., 1971, Multiquadric equations of topography and other irregular surfaces,
    Journal of Geophysical Research 76, 1905-1915, with the shape parameter 0; solvable by
    Micchelli, C. A., 1986, Constructive Approximation 2, 11-22.

    Parameters
    ----------
    places, values
        Shapes (P, D) and (P,). No two places are equal.
    """

    notices: tuple[Message, ...] = ()

    def __init__(self, places: Floats, values: Floats, neighbours: int) -> None:
        if len(values) < LEAST:
            raise InputError(
                "Radial basis functions need at least {least} samples; take the nearest sample "
                "instead.",
                least=LEAST,
            )
        count = min(max(neighbours, LEAST), len(values))
        # numbers near 1 keep the equations well conditioned
        self._shift, self._scale = places.mean(axis=0), float(np.ptp(places, axis=0).max())
        self._function = RBFInterpolator(
            self._scaled(places), values, neighbors=count, kernel="linear", degree=0
        )

    def at(self, places: Floats) -> Floats:
        """Return values at places of shape (Q, D)."""
        return np.asarray(self._function(self._scaled(places)))

    def _scaled(self, places: Floats) -> Floats:
        return np.asarray((places - self._shift) / self._scale)
