"""The weights of one layer as cells: units down, what they read across, biases set off."""

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
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.cell_grid import CellGrid
from gui.diverging import as_image, cell_text, diverging_pixels, letters_on

MARGIN = 6
LONGEST_NAME = 130
# numbers in more cells than this would take too long to draw
MOST_NUMBERS = 600
NUMBER_ROOM = 36, 15
NOWHERE = (-1, -1)

MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class WeightMap(QWidget):
    """A heat map with names at its sides. The mouse or the arrow keys point at a cell."""

    pointed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = np.zeros((0, 1))
        self._limit = 0.0
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self.cell = NOWHERE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 120)

    def sizeHint(self) -> QSize:
        return QSize(720, 360)

    def set_names(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Name the units, and the columns; the last one is that of the biases."""
        names = tuple(rows), tuple(columns)
        if names != (self._rows, self._columns):
            self._rows, self._columns = names
            self.cell = NOWHERE

    def set_values(
        self, weights: NDArray[np.floating], biases: NDArray[np.floating], limit: float
    ) -> None:
        """Colour the cells by weights (inputs, outputs) and biases (outputs,) within ± limit."""
        self._values = np.column_stack([weights.T, biases]).astype(np.float64)
        self._limit = limit
        self.update()
        self.pointed.emit()

    def value(self, row: int, column: int) -> float:
        """Return the weight or bias of a cell."""
        return float(self._values[row, column])

    def grid(self) -> CellGrid:
        """Return where the cells lie at the present size."""
        metrics = QFontMetrics(self._name_font())
        left = _longest(metrics, self._rows) + 2 * MARGIN
        rows, columns = self._values.shape
        width = self.width() - left - 2
        lying = CellGrid.within(QRectF(left, 2, width, self.height()), rows, columns)
        foot = metrics.height() + MARGIN
        if not self._fit_across(lying):
            foot = _longest(metrics, self._columns) + 2 * MARGIN
        return CellGrid.within(QRectF(left, 2, width, self.height() - foot - 2), rows, columns)

    # --- drawing -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().plot))
        if self._values.size:
            grid = self.grid()
            pixels = diverging_pixels(self._values, self._limit)
            self._draw_cells(painter, grid, pixels)
            self._draw_numbers(painter, grid, pixels)
            painter.setFont(self._name_font())
            painter.setPen(QColor(theme.current().muted))
            self._draw_row_names(painter, grid)
            self._draw_column_names(painter, grid)
            self._draw_pointed(painter, grid)
        painter.end()

    def _draw_cells(self, painter: QPainter, grid: CellGrid, pixels: NDArray[np.uint8]) -> None:
        painter.drawImage(grid.weights, as_image(pixels[:, :-1]))
        painter.drawImage(grid.biases, as_image(pixels[:, -1:]))
        painter.setPen(QPen(QColor(theme.current().plot), 1))
        for block in (grid.weights, grid.biases):
            if grid.height >= 8:
                for row in range(1, grid.rows):
                    y = grid.top + row * grid.height
                    painter.drawLine(QPointF(block.left(), y), QPointF(block.right(), y))
            if grid.width >= 8:
                for column in range(1, round(block.width() / grid.width)):
                    x = block.left() + column * grid.width
                    painter.drawLine(QPointF(x, block.top()), QPointF(x, block.bottom()))

    def _draw_numbers(self, painter: QPainter, grid: CellGrid, pixels: NDArray[np.uint8]) -> None:
        wide, tall = NUMBER_ROOM
        if grid.width < wide or grid.height < tall or self._values.size > MOST_NUMBERS:
            return
        black = letters_on(pixels)
        font = theme.tabular(self._name_font())
        font.setPixelSize(11)
        painter.setFont(font)
        for (row, column), value in np.ndenumerate(self._values):
            painter.setPen(Qt.GlobalColor.black if black[row, column] else Qt.GlobalColor.white)
            text = cell_text(float(value))
            painter.drawText(grid.cell(row, column), Qt.AlignmentFlag.AlignCenter, text)

    def _draw_row_names(self, painter: QPainter, grid: CellGrid) -> None:
        metrics = painter.fontMetrics()
        every = math.ceil(0.9 * metrics.height() / grid.height)
        for row in range(0, grid.rows, every):
            middle = grid.top + (row + 0.5) * grid.height
            name = metrics.elidedText(self._rows[row], Qt.TextElideMode.ElideMiddle, LONGEST_NAME)
            room = QRectF(0, middle - 10, grid.left - MARGIN, 20)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name
            )

    def _draw_column_names(self, painter: QPainter, grid: CellGrid) -> None:
        metrics = painter.fontMetrics()
        lies = self._fit_across(grid)
        every = 1 if lies else math.ceil(0.8 * metrics.height() / grid.width)
        shown = {*range(0, grid.columns - 1, every), grid.columns - 1}
        for column in sorted(shown):
            centre = grid.cell(0, column).center().x()
            name = metrics.elidedText(
                self._columns[column], Qt.TextElideMode.ElideMiddle, LONGEST_NAME
            )
            if lies:
                room = QRectF(centre - grid.width / 2, grid.bottom + 2, grid.width, 20)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
                continue
            painter.save()
            painter.translate(centre, grid.bottom + MARGIN)
            painter.rotate(-90)
            room = QRectF(-LONGEST_NAME, -10, LONGEST_NAME, 20)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name
            )
            painter.restore()

    def _draw_pointed(self, painter: QPainter, grid: CellGrid) -> None:
        if self.cell != NOWHERE:
            painter.setPen(QPen(QColor(theme.current().text), 2))
            painter.drawRect(grid.cell(*self.cell))

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(self.fontInfo().pixelSize() * 12 / theme.BODY_PX)))
        return font

    def _fit_across(self, grid: CellGrid) -> bool:
        metrics = QFontMetrics(self._name_font())
        return _longest(metrics, self._columns) + 4 <= grid.width

    # --- pointing ----------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.grid().at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(NOWHERE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = MOVES.get(Qt.Key(event.key()))
        if move is None or not self._values.size:
            super().keyPressEvent(event)
            return
        rows, columns = self._values.shape
        row, column = self.cell if self.cell != NOWHERE else (-move[0], -move[1])
        self._point(((row + move[0]) % rows, (column + move[1]) % columns))

    def _point(self, cell: tuple[int, int]) -> None:
        if cell != self.cell:
            self.cell = cell
            self.update()
            self.pointed.emit()


def _longest(metrics: QFontMetrics, names: Sequence[str]) -> int:
    return min(LONGEST_NAME, max((metrics.horizontalAdvance(name) for name in names), default=0))
