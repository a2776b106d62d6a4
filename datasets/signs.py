"""Which decimal sign and which sign between thousands a file is written with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.messages import Message, message
from datasets.numerals import Signs

_START = r"^\s*[<>≤≥]?=?\s*[+-]?"
_END = r"(?:[eE][+-]?\d+)?\s*%?\s*$"
Sign = Literal[",", "."]


def _sure(sign: str) -> str:
    """Cells in which `sign` can only be the decimal sign."""
    s = f"[{sign}]"
    return rf"{_START}(?:\d*{s}\d{{1,2}}|\d*{s}\d{{4,}}|0*{s}\d+|\d{{4,}}{s}\d+){_END}"


def _grouped(sign: str, decimal: str) -> str:
    """Cells in which `sign` can only stand between thousands."""
    s = f"[{sign}]"
    groups = rf"[1-9]\d{{0,2}}(?:{s}\d{{3}})"
    return rf"{_START}(?:{groups}{{2,}}(?:[{decimal}]\d*)?|{groups}+[{decimal}]\d*){_END}"


_POINT, _COMMA = _sure("."), _sure(",")
_GROUPS_COMMA, _GROUPS_POINT = _grouped(",", "."), _grouped(".", ",")
_EITHER_COMMA = rf"{_START}[1-9]\d{{0,2}}[,]\d{{3}}{_END}"
_EITHER_POINT = rf"{_START}[1-9]\d{{0,2}}[.]\d{{3}}{_END}"
_SPACED = r"^\s*[<>]?\s*[+-]?[1-9]\d{0,2}(?:[ \x{00A0}\x{202F}\x{2009}]\d{3})+(?:[.,]\d+)?\s*$"
_QUOTED = r"^\s*[<>]?\s*[+-]?[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d+)?\s*$"
_NUMBER = rf"{_START}(?:\d[\d.,]*|[.,]\d+){_END}"
_SINGLE = (
    rf"{_START}(?:\d+|\d*[.,]\d*|[1-9]\d{{0,2}}(?:[., '’\x{{00A0}}]\d{{3}})+(?:[.,]\d*)?){_END}"
)
_SMALL = r"^\s*[<>]?\s*[+-]?\d{1,3}\s*$"
_MOST_BYTES = 1 << 30
_BLANK = r"^\s*$"
_LARGE = r"^\s*[<>]?\s*[+-]?\d{4,}\s*$"


@dataclass(frozen=True)
class FoundSigns:
    """The signs of a file and why."""

    signs: Signs
    decimal_reason: Message
    thousands_reason: Message
    sure: bool


def find_signs(columns: list[pa.Array], separator: str, decimal: str = "") -> FoundSigns:
    """Find the signs inside the numbers of a file.

    Parameters
    ----------
    columns
        Some cells of each column, Arrow strings.
    separator
        Between the cells; a comma makes the point likelier.
    decimal
        The decimal sign where it is known, "" to find it.
    """
    cells = _of_numbers(columns)
    point, comma = cells.total(_POINT), cells.total(_COMMA)
    point += cells.total(_GROUPS_COMMA)
    comma += cells.total(_GROUPS_POINT)
    either = cells.total(_EITHER_COMMA)
    pointed = cells.total(_EITHER_POINT)
    unsure = False
    if not comma and not point and either:
        unsure = True
        # A workbook (no separator) keeps numbers as numbers, always with a point.
        # Semicolons stand between cells where the comma is taken for decimals.
        grouped = separator not in (";", "\t") and _between_thousands(cells)
        comma = 0 if separator in (",", "") or grouped else either
    decimal = decimal or ("," if comma > point else ".")
    thousands = _thousands(cells, decimal)
    # a comma between cells leaves nothing but the point for decimals
    if pointed and not point and not comma and not either and separator not in (",", ""):
        return FoundSigns(Signs(decimal, thousands), _POINTED, _thousands_reason(thousands), False)
    # beside 12,5 a column of 12.125 may come from another program that writes decimal points
    only_pointed = thousands == "." and not cells.total(_GROUPS_POINT)
    return FoundSigns(
        Signs(decimal, thousands),
        _decimal_reason(decimal, comma if decimal == "," else point, unsure),
        _MIXED if only_pointed else _thousands_reason(thousands),
        not unsure and not (point and comma) and not only_pointed,
    )


_POINTED = message(
    "All cells with a point have three digits after it: 12.100 may be 12.1 or twelve thousand one "
    "hundred; please check."
)
_MIXED = message(
    "Cells such as 1.234 stand beside cells such as 1,5 and were taken for thousands; they may be "
    "decimals of another program; please check."
)


def _thousands_reason(thousands: str) -> Message:
    if thousands:
        return message("Cells such as 1{sign}234 are thousands.", sign=thousands)
    return message("No cell has a sign between thousands.")


def _decimal_reason(decimal: str, count: int, unsure: bool) -> Message:
    if unsure:
        return message("All cells with a comma have three digits after it; please check.")
    if not count:
        return message("No cell has a decimal sign.")
    if decimal == ",":
        return message("{count} of the first cells are written like 1,5.", count=count)
    return message("{count} of the first cells are written like 1.5.", count=count)


def _between_thousands(cells: _Cells) -> bool:
    """Whether plain integers beside 1,234 all stay below 1000."""
    beside = cells.counts(_EITHER_COMMA) > 0
    small, large = cells.counts(_SMALL)[beside].sum(), cells.counts(_LARGE)[beside].sum()
    return bool(small > 0 and large == 0)


def _thousands(cells: _Cells, decimal: str) -> str:
    for sign, pattern in ((" ", _SPACED), ("'", _QUOTED)):
        if _some_mostly_numbers(cells, pattern):
            return sign
    if decimal == ".":
        either = cells.total(_EITHER_COMMA) + cells.total(_GROUPS_COMMA)
        return "," if either else ""
    grouped = cells.total(_GROUPS_POINT)
    # A few points in a file of commas come from another program rather than from thousands.
    either = cells.total(_EITHER_POINT) if not cells.total(_POINT) else 0
    return "." if grouped or either else ""


def _some_mostly_numbers(cells: _Cells, pattern: str) -> bool:
    """Whether of some column four in five cells are numbers, and some match the pattern."""
    spaced = cells.counts(pattern)
    if not spaced.any():
        return False
    return bool(((spaced > 0) & (spaced + cells.counts(_NUMBER) >= 0.8 * cells.filled)).any())


def _of_numbers(columns: list[pa.Array]) -> _Cells:
    """Return the columns of which a third are single numbers; lists and pairs also hold commas."""
    cells = _Cells(columns)
    wanted = (cells.filled > 0) & (cells.counts(_SINGLE) >= cells.filled / 3)
    return _Cells([column for column, one in zip(columns, wanted, strict=True) if one])


class _Cells:
    """Counts the cells of columns that match a pattern, all columns at once."""

    def __init__(self, columns: list[pa.Array]) -> None:
        cells = pa.chunked_array(columns, type=pa.string())
        # one array is faster; its places must stay below 2 GB
        self._cells = cells.combine_chunks() if cells.nbytes < _MOST_BYTES else cells
        self._ends = np.cumsum([0, *map(len, columns)])
        self._counts: dict[str, NDArray[np.int64]] = {}

    @property
    def filled(self) -> NDArray[np.int64]:
        """Cells of each column that are not blank."""
        return np.diff(self._ends) - self.counts(_BLANK)

    def counts(self, pattern: str) -> NDArray[np.int64]:
        """Return for each column how many cells match."""
        if pattern not in self._counts:
            found = pc.fill_null(pc.match_substring_regex(self._cells, pattern), False)
            upto = np.concatenate(([0], np.cumsum(np.asarray(found), dtype=np.int64)))
            self._counts[pattern] = np.diff(upto[self._ends])
        return self._counts[pattern]

    def total(self, pattern: str) -> int:
        """Return how many cells of all columns match."""
        return int(self.counts(pattern).sum())
