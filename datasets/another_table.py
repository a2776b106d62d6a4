"""Another table that begins below the samples of the first one, under names of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.codes import is_missing_code
from datasets.foreign_names import names_columns
from datasets.head import Head, is_numeric, rows_at
from datasets.headers import Heading
from datasets.raw_sheet import RawSheet
from datasets.units import element_of, unit_of, unit_word

_COLUMNS_LOOKED_AT = 4
_ROWS_LOOKED_AT = 1000
_SAMPLES_COMPARED = 50
_ROWS_BELOW = 5
_WORTH = np.full(256, -_COLUMNS_LOOKED_AT - 1, dtype=np.int16)
_WORTH[[*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1), *range(128, 256)]] = 1


@dataclass(frozen=True)
class AnotherTable:
    """Where it begins.

    Attributes
    ----------
    row
        Row of its names, counted from 0 in the sheet.
    line
        The same as a line of the sheet.
    names
        The first of its names that the first table does not have there.
    """

    row: int
    line: int
    names: str


def another_table(raw: RawSheet, head: Head, heading: Heading) -> AnotherTable | None:
    """Find the first row below the samples' beginning that names other columns than the heading.

    Such a row has names of elements or of columns where the columns hold numbers, two or more, and
    numbers stand below it; below a blank line, or with numbers in two columns below it, any words
    may be names. A row that repeats the names as they are is none.
    """
    if not heading.names or not heading.numeric:
        return None
    names = head.rows[heading.names[-1]]
    looked_at = sorted(heading.numeric)[:_COLUMNS_LOOKED_AT]
    likely = _rows_of_words(raw, looked_at)
    likely = likely[(likely > heading.first) & (likely < raw.rows - 1)][:_ROWS_LOOKED_AT]
    if not len(likely):
        return None
    above = [head.rows[row] for row in range(min(heading.first, len(head.rows)))]
    for row, cells in zip(likely.tolist(), rows_at(raw, likely), strict=True):
        # a print of many pages repeats titles, units and methods too
        if cells in above:
            continue
        known = _names_others(cells, names, heading) and _is_above_numbers(raw, row, heading)
        if known or _names_any(raw, row, cells, names, heading):
            new = [cell for cell, name in zip(cells, names, strict=True) if cell and cell != name]
            return AnotherTable(row, int(raw.lines[row]), ", ".join(new[:3]))
    return None


def _rows_of_words(raw: RawSheet, columns: list[int]) -> NDArray[np.int64]:
    """Return the rows that begin with a letter in half of some columns of numbers, or are blank."""
    count = np.zeros(raw.rows, dtype=np.int16)
    for number in columns:
        count += _begin_with_letters(raw.columns[number])
    return np.flatnonzero(count >= max(1, (len(columns) + 1) // 2)).astype(np.int64)


def _begin_with_letters(column: pa.ChunkedArray) -> NDArray[np.int16]:
    """Return 1 for a letter, 0 for a blank cell, and far less than 0 for any other beginning.

    A look at the first byte takes a tenth of the time of a regular expression.
    """
    first = column[0].as_py() if len(column) else ""
    if first.startswith(" "):
        column = pc.ascii_ltrim_whitespace(column)
    parts = [_first_letters(chunk) for chunk in column.chunks]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int16)


def _first_letters(cells: pa.Array) -> NDArray[np.int16]:
    kind = np.int64 if pa.types.is_large_string(cells.type) else np.int32
    data = cells.buffers()[2]
    if not len(cells) or data is None or not data.size:
        return np.zeros(len(cells), dtype=np.int16)
    offsets = np.frombuffer(cells.buffers()[1], kind)[cells.offset : cells.offset + len(cells) + 1]
    letters = np.frombuffer(data, np.uint8)
    starts = np.minimum(offsets[:-1], len(letters) - 1)
    worth: NDArray[np.int16] = _WORTH[letters[starts]]
    worth[offsets[1:] == offsets[:-1]] = 0
    return worth


def _names_others(cells: list[str], names: list[str], heading: Heading) -> bool:
    """Whether a row names columns, and not those of the heading."""
    above = [
        (cells[k], names[k])
        for k in sorted(heading.numeric)
        if cells[k] and not is_missing_code(cells[k])
    ]
    if not above or any(is_numeric(cell) for cell, _ in above):
        return False
    words = [cell for cell, _ in above]
    known = {name.casefold() for name in names if name}
    naming = [cell for cell in words if _is_name(cell, known)]
    others = sum(
        bool(cells[k]) and cells[k] == names[k]
        for k in range(len(names))
        if k not in heading.numeric
    )
    if len(set(words)) < len(words) or len(naming) < 0.6 * len(words):
        return False
    enough = len(naming) >= 2 or (len(naming) == 1 and others > 0)
    return enough and any(cell.casefold() != name.casefold() for cell, name in above)


def _names_any(
    raw: RawSheet, row: int, cells: list[str], names: list[str], heading: Heading
) -> bool:
    samples = rows_at(raw, np.arange(heading.first, row)[-_SAMPLES_COMPARED:])
    below = []
    for other in rows_at(raw, np.arange(row + 1, min(row + 1 + _ROWS_BELOW, raw.rows))):
        if not any(other):
            break
        below.append(other)
    apart = raw.lines[row] - raw.lines[row - 1] > 1 or not any(samples[-1])
    samples = [other for other in samples if any(other)]
    return names_columns(cells, names, samples, below, heading.numeric, apart=bool(apart))


def _is_name(cell: str, known: set[str]) -> bool:
    if unit_word(cell):
        return False
    return cell.casefold() in known or bool(element_of(cell)) or bool(unit_of(cell))


def _is_above_numbers(raw: RawSheet, row: int, heading: Heading) -> bool:
    below = rows_at(raw, np.arange(row + 1, min(row + 5, raw.rows)))
    return any(
        any(cells[k] and is_numeric(cells[k]) for k in sorted(heading.numeric)) for cells in below
    )
