"""Rows of numbers between names and samples that name no sample: limits without a label, means."""

from __future__ import annotations

import math

from datasets.ends import is_summary
from datasets.head import Head, is_blank, is_numeric
from datasets.numerals import plain
from datasets.row_labels import label_of
from datasets.wordy_samples import says_how

_MOST_ROWS = 6
_NEARLY_ALL = 0.9
_LIKE_LIMITS = 0.75
# at the foot these are figures; among the first samples they are a class or a place as well
_CLASSES = ("background", "range", "threshold", "фон", "背景", "mad", "media")


def unnamed_rows(head: Head, matching: list[int], numeric: frozenset[int]) -> dict[int, str]:
    """Return what the first rows of numbers hold that are no samples.

    Parameters
    ----------
    matching
        Rows that hold numbers where the columns do.
    numeric
        Columns that hold numbers.

    Returns
    -------
    dict
        By row, "limits": the sample's number and place are blank where those below have them, and
        each number is as low, or as high, as any below; "figures": the row calls itself a mean, a
        minimum or the like; "unclear": nameless below units, but not like limits.
    """
    found: dict[int, str] = {}
    leading = [k for k in matching[: _MOST_ROWS + 1] if not label_of(head.rows[k])]
    while len(leading) > 2 and len(found) < _MOST_ROWS:
        row = leading.pop(0)
        kind = _kind(head, row, leading[0], numeric, says_units=_below_units(head, leading[0]))
        if not kind:
            return found
        found[row] = kind
    return found


def _below_units(head: Head, first: int) -> bool:
    """Whether units or methods stand above the samples."""
    return any(
        says_how([cell for cell in row if cell]) for row in head.rows[max(0, first - 8) : first]
    )


def _kind(head: Head, row: int, next_row: int, numeric: frozenset[int], *, says_units: bool) -> str:
    # notes and blank lines at the foot name no sample either
    below = [other for other in head.below(next_row) if any(is_numeric(other[k]) for k in numeric)]
    named = _named_columns(head, below, numeric)
    cells = head.rows[row]
    if not named:
        return ""
    if _is_figure(cells, below, named[0]):
        return "figures"
    words = [k for k, cell in enumerate(cells) if cell and not is_numeric(cell)]
    unlike = bool(cells[named[0]]) and _is_unlike(cells[named[0]], [o[named[0]] for o in below])
    labelled = (
        says_units and unlike and words == [named[0]] and not any(cells[k] for k in named[1:])
    )
    if not labelled and (words or any(cells[k] for k in named)):
        return ""
    values = [k for k in sorted(numeric) if cells[k] and k not in named]
    if _are_limits(cells, below, values) and (says_units or len(values) > 1):
        return "limits"
    return "unclear" if says_units and not labelled and values else ""


def _named_columns(head: Head, below: list[list[str]], numeric: frozenset[int]) -> list[int]:
    """Return the first column that is filled in all rows below, and those of text."""
    # the rows right below may be further limits
    sure = below[min(_MOST_ROWS, len(below) // 2) :]
    always = [k for k in range(head.width) if sure and all(not is_blank(row[k]) for row in sure)]
    return [k for k in always if k == always[0] or k not in numeric]


def _is_figure(cells: list[str], below: list[list[str]], column: int) -> bool:
    label = cells[column]
    if not is_summary(label) or len(label) < 2 or label.lower() in _CLASSES:
        return False
    if label.isascii() and (len(label) < 3 or any(sign.isdigit() for sign in label)):
        return False
    return sum(is_summary(other[column]) for other in below) <= 0.5 * len(below) and not any(
        other[column] == label for other in below
    )


def _is_unlike(label: str, others: list[str]) -> bool:
    """Whether a word has no digit where nearly all names of samples have one."""
    counted = sum(any(sign.isdigit() for sign in other) for other in others)
    return not any(sign.isdigit() for sign in label) and counted >= _NEARLY_ALL * (len(others) - 1)


def _are_limits(cells: list[str], below: list[list[str]], columns: list[int]) -> bool:
    """Whether the numbers are at the lower or at the upper end of those below."""
    lower = upper = counted = 0
    for column in columns:
        value = _number(cells[column])
        others = [number for row in below if math.isfinite(number := _number(row[column]))]
        if not math.isfinite(value) or not others:
            continue
        counted += 1
        lower += value <= min(others)
        upper += value >= max(others)
    return counted > 0 and max(lower, upper) >= _LIKE_LIMITS * counted


def _number(cell: str) -> float:
    try:
        return float(plain(cell).lstrip("<>≤≥ ").replace(" ", "").replace(",", "."))
    except ValueError:
        return float("nan")
