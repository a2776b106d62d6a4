"""One row of a form: label, editor, unit, caption and the reason why an entry cannot be used."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.controls import ComboBox, Segments
from gui.declared import Declared

# While somebody is typing `1e-5`, the text is no number for a moment; that is no mistake yet.
PATIENCE_MS = 700
MOST_SEGMENTS = 2
# text size up to which label and number stand side by side
MOST_SCALE_BESIDE = 1.3


class FormRow(QWidget):
    """Edits one declared field. What stands in the editor, if it can be used, is the value."""

    changed = Signal()

    def __init__(self, declared: Declared, value: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = declared
        self._value = self._before = value
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE_MS)
        self._late.timeout.connect(self._check)
        self.label = QLabel(declared.label, self)
        self.label.setWordWrap(True)
        self.error = QLabel(self)
        self.error.setWordWrap(True)
        theme.set_role(self.error, "error")
        self.error.hide()
        self.editor = self._make_editor()
        self._describe()
        self._lay_out()
        self.set_value(value)

    def value(self) -> Any:
        """Return the last value that could be used."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value without a signal, and forget an entry that could not be used."""
        self._value = self._before = value
        editor = self.editor
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, Segments):
            editor.set_value(value)
        elif isinstance(editor, ComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(self.declared.text(value))
        self.show_error("")

    @property
    def reason(self) -> str:
        """Why what stands in the editor cannot be used, "" when it can."""
        return self._reason() or (self.error.text() if not self.error.isHidden() else "")

    @property
    def valid(self) -> bool:
        """Whether what stands in the editor can be used."""
        return not self._reason()

    @property
    def is_typed_in(self) -> bool:
        """Whether the text was typed, and not set, since it was last taken."""
        return isinstance(self.editor, QLineEdit) and self.editor.isModified()

    def show_error(self, reason: str) -> None:
        """Write a sentence under the editor, or none."""
        self._late.stop()
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        if isinstance(self.editor, QLineEdit):
            self.editor.setProperty("invalid", bool(reason))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(reason or self.declared.help)

    def _make_editor(self) -> QWidget:
        field = self.declared
        if field.kind is bool:
            box = QCheckBox(field.label, self)
            box.toggled.connect(self._take)
            return box
        if field.choices and len(field.choices) <= MOST_SEGMENTS:
            segments = Segments(field.choices, field.label, self)
            segments.changed.connect(self._take)
            return segments
        if field.choices:
            combo = ComboBox(self)
            for value, name in field.choices.items():
                combo.addItem(name, value)
            combo.currentIndexChanged.connect(lambda _: self._take(combo.currentData()))
            return combo
        line = QLineEdit(self)
        line.textEdited.connect(self._typed)
        line.editingFinished.connect(self._finished)
        return line

    def _describe(self) -> None:
        editor, field = self.editor, self.declared
        editor.setAccessibleName(f"{field.label} ({field.unit})" if field.unit else field.label)
        editor.setAccessibleDescription(field.help)
        editor.setToolTip(field.help)
        self.label.setToolTip(field.help)
        self.label.setBuddy(editor)

    def _lay_out(self) -> None:
        field = self.declared
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if field.kind is bool:
            self.label.hide()
            column.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignLeft)
        elif isinstance(self.editor, QLineEdit) and field.kind is not str:
            column.addLayout(self._number_line(self.editor))
        else:
            column.addWidget(self.label)
            column.addWidget(self.editor)
        column.addWidget(self.error)
        caption = QLabel(field.caption, self)
        caption.setWordWrap(True)
        caption.setToolTip(field.help)
        theme.set_role(caption, "caption")
        column.addWidget(caption)

    def _number_line(self, editor: QLineEdit) -> QBoxLayout:
        """Return label, number and unit side by side; the numbers of a form stand in a column.

        Large letters have no room for it: the label stands above the number then.
        """
        unit = QLabel(self.declared.unit, self)
        theme.set_role(unit, "muted")
        figure = self.fontMetrics().horizontalAdvance("0")
        editor.setFixedWidth(11 * figure + 18)
        unit.setMinimumWidth(7 * figure)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        if theme.text_scale() > MOST_SCALE_BESIDE:
            row.setDirection(QBoxLayout.Direction.TopToBottom)
        row.addWidget(self.label, 1)
        number = QHBoxLayout()
        number.setSpacing(8)
        number.addWidget(editor)
        number.addWidget(unit)
        row.addLayout(number)
        return row

    def _reason(self) -> str:
        if not isinstance(self.editor, QLineEdit):
            return ""
        try:
            self.declared.read(self.editor.text())
        except ValueError as reason:
            return str(reason)
        return ""

    def _typed(self, text: str) -> None:
        try:
            value = self.declared.read(text)
        except ValueError:
            self._late.start()
            # what was typed so far is no entry of its own: 1 on the way to 1,5x must not stay
            self._take(self._before)
            return
        self.show_error("")
        self._take(value)

    def _check(self) -> None:
        self.show_error(self._reason())

    def _finished(self) -> None:
        self._check()
        if isinstance(self.editor, QLineEdit) and self.valid:
            self.editor.setText(self.declared.text(self._value))
            self._before = self._value

    def _take(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit()
