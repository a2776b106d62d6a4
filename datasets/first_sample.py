"""Where the samples of a sheet begin: below the names, where columns of numbers hold numbers."""

from __future__ import annotations

import re

from datasets.head import Head, is_blank, is_numeric
from datasets.naming import is_sample_name
from datasets.units import ELEMENTS
from datasets.unnamed_rows import unnamed_rows
from datasets.upper_tables import upper_tables
from datasets.wordy_samples import is_wordy_sample, reads_as_names, says_nothing

TITLE = re.compile(
    r"(?:table|tab\.|appendix|page|sheet|report|project|client|date|certificate|附表|表|附录|页|项目名称|"
    r"送样单位|报告)[\s\d:：.]*|.*[:：]\s*.*|[#*].*",
    re.IGNORECASE,
)
# a row that has less than this share of the cells of the names is no sample above them
_SPARSE = 0.7


def numeric_columns(head: Head) -> frozenset[int]:
    """Columns in which numbers are no exception among the cells that are filled."""
    found = []
    for column in range(head.width):
        cells = [row[column] for row in head.later if not is_blank(row[column])]
        if not cells:
            cells = [row[column] for row in head.rows if not is_blank(row[column])]
        numbers = sum(map(is_numeric, cells))
        if cells and numbers >= 0.4 * len(cells):
            found.append(column)
    return frozenset(found)


def first_sample(head: Head, numeric: frozenset[int], labelled: dict[int, str]) -> int | None:
    """Return the first row whose cells are numbers where the columns hold some, None without.

    Parameters
    ----------
    numeric
        Columns that hold numbers.
    labelled
        Rows whose first cell says what they hold; samples stand below them.
    """
    if not numeric:
        return None
    matching = rows_of_numbers(head, numeric, labelled)
    if not matching:
        return None
    unnamed = unnamed_rows(head, matching, numeric)
    matching = [row for row in matching if row not in unnamed]
    below_labels = [number for number in labelled if number < matching[0] + 8]
    after = max(below_labels, default=-1)
    found = next((number for number in matching if number > after), None)
    if found is None:
        return None
    if after >= 0:
        # What stands below labelled rows without a number is one more row of names.
        above = max([after, *(row for row in unnamed if row < found)])
        return _with_wordy_samples(head, found, above, numeric, bare=False)
    names = _row_of_names(head, found, numeric)
    if names is None:
        return found
    above = max([names, *(row for row in unnamed if row < found)])
    return _with_wordy_samples(head, found, names, numeric, bare=True, above=above)


def rows_of_numbers(head: Head, numeric: frozenset[int], labelled: dict[int, str]) -> list[int]:
    """Return the rows that may be samples of the table that is read."""
    matching = [
        number
        for number, row in enumerate(head.rows)
        if number not in labelled and holds_numbers(row, numeric) and not says_nothing(row)
    ]
    return _below_names(head, matching, numeric)


def wordy_rows(head: Head, first: int, numeric: frozenset[int]) -> tuple[int, ...]:
    """Return the first samples with words where numbers stand, up to the first with numbers."""
    found: list[int] = []
    for row in range(first, len(head.rows)):
        if holds_numbers(head.rows[row], numeric):
            return tuple(found)
        if any(head.rows[row][column] for column in numeric):
            found.append(row)
    return ()


def is_note(head: Head, row: int) -> bool:
    """Whether a row holds a single text where others have many: a title or a remark."""
    filled = [cell for cell in head.rows[row] if cell]
    return (
        len(filled) == 1
        and head.width > 2
        and (bool(TITLE.fullmatch(filled[0])) or " " in filled[0])
    )


def _below_names(head: Head, matching: list[int], numeric: frozenset[int]) -> list[int]:
    """Leave out rows such as "Date, 2019" above a row of words that is far fuller than they.

    Where they are a table of their own, the one with more samples is kept.
    """
    searched = range(len(head.rows[: head.searched]))
    named = [row for row in searched if _names_most(head.rows[row], numeric)]
    if matching and matching[0] == 0:
        sure = next((row for row in searched if _names_surely(head.rows[row], numeric)), -1)
        matching = [row for row in matching if row > sure]
    if not named:
        return matching
    names = max(named, key=lambda row: sum(map(bool, head.rows[row])))
    full = sum(map(bool, head.rows[names]))
    above = [row for row in matching if row < names]
    if any(sum(map(bool, head.rows[row])) >= _SPARSE * full for row in above):
        return matching
    upper = upper_tables(head, names) if above else ()
    if len(upper) >= head.total - names:
        return [row for row in matching if row in upper or row > names]
    return [row for row in matching if row > names]


def _names_most(row: list[str], numeric: frozenset[int]) -> bool:
    """Whether words stand above most columns of numbers, and no number in any."""
    filled = [row[column] for column in numeric if not is_blank(row[column])]
    return len(filled) >= max(2, 0.7 * len(numeric)) and not any(map(is_numeric, filled))


def _names_surely(row: list[str], numeric: frozenset[int]) -> bool:
    """Whether a row calls one column samples, and all columns of numbers elements."""
    cells = [row[column] for column in sorted(numeric)]
    named = any(is_sample_name(cell) for k, cell in enumerate(row) if cell and k not in numeric)
    return named and bool(cells) and all(cells) and all(reads_as_names([cell]) for cell in cells)


def _row_of_names(head: Head, first: int, numeric: frozenset[int]) -> int | None:
    """Return the row naming most columns of numbers: the lowest that reads so, or the fullest."""

    def named(row: int) -> int:
        return sum(bool(head.rows[row][column]) for column in numeric)

    likely = [row for row in range(first) if named(row) >= 0.5 * len(numeric)]
    reading = [row for row in likely if reads_as_names(head.rows[row][k] for k in numeric)]
    return reading[-1] if reading else max(likely, key=named, default=None)


def _with_wordy_samples(
    head: Head, first: int, names: int, numeric: frozenset[int], *, bare: bool, above: int = -1
) -> int:
    """Go up over samples with words where numbers stand, and over those with nothing there.

    Stop below the names and below the row `above`.
    """
    known = first

    def is_sample(row: int) -> bool:
        if (
            bare
            and not any(head.rows[row][column] for column in numeric)
            and not is_note(head, row)
        ):
            return True
        return is_wordy_sample(head, row, names, known, numeric)

    while first - 1 > max(names, above) and is_sample(first - 1):
        first -= 1
    return first


def holds_numbers(row: list[str], numeric: frozenset[int]) -> bool:
    """Whether at least half of the cells that should be numbers are."""
    # NA may be sodium's name as well as a missing value, Trace a group of elements as well as a
    # value below a limit, so they speak neither way.
    filled = [
        cell
        for column in numeric
        if (cell := row[column]) and cell.upper() not in ("NA", "TRACE", "TRACES")
    ]
    if not filled:
        return False
    numbers = sum(is_numeric(cell) or (is_blank(cell) and cell not in ELEMENTS) for cell in filled)
    if numbers < 0.5 * len(filled):
        return False
    # A title may hold a year.
    return len(filled) > 1 or len(numeric) <= 3 or sum(map(bool, row)) >= 0.3 * len(row)
