"""A card of the welcome page: a small drawn picture, a title, what it is, and what a click does."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme

_HALOES = (
    (0.18, 0.35, 0.16, "#D55E00"),
    (0.42, 0.68, 0.20, "#0072B2"),
    (0.63, 0.30, 0.15, "#009E73"),
    (0.84, 0.62, 0.18, "#CC79A7"),
    (0.30, 0.85, 0.10, "#E69F00"),
    (0.92, 0.22, 0.10, "#56B4E9"),
)


class _Picture(QWidget):
    """Haloes around deposits, or the rows of a table."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedHeight(112)

    def sizeHint(self) -> QSize:
        return QSize(280, 112)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(clip)
        scheme = theme.current()
        painter.fillRect(self.rect(), QColor(scheme.window))
        if self._kind == "table":
            self._draw_table(painter)
        else:
            self._draw_haloes(painter)
        painter.end()

    def _draw_haloes(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        width, height, cell = self.width(), self.height(), 7
        for row in range(math.ceil(height / cell)):
            for column in range(math.ceil(width / cell)):
                x, y = (column + 0.5) * cell / width, (row + 0.5) * cell / height
                for at_x, at_y, size, colour in _HALOES:
                    distance = math.hypot((x - at_x) * width / height, y - at_y)
                    wobble = 1 + 0.25 * math.sin(9 * x + 17 * y)
                    if distance < size * 1.25 * wobble:
                        fill = QColor(colour)
                        fill.setAlphaF(max(0.15, 0.9 - distance / size * 0.55))
                        painter.fillRect(column * cell, row * cell, cell - 1, cell - 1, fill)
                        break
        painter.setPen(QPen(QColor(theme.current().text), 1.4))
        painter.setBrush(QColor(theme.current().panel))
        for at_x, at_y, _, _ in _HALOES:
            painter.drawEllipse(QPointF(at_x * width, at_y * height), 3.5, 3.5)

    def _draw_table(self, painter: QPainter) -> None:
        scheme = theme.current()
        left, top, step = 24, 22, 18
        for row in range(5):
            for column in range(6):
                width = (14, 34, 26, 30, 22, 28)[column]
                colour = QColor(scheme.accent if row == 0 else scheme.muted)
                if column == 5 and row > 0:
                    colour = QColor(_HALOES[(row * 2) % 6][3])
                colour.setAlphaF(0.85 if row == 0 or column == 5 else 0.35)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                shift = (row * 7 + column * 3) % 8
                painter.drawRoundedRect(
                    QRectF(left + column * 48, top + row * step - 6, width - shift, 6), 3, 3
                )


class ExampleCard(QFrame):
    """Clicked anywhere, or through its button by keyboard."""

    clicked = Signal()

    def __init__(self, kind: str, title: str, text: str, action: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = QPushButton(action)
        self.button.setProperty("role", "primary" if kind != "table" else "")
        self.button.setAccessibleDescription(text)
        self.button.clicked.connect(self.clicked)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        body = QLabel(text, wordWrap=True)
        body.setProperty("role", "muted")
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(_Picture(kind))
        column.addWidget(heading)
        column.addWidget(body, 1)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(300)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()
