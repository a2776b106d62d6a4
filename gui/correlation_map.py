"""The correlations of many elements as a square of cells."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from core.correlations import Correlations
from gui import theme
from gui.diverging import as_image, diverging_pixels, letters_on

MARGIN = 6
# so that the name of a low first row is not cut
TOP = 8.0
LONGEST_NAME = 110
WIDEST, HIGHEST = 64.0, 40.0
NUMBER_ROOM = 26, 15
# narrower cells have room for a number without its zero before the point
WIDE_ENOUGH = 40
NOWHERE = (-1, -1)
MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CorrelationMap(QWidget):
    """A heat map within ±1. The mouse or the arrow keys point at a pair; a click chooses it."""

    pointed = Signal()
    # names of the two elements
    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._r = np.zeros((0, 0))
        self._number = np.zeros((0, 0), np.int64)
        self.cell = NOWHERE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)

    def sizeHint(self) -> QSize:
        return QSize(620, 520)

    def show_correlations(self, found: Correlations, order: Sequence[int]) -> None:
        """Show correlations with the elements in an order, numbers of `found.names`."""
        chosen = np.array(order, np.int64)
        self._names = tuple(found.names[number] for number in order)
        self._r = found.r[np.ix_(chosen, chosen)]
        self._number = found.number[np.ix_(chosen, chosen)]
        self.cell = NOWHERE
        self.update()
        self.pointed.emit()

    @property
    def names(self) -> tuple[str, ...]:
        """The elements from the left and from the top."""
        return self._names

    def pair(self) -> tuple[str, str, float, int] | None:
        """Return the two elements pointed at, their correlation and number of samples."""
        if self.cell == NOWHERE or not self._r.size:
            return None
        row, column = self.cell
        r, number = float(self._r[row, column]), int(self._number[row, column])
        return self._names[column], self._names[row], r, number

    def place(self, row: int, column: int) -> QRectF:
        """Return where a cell lies."""
        left, top, width, height = self._room()
        return QRectF(left + column * width, top + row * height, width, height)

    # --- drawing -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().plot))
        if self._r.size:
            pixels = diverging_pixels(self._r, 1.0)
            self._draw_cells(painter, pixels)
            self._draw_numbers(painter, letters_on(pixels))
            painter.setFont(self._name_font())
            painter.setPen(QColor(theme.current().muted))
            self._draw_row_names(painter)
            self._draw_column_names(painter)
            if self.cell != NOWHERE:
                painter.setPen(QPen(QColor(theme.current().text), 2))
                painter.drawRect(self.place(*self.cell))
        painter.end()

    def _room(self) -> tuple[float, float, float, float]:
        """Return left and top of the cells, and width and height of one."""
        k = max(1, len(self._names))
        metrics = QFontMetrics(self._name_font())
        longest = _longest(metrics, self._names)
        left = longest + 2.0 * MARGIN
        width = min(WIDEST, max(1.0, (self.width() - left - 2) / k))
        lies = longest + 4 <= width
        foot = metrics.height() + MARGIN if lies else longest + 2 * MARGIN
        height = min(HIGHEST, max(1.0, (self.height() - foot - TOP - 2) / k))
        return left, TOP, width, height

    def _draw_cells(self, painter: QPainter, pixels: np.ndarray) -> None:
        left, top, width, height = self._room()
        k = len(self._names)
        painter.drawImage(QRectF(left, top, k * width, k * height), as_image(pixels))
        if min(width, height) < 8:
            return
        painter.setPen(QPen(QColor(theme.current().plot), 1))
        for line in range(1, k):
            x, y = left + line * width, top + line * height
            painter.drawLine(QPointF(x, top), QPointF(x, top + k * height))
            painter.drawLine(QPointF(left, y), QPointF(left + k * width, y))

    def _draw_numbers(self, painter: QPainter, black: np.ndarray) -> None:
        _, _, width, height = self._room()
        if width < NUMBER_ROOM[0] or height < NUMBER_ROOM[1]:
            return
        font = theme.tabular(self._name_font())
        font.setPixelSize(11)
        painter.setFont(font)
        for (row, column), value in np.ndenumerate(self._r):
            if row == column:
                continue
            painter.setPen(Qt.GlobalColor.black if black[row, column] else Qt.GlobalColor.white)
            if not math.isfinite(value):
                painter.setPen(QColor(theme.current().muted))
            text = correlation_text(value)
            text = text if width >= WIDE_ENOUGH else text.replace("0.", ".", 1)
            painter.drawText(self.place(row, column), Qt.AlignmentFlag.AlignCenter, text)

    def _draw_row_names(self, painter: QPainter) -> None:
        left, _, _, height = self._room()
        metrics = painter.fontMetrics()
        every = math.ceil(0.9 * metrics.height() / height)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row in range(0, len(self._names), every):
            middle = self.place(row, 0).center().y()
            name = _elided(metrics, self._names[row])
            painter.drawText(QRectF(0, middle - 10, left - MARGIN, 20), side, name)

    def _draw_column_names(self, painter: QPainter) -> None:
        width = self._room()[2]
        metrics = painter.fontMetrics()
        k = len(self._names)
        bottom = self.place(k - 1, 0).bottom()
        lies = _longest(metrics, self._names) + 4 <= width
        every = 1 if lies else math.ceil(0.8 * metrics.height() / width)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in range(0, k, every):
            centre, name = self.place(0, column).center().x(), _elided(metrics, self._names[column])
            if lies:
                room = QRectF(centre - width / 2, bottom + 2, width, 20)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
                continue
            painter.save()
            painter.translate(centre, bottom + MARGIN)
            painter.rotate(-90)
            painter.drawText(
                QRectF(-LONGEST_NAME - MARGIN, -10, LONGEST_NAME + MARGIN, 20), side, name
            )
            painter.restore()

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(self.fontInfo().pixelSize() * 12 / theme.BODY_PX)))
        return font

    # --- pointing ----------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._cell_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point(self._cell_at(event.position()))
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        self._point(NOWHERE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        move = MOVES.get(key)
        if key in ENTER:
            self._choose()
        elif move is None or not self._r.size:
            super().keyPressEvent(event)
        else:
            k = len(self._names)
            row, column = self.cell if self.cell != NOWHERE else (-move[0], -move[1])
            self._point(((row + move[0]) % k, (column + move[1]) % k))

    def _choose(self) -> None:
        pair = self.pair()
        if pair is not None and pair[0] != pair[1]:
            self.chosen.emit(pair[0], pair[1])

    def _cell_at(self, place: QPointF) -> tuple[int, int]:
        left, top, width, height = self._room()
        column, row = math.floor((place.x() - left) / width), math.floor((place.y() - top) / height)
        k = len(self._names)
        return (row, column) if 0 <= row < k and 0 <= column < k else NOWHERE

    def _point(self, cell: tuple[int, int]) -> None:
        if cell != self.cell:
            self.cell = cell
            self.update()
            self.pointed.emit()


def correlation_text(r: float) -> str:
    """Write a correlation with two decimals: ``0.53``, ``−0.10``, ``1.00``."""
    if not math.isfinite(r):
        return "–"
    text = f"{r:.2f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")


def _elided(metrics: QFontMetrics, name: str) -> str:
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, LONGEST_NAME)


def _longest(metrics: QFontMetrics, names: Sequence[str]) -> int:
    return min(LONGEST_NAME, max((metrics.horizontalAdvance(name) for name in names), default=0))
