"""First rows of numbers that may be names all the same: years, grain sizes, wavelengths."""

from __future__ import annotations

import re

import numpy as np

from datasets.head import Head, is_blank, is_numeric

_YEAR = re.compile(r"(?:19|20)\d\d")


def are_years(head: Head, numeric: frozenset[int]) -> bool:
    """Whether years that rise stand above columns none of which holds a year."""
    row = head.rows[0]
    if not rise_evenly(row) or not all(_YEAR.fullmatch(cell) for cell in row if cell):
        return False
    below = head.below(1)
    return bool(below) and not any(_YEAR.fullmatch(row[k]) for row in below for k in numeric)


def rise_evenly(row: list[str]) -> bool:
    """Whether a row holds whole numbers alone, and they rise by equal steps."""
    found = [cell for cell in row if cell]
    if len(found) < 2 or not all(cell.isascii() and cell.isdigit() for cell in found):
        return False
    steps = np.diff([float(cell) for cell in found])
    return bool(steps[0] > 0 and np.ptp(steps) == 0)


def names_numbers(head: Head, numeric: frozenset[int]) -> bool:
    """Whether a first row of numbers holds names all the same: years, grain sizes beside a word."""
    row = head.rows[0]
    if len(head.rows) < 2:
        return False
    wordy = [column for column in range(len(row)) if row[column] and not is_numeric(row[column])]
    if any(column in numeric and not is_blank(row[column]) for column in wordy):
        return True
    found = [float(row[c]) for c in sorted(numeric) if row[c].isdigit()]
    steps = np.diff(found)
    counted = len(found) >= 3 and len(set(steps.tolist())) == 1 and steps[0] > 0
    second = [float(head.rows[1][c]) for c in sorted(numeric) if head.rows[1][c].isdigit()]
    return bool(counted) and not (len(second) == len(found) and np.ptp(np.diff(second)) == 0)
