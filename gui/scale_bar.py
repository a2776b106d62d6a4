"""A bar of a round length in metres or kilometres."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
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
