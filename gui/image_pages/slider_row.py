"""A number of a job as a slider with a field beside it: one to try with, one to type exactly in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSlider, QVBoxLayout, QWidget

from gui import theme
from gui.declared import Declared

STEPS = 200
# small values are wanted far more often than large ones: the slider runs as a square
POWER = 2.0


class SliderRow(QWidget):
    """Edits a field that is a number from 0 to a limit."""

    changed = Signal()

    def __init__(self, declared: Declared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = declared
        self._value = 0.0
        self.label = QLabel(declared.label)
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 10)
        self.field = QLineEdit()
        self.error = QLabel()
        self.error.setWordWrap(True)
        theme.set_role(self.error, "error")
        self.error.hide()
        self._describe()
        self._lay_out()
        self.slider.valueChanged.connect(self._slid)
        self.field.textEdited.connect(self._typed)
        self.field.editingFinished.connect(self._finished)

    @property
    def value(self) -> float:
        """The last value that could be used."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show a value without a signal."""
        self._value = value
        self._place_slider()
        if not self.field.hasFocus() or not self.field.isModified():
            self._write()

    def _describe(self) -> None:
        field = self.declared
        name = f"{field.label} ({field.unit})" if field.unit else field.label
        editors: tuple[QWidget, ...] = (self.slider, self.field)
        for each in editors:
            each.setAccessibleName(name)
            each.setAccessibleDescription(field.help)
        for each in (self.label, *editors):
            each.setToolTip(field.help)
        self.label.setBuddy(self.field)

    def _lay_out(self) -> None:
        figure = self.fontMetrics().horizontalAdvance("0")
        self.label.setMinimumWidth(14 * figure)
        self.field.setFixedWidth(6 * figure + 18)
        unit = QLabel(self.declared.unit)
        unit.setFixedWidth(2 * figure)
        theme.set_role(unit, "muted")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        row.addWidget(unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.error)

    def _place_slider(self) -> None:
        share = max(0.0, self._value) / self.declared.range.high
        self.slider.blockSignals(True)
        self.slider.setValue(round(STEPS * share ** (1 / POWER)))
        self.slider.blockSignals(False)

    def _write(self) -> None:
        self.field.setText(self.declared.text(self._value))
        self.field.setModified(False)
        self._show_error("")

    def _show_error(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        self.field.setProperty("invalid", bool(reason))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _slid(self, place: int) -> None:
        exact = self.declared.range.high * (place / STEPS) ** POWER
        self._value = float(f"{exact:.2g}")
        self._write()
        self.changed.emit()

    def _typed(self, text: str) -> None:
        try:
            value = float(self.declared.read(text))
        except ValueError:
            return
        self._show_error("")
        if value != self._value:
            self._value = value
            self._place_slider()
            self.changed.emit()

    def _finished(self) -> None:
        try:
            self.declared.read(self.field.text())
        except ValueError as reason:
            self._show_error(str(reason))
        else:
            self._write()


class Slider(QSlider):
    """A slider that the wheel passes over unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
