"""Sheets that begin with more lines of prose than a head holds."""

from __future__ import annotations

import numpy as np

from datasets.first_sample import holds_numbers, numeric_columns
from datasets.head import HEAD_ROWS, Head, head_of, rows_at
from datasets.raw_sheet import RawSheet

_SEARCHED = 3000
_STEP = 200


def head_below_prose(raw: RawSheet) -> Head:
    """Take the head of a sheet, a longer one where its first rows hold no sample.

    Prose of a hundred lines stands above the tables of some geological surveys.
    """
    head = head_of(raw)
    numeric = numeric_columns(head)
    if head.total <= HEAD_ROWS or not numeric:
        return head
    if sum(holds_numbers(row, numeric) for row in head.rows) >= HEAD_ROWS // 4:
        return head
    first = _first_with_numbers(raw, numeric)
    return head if first <= HEAD_ROWS // 4 else head_of(raw, first)


def _first_with_numbers(raw: RawSheet, numeric: frozenset[int]) -> int:
    """Return the first row from which on two rows in a row hold numbers; 0 where none is found."""
    before = False
    for start in range(0, min(raw.rows, _SEARCHED), _STEP):
        rows = rows_at(raw, np.arange(start, min(start + _STEP, raw.rows)))
        for number, row in enumerate(rows):
            now = holds_numbers(row, numeric)
            if now and before:
                return start + number - 1
            before = now
    return 0
