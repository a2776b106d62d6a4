"""The legend of values beside a map: a colour bar with its range."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.numbers import three_digits
from gui import theme
from gui.map_colours import Look, table_of


class _ColourBar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(16, 160)
        self._look = Look()

    def show_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        table = table_of(self._look)[:-1]
        for line in range(self.height()):
            place = round((1 - line / (self.height() - 1)) * (len(table) - 1))
            colour = QColor.fromRgba(int(table[place]))
            painter.fillRect(0, line, self.width(), 1, colour)
        painter.end()


class ValueLegend(QWidget):
    """A colour bar with its title, its range and three numbers in between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel("", wordWrap=True)
        self._bar = _ColourBar()
        self._numbers = [QLabel("") for _ in range(5)]
        numbers = QVBoxLayout()
        numbers.setSpacing(0)
        for place, label in enumerate(self._numbers):
            theme.set_role(label, "caption")
            label.setFont(theme.tabular(label.font()))
            numbers.addWidget(label)
            if place < len(self._numbers) - 1:
                numbers.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._bar)
        row.addLayout(numbers)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(row)
        self._note = QLabel("", wordWrap=True)
        theme.set_role(self._note, "caption")
        column.addWidget(self._note)
        for words in (self._title, self._note):
            words.setFixedWidth(max(120, 14 * words.fontMetrics().averageCharWidth()))

    def show_range(
        self, title: str, unit: str, low: float, high: float, look: Look | None = None
    ) -> None:
        """Write the range that the colours span; what lies outside has the end's colour."""
        look = look if look is not None else Look()
        self._title.setText(f"{title} ({unit})" if unit else title)
        self._bar.show_look(look)
        marks = (
            np.geomspace(low, high, 5) if look.logarithm and low > 0 else np.linspace(low, high, 5)
        )
        texts = [three_digits(float(mark)) for mark in marks]
        if look.leaves_out:
            # values outside the range have the colour of its end
            texts[0], texts[-1] = "≤ " + texts[0], "≥ " + texts[-1]
        for label, text in zip(reversed(self._numbers), texts, strict=True):
            label.setText(text)
        self._note.setText(self.tr("logarithmic") if look.logarithm else "")
        self._note.setVisible(look.logarithm)
