"""One decision of a recipe: found in the file or made by hand, and the reason beneath it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit

from gui import theme
from gui.controls import ComboBox


class DecisionRow(QObject):
    """An editor whose empty value means "as found".

    Parameters
    ----------
    choices
        What each value is called; None lets a person type.
    """

    changed = Signal()

    def __init__(
        self, name: str, choices: Mapping[str, str] | None = None, *, free: bool = False
    ) -> None:
        super().__init__()
        self._choices = dict(choices or {})
        self._found = ""
        self.editor: ComboBox | QLineEdit
        if choices is None:
            self.editor = QLineEdit()
            self.editor.editingFinished.connect(self._edited)
        else:
            self.editor = ComboBox()
            self.editor.setSizeAdjustPolicy(
                ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self.editor.setEditable(free)
            self._fill()
            if free:
                line = self.editor.lineEdit()
                assert line is not None
                line.editingFinished.connect(self._edited)
            self.editor.activated.connect(lambda _: self._edited())
        self.editor.setAccessibleName(name)
        self.editor.setMinimumWidth(60)
        self._value = ""
        self.reason = QLabel()
        self.reason.setWordWrap(True)

    def value(self) -> str:
        """Return what a person decided, "" where it is as found."""
        return self._value

    def show_decision(self, value: str, found: str, reason: str, *, sure: bool = True) -> None:
        """Show a decision without a signal.

        Parameters
        ----------
        value
            What a person decided, "" when nothing.
        found
            What holds.
        """
        self._value, self._found = value, found
        if isinstance(self.editor, ComboBox):
            self._fill()
            self._select(value)
        else:
            self.editor.setText(value)
            self.editor.setPlaceholderText(found)
        self.reason.setText(reason)
        theme.set_role(self.reason, "caption" if sure else "warning")
        self.editor.setAccessibleDescription(reason)

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Offer other values."""
        self._choices = dict(choices)
        self._fill()
        self._select(self._value)

    def _fill(self) -> None:
        assert isinstance(self.editor, ComboBox)
        self.editor.blockSignals(True)
        self.editor.clear()
        found = self._choices.get(self._found, self._found)
        automatic = self.tr("As found: {value}").format(value=found) if found else self.tr("None")
        self.editor.addItem(automatic, "")
        for value, word in self._choices.items():
            self.editor.addItem(word, value)
        self.editor.blockSignals(False)

    def _select(self, value: str) -> None:
        assert isinstance(self.editor, ComboBox)
        self.editor.blockSignals(True)
        place = self.editor.findData(value)
        self.editor.setCurrentIndex(max(place, 0))
        if place < 0 and self.editor.isEditable():
            self.editor.setEditText(value)
        self.editor.blockSignals(False)

    def _typed(self) -> str:
        if isinstance(self.editor, QLineEdit):
            return self.editor.text().strip()
        text = self.editor.currentText().strip()
        place = self.editor.findText(text)
        return str(self.editor.itemData(place)) if place >= 0 else text

    def _edited(self) -> None:
        value = self._typed()
        if value != self._value:
            self._value = value
            self.changed.emit()


def form_of(rows: Mapping[str, DecisionRow], labels: Mapping[str, str]) -> QFormLayout:
    """Return a form with a label beside each editor and the reason beneath."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(8)
    form.setVerticalSpacing(3)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, row in rows.items():
        label = QLabel(labels[name])
        label.setBuddy(row.editor)
        form.addRow(label, row.editor)
        form.addRow(row.reason)
    return form


def show_row(form: QFormLayout, row: DecisionRow, visible: bool) -> None:
    """Show or hide a row with its label; a reason that is empty takes no room."""
    form.setRowVisible(row.editor, visible)
    form.setRowVisible(row.reason, visible and bool(row.reason.text()))
