"""Samples and deposits brought into one coordinate system."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.distances import Floats, Metric, Rows, reproject
from core.joining import Places
from core.reading import Deposits
from datasets.assembling import class_texts
from datasets.columns import Table
from datasets.coordinates import in_degrees
from datasets.messages import InputError, Message, message

MOST_DEGREES = 360


@dataclass(frozen=True)
class Placed:
    """Samples and deposits in one coordinate system.

    Attributes
    ----------
    samples, sample_rows
        The samples that have a place, and their rows in the table.
    names, kinds, x, y
        Of all deposits; kinds are "" and coordinates NaN where missing.
    deposits, deposit_rows
        The deposits that have a place and a class, and their rows in their file.
    placed
        Rows of the deposits that have a place.
    lost
        Why the other deposits cannot be joined, by row.
    """

    table: Table
    metric: Metric
    samples: Places
    sample_rows: Rows
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    x: Floats
    y: Floats
    deposits: Places
    deposit_rows: Rows
    placed: Rows
    lost: dict[int, Message]
    notices: list[Message]


def place_all(table: Table, points: Table, how: Deposits) -> Placed:
    """Bring the deposits into the coordinate system of the samples.

    Raises
    ------
    InputError
        When a column is absent or no coordinate, or a coordinate system is unknown.
    """
    sample_x, sample_y = _coordinates(table, how.sample_x, how.sample_y)
    x, y = _coordinates(points, how.x, how.y)
    kinds = tuple(class_texts(points.column(how.kind)))
    names = tuple(class_texts(points.column(how.name))) if how.name else ("",) * points.rows
    crs, x_there, y_there, notices = _in_one_system(table, points, how, x, y)
    pair = (table.column(how.sample_x), table.column(how.sample_y))
    metric = Metric.of(crs, looks_like_degrees=in_degrees(*pair))
    sample_rows = np.flatnonzero(_possible(metric, sample_x, sample_y))
    if not len(sample_rows):
        raise InputError(
            "No sample of {source} has coordinates in {x} and {y}; choose other columns.",
            source=table.source,
            x=how.sample_x,
            y=how.sample_y,
        )
    placed = np.flatnonzero(_possible(metric, x_there, y_there))
    with_class = np.array([bool(kinds[row]) for row in placed], dtype=bool)
    deposit_rows = placed[with_class]
    return Placed(
        table=table,
        metric=metric,
        samples=Places(sample_x[sample_rows], sample_y[sample_rows]),
        sample_rows=sample_rows,
        names=names,
        kinds=kinds,
        x=x_there,
        y=y_there,
        deposits=Places(x_there[deposit_rows], y_there[deposit_rows]),
        deposit_rows=deposit_rows,
        placed=placed,
        lost=_lost(kinds, x, y, x_there, y_there, set(placed.tolist())),
        notices=notices,
    )


def _coordinates(table: Table, x: str, y: str) -> tuple[Floats, Floats]:
    pair = (table.column(x), table.column(y))
    for column in pair:
        if column.kind != "number":
            raise InputError(
                "The column {column} of {source} holds text, so it is no coordinate; choose a "
                "column of numbers.",
                column=column.name,
                source=table.source,
            )
    return pair[0].values, pair[1].values


def _in_one_system(
    table: Table, points: Table, how: Deposits, x: Floats, y: Floats
) -> tuple[str, Floats, Floats, list[Message]]:
    """Return the samples' system, and the deposits' coordinates in it."""
    theirs = how.crs or points.crs
    ours = how.sample_crs or table.crs
    if not theirs or theirs == ours:
        if not theirs:
            _check_alike(table, points, how)
        return ours, x, y, []
    if not ours:
        raise InputError(
            "The deposits are in {crs}, but the coordinate system of the samples is unknown; "
            "state it as well.",
            crs=theirs,
        )
    x_there, y_there, rough = reproject(x, y, theirs, ours)
    return ours, x_there, y_there, [rough] if rough is not None else []


def _check_alike(table: Table, points: Table, how: Deposits) -> None:
    """Refuse degrees beside metres, when nobody said in which systems they are."""
    pair = (points.column(how.x), points.column(how.y))
    longest = np.nanmax(np.abs(table.column(how.sample_x).values), initial=0)
    if in_degrees(*pair) and longest > MOST_DEGREES:
        raise InputError(
            "The deposits of {path} stand in longitude and latitude, the samples do not; state "
            "the coordinate systems of both, such as EPSG:4326 and EPSG:4509.",
            path=how.table,
        )


def _possible(metric: Metric, x: Floats, y: Floats) -> NDArray[np.bool_]:
    known = np.isfinite(x) & np.isfinite(y)
    if metric.degrees:
        return known & (np.abs(np.nan_to_num(x)) <= MOST_DEGREES) & (np.abs(np.nan_to_num(y)) <= 90)
    return known


def _lost(
    kinds: tuple[str, ...],
    x: Floats,
    y: Floats,
    x_there: Floats,
    y_there: Floats,
    placed: set[int],
) -> dict[int, Message]:
    """Return why deposits cannot be joined at all, by row."""
    lost: dict[int, Message] = {}
    for row, kind in enumerate(kinds):
        if not (np.isfinite(x[row]) and np.isfinite(y[row])):
            lost[row] = message("Its coordinates are missing.")
        elif not (np.isfinite(x_there[row]) and np.isfinite(y_there[row])):
            lost[row] = message("The coordinate system of the samples does not reach its place.")
        elif row not in placed:
            lost[row] = message("Its coordinates are no longitude and latitude.")
        elif not kind:
            lost[row] = message("It has no class.")
    return lost
