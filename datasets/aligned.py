"""Rows of a text in columns of blanks: which of their cells are blank, the places tell."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from datasets.forgiving import Rows

_WORD = re.compile(r"\S+")


@dataclass
class Aligned:
    """The places at which columns stand, from rows that have all their cells.

    Attributes
    ----------
    starts, ends
        First place and the one behind the last of each column; [] as long as none is known.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def place(self, text: str, rows: Rows, width: int) -> tuple[list[int], list[int]]:
        """Put the cells of short rows where they stand; the lists in `rows` are changed.

        Parameters
        ----------
        text
            What was split, its first line is that of number 0.
        rows
            Its rows, split at runs of blanks.
        width
            Number of cells that rows usually have.

        Returns
        -------
        tuple of list of int
            Lines of rows that were put in place, and of those that no column can be told for.
        """
        short = [k for k, cells in enumerate(rows.cells) if 1 < len(cells) < width]
        if not short or width < 3:
            return [], []
        full = [k for k, cells in enumerate(rows.cells) if len(cells) == width]
        # names without one for the row names, and titles, stand above all full rows
        first = 0 if self.starts else min(full, default=len(rows.cells))
        lines = list(io.StringIO(text, newline=""))
        words = [_words(lines[number]) for number in rows.lines]
        for k in full:
            if len(words[k]) == width:
                self._widen(words[k])
        placed, unknown = [], []
        for k in short:
            if k < first:
                continue
            # cells in quotes may hold blanks
            plain = len(words[k]) == len(rows.cells[k])
            cells = self._cells(words[k], width) if plain else None
            if cells is None:
                unknown.append(rows.lines[k])
            else:
                rows.cells[k] = cells
                placed.append(rows.lines[k])
        return placed, unknown

    def _widen(self, words: list[tuple[int, int, str]]) -> None:
        starts, ends = [start for start, _, _ in words], [end for _, end, _ in words]
        if len(self.starts) != len(words):
            self.starts, self.ends = starts, ends
        self.starts = [min(pair) for pair in zip(self.starts, starts, strict=True)]
        self.ends = [max(pair) for pair in zip(self.ends, ends, strict=True)]

    def _cells(self, words: list[tuple[int, int, str]], width: int) -> list[str] | None:
        """Return all cells of a row, None where a word may belong to two columns."""
        apart = all(end < start for end, start in zip(self.ends[:-1], self.starts[1:], strict=True))
        if len(self.starts) != width or not apart:
            return None
        cells = [""] * width
        for start, end, word in words:
            column = self._column(start, end)
            if column is None or cells[column]:
                return None
            cells[column] = word
        return cells

    def _column(self, start: int, end: int) -> int | None:
        """Return the column that a word overlaps, else the nearest one; None where two are."""
        gaps = [
            max(left - end + 1, start - right + 1, 0)
            for left, right in zip(self.starts, self.ends, strict=True)
        ]
        least = min(gaps)
        return gaps.index(least) if gaps.count(least) == 1 else None


def aligned_width(text: str, rows: Rows, usual: int) -> int:
    """Return the number of columns of a text in which most rows have blank cells.

    More than the usual number of cells counts where two rows or more have so many, these stand in
    columns that are clear of each other, and each shorter row below them fits.
    """
    counts = Counter(len(cells) for cells in rows.cells)
    for width in sorted(
        (w for w, count in counts.items() if w > usual and count > 1), reverse=True
    ):
        first = next(k for k, cells in enumerate(rows.cells) if len(cells) == width)
        copied = Rows(cells=rows.cells[first:], lines=rows.lines[first:])
        _, unknown = Aligned().place(text, copied, width)
        if not unknown and all(len(cells) <= width for cells in copied.cells):
            return width
    return usual


def _words(line: str) -> list[tuple[int, int, str]]:
    """Return place and text of each word; a Chinese letter is two places wide."""
    if line.isascii():
        return [(*found.span(), found.group()) for found in _WORD.finditer(line)]
    places = [0]
    for letter in line:
        places.append(places[-1] + (2 if unicodedata.east_asian_width(letter) in "WF" else 1))
    return [
        (places[found.start()], places[found.end()], found.group())
        for found in _WORD.finditer(line)
    ]
