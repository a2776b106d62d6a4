"""A matrix as coloured cells with names or numbers at its sides."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.diverging import as_image

MARGIN, TEXT_PX = 6, 12
LONGEST_NAME = 110
# a cell is at most so large
LARGEST_CELL = 46
NOWHERE = (-1, -1)
MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatMap(QWidget):
    """The mouse or the arrow keys point at a cell, of which the view tells the value."""

    # line and column from 0; −1, −1 beside the cells
    pointed = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._titles = ("", "")
        self.cell = NOWHERE
        self._is_old = False
        self._font = theme.tabular(QFont(self.font()))
        self._font.setPixelSize(round(TEXT_PX * theme.text_scale()))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    def set_cells(
        self,
        pixels: NDArray[np.uint8],
        names: tuple[Sequence[str], Sequence[str]],
        titles: tuple[str, str],
    ) -> None:
        """Show other cells.

        Parameters
        ----------
        pixels
            Their colours, uint8, shape (rows, columns, 4).
        names
            What stands beside the rows and below the columns.
        titles
            What rows and columns are.
        """
        self._image = as_image(pixels)
        self._names = tuple(names[0]), tuple(names[1])
        self._titles = titles
        self.cell = NOWHERE
        self.update()

    def set_old(self, is_old: bool) -> None:
        """Say whether other cells are on their way."""
        if is_old != self._is_old:
            self._is_old = is_old
            self.update()

    # --- where things lie ----------------------------------------------------------------

    @property
    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font)

    def _longest(self, side: int) -> int:
        widths = (self._metrics.horizontalAdvance(name) for name in self._names[side])
        return min(LONGEST_NAME, max(widths, default=0))

    def _lies(self, width: float) -> bool:
        """Whether the names of columns fit below them without being turned."""
        columns = len(self._names[1])
        every = max(1, columns // 8) if all(n.isdigit() for n in self._names[1]) else 1
        return self._longest(1) + 4 <= width * every

    def room(self) -> QRectF:
        """Return where the cells lie."""
        if self._image is None:
            return QRectF()
        rows, columns = self._image.height(), self._image.width()
        line = self._metrics.height()
        left = self._longest(0) + 2 * MARGIN + line
        width = min(self.width() - left - MARGIN, LARGEST_CELL * columns)
        lies = self._lies(width / columns)
        foot = 2 * line + 2 * MARGIN if lies else self._longest(1) + line + 3 * MARGIN
        height = min(self.height() - foot - MARGIN, LARGEST_CELL * rows)
        return QRectF(left, MARGIN, max(1.0, width), max(1.0, height))

    def _at(self, place: QPointF) -> tuple[int, int]:
        room = self.room()
        if self._image is None or not room.contains(place):
            return NOWHERE
        row = int((place.y() - room.top()) * self._image.height() / room.height())
        column = int((place.x() - room.left()) * self._image.width() / room.width())
        return min(row, self._image.height() - 1), min(column, self._image.width() - 1)

    # --- drawing -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.panel))
        if self._image is not None:
            room = self.room()
            painter.setOpacity(0.55 if self._is_old else 1.0)
            painter.drawImage(room, self._image)
            painter.setOpacity(1.0)
            painter.setPen(QColor(scheme.border))
            painter.drawRect(room)
            painter.setFont(self._font)
            painter.setPen(QColor(scheme.muted))
            self._write_rows(painter, room)
            self._write_columns(painter, room)
            self._mark(painter, room)
        painter.end()

    def _write_rows(self, painter: QPainter, room: QRectF) -> None:
        names, metrics = self._names[0], self._metrics
        step = room.height() / len(names)
        every = max(1, math.ceil(1.2 * metrics.height() / step))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row in range(0, len(names), every):
            middle = room.top() + (row + 0.5) * step
            place = QRectF(metrics.height(), middle - 10, room.left() - metrics.height() - 6, 20)
            said = metrics.elidedText(names[row], Qt.TextElideMode.ElideMiddle, LONGEST_NAME)
            painter.drawText(place, right, said)
        self._write_upright(painter, self._titles[0], 0, room.center().y(), centred=True)

    def _write_columns(self, painter: QPainter, room: QRectF) -> None:
        names, metrics = self._names[1], self._metrics
        step = room.width() / len(names)
        lies = self._lies(step)
        extent = self._longest(1) + 10 if lies else metrics.height()
        every = max(1, math.ceil(extent / step))
        for column in range(0, len(names), every):
            centre = room.left() + (column + 0.5) * step
            if lies:
                place = QRectF(centre - 60, room.bottom() + 2, 120, metrics.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, names[column])
            else:
                self._write_upright(
                    painter, names[column], centre - metrics.height() / 2, room.bottom() + MARGIN
                )
        title = QRectF(room.left(), self.height(), room.width(), metrics.height())
        foot = metrics.height() if lies else self._longest(1) + MARGIN
        title.moveTop(room.bottom() + foot + MARGIN)
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, self._titles[1])

    def _write_upright(
        self, painter: QPainter, text: str, left: float, top: float, *, centred: bool = False
    ) -> None:
        """Write from below to above; `top` is the upper end, or the middle."""
        metrics = self._metrics
        said = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, LONGEST_NAME)
        if centred:
            said = text
        length = metrics.horizontalAdvance(said) + 2
        painter.save()
        painter.translate(left, top + (length / 2 if centred else length))
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, length, metrics.height()), Qt.AlignmentFlag.AlignLeft, said)
        painter.restore()

    def _mark(self, painter: QPainter, room: QRectF) -> None:
        if self.cell == NOWHERE or self._image is None:
            return
        wide, tall = room.width() / self._image.width(), room.height() / self._image.height()
        row, column = self.cell
        place = QRectF(room.left() + column * wide, room.top() + row * tall, wide, tall)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.current().text), 1.5))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    # --- pointing ----------------------------------------------------------------------

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
        row, column = self.cell if self.cell != NOWHERE else (-move[0], -move[1])
        rows, columns = self._image.height(), self._image.width()
        self._point(((row + move[0]) % rows, (column + move[1]) % columns))
