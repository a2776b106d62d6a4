"""Where in a sheet the names, the units, the methods and the samples stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from datasets.doubtful_rows import doubtful_names, doubtful_titles
from datasets.first_sample import (
    SEARCHED,
    TITLE,
    first_sample,
    is_note,
    numeric_columns,
    wordy_rows,
)
from datasets.head import Head, is_blank, is_numeric
from datasets.methods import is_method
from datasets.record_rows import Records, find_records
from datasets.row_labels import is_upper_limit, label_of
from datasets.units import element_of, unit_word
from datasets.wordy_samples import says_nothing

_MOST_NAME_ROWS = 3
_LONGEST_GROUP = 40


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
        and rows left out between names and samples.
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
        named = _names_numbers(head, numeric)
        return Heading((0,) if named else (), None, None, (), (), int(named), numeric)
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
    """Rows with a label; only where more than one is labelled, or limits are."""
    found = {}
    for number, row in enumerate(head.rows[:SEARCHED]):
        label = label_of(row)
        if label and sum(map(bool, row)) > 1:
            found[number] = label
    kinds = set(found.values())
    return found if len(kinds) > 1 or kinds == {"limits"} else {}


def _names_numbers(head: Head, numeric: frozenset[int]) -> bool:
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
    kinds = {row: labelled.get(row) or _kind(head.rows[row]) for row in range(first)}
    units = _last(kinds, "units")
    methods = _last(kinds, "methods")
    limits = tuple(
        sorted(
            (row for row in range(first) if kinds[row] == "limits"),
            key=lambda row: is_upper_limit(head.rows[row]),
        )
    )
    names: list[int] = []
    for row in reversed(range(first)):
        if row in limits or row in (units, methods) or kinds[row] == "notes" or is_note(head, row):
            continue
        if not names or (len(names) < _MOST_NAME_ROWS and _adds_names(head, row, names, numeric)):
            names.insert(0, row)
        else:
            break
    names = _with_mixed(head, names, units, methods)
    used = {*names, *limits, units, methods}
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
            *doubtful_titles(head, names, kinds, titles),
        ),
    )


def _kind(row: list[str]) -> str:
    filled = [cell for cell in row if cell]
    if not filled:
        return ""
    units = sum(bool(unit_word(cell)) for cell in filled)
    methods = sum(is_method(_undoubled(cell, row)) and element_of(cell) != cell for cell in filled)
    if units >= 0.5 * len(filled):
        return "units"
    if says_nothing(filled):
        return "notes"
    return "methods" if methods >= 0.5 * len(filled) and len(filled) > 1 else ""


def _last(kinds: dict[int, str], kind: str) -> int | None:
    return max((row for row, found in kinds.items() if found == kind), default=None)


def _adds_names(head: Head, row: int, names: list[int], numeric: frozenset[int]) -> bool:
    """Whether a row above the names belongs to them: groups, or names that lack below."""
    cells = head.rows[row]
    filled = [column for column, cell in enumerate(cells) if cell]
    if len(filled) < 2 or any(TITLE.fullmatch(cells[c]) for c in filled):
        return False
    if any(is_numeric(cells[c]) or len(cells[c]) > _LONGEST_GROUP for c in filled):
        return False
    below = [bool(any(head.rows[name][c] for name in names)) for c in range(head.width)]
    if any(not below[column] for column in filled):
        return True
    return max(filled) >= head.width / 3


def _with_mixed(head: Head, names: list[int], units: int | None, methods: int | None) -> list[int]:
    """Add rows of units or methods in which names stand as well, as X and Y above coordinates."""
    mixed = list(names)
    for row, test in ((units, unit_word), (methods, is_method)):
        if row is None:
            continue
        cells = head.rows[row]
        others = [
            column
            for column, cell in enumerate(cells)
            if cell and not test(_undoubled(cell, cells)) and not _is_label_cell(cells, column)
        ]
        bare = [c for c in others if not any(head.rows[name][c] for name in names)]
        if bare or (others and len(others) > 1):
            mixed.append(row)
    return sorted(mixed)


def _is_label_cell(cells: list[str], column: int) -> bool:
    first = next((k for k, cell in enumerate(cells) if cell), -1)
    return column == first and bool(label_of(cells))


def _undoubled(cell: str, row: list[str]) -> str:
    """Take away the number that pandas puts behind a name it met before: ``ME-ICP41.7``."""
    stem = re.sub(r"\.\d+$", "", cell)
    return stem if stem != cell and stem in row else cell
