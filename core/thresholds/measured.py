"""What a threshold is looked for in: a column of a table, or a distance over several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.thresholds.contributions import Centre
from core.thresholds.finding import find_thresholds
from core.thresholds.found import Found, found_among, taken_values
from core.thresholds.groups import Groups
from core.thresholds.settings import ThresholdSettings
from datasets.messages import InputError, Message

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
    above
        bool, shape (P,), values above the range of the method; None when no value is.
    groups
        None for one threshold for all samples.
    limit
        Cut-off of a distance, NaN for a column.
    elements, centres
        Of a distance: its elements, and by group where most samples lie; "" without groups.
    refused
        Groups without distances, and why.
    incomplete
        Samples without a positive value in one of the elements of a distance.
    """

    name: str
    unit: str
    values: Array
    below: Flags | None = None
    groups: Groups | None = None
    limit: float = np.nan
    elements: tuple[str, ...] = ()
    centres: dict[str, Centre] = field(default_factory=dict)
    refused: dict[str, Message] = field(default_factory=dict)
    incomplete: int = 0
    above: Flags | None = None

    @property
    def what(self) -> str:
        """The column, or the elements that a distance is over."""
        return ", ".join(self.elements) or self.name


def distance_of(
    columns: Sequence[tuple[Array, Flags | None]],
    settings: ThresholdSettings,
    groups: Groups | None = None,
    names: tuple[str, ...] = (),
) -> Measured:
    """Return the robust distance over some columns, with its cut-off from χ².

    Parameters
    ----------
    columns
        Values and which of them are below a limit, of two or more columns.
    groups
        Each has a centre of its own; one that is too small has no distances, and is listed.

    Raises
    ------
    InputError
        As in `core.thresholds.multivariate.distances_and_centre`; with groups when that holds for
        every one of them.
    """
    from core.thresholds.multivariate import distance_limit, distances_and_centre, has_logratios

    parts = np.column_stack([taken_values(values, below, settings) for values, below in columns])
    limit = distance_limit(parts.shape[1], settings.quantile)
    measured = Measured(
        "robust distance",
        "",
        np.empty(0),
        groups=groups,
        limit=limit,
        elements=names,
        incomplete=int(np.count_nonzero(~has_logratios(parts))),
    )
    if groups is not None:
        return _grouped(measured, parts, groups, settings)
    values, centre = distances_and_centre(parts, seed=settings.seed)
    return replace(measured, values=values, centres={"": centre})


def found_in(measured: Measured, settings: ThresholdSettings) -> Found:
    """Find the thresholds of a column as `find_thresholds` does; a distance brings its own."""
    if settings.method != "mahalanobis":
        return find_thresholds(measured.values, measured.below, settings, measured.groups)
    if np.isnan(measured.limit):
        raise InputError("A robust distance needs two or more elements; name more columns.")
    return found_among(
        measured.values,
        dict.fromkeys(measured.centres, measured.limit),
        settings,
        measured.groups,
        measured.refused,
        measured.incomplete,
    )


def _grouped(
    measured: Measured, parts: Array, groups: Groups, settings: ThresholdSettings
) -> Measured:
    from core.thresholds.multivariate import distances_and_centre

    names, codes = groups
    values = np.full(len(parts), np.nan)
    centres: dict[str, Centre] = {}
    refused: dict[str, Message] = {}
    for code, name in enumerate(names):
        members = np.flatnonzero(codes == code)
        try:
            distances, centres[name] = distances_and_centre(parts[members], seed=settings.seed)
            values[members] = distances
        except InputError as error:
            refused[name] = error.message
    if not centres:
        raise InputError(
            "No group of the column “{column}” has a robust distance; the first one: {reason}",
            column=settings.group,
            reason=str(next(iter(refused.values()), "")),
        )
    return replace(measured, values=values, centres=centres, refused=refused)
