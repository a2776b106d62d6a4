"""How a delimited text is written, and how one of its records is split."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cached_property

_RUNS = re.compile(r"[^ \t]+")


@dataclass(frozen=True)
class Dialect:
    """What a delimited text is written with.

    Attributes
    ----------
    separator
        One to three characters; " " stands for a run of blanks and tabs.
    quote, escape
        One character, or "" for none. A quote inside quotes is doubled or escaped.
    wrapped
        Whether each line as a whole stands between quotes once more.
    """

    separator: str = ","
    quote: str = '"'
    escape: str = ""
    wrapped: bool = False

    @cached_property
    def quoted(self) -> re.Pattern[str]:
        """A cell in quotes, blanks around it, up to the end of the cell."""
        quote, escape = re.escape(self.quote), re.escape(self.escape)
        special = rf"{quote}{escape}" if self.escape else quote
        inner = rf"{quote}{quote}|{escape}." if self.escape else rf"{quote}{quote}"
        end = r"[ \t]|\Z" if self.separator == " " else rf"{re.escape(self.separator)}|\Z"
        blanks = "" if self.separator == " " else " *+"
        return re.compile(
            rf"{blanks}{quote}([^{special}]*+(?:(?:{inner})[^{special}]*+)*+){quote}"
            rf"{blanks}(?={end})",
            re.DOTALL,
        )

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """The beginning of a cell in quotes."""
        return re.compile(rf" *{re.escape(self.quote)}")

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """A cell without quotes."""
        end = r" \t" if self.separator == " " else re.escape(self.separator)
        if len(self.separator) > 1:
            return re.compile(rf"(?:(?!{end}).)*+", re.DOTALL)
        if not self.escape:
            return re.compile(rf"[^{end}]*+", re.DOTALL)
        escape = re.escape(self.escape)
        return re.compile(rf"(?:[^{end}{escape}]|{escape}.|{escape}\Z)*+", re.DOTALL)

    @cached_property
    def escaped(self) -> re.Pattern[str]:
        """An escape with what it escapes; before any other sign it is a sign itself."""
        signs = re.escape(self.separator + self.quote + self.escape)
        return re.compile(rf"{re.escape(self.escape)}([{signs}\r\n])")

    @cached_property
    def inside(self) -> re.Pattern[str]:
        """What stands for another character between quotes: a doubled quote, or an escape."""
        return re.compile(rf"{re.escape(self.quote) * 2}|{self.escaped.pattern}")


def plain_cells(body: str, dialect: Dialect) -> list[str]:
    """Split a line at its separators."""
    return _RUNS.findall(body) if dialect.separator == " " else body.split(dialect.separator)


def strict_cells(record: str, dialect: Dialect) -> tuple[list[str] | None, bool]:
    """Split a record whose quotes and escapes are as they should be.

    Returns
    -------
    cells
        None where a quote that begins a cell is not closed before a separator or the end.
    is_open
        Whether it may be closed in a line that follows.
    """
    if dialect.escape and _ends_escaped(record, dialect.escape):
        return None, True
    cells, wrong = _cells(record, dialect, strict=True)
    if wrong is None:
        return cells, False
    return None, _is_open(record, wrong, dialect)


def literal_cells(body: str, dialect: Dialect) -> list[str]:
    """Split a line whose quotes are wrong: where a quoted cell is whole, it counts."""
    return _cells(body, dialect, strict=False)[0]


def _cells(record: str, dialect: Dialect, *, strict: bool) -> tuple[list[str], int | None]:
    """Return the cells and, when `strict`, where the first one with a wrong quote begins."""
    cells: list[str] = []
    blanks = dialect.separator == " "
    at = 0
    while at <= len(record):
        at = _skip_plain(record, at, dialect, cells)
        if blanks and at == len(record) and cells:
            break
        match = dialect.quoted.match(record, at) if dialect.quote else None
        if match:
            cells.append(_unmarked(match.group(1), dialect))
        elif strict and dialect.quote and dialect.opening.match(record, at):
            return cells, at
        else:
            match = dialect.plain.match(record, at)
            cells.append(_unescaped(match.group(), dialect))  # type: ignore[union-attr]
        at = match.end()  # type: ignore[union-attr]
        if blanks and at == len(record):
            break
        at += 0 if blanks else len(dialect.separator)
    return cells, None


def _skip_plain(record: str, at: int, dialect: Dialect, cells: list[str]) -> int:
    """Take the cells before the one with the next quote at once; return where that one begins."""
    if dialect.separator == " ":
        return _after_blanks(record, at)
    if dialect.escape or not dialect.quote:
        return at
    quote = record.find(dialect.quote, at)
    separator = record.rfind(dialect.separator, at, len(record) if quote < 0 else quote)
    if separator < 0:
        return at
    cells += record[at:separator].split(dialect.separator)
    return separator + len(dialect.separator)


def lenient_cells(body: str, dialect: Dialect) -> list[str]:
    """Split a line whose quotes are wrong as Python's csv does: a cell ends outside quotes."""
    if dialect.separator == " " or len(dialect.separator) > 1:
        return []
    signs = {"quotechar": dialect.quote or None, "escapechar": dialect.escape or None}
    try:
        return next(csv.reader([body], delimiter=dialect.separator, **signs), [])  # type: ignore[arg-type]
    except csv.Error:
        return []


def _after_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t":
        at += 1
    return at


def _ends_escaped(record: str, escape: str) -> bool:
    return (len(record) - len(record.rstrip(escape))) % 2 == 1


def _is_open(record: str, at: int, dialect: Dialect) -> bool:
    """Whether no quote after the first one ends the cell that begins at `at`."""
    start = dialect.opening.match(record, at).end()  # type: ignore[union-attr]
    rest = record[start:]
    if dialect.escape:
        rest = re.sub(re.escape(dialect.escape) + ".", "", rest, flags=re.DOTALL)
    return dialect.quote not in rest.replace(dialect.quote * 2, "")


def _unmarked(cell: str, dialect: Dialect) -> str:
    if not dialect.escape:
        return cell.replace(dialect.quote * 2, dialect.quote)
    return dialect.inside.sub(lambda found: found.group(1) or dialect.quote, cell)


def _unescaped(cell: str, dialect: Dialect) -> str:
    if not dialect.escape or dialect.escape not in cell:
        return cell
    return dialect.escaped.sub(r"\1", cell)
