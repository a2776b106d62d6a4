"""One class in a legend: its swatch or symbol with its name, to be clicked and dragged."""

from __future__ import annotations

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication

from gui import theme
from gui.map_colours import STRIPE


class ClassButton(QAbstractButton):
    """Swatch, symbol and name of a class; a click fades the class on the map."""

    dragged = Signal(int)

    def __init__(self, name: str, colour: str, symbol: str) -> None:
        super().__init__()
        self.setText(name)
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._colour, self._symbol = QColor(colour), symbol
        self.with_symbol = self.hatched = False
        self._pressed_at: QPoint | None = None
        self._is_dragged = False

    def sizeHint(self) -> QSize:
        # at larger text sizes as many letters fit as at the usual one
        metrics = self.fontMetrics()
        widest = max(176, 20 * metrics.averageCharWidth())
        width = min(widest, metrics.horizontalAdvance(self.text()) + 30)
        return QSize(width, max(22, metrics.height() + 6))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at, self._is_dragged = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell how high the mouse is, in pixels of the legend, once it has moved far enough."""
        place = event.position().toPoint()
        if self._pressed_at is not None and not self._is_dragged:
            far = (place - self._pressed_at).manhattanLength()
            self._is_dragged = far >= QApplication.startDragDistance()
        if self._is_dragged:
            self.dragged.emit(self.mapToParent(place).y())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag without a click."""
        if self._is_dragged:
            self.setDown(False)
            self._pressed_at, self._is_dragged = None, False
            return
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.focus), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setOpacity(1.0 if self.isChecked() else 0.35)
        if self.with_symbol and not self.hatched:
            painter.save()
            painter.translate(QPointF(13, self.height() / 2))
            painter.scale(12, 12)
            pen = QPen(QColor(scheme.text), 1.2)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(self._colour)
            painter.drawPath(Symbols[self._symbol])
            painter.restore()
        else:
            painter.setPen(QPen(QColor(scheme.outline), 0.8))
            painter.setBrush(self._colour)
            swatch = QRectF(7, self.height() / 2 - 6, 12, 12)
            painter.drawRect(swatch)
            if self.hatched:
                stripes = QBrush(self._colour.darker(STRIPE), Qt.BrushStyle.BDiagPattern)
                painter.fillRect(swatch, stripes)
        painter.setPen(QColor(scheme.text))
        room = QRectF(26, 0, self.width() - 28, self.height())
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
