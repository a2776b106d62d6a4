"""From a delimited text to its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from datasets.aligned import Aligned, aligned_width
from datasets.dialect import find_dialect, stating_line, unwrapped, usual_width
from datasets.encodings import Encoding, Opener, find_encoding
from datasets.forgiving import Rows, split_text
from datasets.grammar import Dialect
from datasets.messages import InputError, Message, message
from datasets.odd_rows import OddRows
from datasets.recipe import Recipe
from datasets.regular import split_block
from datasets.text_blocks import TextBlocks

_HEAD = 1 << 17
# A block as small as this is split line by line when it is not regular.
_LEAST = 1 << 16
# Cells that are made of rows that differ in length, for each cell that stands in the file.
_MOST_PADDING = 100
# each column takes a millisecond, were it of a single cell
_MOST_COLUMNS = 20_000
_LEAST_CELLS = 10_000_000
# So many rows show what is usual better than the head of the file did.
_ENOUGH = 1000
_BLANK = pa.scalar("", pa.string())


@dataclass(frozen=True, eq=False)
class TextCells:
    """The cells of a text: the part of a `RawSheet` that comes from it."""

    columns: tuple[pa.ChunkedArray, ...]
    lines: NDArray[np.int64]
    encoding: str
    dialect: Dialect
    notices: tuple[Message, ...]
    doubt: Message | None = None


def read_text(
    opened: Opener,
    source: str,
    recipe: Recipe,
    most_lines: int | None,
    heard: Callable[[int], None] | None = None,
) -> TextCells:
    """Read the cells of a delimited text.

    Parameters
    ----------
    opened
        Opens the file anew.
    source
        Its name, for the sentences.
    recipe
        Encoding, separator, quote and escape where they are chosen.
    most_lines
        Leave the rest of the file when so many lines are read.
    heard
        Hears after each block how many bytes were read.

    Raises
    ------
    InputError
        When it is no text, or a row is so long that it can be no row.
    """
    encoding = find_encoding(opened, source, recipe.encoding)
    blocks = TextBlocks(opened, encoding)
    reader = _Reader(source, recipe)
    done = 0
    for block, final in _with_last(iter(blocks)):
        reader.take(block, final)
        done += len(block)
        if heard is not None:
            heard(done)
        if most_lines is not None and reader.line > most_lines:
            break
    return reader.cells(encoding, blocks, most_lines)


def _with_last(blocks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    block = next(blocks, None)
    while block is not None:
        following = next(blocks, None)
        yield block, following is None
        block = following


@dataclass
class _Reader:
    """Takes the blocks of a text one after another."""

    source: str
    recipe: Recipe
    dialect: Dialect | None = None
    width: int = 0
    line: int = 1
    open_cell: bytes = b""
    chunks: list[list[pa.ChunkedArray]] = field(default_factory=list)
    lines: list[NDArray[np.int64]] = field(default_factory=list)
    widths: Counter[int] = field(default_factory=Counter)
    odd: OddRows = field(default_factory=OddRows)
    aligned: Aligned = field(default_factory=Aligned)

    def take(self, block: bytes, final: bool) -> None:
        """Read the rows of a block; a cell that is open at its end waits for the next one."""
        block = self.open_cell + block
        if self.dialect is None:
            if len(block) < _HEAD and not final:
                self.open_cell = block
                return
            block = self._begin(block)
        self._split(block, final)

    def cells(self, encoding: Encoding, blocks: TextBlocks, most_lines: int | None) -> TextCells:
        """Put the blocks together, up to the last line that is wanted.

        Raises
        ------
        InputError
            When there is not a single row.
        """
        if not sum(map(len, self.lines)):
            raise InputError(
                "The table {source} holds no text at all; choose a table with a header and rows.",
                source=self.source,
            )
        notices = [*encoding.notices, *_nul_notice(blocks), *self.odd.notices(self.width)]
        _refuse_wide(max(map(len, self.chunks)), self.source)
        columns = _joined(self.chunks, [len(lines) for lines in self.lines])
        lines = np.concatenate(self.lines)
        if most_lines is not None:
            lines = lines[lines <= most_lines]
        return TextCells(
            tuple(column.slice(0, len(lines)) for column in columns),
            lines,
            encoding.name,
            self.dialect or Dialect(),
            tuple(notices),
            encoding.doubt,
        )

    def _begin(self, block: bytes) -> bytes:
        """Find the dialect, and leave out the line that states the separator."""
        recipe = self.recipe
        head = _head(block)
        self.dialect = find_dialect(head, recipe.separator, recipe.quote, recipe.escape)
        stated = len(stating_line(head).encode("utf-8"))
        if stated:
            self.line += 1
            block, head = block[stated:], _head(block[stated:])
        if self.dialect.wrapped:
            head = unwrapped(head, self.dialect.quote)
        rows = split_text(head, self.dialect, 0, final=True)
        self.width = usual_width(rows.cells)
        if self.dialect.separator == " ":
            self.width = aligned_width(head, rows, self.width)
        _refuse_wide(self.width, self.source)
        return block

    def _split(self, block: bytes, final: bool) -> None:
        """Split a block as a whole where it is regular, else its halves, the least line by line."""
        regular = split_block(block, self.dialect, self.width)  # type: ignore[arg-type]
        if regular is not None:
            self._add(regular.columns, regular.lines + self.line)
            self.line += regular.line_count
            self.open_cell = b""
            self.odd.begun = True
            self.widths[self.width] += len(regular.lines)
            return
        middle = block.rfind(b"\n", 0, len(block) // 2) + 1
        if len(block) <= _LEAST or not middle:
            self._take_rows(block, final)
            return
        self._split(block[:middle], final=False)
        rest = self.open_cell + block[middle:]
        # where most of the half is still open, another half would hardly come further
        further = self._split if len(self.open_cell) < middle / 2 else self._take_rows
        further(rest, final)

    def _take_rows(self, block: bytes, final: bool) -> None:
        text = block.decode("utf-8")
        rows = split_text(text, self.dialect, self.width, final=final)  # type: ignore[arg-type]
        self.open_cell = text[rows.consumed :].encode("utf-8")
        if rows.cells:
            if self.dialect is not None and self.dialect.separator == " ":
                self.odd.note_aligned(*self.aligned.place(text, rows, self.width), self.line)
            _refuse_padding(rows, self.line, self.source)
            self.odd.look_at(rows, self.width, self.line)
            lines = np.array(rows.lines, dtype=np.int64) + self.line
            self._add(_columns(rows.cells), lines)
            self.widths.update(map(len, rows.cells))
            # the head of the file may have been unlike the rest
            usual = max(self.widths, key=lambda width: self.widths[width])
            self.width = usual if self.widths[usual] > _ENOUGH else self.width
        self.line += rows.line_count

    def _add(self, columns: list[pa.ChunkedArray], lines: NDArray[np.int64]) -> None:
        self.chunks.append(columns)
        self.lines.append(lines)


def _nul_notice(blocks: TextBlocks) -> list[Message]:
    if not blocks.nul_count:
        return []
    return [
        message(
            "NUL bytes left out of the text: {count}, the first in line {line}.",
            count=blocks.nul_count,
            line=blocks.first_nul_line(),
        )
    ]


def _head(block: bytes) -> str:
    """Return the first lines of a block, whole ones where there are any."""
    part = block[:_HEAD]
    if len(block) > _HEAD:
        part = part[: max(part.rfind(b"\n"), part.rfind(b"\r")) + 1] or part
    return part.decode("utf-8", errors="ignore")


def _refuse_wide(width: int, source: str) -> None:
    if width > _MOST_COLUMNS:
        raise InputError(
            "The table {source} has {count} columns or more, and {most} can be read; divide its "
            "lines, or choose another separator.",
            source=source,
            count=width,
            most=_MOST_COLUMNS,
        )


def _refuse_padding(rows: Rows, line: int, source: str) -> None:
    """Refuse rows so long that the blank cells beside them would fill the memory."""
    widths = [len(cells) for cells in rows.cells]
    padded = max(widths) * len(widths)
    if padded > _LEAST_CELLS and padded > _MOST_PADDING * sum(widths):
        longest = widths.index(max(widths))
        raise InputError(
            "Line {line} of {source} has {count} cells, most others have {usual}; divide it into "
            "lines, or choose another separator.",
            line=line + rows.lines[longest],
            source=source,
            count=max(widths),
            usual=usual_width(rows.cells),
        )


def _columns(rows: list[list[str]]) -> list[pa.ChunkedArray]:
    columns = zip_longest(*rows, fillvalue="")
    return [pa.chunked_array([pa.array(column, type=pa.string())]) for column in columns]


def _joined(chunks: list[list[pa.ChunkedArray]], lengths: list[int]) -> tuple[pa.ChunkedArray, ...]:
    """Join blocks of columns below each other; where a block has no such column, it is blank."""
    joined = []
    for k in range(max(map(len, chunks))):
        parts: list[pa.Array] = []
        for columns, rows in zip(chunks, lengths, strict=True):
            blank = k >= len(columns)
            parts += [pa.repeat(_BLANK, rows)] if blank else columns[k].chunks
        joined.append(pa.chunked_array(parts, type=pa.string()))
    return tuple(joined)
