"""Any number of samples as a grid of thumbnails that is scrolled through."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from gui.image_pages.sample_area import GAP, MARGIN, NONE, THUMBNAIL, SampleArea


class ThumbnailGrid(SampleArea):
    """Rows of cells from left to right, as many as fit; each has a thumbnail.

    A subclass with more in a cell than the thumbnail sets `_cell`, the size of one.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows: NDArray[np.int64] = np.empty(0, np.int64)
        self._cell = QSize(THUMBNAIL, THUMBNAIL)

    def show_rows(self, rows: NDArray[np.int64]) -> None:
        """Show other samples of the images from the top; `rows` count from 0, int64."""
        self._rows = rows
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    @property
    def rows(self) -> NDArray[np.int64]:
        """The samples on show, in their order."""
        return self._rows

    @property
    def across(self) -> int:
        """Number of thumbnails side by side."""
        return max(1, (self.viewport().width() - 2 * MARGIN + GAP) // self._step)

    @property
    def _step(self) -> int:
        """From one cell to the next beside it."""
        return self._cell.width() + GAP

    @property
    def _pitch(self) -> int:
        """From one line of cells to the next."""
        return self._cell.height() + GAP

    def _place(self, number: int) -> QRect:
        down, across = divmod(number, self.across)
        top = MARGIN + down * self._pitch - self.verticalScrollBar().value()
        return QRect(QPoint(MARGIN + across * self._step, top), self._cell)

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        top, across = self.verticalScrollBar().value(), self.across
        first = max(0, (top - MARGIN) // self._pitch) * across
        last = ((top + self.viewport().height() - MARGIN) // self._pitch + 1) * across
        for number in range(first, min(last, len(self._rows))):
            yield int(self._rows[number]), self._place(number)

    def _row_at(self, place: QPoint) -> int:
        across = (place.x() - MARGIN) // self._step
        down = (place.y() - MARGIN + self.verticalScrollBar().value()) // self._pitch
        number = down * self.across + across
        inside = 0 <= across < self.across and down >= 0 and number < len(self._rows)
        return int(self._rows[number]) if inside else NONE

    def _extent(self) -> int:
        return 2 * MARGIN + -(-len(self._rows) // self.across) * self._pitch - GAP

    def _number_of(self, row: int) -> int:
        found = np.flatnonzero(self._rows == row)
        return int(found[0]) if len(found) else NONE

    def _moved(self, key: Qt.Key) -> int | None:
        count, page = len(self._rows), max(1, self.viewport().height() // self._pitch)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.across,
            Qt.Key.Key_Down: self.across,
            Qt.Key.Key_PageUp: -self.across * page,
            Qt.Key.Key_PageDown: self.across * page,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }
        if key not in steps or count == 0:
            return None
        present = self._number_of(self.selected)
        if present == NONE:
            return int(self._rows[0])
        return int(self._rows[min(max(present + steps[key], 0), count - 1)])

    def _bring(self, row: int) -> None:
        number = self._number_of(row)
        if number != NONE:
            top = MARGIN + number // self.across * self._pitch
            self._bring_span(top - MARGIN, top + self._pitch + MARGIN)
