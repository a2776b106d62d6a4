"""Which decimal sign and which sign between thousands a file is written with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc

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
    columns = [cells for cells in columns if _is_of_numbers(cells)]
    point, comma = _total(columns, _POINT), _total(columns, _COMMA)
    point += _total(columns, _GROUPS_COMMA)
    comma += _total(columns, _GROUPS_POINT)
    either = _total(columns, _EITHER_COMMA)
    pointed = _total(columns, _EITHER_POINT)
    unsure = False
    if not comma and not point and either:
        unsure = True
        # A workbook (no separator) keeps numbers as numbers, always with a point.
        comma = 0 if separator in (",", "") or _between_thousands(columns) else either
    decimal = decimal or ("," if comma > point else ".")
    thousands = _thousands(columns, decimal)
    # a comma between cells leaves nothing but the point for decimals
    if pointed and not point and not comma and not either and separator not in (",", ""):
        return FoundSigns(Signs(decimal, thousands), _POINTED, _thousands_reason(thousands), False)
    # beside 12,5 a column of 12.125 may come from another program that writes decimal points
    only_pointed = thousands == "." and not _total(columns, _GROUPS_POINT)
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


def _between_thousands(columns: list[pa.Array]) -> bool:
    """Whether plain integers beside 1,234 all stay below 1000."""
    small = large = 0
    for cells in columns:
        if _count(cells, _EITHER_COMMA):
            small, large = small + _count(cells, _SMALL), large + _count(cells, _LARGE)
    return small > 0 and large == 0


def _thousands(columns: list[pa.Array], decimal: str) -> str:
    for sign, pattern in ((" ", _SPACED), ("'", _QUOTED)):
        if any(_mostly_numbers(cells, pattern) for cells in columns):
            return sign
    if decimal == ".":
        either = _total(columns, _EITHER_COMMA) + _total(columns, _GROUPS_COMMA)
        return "," if either else ""
    grouped = _total(columns, _GROUPS_POINT)
    # A few points in a file of commas come from another program rather than from thousands.
    either = _total(columns, _EITHER_POINT) if not _total(columns, _POINT) else 0
    return "." if grouped or either else ""


def _mostly_numbers(cells: pa.Array, pattern: str) -> bool:
    spaced = _count(cells, pattern)
    if not spaced:
        return False
    filled = len(cells) - _count(cells, r"^\s*$")
    return spaced + _count(cells, _NUMBER) >= 0.8 * filled


def _is_of_numbers(cells: pa.Array) -> bool:
    """Whether a third of the cells are single numbers; lists and pairs also hold commas."""
    filled = len(cells) - _count(cells, r"^\s*$")
    return filled > 0 and _count(cells, _SINGLE) >= filled / 3


def _total(columns: list[pa.Array], pattern: str) -> int:
    return sum(_count(cells, pattern) for cells in columns)


def _count(cells: pa.Array, pattern: str) -> int:
    return int(pc.sum(pc.match_substring_regex(cells, pattern)).as_py() or 0)
