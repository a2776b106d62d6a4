"""A dataset: the samples of a table, with the role of each column decided."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message


@dataclass(frozen=True)
class Dataset:
    """Samples ready to be prepared.

    Attributes
    ----------
    features
        float64, shape (P, S). NaN where missing. A value below its detection limit stands as
        that limit and is marked in `censored`, one above a range in `above`; what is taken for it
        is a matter of the preparation.
    feature_names
        S column names as in the table.
    censored
        bool, shape (P, S). True where the table held a value below its detection limit.
    above
        bool, shape (P, S). True where the table held a value above the range of the method.
    feature_units
        Unit of each feature, "" where unknown.
    target
        int64, shape (P,). Index into `class_names`, -1 where the sample has no class.
    class_names
        Classes in the order of the network's outputs.
    coordinates
        float64, shape (P, 2), columns x and y in the units of `crs`, or None. NaN where missing.
    crs
        Name of the coordinate reference system as given ("EPSG:4509"), "" when unknown.
    groups
        int64, shape (P,), -1 where missing, or None when no group column was chosen.
    row_numbers
        int64, shape (P,). Row of the table, counted from 1 without the header.
    source
        Path of the table or "example:NAME".
    fingerprint
        SHA-256 of the table's content, hexadecimal.
    notices
        What was worked around, a sentence each.
    """

    features: NDArray[np.float64]
    feature_names: tuple[str, ...]
    censored: NDArray[np.bool_]
    above: NDArray[np.bool_]
    feature_units: tuple[str, ...]
    target: NDArray[np.int64]
    class_names: tuple[str, ...]
    coordinates: NDArray[np.float64] | None
    crs: str
    groups: NDArray[np.int64] | None
    row_numbers: NDArray[np.int64]
    source: str
    fingerprint: str
    notices: tuple[Message, ...] = ()

    @property
    def size(self) -> int:
        """Number of samples P."""
        return len(self.features)

    @property
    def labelled(self) -> NDArray[np.int64]:
        """Indices of the samples whose class is known."""
        return np.flatnonzero(self.target >= 0)
