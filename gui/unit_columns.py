"""What every unit of a network gives for one sample: a column of cells for each layer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.diverging import as_image, cell_text, diverging_pixels, letters_on

HEAD = 38
FOOT = 4
LONGEST_NAME = 150
WIDEST_CELL, HIGHEST_CELL = 60.0, 30.0
NUMBER_ROOM = 36, 14
NOWHERE = (-1, -1)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, eq=False)
class UnitColumn:
    """A layer to draw.

    Attributes
    ----------
    title, subtitle
        Written above the cells.
    values
        Shape (units,).
    limit
        Colours span ± this value.
    """

    title: str
    subtitle: str
    values: NDArray[np.float64]
    limit: float


class UnitColumns(QWidget):
    """Cells coloured by activation, with features at the left and classes at the right."""

    pointed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[UnitColumn, ...] = ()
        self._left: tuple[str, ...] = ()
        self._right: tuple[str, ...] = ()
        self._marked = -1
        self.cell = NOWHERE
        self.setMouseTracking(True)
        self.setMinimumSize(300, 140)

    def sizeHint(self) -> QSize:
        return QSize(720, 360)

    def set_columns(
        self,
        columns: Sequence[UnitColumn],
        features: Sequence[str],
        classes: Sequence[str],
        marked: int,
    ) -> None:
        """Draw other layers; the output `marked` gets a frame, -1 for none."""
        sizes = [len(column.values) for column in columns]
        if sizes != [len(column.values) for column in self._columns]:
            self.cell = NOWHERE
        self._columns = tuple(columns)
        self._left, self._right = tuple(features), tuple(classes)
        self._marked = marked
        self.update()
        self.pointed.emit()

    def place(self, layer: int) -> QRectF:
        """Return where the cells of a layer lie, all together."""
        left, right = self._ends()
        step = (right - left) / max(1, len(self._columns) - 1)
        width = min(WIDEST_CELL, 0.72 * step)
        units = len(self._columns[layer].values)
        room = self.height() - HEAD - FOOT
        height = min(HIGHEST_CELL, room / units) * units
        return QRectF(left + layer * step - width / 2, HEAD + (room - height) / 2, width, height)

    # --- drawing -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().plot))
        painter.setFont(self._font(12))
        for layer, column in enumerate(self._columns):
            place = self.place(layer)
            pixels = diverging_pixels(column.values[:, np.newaxis], column.limit)
            painter.drawImage(place, as_image(pixels))
            self._draw_lines(painter, place, len(column.values))
            self._draw_numbers(painter, place, column.values, letters_on(pixels[:, 0]))
            self._draw_titles(painter, place, column)
        if self._columns:
            self._draw_names(painter, 0, self._left)
            self._draw_names(painter, len(self._columns) - 1, self._right)
            self._draw_frames(painter)
        painter.end()

    def _draw_lines(self, painter: QPainter, place: QRectF, units: int) -> None:
        height = place.height() / units
        if height < 6:
            return
        painter.setPen(QPen(QColor(theme.current().plot), 1))
        for unit in range(1, units):
            y = place.top() + unit * height
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))

    def _draw_numbers(
        self,
        painter: QPainter,
        place: QRectF,
        values: NDArray[np.float64],
        black: NDArray[np.bool_],
    ) -> None:
        height = place.height() / len(values)
        wide, tall = NUMBER_ROOM
        if place.width() < wide or height < tall:
            return
        painter.save()
        painter.setFont(theme.tabular(self._font(11)))
        for unit, value in enumerate(values.tolist()):
            painter.setPen(Qt.GlobalColor.black if black[unit] else Qt.GlobalColor.white)
            room = QRectF(place.left(), place.top() + unit * height, place.width(), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, cell_text(value))
        painter.restore()

    def _draw_titles(self, painter: QPainter, place: QRectF, column: UnitColumn) -> None:
        scheme = theme.current()
        left, right = self._ends()
        room = max(place.width(), (right - left) / max(1, len(self._columns) - 1) - 4)
        metrics = painter.fontMetrics()
        for top, text, colour in (
            (0, column.title, scheme.text),
            (17, column.subtitle, scheme.muted),
        ):
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            line = QRectF(place.center().x() - room / 2, top, room, 18)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)

    def _draw_names(self, painter: QPainter, layer: int, names: Sequence[str]) -> None:
        place = self.place(layer)
        height = place.height() / len(names)
        metrics = painter.fontMetrics()
        painter.setPen(QColor(theme.current().text))
        for unit in range(0, len(names), math.ceil(0.95 * metrics.height() / height)):
            middle = place.top() + (unit + 0.5) * height
            name = metrics.elidedText(names[unit], Qt.TextElideMode.ElideMiddle, LONGEST_NAME)
            if layer == 0:
                room = QRectF(place.left() - 6 - LONGEST_NAME, middle - 10, LONGEST_NAME, 20)
            else:
                room = QRectF(place.right() + 6, middle - 10, LONGEST_NAME, 20)
            painter.drawText(room, RIGHT if layer == 0 else LEFT, name)

    def _draw_frames(self, painter: QPainter) -> None:
        last = len(self._columns) - 1
        colour = QColor(theme.current().text)
        if self._marked >= 0:
            painter.setPen(QPen(colour, 2))
            painter.drawRect(self._cell_place(last, self._marked))
        if self.cell != NOWHERE:
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
            painter.drawRect(self._cell_place(*self.cell))

    # --- geometry ----------------------------------------------------------------------

    def _ends(self) -> tuple[float, float]:
        """Return the centres of the first and the last column."""
        half = WIDEST_CELL / 2
        left = self._longest(self._left) + 6 + half
        right = self.width() - self._longest(self._right) - 8 - half
        return left, max(right, left + 40)

    def _longest(self, names: Sequence[str]) -> int:
        metrics = self.fontMetrics()
        widths = (metrics.horizontalAdvance(name) for name in names)
        return min(LONGEST_NAME, max(widths, default=0))

    def _cell_place(self, layer: int, unit: int) -> QRectF:
        place = self.place(layer)
        height = place.height() / len(self._columns[layer].values)
        return QRectF(place.left(), place.top() + unit * height, place.width(), height)

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(self.fontInfo().pixelSize() * pixels / theme.BODY_PX)))
        return font

    # --- pointing ----------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(NOWHERE)

    def _at(self, place: QPointF) -> tuple[int, int]:
        for layer, column in enumerate(self._columns):
            cells = self.place(layer)
            if cells.contains(place):
                unit = int((place.y() - cells.top()) / cells.height() * len(column.values))
                return layer, min(unit, len(column.values) - 1)
        return NOWHERE

    def _point(self, cell: tuple[int, int]) -> None:
        if cell != self.cell:
            self.cell = cell
            self.update()
            self.pointed.emit()
