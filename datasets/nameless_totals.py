"""Totals and means at the foot of a sheet that no word names: their numbers give them away."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from datasets.cells import as_strings
from datasets.head import is_blank
from datasets.numerals import plain
from datasets.raw_sheet import RawSheet

_FILLED = 0.95
_COMPARED = 4
# float64 adds a million numbers to within this share
_ROUNDING = 1e-9


def is_nameless_total(
    raw: RawSheet, row: list[str], samples: list[list[str]], first: int, end: int
) -> bool:
    """Whether a row without the name of a sample holds the sums or the means of the rows above.

    Parameters
    ----------
    row, samples
        Cells of the row, and of some samples above it.
    first, end
        Rows of the sheet from and to which the samples go.
    """
    if not _is_nameless(row, samples):
        return False
    held = [k for k, cell in enumerate(row) if np.isfinite(_number(cell))][:_COMPARED]
    if not held or len(held) < min(_COMPARED, sum(not is_blank(cell) for cell in row)):
        return False
    columns = {k: _numbers(raw, k, first, end) for k in held}
    if any(len(numbers) < 2 for numbers in columns.values()):
        return False
    if all(_is_near(row[k], float(np.sum(columns[k]))) for k in held):
        return True
    # one mean may be met by chance
    return len(held) > 1 and all(_is_near(row[k], float(np.mean(columns[k]))) for k in held)


def _is_nameless(row: list[str], samples: list[list[str]]) -> bool:
    """Whether the first column that is filled in all samples is blank here, with all of text."""
    if len(samples) < 2:
        return False
    filled = [[other[k] for other in samples if not is_blank(other[k])] for k in range(len(row))]
    always = [k for k, cells in enumerate(filled) if len(cells) >= _FILLED * len(samples)]
    if not always or row[always[0]]:
        return False
    return not any(
        row[k] and not np.isfinite(_number(row[k])) and not is_blank(row[k]) for k in always
    )


def _numbers(raw: RawSheet, column: int, first: int, end: int) -> NDArray[np.float64]:
    cells = as_strings(raw.columns[column].slice(first, end - first)).to_pylist()
    numbers = np.array([_number(cell) for cell in cells], dtype=np.float64)
    return numbers[np.isfinite(numbers)]


def _number(cell: str) -> float:
    try:
        return float(plain(cell).replace(" ", "").replace(",", "."))
    except ValueError:
        return float("nan")


def _is_near(cell: str, value: float) -> bool:
    """Whether a number is another one, rounded to the digits it is written with."""
    decimals = len(plain(cell).replace(",", ".").partition(".")[2].partition("e")[0])
    number = _number(cell)
    return abs(number - value) <= 0.5000001 * 10.0**-decimals + _ROUNDING * abs(value)
