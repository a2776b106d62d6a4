"""The cells of a window in colours, with the sample in its middle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.diverging import as_image, diverging_pixels

# pixels at text size 1
SIDE = 180
NOWHERE = (-1, -1)
MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class WindowPicture(QWidget):
    """The mouse or the arrow keys point at a cell; a cell without samples has no colour."""

    # row from the north and column from the west, from 0; −1, −1 beside the cells
    pointed = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.cell = NOWHERE
        side = round(SIDE * theme.text_scale())
        self.setFixedSize(side, side)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_values(self, values: NDArray[np.float64], limit: float) -> None:
        """Show values, float64, shape (n, n), north above, NaN where no sample lies.

        Parameters
        ----------
        limit
            The value of the last colour.
        """
        self._image = as_image(diverging_pixels(values, limit))
        self._point(NOWHERE)
        self.update()

    @property
    def _cells(self) -> int:
        return self._image.width() if self._image is not None else 0

    def _room(self) -> QRectF:
        # half a pixel inside, where lines are sharp
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    def _place(self, cell: tuple[int, int]) -> QRectF:
        room, step = self._room(), self._room().width() / self._cells
        return QRectF(room.left() + cell[1] * step, room.top() + cell[0] * step, step, step)

    def _at(self, place: QPointF) -> tuple[int, int]:
        room = self._room()
        if self._image is None or not room.contains(place):
            return NOWHERE
        step, last = room.width() / self._cells, self._cells - 1
        row, column = (place.y() - room.top()) / step, (place.x() - room.left()) / step
        return min(int(row), last), min(int(column), last)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme, room = theme.current(), self._room()
        painter = QPainter(self)
        painter.fillRect(room, QColor(scheme.panel))
        painter.setPen(QColor(scheme.border))
        if self._image is not None:
            painter.drawImage(room, self._image)
            painter.drawRect(room)
            middle = self._cells // 2
            self._frame(painter, (middle, middle), scheme.text)
            if self.cell != NOWHERE:
                self._frame(painter, self.cell, scheme.accent)
        painter.end()

    def _frame(self, painter: QPainter, cell: tuple[int, int], colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 1.5))
        painter.drawRect(self._place(cell))

    def _point(self, cell: tuple[int, int]) -> None:
        if cell != self.cell:
            self.cell = cell
            self.pointed.emit(*cell)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(NOWHERE)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = MOVES.get(Qt.Key(event.key()))
        if move is None or self._image is None:
            super().keyPressEvent(event)
            return
        middle = self._cells // 2
        row, column = self.cell if self.cell != NOWHERE else (middle, middle)
        self._point(((row + move[0]) % self._cells, (column + move[1]) % self._cells))
