"""The column whose text names the rows: a deposit's name, a sample's number."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from core.job import Data
from core.loading import read_source
from core.name_columns import names_rows
from datasets.messages import InputError
from datasets.roles import sample_column


def row_names(data: Data, rows: int) -> tuple[str, NDArray[Any]] | None:
    """Return the column of a table that names its rows, with its texts.

    Parameters
    ----------
    data
        Where the table is and how it is read.
    rows
        Number of rows it had.

    Returns
    -------
    tuple of str and ndarray, or None
        Header and texts (object array of `str`) or numbers, shape (rows,). None when no column
        names the rows, or the table is gone or has changed, so that its names may be those of
        other rows.
    """
    try:
        table = read_source(data.table, data.reading)
    except InputError:
        return None
    if table.rows != rows or (data.fingerprint and table.fingerprint != data.fingerprint):
        return None
    name = sample_column(table.names)
    if name and name not in data.features:
        return name, table.column(name).values
    for column in table.columns:
        distinct = len(set(column.values)) if column.kind == "text" else 0
        if names_rows(column.kind, column.missing, distinct, rows):
            return column.name, column.values
    return None
