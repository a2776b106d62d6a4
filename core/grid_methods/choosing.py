"""What every method of interpolation is asked, and which there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.distances import Metric
from datasets.messages import InputError, Message

Floats = NDArray[np.float64]
METHODS = ("nearest", "idw", "rbf", "kriging")


@dataclass(frozen=True)
class Choices:
    """What can be chosen about a method.

    Attributes
    ----------
    neighbours
        Samples that a cell is computed from, the nearest ones.
    power
        Of inverse distance weighting.
    logarithm
        Interpolate log10 of the values, which is undone in the end.
    model
        Of the variogram: "spherical", "exponential", "gaussian", or "" for the best fit.
    """

    neighbours: int = 16
    power: float = 2.0
    logarithm: bool = False
    model: str = ""


class Interpolator(Protocol):
    """A method that has been given its samples."""

    notices: tuple[Message, ...]

    def at(self, places: Floats) -> Floats:
        """Return values at places of shape (Q, D); float64, shape (Q,)."""


def make_interpolator(
    method: str, places: Floats, values: Floats, choices: Choices, metric: Metric
) -> Interpolator:
    """Give a method its samples.

    Parameters
    ----------
    places, values
        Shapes (P, D), D being 2 or, on a globe, 3, and (P,). No two places are equal.

    Raises
    ------
    InputError
        When there is no such method, or it needs more samples.
    """
    if choices.neighbours < 1:
        raise InputError("A cell needs at least 1 neighbour; give a number above 0.")
    if method == "nearest":
        from core.grid_methods.inverse_distance import InverseDistance

        return InverseDistance(places, values, 1, 1.0)
    if method == "idw":
        from core.grid_methods.inverse_distance import InverseDistance

        return InverseDistance(places, values, choices.neighbours, choices.power)
    if method == "rbf":
        from core.grid_methods.radial import Radial

        return Radial(places, values, choices.neighbours)
    if method == "kriging":
        from core.grid_methods.kriging import OrdinaryKriging
        from core.grid_methods.variogram import fitted_variogram

        variogram = fitted_variogram(places, values, choices.model)
        return OrdinaryKriging(places, values, variogram, choices.neighbours, unit=metric.unit)
    raise InputError(
        "There is no method “{method}”; choose one of {methods}.",
        method=method,
        methods=", ".join(METHODS),
    )
