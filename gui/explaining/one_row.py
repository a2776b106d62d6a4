"""One row of a run that a person names by its number, or by the name of the sample."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.run_folder import RunFolder
from gui import theme
from gui.controls import ComboBox
from gui.explaining.row_why import RowWhy
from gui.icons import icon
from gui.pages.page import label
from gui.results_table import Names
from gui.services import Services

# pixels at text size 1
ENTRY_PX = 180


class OneRow(QWidget):
    """Takes a row number or a name, and explains that row.

    Attributes
    ----------
    chosen
        Tells the row that was typed, counted from 0.
    """

    chosen = Signal(int)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: RunFolder | None = None
        self._rows, self._row = 0, 0
        self._names: Names | None = None
        self.by = ComboBox()
        self.by.setAccessibleName(self.tr("What the row is named by"))
        self.entry = QLineEdit()
        self.entry.setAccessibleName(self.tr("Row"))
        self.entry.setMaximumWidth(round(ENTRY_PX * theme.text_scale()))
        self.entry.returnPressed.connect(self._take)
        self.button = QPushButton(icon("play"), self.tr("Explain this row"))
        self.button.clicked.connect(lambda _=False: self._take())
        self.said = label("", "caption")
        self.why = RowWhy(services)
        self._lay_out()
        self.show_run(None, 0, None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.by, self.entry, self.button):
            head.addWidget(widget)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.why, 1)

    def show_run(self, run: RunFolder | None, rows: int, names: Names | None) -> None:
        """Take a run with so many rows, and the column that names them; no row of it is shown."""
        self._run, self._rows, self._names = run, rows, names
        self.by.clear()
        self.by.addItem(self.tr("Row"), "row")
        if names is not None:
            self.by.addItem(names[0], "name")
        for widget in (self.by, self.entry, self.button):
            widget.setEnabled(run is not None)
        self.show_row(-1)

    def show_row(self, row: int) -> None:
        """Explain a row, counted from 0; none below that."""
        self._row = row
        self.said.hide()
        self.entry.setText("" if row < 0 else self._text_of(row))
        self.why.show_row(self._run if row >= 0 else None, row + 1)

    def _text_of(self, row: int) -> str:
        if self._names is not None and self.by.currentData() == "name":
            return str(self._names[1][row])
        return f"{row + 1}"

    def _take(self) -> None:
        typed = self.entry.text().strip()
        row = self._named(typed) if self.by.currentData() == "name" else self._numbered(typed)
        if row < 0:
            self.said.setText(self._refusal(typed))
            self.said.show()
            return
        self.show_row(row)
        self.chosen.emit(row)

    def _numbered(self, typed: str) -> int:
        number = typed.replace(",", "")
        is_row = number.isdecimal() and 1 <= int(number) <= self._rows
        return int(number) - 1 if is_row else -1

    def _named(self, typed: str) -> int:
        """Return the first row of a name, however its letters are written; -1 for none."""
        assert self._names is not None
        texts = np.array([str(each).casefold() for each in self._names[1]])
        found = np.flatnonzero(texts == typed.casefold())
        return int(found[0]) if len(found) else -1

    def _refusal(self, typed: str) -> str:
        if self._names is not None and self.by.currentData() == "name":
            return self.tr("No row has “{typed}” in the column {column}.").format(
                typed=typed, column=self._names[0]
            )
        return self.tr("Type the number of a row, 1 to {rows}.").format(rows=f"{self._rows:,}")
