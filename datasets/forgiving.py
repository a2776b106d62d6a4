"""Splitting delimited text that is not regular: stray quotes, rows of any length."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from datasets.grammar import Dialect, lenient_cells, literal_cells, plain_cells, strict_cells

# A cell of more lines than this is only one where its lines are unlike rows.
_MOST_LINES = 1000
# Characters that are split once more with each line that may close a quote.
_MOST_WORK = 20_000_000


@dataclass
class Rows:
    """Rows of a text.

    Attributes
    ----------
    cells
        As they stand, without quotes around them; rows may differ in length.
    lines
        Line of the text on which each row begins, from 0.
    unclosed
        Lines with a quote that is not closed, or closed in the middle of a cell; it was taken as
        a sign like others.
    other
        Lines with another separator than the rest.
    consumed
        Characters that were split.
    line_count
        Line ends among them.
    """

    cells: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    other: list[int] = field(default_factory=list)
    consumed: int = 0
    line_count: int = 0


def split_text(
    text: str, dialect: Dialect, width: int, *, final: bool, most: int | None = None
) -> Rows:
    """Split a text into rows, whatever it looks like.

    A quoted cell may go over several lines where its quote is closed before a separator or the
    end of a line; a quote that is not is taken as it stands, so that it never swallows the rows
    that follow. Lines without anything are left out.

    Parameters
    ----------
    text
        Begins with a row.
    dialect
        What it is written with.
    width
        Number of cells that rows usually have; 0 when it is unknown.
    final
        Whether the text ends here. Otherwise a cell that is open at the end is left for later.
    most
        Stop after so many rows.
    """
    rows = Rows()
    reader = _Reader(text, dialect, width)
    while most is None or len(rows.cells) < most:
        start, number = reader.consumed, reader.number
        record = reader.next(final)
        if record is None:
            break
        if record.cells is None:
            reader.consumed, reader.number = start, number
            break
        if record.cells:
            rows.cells.append(record.cells)
            rows.lines.append(number)
            if record.unclosed:
                rows.unclosed.append(number)
            if record.other:
                rows.other.append(number)
    rows.consumed, rows.line_count = reader.consumed, reader.number
    return rows


@dataclass
class _Record:
    cells: list[str] | None
    unclosed: bool = False
    other: bool = False


class _Reader:
    """Goes through the lines of a text, and back where a quote is not closed."""

    def __init__(self, text: str, dialect: Dialect, width: int) -> None:
        self.dialect = dialect
        self.width = width
        self.consumed = 0
        self.number = 0
        self._lines: Iterator[str] = iter(io.StringIO(text, newline=""))
        self._waiting: list[str] = []
        quote, escape = dialect.quote, dialect.escape
        self._signs = tuple(sign for sign in (quote, escape) if sign)

    def next(self, final: bool) -> _Record | None:
        """Return the next row; None at the end, cells of None where more text is needed."""
        line = self._take()
        if line is None:
            return None
        body = line.rstrip("\r\n")
        if not body.strip(" "):
            return _Record([])
        if not any(sign in body for sign in self._signs):
            return self._checked(plain_cells(body, self.dialect))
        return self._marked(line, final)

    def _take(self) -> str | None:
        line = self._waiting.pop(0) if self._waiting else next(self._lines, None)
        if line is not None:
            self.consumed += len(line)
            self.number += 1
        return line

    def _give_back(self, lines: list[str]) -> None:
        self._waiting[:0] = lines
        self.consumed -= sum(map(len, lines))
        self.number -= len(lines)

    def _marked(self, line: str, final: bool) -> _Record:
        """Split a line with quotes or escapes, with the lines that belong to it."""
        taken: list[str] = []
        record = line
        cells, is_open = strict_cells(_body(record), self.dialect)
        work = 0
        while cells is None and is_open and (len(taken) < _MOST_LINES or work < _MOST_WORK):
            following = self._take()
            if following is None:
                if not final:
                    return _Record(None)
                break
            taken.append(following)
            record += following
            if self.dialect.escape or self.dialect.quote in following:
                work += len(record)
                cells, is_open = strict_cells(_body(record), self.dialect)
        if cells is not None and (not taken or self._fits(cells, [line, *taken])):
            return self._checked(cells)
        self._give_back(taken)
        return self._literal(_body(line))

    def _fits(self, cells: list[str], lines: list[str]) -> bool:
        """Tell a cell of several lines from a quote that swallowed rows."""
        if self.width < 2 or (len(cells) == self.width and len(lines) <= _MOST_LINES):
            return True
        rows = sum(len(plain_cells(_body(line), self.dialect)) == self.width for line in lines)
        return rows <= len(lines) / 2

    def _literal(self, body: str) -> _Record:
        """Split a line whose quotes are wrong; the quotes stay in the cells."""
        cells = literal_cells(body, self.dialect)
        if self.width and len(cells) != self.width:
            lenient = lenient_cells(body, self.dialect)
            cells = lenient if len(lenient) == self.width else cells
        return _Record(cells, unclosed=True)

    def _checked(self, cells: list[str]) -> _Record:
        if len(cells) == 1 and (self.width > 2 or self.dialect.wrapped):
            inner, _ = strict_cells(cells[0], self.dialect)
            if inner and len(inner) == self.width:
                return _Record(inner)
            if self.width > 2:
                return self._other_separator(cells)
        return _Record(cells)

    def _other_separator(self, cells: list[str]) -> _Record:
        """Split a row of one cell by another separator where that gives the usual width."""
        for separator in ",;\t|":
            if separator not in cells[0]:
                continue
            split = [cell.strip() for cell in cells[0].split(separator)]
            if len(split) == self.width and sum(map(bool, split)) > self.width / 2:
                return _Record(split, other=True)
        return _Record(cells)


def _body(line: str) -> str:
    """Return a line without the sign that ends it."""
    if line.endswith("\r\n"):
        return line[:-2]
    return line[:-1] if line.endswith(("\n", "\r")) else line
