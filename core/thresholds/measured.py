"""What a threshold is looked for in: a column of a table, or a distance over several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.thresholds.finding import Found, find_thresholds, taken_values
from core.thresholds.groups import Groups
from core.thresholds.settings import ThresholdSettings
from datasets.messages import InputError

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Measured:
    """Values, and what is known of them.

    Attributes
    ----------
    name, unit
        Of the column; a distance has no unit.
    values
        float64, shape (P,), NaN where missing, the limit where `below` is set.
    below
        bool, shape (P,), values below a detection limit; None when no value is.
    groups
        None for one threshold for all samples.
    limit
        Cut-off of a distance, NaN for a column.
    """

    name: str
    unit: str
    values: Array
    below: Flags | None = None
    groups: Groups | None = None
    limit: float = np.nan


def distance_of(
    columns: Sequence[tuple[Array, Flags | None]], settings: ThresholdSettings
) -> Measured:
    """Return the robust distance over some columns, with its cut-off from χ².

    Parameters
    ----------
    columns
        Values and which of them are below a limit, of two or more columns.

    Raises
    ------
    InputError
        As in `core.thresholds.multivariate.robust_distances`.
    """
    from core.thresholds.multivariate import distance_limit, robust_distances

    parts = np.column_stack([taken_values(values, below, settings) for values, below in columns])
    distances = robust_distances(parts, seed=settings.seed)
    limit = distance_limit(parts.shape[1], settings.quantile)
    return Measured("robust distance", "", distances, limit=limit)


def found_in(measured: Measured, settings: ThresholdSettings) -> Found:
    """Find the thresholds of a column as `find_thresholds` does; a distance brings its own."""
    if settings.method != "mahalanobis":
        return find_thresholds(measured.values, measured.below, settings, measured.groups)
    if np.isnan(measured.limit):
        raise InputError("A robust distance needs two or more elements; name more columns.")
    by_hand = ThresholdSettings(method="hand", value=measured.limit)
    return replace(find_thresholds(measured.values, None, by_hand), settings=settings)
