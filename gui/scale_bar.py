"""A bar of a round length in metres or kilometres, and an arrow to the north beside it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from gui import theme

LONGEST_PX = 150


class ScaleBar(QWidget):
    """Stands under a map, where it hides none of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length_px = 0.0
        self._text = ""
        self.setFixedSize(LONGEST_PX + 20, 26)

    @property
    def text(self) -> str:
        """The length written on the bar."""
        return self._text

    @property
    def length_px(self) -> float:
        """How long the bar is drawn."""
        return self._length_px

    def show_for(self, metres_per_pixel: float) -> None:
        """Choose the longest round length that fits."""
        if not 0 < metres_per_pixel < math.inf:
            return
        longest = metres_per_pixel * LONGEST_PX
        power = 10.0 ** math.floor(math.log10(longest))
        length = max(step for step in (1, 2, 5) if step * power <= longest) * power
        self._length_px = length / metres_per_pixel
        self._text = _written(length)
        self.setAccessibleName(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.setPen(QColor(scheme.text))
        left = self.width() - self._length_px - 10
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.drawText(
            QRectF(left, 2, self._length_px, 14), Qt.AlignmentFlag.AlignCenter, self._text
        )
        painter.fillRect(QRectF(left, 19, self._length_px, 3), QColor(scheme.text))
        painter.end()


class NorthArrow(QWidget):
    """Points up, to grid north; a thin line points to true north where that is elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._true_north = 0.0
        self.setFixedSize(28, 26)
        self.set_true_north(None)

    def set_true_north(self, degrees: float | None) -> None:
        """Say how far true north lies clockwise of grid north; None where it is not known."""
        self._true_north = degrees or 0.0
        if degrees is None or abs(degrees) < 0.005:
            text = self.tr("North is up.")
        elif degrees > 0:
            text = self.tr("Grid north is up; true north lies {angle}° to the right of it.")
        else:
            text = self.tr("Grid north is up; true north lies {angle}° to the left of it.")
        text = text.format(angle=f"{abs(self._true_north):.2f}")
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(theme.current().text)
        painter.setBrush(colour)
        middle = 9.0
        arrow = [(middle, 2), (middle + 6, 23), (middle, 18), (middle - 6, 23)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in arrow]))
        painter.setPen(colour)
        font = painter.font()
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QRectF(16, 0, 12, 14), Qt.AlignmentFlag.AlignCenter, "N")
        if abs(self._true_north) >= 0.5:
            painter.setPen(QColor(theme.current().accent))
            painter.translate(middle, 22)
            painter.rotate(self._true_north)
            painter.drawLine(QPointF(0, 0), QPointF(0, -21))
        painter.end()


def _written(length: float) -> str:
    if length >= 1000:
        return f"{length / 1000:,g} km"
    return f"{length:g} m" if length >= 1 else f"{100 * length:g} cm"
