"""The scale of shares from 0 to 1."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.diverging import as_image

SIZE = QSize(140, 18)


class ShareLegend(QWidget):
    """A bar of the colours from 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(SIZE)
        self.setAccessibleName("0 … 1")

    def paintEvent(self, event: QPaintEvent) -> None:
        table = pg.colormap.get("viridis").getLookupTable(nPts=64, alpha=True)
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().muted))
        level = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | level, "0")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | level, "1")
        room = QRectF(14, 4, self.width() - 28, 10)
        painter.drawImage(room, as_image(np.asarray(table, np.uint8)[np.newaxis]))
        painter.end()
