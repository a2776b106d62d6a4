"""Which pictures a person looks at first: errors, doubtful ones, those of one cell; torch-free.

Each function takes the predictions of a run (`core.cnn.tables.image_table`) and returns row
numbers of the table, from 0, int64, in the order to be shown; samples of one rank stay in the
order of the set.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from core.arrow_columns import as_numpy

Rows = NDArray[np.int64]


def errors(table: pa.Table, part: str = "") -> Rows:
    """Return the samples of a known class that were given another one, the surest error first.

    Parameters
    ----------
    part
        "training", "validation" or "test"; "" for all.
    """
    wrong = pc.and_(_is_known(table), pc.not_equal(table["known"], table["class"]))
    return _sorted(table, pc.and_(wrong, _in_part(table, part)), -_numbers(table, "probability"))


def least_certain(table: pa.Table, part: str = "") -> Rows:
    """Return all samples, known or not, from the smallest lead of the class over the next one."""
    lead = _numbers(table, "probability") - _numbers(table, "second probability")
    return _sorted(table, _in_part(table, part), lead)


def cell(table: pa.Table, known: str, predicted: str, part: str = "") -> Rows:
    """Return the samples of one cell of the confusion matrix, the surest first."""
    chosen = pc.and_(pc.equal(table["known"], known), pc.equal(table["class"], predicted))
    return _sorted(table, pc.and_(chosen, _in_part(table, part)), -_numbers(table, "probability"))


def _is_known(table: pa.Table) -> pa.ChunkedArray:
    return pc.not_equal(table["known"], "")


def _in_part(table: pa.Table, part: str) -> pa.ChunkedArray:
    if not part:
        return pc.is_valid(table["class"])
    return pc.equal(table["part"], part)


def _numbers(table: pa.Table, column: str) -> NDArray[np.float64]:
    return np.asarray(as_numpy(table[column]), np.float64)


def _sorted(table: pa.Table, chosen: pa.ChunkedArray, rank: NDArray[np.float64]) -> Rows:
    rows = np.flatnonzero(as_numpy(pc.cast(chosen, pa.uint8())))
    return np.asarray(rows[np.argsort(rank[rows], kind="stable")], np.int64)
