"""A line for one number with its unit, that says beside itself what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from core.numbers import NumberError, in_field, parse_number
from gui import theme


class NumberLine(QWidget):
    """A number of at least 0, or nothing where `empty` says what nothing means."""

    changed = Signal()

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLabel(name, self)
        self.line = QLineEdit(self, placeholderText=empty)
        self.line.setAccessibleName(name)
        self.name.setBuddy(self.line)
        figure = self.fontMetrics().horizontalAdvance("0")
        self.line.setFixedWidth(11 * figure + 18)
        self.unit = QLabel("", self)
        theme.set_role(self.unit, "muted")
        self.unit.setMinimumWidth(3 * figure)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.line)
        row.addWidget(self.unit)
        self.line.textEdited.connect(lambda _: self.changed.emit())

    def value(self) -> float | None:
        """Return the number, 0 where nothing stands, None where it is no number of at least 0."""
        if not self.line.text().strip():
            return 0.0
        try:
            value = parse_number(self.line.text())
        except NumberError:
            return None
        return value if value >= 0 else None

    def set_value(self, value: float) -> None:
        """Write a number; 0 is written as nothing."""
        self.line.setText(in_field(value) if value else "")
