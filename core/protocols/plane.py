"""Places of a survey in a plane, so that squares can be laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from datasets.messages import InputError

if TYPE_CHECKING:
    from core.distances import Metric
    from datasets.dataset import Dataset

Floats = NDArray[np.float64]
# metres of a degree of latitude on a sphere with the mean radius of the Earth, 6,371,008.8 m
# (Moritz, H., 2000, Geodetic reference system 1980, Journal of Geodesy 74, 128-133)
DEGREE = 6_371_008.8 * np.pi / 180


@dataclass(frozen=True)
class Plane:
    """Where samples lie.

    Attributes
    ----------
    places
        float64, shape (P, 2). Metres east and north where the coordinates are degrees, as wide as
        at the mean latitude; the coordinates themselves otherwise. NaN where missing.
    coordinates
        float64, shape (P, 2), as the table has them.
    metric
        Measures distances between the coordinates.
    """

    places: Floats
    coordinates: Floats
    metric: Metric

    @property
    def steps(self) -> tuple[float, float]:
        """How far along x and y the coordinates go for one unit of the plane."""
        if not self.metric.degrees:
            return 1.0, 1.0
        latitude = float(np.nanmean(self.coordinates[:, 1]))
        return 1.0 / (DEGREE * np.cos(np.radians(latitude))), 1.0 / DEGREE

    @property
    def unit(self) -> str:
        return self.metric.unit

    def written(self, length: float) -> str:
        """Return a length with its unit, where that is known."""
        return f"{length:,g} {self.unit}".rstrip()

    @property
    def is_placed(self) -> NDArray[np.bool_]:
        """Which samples have both coordinates, shape (P,)."""
        return np.asarray(np.isfinite(self.places).all(axis=1))


def plane_of(dataset: Dataset, looks_like_degrees: bool) -> Plane:
    """Return where the samples of a survey lie.

    Parameters
    ----------
    looks_like_degrees
        Decides where the coordinate system is unknown.

    Raises
    ------
    InputError
        When there are no coordinates.
    """
    coordinates = dataset.coordinates
    if coordinates is None or not np.isfinite(coordinates[dataset.labelled]).all(axis=1).any():
        raise InputError(
            "Spatial blocks and buffers need coordinates, and no labelled sample of {table} has "
            "any; choose their columns on the Data page, or judge by folds.",
            table=dataset.source,
        )
    # PROJ takes time to load that most runs need not wait for
    from core.distances import Metric

    x, y = coordinates.T
    metric = Metric.of(dataset.crs, looks_like_degrees=looks_like_degrees)
    places = coordinates
    if metric.degrees:
        scale = np.cos(np.radians(float(np.nanmean(y))))
        places = np.column_stack([x * DEGREE * scale, y * DEGREE])
    return Plane(places, coordinates, metric)
