"""Small controls that several views share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from gui import theme


class ComboBox(QComboBox):
    """A combo box that the wheel passes over unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SpinBox(QSpinBox):
    """A spin box that the wheel passes over unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGroupSeparatorShown(True)
        # the style sheet's padding does not reach the line inside
        self.lineEdit().setTextMargins(5, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Segments(QWidget):
    """A row of joined buttons of which one is down; the arrow keys move between them.

    Parameters
    ----------
    choices
        What is written on each button, by the value it stands for.
    """

    changed = Signal(str)

    def __init__(
        self, choices: Mapping[str, str], name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (value, text) in enumerate(choices.items()):
            button = self._button(text, name)
            button.setProperty("end", _end(place, len(choices)))
            self._buttons[value] = button
            self._group.addButton(button, place)
            row.addWidget(button)
        self._values = list(choices)
        self._group.buttonClicked.connect(lambda _: self.changed.emit(self.value()))
        self._buttons[self._values[0]].setChecked(True)
        self.setFocusProxy(self._buttons[self._values[0]])
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """Return the value whose button is down."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Press a button without a signal."""
        self._buttons[value].setChecked(True)
        self.setFocusProxy(self._buttons[value])

    def button(self, value: str) -> QPushButton:
        """Return the button of a value."""
        return self._buttons[value]

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        for button in self._buttons.values():
            button.setAccessibleDescription(description)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{name}: {text}" if name else text)
        theme.set_role(button, "segment")
        return button


def _end(place: int, number: int) -> str:
    return {0: "first", number - 1: "last"}.get(place, "middle")
