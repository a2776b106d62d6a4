"""The first and some later rows of a sheet as Python text, for deciding where the samples begin."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from datasets.cells import as_strings
from datasets.codes import is_missing_code
from datasets.numerals import Signs, judge, plain
from datasets.raw_sheet import RawSheet

HEAD_ROWS = 60
_SEARCHED = 45
_SAMPLED = 200
_LONGEST = 100
_AUTOMATIC = re.compile(r"Unnamed: ?\d+(?:_level_\d+)?|\.\.\.\d+|#?nan", re.IGNORECASE)
_GUARD = re.compile(r'\s*="((?:[^"]|"")*)"\s*')
# accountants write -123.4 so; (2019) may be a year, (12) a number of a column
_BRACKETED = re.compile(r"\((?!(?:19|20)\d\d\))(?:\d{3,}|\d[\d,' ]*[.,]\d+)\)")
_NUMBERISH = re.compile(r"[<>≤≥~]?=?\s*[+-]?[\d.,' ]*\d[\d.,' ]*(?:[eE][+-]?\d+)?\s*%?[<>]?")


@dataclass(frozen=True)
class Head:
    """Cells at which the layout of a sheet is seen.

    Attributes
    ----------
    rows
        The first `HEAD_ROWS` rows, more below a long preamble; cells trimmed, names that a program
        made up left blank.
    later
        Some rows spread over the whole sheet, the first ones only where it is short.
    lines
        Line of each of `rows`.
    total
        Number of rows of the sheet.
    """

    rows: list[list[str]]
    later: list[list[str]]
    lines: list[int]
    total: int

    def below(self, first: int) -> list[list[str]]:
        """Return the rows from `first` on, and of a longer sheet those spread over it."""
        return self.rows[first:] + (self.later if len(self.rows) < self.total else [])

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    @property
    def searched(self) -> int:
        """Number of rows among which the names are looked for."""
        return _SEARCHED + max(0, len(self.rows) - HEAD_ROWS)


def head_of(raw: RawSheet, preamble: int = 0) -> Head:
    """Take the first rows, below `preamble` rows of prose, and a sample of the others."""
    count = min(HEAD_ROWS + preamble, raw.rows)
    start = min(count, raw.rows // 2)
    later = np.unique(np.linspace(start, max(raw.rows - 1, start), _SAMPLED).astype(np.int64))
    later = later[later < raw.rows]
    return Head(
        rows_at(raw, np.arange(count)),
        rows_at(raw, later),
        [int(line) for line in raw.lines[:count]],
        raw.rows,
    )


def rows_at(raw: RawSheet, rows: NDArray[np.int64]) -> list[list[str]]:
    """Return some rows as lists of cells."""
    columns = [
        [clean_cell(cell) for cell in as_strings(_taken(column, rows)).to_pylist()]
        for column in raw.columns
    ]
    return [list(cells) for cells in zip(*columns, strict=True)]


def _taken(column: pa.ChunkedArray, rows: NDArray[np.int64]) -> pa.ChunkedArray:
    # Taking rows that follow each other one by one would look at every chunk.
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1:
        return column.slice(int(rows[0]), len(rows))
    return column.take(pa.array(rows))


def raw_rows(raw: RawSheet, count: int) -> list[list[str]]:
    """Return the first rows as text, each cell as it stands."""
    columns = [as_strings(column.slice(0, count)).to_pylist() for column in raw.columns]
    return [list(cells) for cells in zip(*columns, strict=True)]


def clean_cell(cell: str) -> str:
    """Trim a cell of the head; a name such as ``Unnamed: 3`` was made by a program: blank."""
    text = re.sub(r"\s+", " ", cell.strip("\ufeff\u200b \t\r\n\u00a0\u3000")).strip("\ufeff\u200b ")
    if text.startswith("="):
        text = without_guard(text)
    return "" if _AUTOMATIC.fullmatch(text) else text


def without_guard(cell: str) -> str:
    """Return what a cell such as ``="12"`` shows, by which a spreadsheet leaves it as text."""
    guarded = _GUARD.fullmatch(cell)
    return guarded.group(1).replace('""', '"').strip() if guarded else cell


def shape_of(cell: str) -> str:
    """Return a cell with A for each run of letters and 9 for each of digits: AB-12 is ``A-9``."""
    text = re.sub(r"\d+", "9", unicodedata.normalize("NFKC", cell))
    return re.sub(r"[^\W\d_]+", "A", text)


def is_numeric(cell: str) -> bool:
    """Whether a cell is a number, a limit or a date-less figure of some kind."""
    text = plain(cell)
    if len(text) > _LONGEST:
        return False
    if _NUMBERISH.fullmatch(text) or _BRACKETED.fullmatch(text):
        return True
    return judge(text, Signs()).sort in ("number", "below", "above", "infinite")


def is_blank(cell: str) -> bool:
    """Whether a cell is blank or stands for a missing value."""
    return not cell or is_missing_code(cell)
