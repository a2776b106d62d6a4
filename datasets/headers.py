"""Where in a sheet the names, the units, the methods and the samples stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from datasets.doubtful_rows import doubtful_names, doubtful_titles
from datasets.first_sample import (
    first_sample,
    is_note,
    numeric_columns,
    rows_of_numbers,
    wordy_rows,
)
from datasets.head import Head, is_numeric
from datasets.methods import is_method
from datasets.name_rows import adds_names, undoubled, with_mixed
from datasets.naming import is_sample_name
from datasets.number_names import are_years, names_numbers, rise_evenly
from datasets.record_rows import Records, find_records
from datasets.row_labels import is_upper_limit, label_of
from datasets.units import element_of, unit_word
from datasets.unnamed_rows import unnamed_rows
from datasets.upper_tables import upper_tables
from datasets.wordy_samples import says_nothing

_MOST_NAME_ROWS = 3
_LEFT_OUT = ("notes", "figures", "unclear")


@dataclass(frozen=True)
class Heading:
    """Rows of a sheet by what they hold, counted from 0.

    Attributes
    ----------
    names
        Rows with names, from the top; () when the columns have none.
    units, methods
        Row of the units and of the methods, None when there is none.
    limits
        Rows with detection limits.
    titles
        Rows above the names.
    first
        First row of samples.
    numeric
        Columns that hold numbers below.
    wordy
        First samples that hold words where numbers stand; they might be names as well.
    doubtful
        Rows that might be samples as well: second lines of names that say no more than the first,
        rows left out between names and samples, and limits without a label. Without names, a
        first row of numbers that may be names.
    upper
        Rows of other tables above the names.
    """

    names: tuple[int, ...]
    units: int | None
    methods: int | None
    limits: tuple[int, ...]
    titles: tuple[int, ...]
    first: int
    numeric: frozenset[int] = field(default=frozenset())
    wordy: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    upper: tuple[int, ...] = ()


def find_heading(head: Head) -> Heading:
    """Find the rows above the samples.

    Samples begin with the first row whose cells are numbers where the columns hold numbers. What
    stands above is told apart by its cells: units, codes of methods, names, titles. Where a
    laboratory labels the rows ("Analyte", "Unit", "Detection limit"), the labels decide.
    """
    numeric = numeric_columns(head)
    records = find_records(head)
    if records:
        return _of_records(head, records, numeric)
    labelled = _labelled_rows(head)
    first = first_sample(head, numeric, labelled)
    if first is None:
        return _of_words(head, labelled)
    if first == 0:
        return _without_words(head, numeric)
    return _above(head, first, numeric, labelled)


def _of_records(head: Head, records: Records, numeric: frozenset[int]) -> Heading:
    limits = () if records.limit is None else (records.limit,)
    used = {records.names, records.units, records.methods, *limits}
    titles = tuple(row for row in range(records.first) if row not in used)
    return Heading(
        (records.names,), records.units, records.methods, limits, titles, records.first, numeric
    )


def without_label(row: list[str], below: list[list[str]]) -> list[str]:
    """Blank the word that labels a row of names where the column has a name below."""
    column = next((k for k, cell in enumerate(row[:3]) if cell), -1)
    if not label_of(row) or not any(other[column] for other in below):
        return row
    return [*row[:column], "", *row[column + 1 :]]


def _labelled_rows(head: Head) -> dict[int, str]:
    """Rows with a label; only where more than one is labelled, limits are, or a name is above."""
    found = {}
    for number, row in enumerate(head.rows[: head.searched]):
        label = label_of(row)
        if label and sum(map(bool, row)) > 1:
            found[number] = label
    kinds = set(found.values())
    if len(kinds) > 1 or kinds == {"limits"}:
        return found
    return {row: kind for row, kind in found.items() if _is_below_name(head, row)}


def _is_below_name(head: Head, row: int) -> bool:
    """Whether a label stands under the name of a column, and nothing but words beside it."""
    cells = head.rows[row]
    column = next(k for k, cell in enumerate(cells) if cell)
    if not row or not is_sample_name(head.rows[row - 1][column]) or any(map(is_numeric, cells)):
        return False
    return all(head.rows[row - 1][k] for k, cell in enumerate(cells) if cell)


def _without_words(head: Head, numeric: frozenset[int]) -> Heading:
    """A first row of numbers: names if they count or are years, and doubtful if they may be."""
    years = are_years(head, numeric)
    named = years or names_numbers(head, numeric)
    rising = len(numeric) > 1 and rise_evenly(head.rows[0])
    whole = all(row[k].isdigit() or not row[k] for row in head.below(1) for k in numeric)
    unsure = rising and (whole or not named)
    names, doubtful = (0,) if named else (), (0,) if unsure else ()
    return Heading(names, None, None, (), (), int(named), numeric, doubtful=doubtful)


def _of_words(head: Head, labelled: dict[int, str]) -> Heading:
    """A table without numbers: the first wide row names the columns, unless it comes again."""
    widths = [sum(map(bool, row)) for row in head.rows]
    usual = int(np.median([sum(map(bool, row)) for row in head.later] or widths))
    start = next((k for k, width in enumerate(widths) if width >= max(1, 0.6 * usual)), 0)
    below = head.rows[start + 1 :] + head.later
    again = [
        column
        for column, cell in enumerate(head.rows[start])
        if cell and any(row[column] == cell for row in below)
    ]
    filled = max(1, widths[start])
    if len(head.rows) > start + 3 and len(again) >= 0.5 * filled:
        return Heading((), None, None, (), tuple(range(start)), start)
    return _above(head, start + 1, frozenset(), labelled)


def _above(head: Head, first: int, numeric: frozenset[int], labelled: dict[int, str]) -> Heading:
    """Tell apart the rows above the samples, from the lowest up."""
    matching = {*rows_of_numbers(head, numeric, labelled), *_bare_numbers(head, first)}
    unnamed = unnamed_rows(head, sorted(matching - labelled.keys()), numeric)
    unnamed = {row: kind for row, kind in unnamed.items() if row < first}
    kinds = {
        row: labelled.get(row) or unnamed.get(row) or _kind(head.rows[row]) for row in range(first)
    }
    units = _last(kinds, "units")
    methods = _last(kinds, "methods")
    limits = tuple(
        sorted(
            (row for row in range(first) if kinds[row] == "limits"),
            key=lambda row: (is_upper_limit(head.rows[row]), row in unnamed and _level(head, row)),
        )
    )
    names: list[int] = []
    for row in reversed(range(first)):
        if (
            row in limits
            or row in (units, methods)
            or kinds[row] in _LEFT_OUT
            or is_note(head, row)
        ):
            continue
        if not names or (len(names) < _MOST_NAME_ROWS and adds_names(head, row, names)):
            names.insert(0, row)
        else:
            break
    names = with_mixed(head, names, units, methods)
    upper = upper_tables(head, names[0]) if names else ()
    used = {*names, *limits, units, methods, *upper}
    titles = tuple(row for row in range(first) if row not in used)
    return Heading(
        tuple(names),
        units,
        methods,
        limits,
        titles,
        first,
        numeric,
        wordy_rows(head, first, numeric),
        (
            *doubtful_names(head, names, units, methods),
            *doubtful_titles(head, names, kinds, titles, numeric),
            *unnamed,
        ),
        upper,
    )


def _level(head: Head, row: int) -> float:
    """Return how large the numbers of a row without a label are: of two, the lower limits first."""
    found = [float(cell) for cell in head.rows[row] if re.fullmatch(r"\d+(?:\.\d+)?", cell)]
    return float(np.median(found)) if found else 0.0


def _bare_numbers(head: Head, end: int) -> list[int]:
    """Return the rows above `end` that hold numbers alone, two or more, the first column blank."""
    rows = [[cell for cell in row if cell] for row in head.rows[:end]]
    return [
        number
        for number, cells in enumerate(rows)
        if len(cells) > 1 and not head.rows[number][0] and all(map(is_numeric, cells))
    ]


def _kind(row: list[str]) -> str:
    filled = [cell for cell in row if cell]
    if not filled:
        return ""
    units = sum(bool(unit_word(cell)) for cell in filled)
    methods = sum(is_method(undoubled(cell, row)) and element_of(cell) != cell for cell in filled)
    if units >= 0.5 * len(filled):
        return "units"
    if says_nothing(filled):
        return "notes"
    return "methods" if methods >= 0.5 * len(filled) and len(filled) > 1 else ""


def _last(kinds: dict[int, str], kind: str) -> int | None:
    return max((row for row, found in kinds.items() if found == kind), default=None)
