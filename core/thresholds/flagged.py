"""The samples with their threshold, to take away: value, ratio, anomalous or not, and zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.name_columns import name_column
from core.thresholds.found import Found, zones
from core.thresholds.measured import Measured
from datasets.columns import Column, Table
from datasets.messages import InputError
from datasets.roles import guess_crs, propose_roles

COLUMNS = (
    "row", "x", "y", "group", "element", "unit", "value", "qualifier", "limit", "threshold",
    "ratio", "anomalous", "zone",
)  # fmt: skip
ZONES = ("background", "outer", "middle", "inner")


@dataclass(frozen=True)
class Place:
    """Where samples lie and what they are called.

    Attributes
    ----------
    x, y
        float64, shape (P,), NaN where missing; None without coordinates.
    crs
        Their coordinate system, "" when unknown.
    name, names
        Header and cells of the column that names the samples; "" and None without one.
    """

    x: NDArray[np.float64] | None = None
    y: NDArray[np.float64] | None = None
    crs: str = ""
    name: str = ""
    names: NDArray[Any] | None = None


def place_in(table: Table, x: str = "", y: str = "", crs: str = "") -> Place:
    """Return where the samples of a table lie; columns that are not given are proposed.

    Raises
    ------
    InputError
        When a column that is given is absent or holds text.
    """
    roles = propose_roles(table)
    by_role = {role.role: role.column for role in roles if role.role in ("x", "y")}
    x, y = x or by_role.get("x", ""), y or by_role.get("y", "")
    system = crs or table.crs or guess_crs(table, roles)
    known = [(c.name, c.kind, c.missing, _distinct(c)) for c in table.columns if c.kind == "text"]
    name = name_column(known, table.rows, "")
    return Place(
        _coordinate(table, x) if x and y else None,
        _coordinate(table, y) if x and y else None,
        system,
        name,
        table.column(name).values if name else None,
    )


def flagged_table(found: Found, measured: Measured, place: Place | None = None) -> pa.Table:
    """Return a row for each sample.

    ``row`` from 1, the column that names the samples, ``x``, ``y``, ``group``, ``element`` (the
    column, or those of a distance) and ``unit``, ``value`` as it counted, ``qualifier`` < or >
    where the laboratory reports a limit, which stands in ``limit``, ``threshold``, ``ratio`` value
    / threshold, ``anomalous`` yes or no, ``zone`` background, outer (above the threshold), middle
    (above twice it) or inner (above four times it). What is not known is left out, or nothing in a
    row.
    """
    place = place or Place()
    arrays: dict[str, pa.Array] = {"row": pa.array(np.arange(1, len(found.values) + 1))}
    if place.names is not None:
        arrays[_free_name(place.name)] = pa.array(place.names, pa.string(), from_pandas=True)
    for name, values in (("x", place.x), ("y", place.y)):
        if values is not None:
            arrays[name] = _numbers(values)
    if measured.groups is not None:
        names, codes = measured.groups
        # the last place is that of samples without a group, whose code is -1
        arrays["group"] = pa.array([*names, None], pa.string()).take(
            pa.array(codes % (len(names) + 1))
        )
    arrays |= {
        "element": pa.repeat(pa.scalar(measured.what), len(found.values)),
        "unit": pa.repeat(pa.scalar(measured.unit or None, pa.string()), len(found.values)),
        "value": _numbers(found.values),
        **_limits(measured, len(found.values)),
        "threshold": _numbers(found.limits),
        "ratio": _numbers(found.ratio),
    }
    codes = zones(found)
    arrays["anomalous"] = _words(("no", "yes"), np.minimum(codes, 1))
    arrays["zone"] = _words(ZONES, codes)
    return pa.table(arrays)


def _limits(measured: Measured, rows: int) -> dict[str, pa.Array]:
    """Return the signs of values that are limits, and the limits, as the laboratory wrote them."""
    if measured.below is None and measured.above is None:
        return {}
    nowhere = np.zeros(rows, dtype=np.bool_)
    below = nowhere if measured.below is None else measured.below
    above = nowhere if measured.above is None else measured.above
    codes = np.where(below, 0, np.where(above, 1, -1))
    known = (below | above) & np.isfinite(measured.values)
    return {
        "qualifier": _words(("<", ">"), codes),
        "limit": pa.array(measured.values, mask=~known),
    }


def _numbers(values: NDArray[np.float64]) -> pa.Array:
    return pa.array(values, mask=~np.isfinite(values))


def _words(words: tuple[str, ...], codes: NDArray[np.int64]) -> pa.Array:
    return pa.array([*words, None], pa.string()).take(pa.array(codes % (len(words) + 1)))


def _free_name(name: str) -> str:
    return f"{name}_" if name.casefold() in COLUMNS else name


def _coordinate(table: Table, name: str) -> NDArray[np.float64]:
    column = table.column(name)
    if column.kind != "number":
        raise InputError(
            "The column “{column}” holds text; coordinates have to be numbers.", column=name
        )
    return column.values


def _distinct(column: Column) -> int:
    return len(set(column.values.tolist()))
