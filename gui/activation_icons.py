"""A small drawn curve for each activation."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from gui import theme

WIDTH, HEIGHT = 24, 16

_CURVES: dict[str, Callable[[float], float]] = {
    "linear": lambda x: x,
    "logistic": lambda x: 1 / (1 + math.exp(-4 * x)),
    "tanh": lambda x: math.tanh(2 * x),
    "step1": lambda x: float(x >= 0),
    "step2": lambda x: 1.0 if x >= 0 else -1.0,
    "ramp1": lambda x: min(max(x + 0.5, 0.0), 1.0),
    "ramp2": lambda x: min(max(1.6 * x, -1.0), 1.0),
    "relu": lambda x: max(x, 0.0),
    "leaky_relu": lambda x: x if x > 0 else 0.25 * x,
    "elu": lambda x: x if x > 0 else 0.5 * (math.exp(3 * x) - 1),
}


def activation_icon(name: str) -> QIcon:
    """Return the curve of an activation from -1 to 1, over its axis; empty for an unknown one."""
    curve = _CURVES.get(name)
    picture = QPixmap(WIDTH * 2, HEIGHT * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    if curve is None:
        return QIcon(picture)
    scheme = theme.current()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(2, 2, WIDTH - 4, HEIGHT - 4)
    painter.setPen(QPen(QColor(scheme.border), 1))
    painter.drawLine(QPointF(inner.left(), HEIGHT / 2), QPointF(inner.right(), HEIGHT / 2))
    painter.setPen(QPen(QColor(scheme.accent), 1.6))
    painter.drawPolyline(QPolygonF([_place(inner, x / 20, curve(x / 20)) for x in range(-20, 21)]))
    painter.end()
    return QIcon(picture)


def _place(inner: QRectF, x: float, y: float) -> QPointF:
    return QPointF(
        inner.left() + (x + 1) / 2 * inner.width(), inner.bottom() - (y + 1) / 2 * inner.height()
    )
