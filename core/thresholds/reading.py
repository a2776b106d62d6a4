"""The columns that a threshold is looked for in, from a table or from the window's copy of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.arrow_columns import as_numpy
from core.thresholds.groups import group_codes
from core.thresholds.measured import Flags, Measured, distance_of
from core.thresholds.settings import ThresholdSettings
from datasets.columns import Column, Table
from datasets.messages import InputError
from datasets.units import unit_of

Array = NDArray[np.float64]


def measured_in(table: Table, columns: Sequence[str], settings: ThresholdSettings) -> Measured:
    """Return a column of a table, or the robust distance over some.

    Parameters
    ----------
    columns
        One column; two or more for the robust distance. Names may be joined by commas.

    Raises
    ------
    InputError
        When a column is absent, holds no numbers, or has too few for a distance.
    """
    found = [_numbers(table, name) for name in _names_in(table, columns)]
    if settings.method != "mahalanobis" and len(found) != 1:
        raise InputError(
            "A threshold is found for one column; name one, or choose the method mahalanobis for "
            "several together."
        )
    groups = group_codes(table.column(settings.group).values) if settings.group else None
    if settings.method == "mahalanobis":
        parts = [(column.values, _below(column)) for column in found]
        return distance_of(parts, settings, groups, tuple(column.name for column in found))
    column = found[0]
    unit = column.unit or unit_of(column.name)
    return Measured(column.name, unit, column.values, _below(column), groups, above=_above(column))


def measured_in_arrow(
    path: Path, numbers: Sequence[int], group: int, settings: ThresholdSettings
) -> Measured:
    """Return the same from a file that `core.describing` wrote; its columns have numbers.

    Parameters
    ----------
    group
        Number of the column of groups, -1 for none.
    """
    with pa.memory_map(str(path)) as file:
        table = pa.ipc.open_file(file).read_all()

    def taken(number: int) -> tuple[Array, Flags | None]:
        mask = f"m{number}"
        below = as_numpy(table.column(mask)).astype(bool) if mask in table.column_names else None
        return as_numpy(table.column(f"v{number}")), below

    groups = group_codes(as_numpy(table.column(f"v{group}"))) if group >= 0 else None
    if settings.method == "mahalanobis":
        return distance_of([taken(number) for number in numbers], settings, groups)
    values, below = taken(numbers[0])
    return Measured("", "", values, below, groups)


def _names_in(table: Table, columns: Sequence[str]) -> list[str]:
    """Return the columns asked for; a text that is no name may be several, joined by commas."""
    names: list[str] = []
    for text in columns:
        parts = [text] if text in table.names else [part.strip() for part in text.split(",")]
        names += [part for part in parts if part and part not in names]
    return names


def _numbers(table: Table, name: str) -> Column:
    column = table.column(name)
    if column.kind != "number":
        raise InputError(
            "The column “{column}” holds text; a threshold needs a column of numbers.", column=name
        )
    return column


def _above(column: Column) -> Flags | None:
    return column.above if column.above is not None and column.above.any() else None


def _below(column: Column) -> Flags | None:
    return column.censored if column.censored.any() else None
