"""Principal components of the scaled features."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.preparing.rows import weighted_sums

Array = NDArray[np.float64]
# variances below this share of the largest are rounding errors
_LEAST = 1e-12


@dataclass(frozen=True)
class Rotation:
    """Directions of largest variance.

    Attributes
    ----------
    centre
        Mean of each of T scaled features over the training samples.
    weights
        C rows of T: a component each, divided by its standard deviation where it is whitened.
    shares
        Share of the variance of each component.
    """

    centre: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]
    shares: tuple[float, ...]

    def apply(self, values: Array) -> Array:
        """Return the components of scaled samples, shape (P, C)."""
        return weighted_sums(values - np.array(self.centre), self._weights)

    @cached_property
    def _weights(self) -> Array:
        return np.array(self.weights, np.float64).reshape(-1, len(self.centre))

    def is_sound(self, scaled: int) -> bool:
        """Whether it fits so many scaled features and all figures are finite."""
        return (
            len(self.centre) == scaled
            and len(self.weights) == len(self.shares) >= 1
            and all(len(row) == scaled for row in self.weights)
            and bool(np.isfinite(self._weights).all())
            and bool(np.isfinite((*self.centre, *self.shares)).all())
        )

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "centre": list(self.centre),
            "weights": [list(row) for row in self.weights],
            "shares": list(self.shares),
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Rotation:
        """Return what `to_values` gave; raises KeyError, TypeError or ValueError on others."""
        return cls(
            tuple(float(value) for value in values["centre"]),
            tuple(tuple(float(value) for value in row) for row in values["weights"]),
            tuple(float(value) for value in values["shares"]),
        )


def fit_rotation(values: Array, *, number: int, share: float, whitening: bool) -> Rotation:
    """Find the components of training samples by a singular value decomposition.

    Parameters
    ----------
    values
        float64, shape (P, T), finite.
    number
        Number of components; those beyond the rank are 0 for every sample. 0: as many as have
        together at least `share` of the variance, and at least one.
    whitening
        Whether every component gets the variance 1 (divided by P − 1, as in scikit-learn).
    """
    centre = values.mean(axis=0)
    _, singular, directions = np.linalg.svd(values - centre, full_matrices=False)
    variances = singular**2 / max(1, len(values) - 1)
    total = float(variances.sum())
    shares = variances / total if total > 0 else np.zeros(len(variances))
    wanted = number or _needed(shares, share)
    is_real = shares[:wanted] > _LEAST
    weights = np.zeros((wanted, values.shape[1]))
    scale = np.sqrt(variances[:wanted][is_real])[:, None] if whitening else 1.0
    weights[: len(is_real)][is_real] = _pointing_up(directions[:wanted][is_real]) / scale
    kept = np.zeros(wanted)
    kept[: len(is_real)] = np.where(is_real, shares[:wanted], 0.0)
    return Rotation(
        tuple(centre.tolist()), tuple(map(tuple, weights.tolist())), tuple(kept.tolist())
    )


def _needed(shares: Array, share: float) -> int:
    reached = np.cumsum(shares) >= share * (1 - _LEAST)
    return int(np.argmax(reached)) + 1 if reached.any() else max(1, len(shares))


def _pointing_up(directions: Array) -> Array:
    """Turn each direction so that its largest weight is positive: its sign is without meaning."""
    largest = np.abs(directions).argmax(axis=1)
    signs: Array = np.sign(directions[np.arange(len(directions)), largest])
    return directions * signs[:, None]
