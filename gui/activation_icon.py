"""The curve of an activation as a small picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from core.job import Activation
from gui import theme
from gui.activation_curves import curve_points


def curve_icon(activation: Activation) -> QIcon:
    """Draw the activation from −3 to 3 as a small curve."""
    scale = 3
    picture = QPixmap(28 * scale, 18 * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scheme = theme.current()
    painter.setPen(QPen(QColor(scheme.border), scale))
    painter.drawLine(0, 9 * scale, 28 * scale, 9 * scale)
    painter.drawLine(14 * scale, 0, 14 * scale, 18 * scale)
    painter.setPen(QPen(QColor(scheme.accent), 1.6 * scale))
    points = [
        QPointF((x + 3) / 6 * 28 * scale, (9 - 7.5 * max(-1.1, min(1.1, y))) * scale)
        for x, y in curve_points(activation)
    ]
    painter.drawPolyline(QPolygonF(points))
    painter.end()
    return QIcon(picture)
