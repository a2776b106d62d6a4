"""Rows of a text that are not like the others, and the notices about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from datasets.forgiving import Rows
from datasets.messages import Message, message

_LISTED = 3


@dataclass
class OddRows:
    """Lines of the odd rows below the first row of the usual length.

    Attributes
    ----------
    begun
        Whether there was a row of the usual length; those above it are titles.
    shorter, longer
        Rows with fewer cells, and with more that are not blank.
    unclosed, other
        Rows with quotes out of place, and with another separator.
    placed, unplaced
        Rows between whose cells there are runs of blanks: with fewer cells than usual, that were
        put in the columns below which they stand, and that no column could be told for.
    """

    begun: bool = False
    shorter: list[int] = field(default_factory=list)
    longer: list[int] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    other: list[int] = field(default_factory=list)
    placed: list[int] = field(default_factory=list)
    unplaced: list[int] = field(default_factory=list)

    def note_aligned(self, placed: list[int], unplaced: list[int], line: int) -> None:
        """Note the rows that were read by columns; `line` is that on which the text begins."""
        self.placed += [line + number for number in placed]
        self.unplaced += [line + number for number in unplaced]

    def look_at(self, rows: Rows, width: int, line: int) -> None:
        """Note the lines of odd rows; `line` is that on which the text begins."""
        self.unclosed += [line + number for number in rows.unclosed]
        self.other += [line + number for number in rows.other]
        for cells, number in zip(rows.cells, rows.lines, strict=True):
            if len(cells) == width:
                self.begun = True
            elif self.begun and len(cells) < width:
                self.shorter.append(line + number)
            elif self.begun and any(cell.strip() for cell in cells[width:]):
                self.longer.append(line + number)

    def notices(self, width: int) -> list[Message]:
        """Return a sentence for each kind of odd rows; `width` is the usual length."""
        return [*self._of_places(), *self._of_length(width), *self._of_signs()]

    def _of_places(self) -> list[Message]:
        notices = []
        if self.placed:
            notices.append(
                message(
                    "Rows with blank cells were read by the places at which their cells stand: "
                    "{count}, the first in line {lines}.",
                    count=len(self.placed),
                    lines=_first(self.placed),
                )
            )
        if self.unplaced:
            notices.append(
                message(
                    "Rows with fewer cells than the others, where it cannot be told which cells "
                    "are blank: {count}, the first in line {lines}. Their values may stand in "
                    "wrong columns: write a sign such as - in blank cells.",
                    count=len(self.unplaced),
                    lines=_first(self.unplaced),
                )
            )
        return notices

    def _of_length(self, width: int) -> list[Message]:
        notices = []
        if self.shorter:
            notices.append(
                message(
                    "Rows with fewer cells than the usual {width}: {count}, the first in line "
                    "{lines}; their last cells are blank.",
                    width=width,
                    count=len(self.shorter),
                    lines=_first(self.shorter),
                )
            )
        if self.longer:
            notices.append(
                message(
                    "Rows with more cells than the usual {width}: {count}, the first in line "
                    "{lines}; the extra cells stand in columns of their own at the right.",
                    width=width,
                    count=len(self.longer),
                    lines=_first(self.longer),
                )
            )
        return notices

    def _of_signs(self) -> list[Message]:
        notices = []
        if self.unclosed:
            notices.append(
                message(
                    "Rows with a quotation mark that is not closed, or closed inside a cell: "
                    "{count}, the first in line {lines}; it was read as a sign of the text.",
                    count=len(self.unclosed),
                    lines=_first(self.unclosed),
                )
            )
        if self.other:
            notices.append(
                message(
                    "Rows with another separator than the others: {count}, the first in line "
                    "{lines}; they were split by it.",
                    count=len(self.other),
                    lines=_first(self.other),
                )
            )
        return notices


def _first(lines: list[int]) -> str:
    return ", ".join(map(str, lines[:_LISTED])) + ("…" if len(lines) > _LISTED else "")
