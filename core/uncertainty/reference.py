"""How far a sample lies from training samples: from their neighbourhood, or from their centre."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from core.preparing.rows import weighted_sums

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

Array = NDArray[np.float64]
Measure = Literal["neighbours", "mahalanobis"]
NEIGHBOURS = 10
# samples of a reference that are kept: more make a map of a million cells slow, not better
MOST_POINTS = 1000
# below this many training samples for each input the half that MCD takes has no covariance
SAMPLES_PER_INPUT = 3
# points that the search compares one after the other
LEAF = 200
# cells that are measured at once
BLOCK = 65_536


class Reference(Protocol):
    """Training samples that others are measured from."""

    @property
    def inputs(self) -> int:
        """Number of inputs of a sample."""

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
        found = np.empty(len(inputs))
        for first in range(0, len(inputs), BLOCK):
            some = self.whitened(inputs[first : first + BLOCK])
            # added up input by input: a sample comes out the same whatever stands beside it
            total = np.zeros(len(some))
            for column in some.T:
                total += column * column
            found[first : first + BLOCK] = np.sqrt(total)
        return found

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

    @cached_property
    def _tree(self) -> cKDTree:
        from scipy.spatial import cKDTree

        # in many dimensions a cell is compared with most points anyway
        return cKDTree(self.points, leafsize=LEAF)

    def distances(self, inputs: Array) -> Array:
        """Return how many times farther a sample lies from the nearest training samples than these
        lie from theirs, shape (P,).

        The mean distance from the 10 nearest, divided by the mean of their own `spacing`: the
        simplified local outlier factor of Schubert, E., Zimek, A., & Kriegel, H.-P., 2014, Local
        outlier detection reconsidered, Data Mining and Knowledge Discovery 28, 190-237, after
        Breunig, M. M., et al., 2000, LOF: identifying density-based local outliers, Proceedings of
        the ACM SIGMOD Conference, 93-104.
        """
        nearest = np.arange(1, min(NEIGHBOURS, len(self.points)) + 1)
        found = np.empty(len(inputs))
        for first in range(0, len(inputs), BLOCK):
            some = self.ellipsoid.whitened(inputs[first : first + BLOCK])
            far, who = self._tree.query(some, k=nearest, workers=-1)
            found[first : first + BLOCK] = far.mean(axis=1) / self.spacing[who].mean(axis=1)
        return found

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
