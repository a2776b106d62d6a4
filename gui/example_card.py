"""A card of the welcome page: a small drawn picture, a title, what it is, and what a click does."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme

WIDTH = 132
_HALOES = (
    (0.22, 0.22, 0.15, "#D55E00"),
    (0.62, 0.36, 0.20, "#0072B2"),
    (0.30, 0.60, 0.17, "#009E73"),
    (0.76, 0.74, 0.18, "#CC79A7"),
    (0.24, 0.90, 0.11, "#E69F00"),
    (0.88, 0.12, 0.11, "#56B4E9"),
)
# tonnage to the right, grade upwards: four types, and those without one
_DEPOSITS = (
    ("#0072B2", ((0.44, 0.20), (0.52, 0.15), (0.49, 0.29), (0.58, 0.24))),
    ("#E69F00", ((0.60, 0.50), (0.69, 0.46), (0.65, 0.58), (0.74, 0.54))),
    ("#009E73", ((0.80, 0.72), (0.88, 0.68), (0.84, 0.80), (0.90, 0.82))),
    ("#D55E00", ((0.24, 0.44), (0.32, 0.40), (0.28, 0.53), (0.20, 0.56))),
)
_UNKNOWN = ((0.40, 0.34), (0.56, 0.40), (0.78, 0.62))
# ink of 0 to 9
_THREE = (
    "00599400",
    "03900790",
    "00000490",
    "00029910",
    "00000480",
    "00000097",
    "04800793",
    "00699500",
)
_LOGIC = ((0.30, 0.70, False), (0.30, 0.30, True), (0.70, 0.70, True), (0.70, 0.30, True))


class _Picture(QWidget):
    """What the card is about, in a few strokes: it is painted before anything else is there."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._draw = {
            "copper": self._draw_haloes,
            "gold": self._draw_deposits,
            "perceptron": self._draw_line,
            "table": self._draw_table,
            "digits": self._draw_digits,
            "images": self._draw_folder,
        }[kind]
        self.setFixedWidth(WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 128)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(theme.current().window))
        self._draw(painter)
        painter.end()

    def _draw_haloes(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        width, height, cell = self.width(), self.height(), 8
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

    def _draw_deposits(self, painter: QPainter) -> None:
        self._draw_axes(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, places in _DEPOSITS:
            painter.setBrush(QColor(colour))
            for place in places:
                painter.drawEllipse(self._at(*place), 4, 4)
        painter.setPen(QPen(QColor(theme.current().text), 1.4))
        painter.setBrush(QColor(theme.current().panel))
        for place in _UNKNOWN:
            painter.drawEllipse(self._at(*place), 4, 4)

    def _draw_digits(self, painter: QPainter) -> None:
        """Draw a coarse 3, as 8 × 8 pixels show it."""
        side = min(self.width(), self.height()) / 9
        left = (self.width() - 8 * side) / 2
        top = (self.height() - 8 * side) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for row, line in enumerate(_THREE):
            for column, ink in enumerate(line):
                colour = QColor(theme.current().accent)
                colour.setAlphaF(0.06 + 0.94 * int(ink) / 9)
                painter.setBrush(colour)
                painter.drawRect(QRectF(left + column * side, top + row * side, side - 1, side - 1))

    def _draw_folder(self, painter: QPainter) -> None:
        """Draw sheets of pictures, one class above the other."""
        painter.setPen(Qt.PenStyle.NoPen)
        for row in range(3):
            for column in range(4):
                colour = QColor(_HALOES[row][3])
                colour.setAlphaF(0.35 + 0.15 * ((row * 5 + column * 3) % 4))
                painter.setBrush(colour)
                place = self._at(0.1 + 0.21 * column, 0.14 + 0.26 * row)
                painter.drawRoundedRect(QRectF(place.x(), place.y(), 22, 22), 3, 3)

    def _draw_line(self, painter: QPainter) -> None:
        self._draw_axes(painter)
        painter.setPen(QPen(QColor(theme.current().accent), 2))
        painter.drawLine(self._at(0.12, 0.36), self._at(0.66, 0.94))
        painter.setPen(QPen(QColor(theme.current().text), 1.6))
        for x, y, is_one in _LOGIC:
            painter.setBrush(QColor(theme.current().text if is_one else theme.current().panel))
            painter.drawEllipse(self._at(x, y), 6, 6)

    def _draw_axes(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(theme.current().border), 1.5))
        painter.drawLine(self._at(0.1, 0.06), self._at(0.1, 0.92))
        painter.drawLine(self._at(0.1, 0.92), self._at(0.96, 0.92))

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.width(), y * self.height())

    def _draw_table(self, painter: QPainter) -> None:
        scheme = theme.current()
        widths, left = (12, 26, 20, 24), 14
        rows = 6
        for row in range(rows):
            y = self.height() * (row + 0.8) / (rows + 0.6)
            for column, width in enumerate(widths):
                colour = QColor(scheme.accent if row == 0 else scheme.muted)
                if column == 3 and row > 0:
                    colour = QColor(_HALOES[(row * 2) % 6][3])
                colour.setAlphaF(0.85 if row == 0 or column == 3 else 0.35)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                shift = (row * 7 + column * 3) % 8
                x = left + (0, 20, 54, 82)[column]
                painter.drawRoundedRect(QRectF(x, y - 3, width - shift / 2, 6), 3, 3)


class ExampleCard(QFrame):
    """Clicked anywhere, or through its button by keyboard; a second way in has its own button."""

    clicked = Signal()
    second = Signal()

    def __init__(self, kind: str, title: str, text: str, action: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = QPushButton(action)
        self.button.setProperty("role", "primary" if kind == "copper" else "")
        self.button.setAccessibleDescription(text)
        self.button.clicked.connect(self.clicked)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        body = QLabel(text, wordWrap=True)
        body.setProperty("role", "muted")
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._column.addWidget(heading)
        self._column.addWidget(body, 1)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 16, 12)
        row.setSpacing(16)
        row.addWidget(_Picture(kind))
        row.addLayout(self._column, 1)

    def add_second(self, action: str, help: str) -> None:
        """Put a quiet button for a second way in below the first."""
        button = QPushButton(action)
        button.setProperty("role", "quiet")
        button.setToolTip(help)
        button.setAccessibleDescription(help)
        button.clicked.connect(self.second)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()
