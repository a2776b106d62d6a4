"""A bar of a round length in metres or kilometres."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import theme

LONGEST_PX = 150


class ScaleBar(QWidget):
    """Lies over a map; the mouse passes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._length_px = 0.0
        self._text = ""
        self.setFixedSize(LONGEST_PX + 20, 30)

    @property
    def text(self) -> str:
        """The length written on the bar."""
        return self._text

    def show_for(self, metres_per_pixel: float) -> None:
        """Choose the longest round length that fits."""
        if not 0 < metres_per_pixel < math.inf:
            return
        longest = metres_per_pixel * LONGEST_PX
        power = 10.0 ** math.floor(math.log10(longest))
        length = max(step for step in (1, 2, 5) if step * power <= longest) * power
        self._length_px = length / metres_per_pixel
        self._text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
        self.setAccessibleName(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        ground = QColor(scheme.panel)
        ground.setAlpha(200)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(0, 0, self._length_px + 20, self.height()), 4, 4)
        painter.setPen(QColor(scheme.text))
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.drawText(
            QRectF(10, 3, self._length_px, 14), Qt.AlignmentFlag.AlignCenter, self._text
        )
        painter.fillRect(QRectF(10, 20, self._length_px, 3), QColor(scheme.text))
        painter.end()
