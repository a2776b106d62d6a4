"""What a network said of samples, and what they are: all that a verdict is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Codes = NDArray[np.int64]


@dataclass(frozen=True)
class HeldOut:
    """Labelled samples, each with what members said that had not seen it.

    Attributes
    ----------
    known
        int64, shape (N,). Class of each sample, 0 to C - 1.
    named
        int64, shape (N,). Class that was named, 0 to C - 1.
    probability
        float64, shape (N, C). Rows sum to 1; a NaN, of members that diverged, counts as 0.
    units
        int64, shape (N,). What is resampled together: number of the group, of the block, or of
        the sample itself.
    class_names
        C names.
    """

    known: Codes
    named: Codes
    probability: Array
    units: Codes
    class_names: tuple[str, ...]

    @property
    def size(self) -> int:
        """Number of samples, N."""
        return len(self.known)

    @property
    def classes(self) -> int:
        """Number of classes, C."""
        return len(self.class_names)

    @property
    def is_right(self) -> NDArray[np.bool_]:
        """Whether the class was named that is known, shape (N,)."""
        right: NDArray[np.bool_] = self.known == self.named
        return right

    @property
    def sound(self) -> Array:
        """The probabilities with 0 for those that are none, shape (N, C)."""
        return np.nan_to_num(self.probability, nan=0.0)

    @property
    def unit_places(self) -> Codes:
        """The units counted from 0 on without gaps, shape (N,)."""
        places: Codes = np.unique(self.units, return_inverse=True)[1].astype(np.int64)
        return places

    @property
    def unit_count(self) -> int:
        """Number of units, U."""
        return len(np.unique(self.units))
