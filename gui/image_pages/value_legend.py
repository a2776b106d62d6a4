"""The scale of feature maps: two hues about zero, or ink from zero on."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.numbers import three_digits
from gui import theme
from gui.diverging import as_image
from gui.image_pages.map_tiles import value_pixels

HEIGHT, BAR = 18, 110
STEPS = 64


class ValueLegend(QWidget):
    """A bar of colours between the values that they stand for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit: float | None = 0.0
        self._signed = False
        self.setFixedHeight(HEIGHT)

    def set_scale(self, limit: float | None, *, signed: bool) -> None:
        """Write other ends; without a limit each map has ends of its own."""
        self._limit, self._signed = limit, signed
        self.setAccessibleName(" … ".join(self._words()))
        self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, str]:
        if self._limit is None:
            return self.tr("weak"), self.tr("strong")
        low = f"−{three_digits(self._limit)}" if self._signed else "0"
        return low, three_digits(self._limit)

    def sizeHint(self) -> QSize:
        words = sum(self.fontMetrics().horizontalAdvance(word) for word in self._words())
        return QSize(BAR + words + 12, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().muted))
        low, high = self._words()
        metrics = painter.fontMetrics()
        left, right = metrics.horizontalAdvance(low) + 6, metrics.horizontalAdvance(high) + 6
        level = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | level, low)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | level, high)
        values = np.linspace(-1.0 if self._signed else 0.0, 1.0, STEPS)[np.newaxis]
        room = QRectF(left, 4, self.width() - left - right, 10)
        painter.drawImage(room, as_image(value_pixels(values, 1.0, signed=self._signed)))
        painter.setPen(QColor(theme.current().border))
        painter.drawRect(room)
        painter.end()
