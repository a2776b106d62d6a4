"""Ordinary kriging from the nearest samples."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from core.grid_methods.variogram import Variogram
from core.numbers import three_digits
from datasets.messages import Message, message

Floats = NDArray[np.float64]
# numbers in the matrices that are solved at once: 32 MB
MOST_NUMBERS = 4_000_000
# part of the sill that is added to the diagonal, so that smooth models stay solvable
JITTER = 1e-10


class OrdinaryKriging:
    """Best linear unbiased means of the nearest samples, given a variogram.

    The weights w of K neighbours solve C w + μ = c, Σ w = 1, with C the covariances of the
    neighbours and c those with the place. The nugget counts as an error of measurement: it
    stands on the diagonal of C and not in c, as in gstools, so that the raster has no spike where
    a cell's centre happens to hit a sample; without nugget samples keep their values. Where all
    samples are neighbours, gstools itself solves the equations.

    Source: Journel, A. G., and Huijbregts, C. J., 1978, Mining Geostatistics, chapter V.A;
    Chilès, J.-P., and Delfiner, P., 2012, Geostatistics, 2nd edition, sections 3.4 and 3.7.1
    (errors of measurement; moving neighbourhood, 3.6).

    Parameters
    ----------
    places, values
        Shapes (P, D) and (P,). No two places are equal.
    neighbours
        K; memory and time do not depend on P.
    unit
        Of the distances, for the sentence that tells the variogram.
    """

    def __init__(
        self,
        places: Floats,
        values: Floats,
        variogram: Variogram,
        neighbours: int,
        unit: str = "",
    ) -> None:
        self._tree = cKDTree(places)
        self._places, self._values = places, values
        self._variogram = variogram
        self._neighbours = min(neighbours, len(values))
        self._whole = self._all_of_them() if self._neighbours == len(values) else None
        self.notices: tuple[Message, ...] = (_told(variogram, unit),)

    def at(self, places: Floats) -> Floats:
        """Return values at places of shape (Q, D)."""
        if self._whole is not None:
            return np.asarray(self._whole(places.T, return_var=False, store=False))
        step = max(1, MOST_NUMBERS // (self._neighbours + 1) ** 2)
        parts = [
            self._from_neighbours(places[first : first + step])
            for first in range(0, len(places), step)
        ]
        return np.concatenate(parts)

    def _from_neighbours(self, places: Floats) -> Floats:
        distance, index = self._tree.query(places, k=[*range(1, self._neighbours + 1)])
        around = self._places[index]
        apart = np.linalg.norm(around[:, :, None, :] - around[:, None, :, :], axis=-1)
        count = self._neighbours
        matrix = np.ones((len(places), count + 1, count + 1))
        matrix[:, :count, :count] = self._variogram.covariance(apart)
        diagonal = np.arange(count)
        matrix[:, diagonal, diagonal] += self._variogram.nugget + JITTER * self._variogram.sill
        matrix[:, count, count] = 0.0
        right = np.ones((len(places), count + 1, 1))
        right[:, :count, 0] = self._variogram.covariance(distance)
        weights = np.linalg.solve(matrix, right)[:, :count, 0]
        return np.asarray((weights * self._values[index]).sum(axis=1))

    def _all_of_them(self):  # type: ignore[no-untyped-def]
        from gstools.krige import Ordinary

        model = self._variogram.gstools_model(self._places.shape[1])
        return Ordinary(model, self._places.T, self._values)


def _told(variogram: Variogram, unit: str) -> Message:
    words = {
        "model": variogram.model,
        "nugget": three_digits(variogram.nugget),
        "sill": three_digits(variogram.sill),
        "length": f"{three_digits(variogram.length)} {unit}".strip(),
    }
    return message(
        "Variogram: {model}, nugget {nugget}, sill without it {sill}, length {length}.", **words
    )
