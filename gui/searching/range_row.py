"""One row of the form of a search: the least and the greatest value that are tried."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.numbers import NumberError, in_field, parse_number, parse_whole
from core.searching.settings import LIMITS, Search
from gui import theme
from gui.searching.field_words import field_help, field_label, field_unit

Ends = tuple[float, float]


class RangeRow(QWidget):
    """Two numbers side by side; the same twice fixes what would be varied.

    Parameters
    ----------
    name
        Of a field of `core.searching.settings.Search` that is a range.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._is_whole = Search.model_fields[name].annotation == tuple[int, int]
        self.low, self.high = self._line(self.tr("least")), self._line(self.tr("greatest"))
        self.error = QLabel("", self, wordWrap=True)
        theme.set_role(self.error, "error")
        self.error.hide()
        self._lay_out()

    def value(self) -> Ends | None:
        """Return both ends, None where they cannot be used."""
        try:
            read = parse_whole if self._is_whole else parse_number
            low, high = read(self.low.text()), read(self.high.text())
        except NumberError:
            return None
        least, most = LIMITS[self.name]
        return (low, high) if least <= low <= high <= most else None

    def set_value(self, ends: Ends) -> None:
        """Show a range without a signal."""
        for line, end in zip((self.low, self.high), ends, strict=True):
            line.setText(in_field(end))
        self._show_error("")

    def words(self) -> str:
        """Return label and range in a few words: ``Units 4–64``; "" where they cannot be used."""
        ends = self.value()
        if ends is None:
            return ""
        low, high = (in_field(end) for end in ends)
        return f"{field_label(self.name)} {low if low == high else f'{low}–{high}'}"

    def _line(self, which: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(f"{field_label(self.name)}: {which}")
        line.setAccessibleDescription(field_help(self.name))
        line.setToolTip(field_help(self.name))
        line.setFixedWidth(7 * self.fontMetrics().horizontalAdvance("0") + 18)
        line.textEdited.connect(lambda _: self._edited())
        line.editingFinished.connect(self._check)
        return line

    def _lay_out(self) -> None:
        label = QLabel(field_label(self.name), self, wordWrap=True)
        label.setToolTip(field_help(self.name))
        label.setBuddy(self.low)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label, 1)
        for widget in (self.low, QLabel("–", self), self.high):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.error)
        caption = QLabel(field_help(self.name), self, wordWrap=True)
        theme.set_role(caption, "caption")
        column.addWidget(caption)

    def _edited(self) -> None:
        if self.value() is not None:
            self._show_error("")
        self.changed.emit()

    def _check(self) -> None:
        self._show_error("" if self.value() is not None else self._reason())

    def _reason(self) -> str:
        least, most = (in_field(end) for end in LIMITS[self.name])
        unit = field_unit(self.name)
        return self.tr("Write the smaller number first, both from {least} to {most}.").format(
            least=least, most=f"{most} {unit}".rstrip()
        )

    def _show_error(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        for line in (self.low, self.high):
            line.setProperty("invalid", bool(reason))
            line.style().unpolish(line)
            line.style().polish(line)
