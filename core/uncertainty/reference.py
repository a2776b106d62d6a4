"""How far a sample lies from training samples: from their neighbourhood, or from their centre."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from core.kernels.neighbours import relative_distances
from core.preparing.rows import weighted_sums
from core.row_blocks import in_blocks

Array = NDArray[np.float64]
Measure = Literal["neighbours", "mahalanobis"]
NEIGHBOURS = 10
# samples of a reference that are kept: more make a map of a million cells slow, not better
MOST_POINTS = 1000
# below this many training samples for each input the half that MCD takes has no covariance
SAMPLES_PER_INPUT = 3


class Reference(Protocol):
    """Training samples that others are measured from."""

    @property
    def inputs(self) -> int:
        """Number of inputs of a sample."""

    def whitened(self, inputs: Array) -> Array:
        """Return prepared samples with the same spread in all directions, shape (P, S)."""

    def distances(self, inputs: Array) -> Array:
        """Return how far prepared samples, float64, shape (P, S), lie; shape (P,), 0 or more."""

    def arrays(self) -> dict[str, Array]:
        """Return all that it holds."""

    def is_sound(self) -> bool:
        """Whether its arrays fit together and are finite."""


@dataclass(frozen=True, eq=False)
class Ellipsoid:
    """A centre, and the spread around it.

    Attributes
    ----------
    centre
        float64, shape (S,).
    whitening
        float64, shape (S, S). W with Wᵀ·W the inverse of the covariance.
    """

    centre: Array
    whitening: Array

    @property
    def inputs(self) -> int:
        return len(self.centre)

    def whitened(self, inputs: Array) -> Array:
        """Return W · (x − centre) for each sample, shape (P, S); bit for bit by itself."""
        return weighted_sums(inputs - self.centre, self.whitening)

    def distances(self, inputs: Array) -> Array:
        """Return Mahalanobis distances, shape (P,)."""

        def of_block(rows: slice) -> Array:
            some = self.whitened(inputs[rows])
            # added up input by input: a sample comes out the same whatever stands beside it
            total = np.zeros(len(some))
            for column in some.T:
                total += column * column
            found: Array = np.sqrt(total)
            return found

        return in_blocks(of_block, len(inputs))

    def arrays(self) -> dict[str, Array]:
        return {"centre": self.centre, "whitening": self.whitening}

    def is_sound(self) -> bool:
        inputs = self.inputs
        return (
            self.centre.shape == (inputs,)
            and inputs > 0
            and self.whitening.shape == (inputs, inputs)
            and bool(np.isfinite(self.centre).all() and np.isfinite(self.whitening).all())
        )


@dataclass(frozen=True, eq=False)
class Neighbourhood:
    """Training samples, and how far each lies from those next to it.

    Attributes
    ----------
    ellipsoid
        What brings all directions to the same spread.
    points
        float64, shape (N, S), N ≥ 2: the whitened training samples.
    spacing
        float64, shape (N,), above 0: mean distance of each from its nearest others.
    """

    ellipsoid: Ellipsoid
    points: Array
    spacing: Array

    @property
    def inputs(self) -> int:
        return self.ellipsoid.inputs

    def whitened(self, inputs: Array) -> Array:
        """Return what the points were made of other samples by, shape (P, S)."""
        return self.ellipsoid.whitened(inputs)

    @cached_property
    def _by_input(self) -> Array:
        """The points with a row for each input, shape (S, N)."""
        return np.ascontiguousarray(self.points.T)

    def distances(self, inputs: Array) -> Array:
        """Return how many times farther a sample lies from the nearest training samples than these
        lie from theirs, shape (P,).

        The mean distance from the 10 nearest, divided by the mean of their own `spacing`: the
        simplified local outlier factor of Schubert, E., Zimek, A., & Kriegel, H.-P., 2014, Local
        outlier detection reconsidered, Data Mining and Knowledge Discovery 28, 190-237, after
        Breunig, M. M., et al., 2000, LOF: identifying density-based local outliers, Proceedings of
        the ACM SIGMOD Conference, 93-104.
        """
        nearest = min(NEIGHBOURS, len(self.points))

        def of_block(rows: slice) -> Array:
            some = self.ellipsoid.whitened(inputs[rows])
            found = np.empty(len(some))
            relative_distances(some, self._by_input, self.spacing, nearest, found)
            return found

        return in_blocks(of_block, len(inputs))

    def arrays(self) -> dict[str, Array]:
        return {**self.ellipsoid.arrays(), "points": self.points, "spacing": self.spacing}

    def is_sound(self) -> bool:
        return (
            self.ellipsoid.is_sound()
            and len(self.points) >= 2
            and self.points.shape == (len(self.spacing), self.inputs)
            and bool(np.isfinite(self.points).all() and np.isfinite(self.spacing).all())
            and bool((self.spacing > 0).all())
        )


def reference_of(measure: Measure, arrays: dict[str, Array]) -> Reference:
    """Return what `Reference.arrays` gave; raises KeyError or ValueError on damaged ones."""
    ellipsoid = Ellipsoid(arrays["centre"], arrays["whitening"])
    found: Reference = ellipsoid
    if measure == "neighbours":
        found = Neighbourhood(ellipsoid, arrays["points"], arrays["spacing"])
    if not found.is_sound():
        raise ValueError("the training samples to measure from do not fit together")
    return found
