"""One row of the form of a search: which of several values are tried."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.searching.field_words import choice_words, field_help, field_label


class ChoicesRow(QWidget):
    """A box for each value; a single one fixes what would be varied.

    Parameters
    ----------
    name
        Of a field of `core.searching.settings.Search` that is a list of choices.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.boxes = {value: QCheckBox(word, self) for value, word in choice_words(name).items()}
        label = QLabel(field_label(name), self, wordWrap=True)
        label.setToolTip(field_help(name))
        self.error = QLabel(self.tr("Choose at least one."), self, wordWrap=True)
        theme.set_role(self.error, "error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        for box in self.boxes.values():
            box.setAccessibleDescription(f"{field_label(name)}: {field_help(name)}")
            box.toggled.connect(lambda _: self._toggled())
            column.addWidget(box)
        column.addWidget(self.error)
        caption = QLabel(field_help(name), self, wordWrap=True)
        theme.set_role(caption, "caption")
        column.addWidget(caption)
        self._show_error()

    def value(self) -> tuple[str, ...] | None:
        """Return the values that are tried, None where there is none."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked()) or None

    def set_value(self, values: tuple[str, ...]) -> None:
        """Show what is tried, without a signal."""
        for value, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(value in values)
            box.blockSignals(False)
        self._show_error()

    def words(self) -> str:
        """Return what is tried in a few words: ``Tanh, ReLU``."""
        return ", ".join(self.boxes[value].text() for value in self.value() or ())

    def _toggled(self) -> None:
        self._show_error()
        self.changed.emit()

    def _show_error(self) -> None:
        self.error.setVisible(self.value() is None)
