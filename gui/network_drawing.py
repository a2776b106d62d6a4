"""A drawing of a fully connected network: a column of units for each layer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.class_colours import ClassColours

MOST_UNITS_DRAWN = 16
HEAD = 30
FOOT = 26


class NetworkDrawing(QWidget):
    """Draws layers, their sizes and activations; the ends carry features and classes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[int, ...] = ()
        self._activations: tuple[str, ...] = ()
        self._features: tuple[str, ...] = ()
        self._classes: tuple[str, ...] = ()
        self.setMinimumSize(400, 260)

    def sizeHint(self) -> QSize:
        return QSize(800, 520)

    def show_network(
        self,
        sizes: Sequence[int],
        activations: Sequence[str],
        features: Sequence[str],
        classes: Sequence[str],
    ) -> None:
        """Draw another network; activations as words of the window."""
        self._sizes, self._activations = tuple(sizes), tuple(activations)
        self._features, self._classes = tuple(features), tuple(classes)
        self.setAccessibleName("-".join(str(size) for size in sizes))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = theme.current()
        painter.fillRect(self.rect(), QColor(scheme.plot))
        if self._sizes:
            layers = [self._places(number) for number in range(len(self._sizes))]
            self._draw_weights(painter, layers)
            self._draw_units(painter, layers)
            self._draw_names(painter, layers)
        painter.end()

    # --- geometry ----------------------------------------------------------------------

    def _places(self, layer: int) -> list[QPointF]:
        """Return the centres of the units drawn; a gap stands in for those left out."""
        left, right = 120.0, self.width() - 170.0
        across = (right - left) / max(1, len(self._sizes) - 1)
        shown = min(self._sizes[layer], MOST_UNITS_DRAWN)
        room = self.height() - HEAD - FOOT
        step = min(room / max(1, shown), 44.0)
        top = HEAD + (room - step * (shown - 1)) / 2
        return [QPointF(left + layer * across, top + unit * step) for unit in range(shown)]

    # --- drawing -----------------------------------------------------------------------

    def _draw_weights(self, painter: QPainter, layers: list[list[QPointF]]) -> None:
        colour = QColor(theme.current().muted)
        for start, end in pairwise(layers):
            colour.setAlphaF(max(0.06, min(0.4, 12 / (len(start) * len(end)))))
            painter.setPen(QPen(colour, 1))
            for one in start:
                for other in end:
                    painter.drawLine(one, other)

    def _draw_units(self, painter: QPainter, layers: list[list[QPointF]]) -> None:
        scheme = theme.current()
        colours = ClassColours(self._classes)
        for number, places in enumerate(layers):
            is_output = number == len(layers) - 1
            painter.setPen(QPen(QColor(scheme.outline), 1.2))
            for unit, place in enumerate(places):
                fill = scheme.panel if number else scheme.selection
                if is_output and unit < len(self._classes):
                    fill = colours.colour(unit)
                painter.setBrush(QColor(fill))
                painter.drawEllipse(place, 7, 7)
            if self._sizes[number] > len(places):
                self._draw_gap(painter, places)

    def _draw_gap(self, painter: QPainter, places: list[QPointF]) -> None:
        """Cover the unit before the last with dots: there are more than can be drawn."""
        middle = places[-2]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().plot))
        painter.drawRect(QRectF(middle.x() - 9, middle.y() - 9, 18, 18))
        painter.setBrush(QColor(theme.current().muted))
        for shift in (-5, 0, 5):
            painter.drawEllipse(QPointF(middle.x(), middle.y() + shift), 1.5, 1.5)

    def _draw_names(self, painter: QPainter, layers: list[list[QPointF]]) -> None:
        scheme = theme.current()
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        for number, places in enumerate(layers):
            centre = places[0].x()
            painter.setPen(QColor(scheme.text))
            painter.drawText(
                QRectF(centre - 60, 6, 120, 18),
                Qt.AlignmentFlag.AlignCenter,
                f"{self._sizes[number]:,}",
            )
            if number:
                painter.setPen(QColor(scheme.muted))
                painter.drawText(
                    QRectF(centre - 60, self.height() - 22, 120, 18),
                    Qt.AlignmentFlag.AlignCenter,
                    self._activations[number - 1],
                )
        ends = (
            (layers[0], self._features, -110, Qt.AlignmentFlag.AlignRight),
            (layers[-1], self._classes, 16, Qt.AlignmentFlag.AlignLeft),
        )
        painter.setPen(QColor(scheme.text))
        for places, names, shift, alignment in ends:
            width = 94 if shift < 0 else 148
            hidden = len(names) > len(places)
            for unit, place in enumerate(places):
                last = unit == len(places) - 1
                if hidden and unit == len(places) - 2:
                    continue
                name = names[-1] if hidden and last else names[unit] if unit < len(names) else ""
                shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
                painter.drawText(
                    QRectF(place.x() + shift, place.y() - 9, width, 18),
                    alignment | Qt.AlignmentFlag.AlignVCenter,
                    shown,
                )
