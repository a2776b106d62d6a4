"""One table of samples under its title, with what can be done with a row of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import icon
from gui.pages.page import label
from gui.results_table import Columns, ResultsTable

NO_ROWS = np.empty(0, np.int64)


class SamplesPart(QWidget):
    """A table under its title and count, with the button that exports it.

    Attributes
    ----------
    chosen, why_wanted, map_wanted
        As in `gui.judging.samples_view`.
    """

    chosen = Signal(int)
    why_wanted = Signal(int)
    map_wanted = Signal(int)

    def __init__(self, title: str, action: str) -> None:
        super().__init__()
        # rows of the table of the run, counted from 0, in the order of the columns
        self._rows: NDArray[np.int64] = NO_ROWS
        self._row = -1
        heading = label(title, "heading")
        heading.setWordWrap(False)
        self._count = label("", "muted")
        self._count.setWordWrap(False)
        # of all that stands there the count can be done without best
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.why = QPushButton(icon("help-circle-outline"), self.tr("Why?"))
        self.why.clicked.connect(lambda _=False: self.why_wanted.emit(self._row))
        self.on_map = QPushButton(icon("map-outline"), self.tr("Map"))
        self.on_map.clicked.connect(lambda _=False: self.map_wanted.emit(self._row))
        self.button = QPushButton(icon("table-arrow-right"), action)
        self._none = label("", "caption")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table = ResultsTable()
        self.table.setAccessibleName(title)
        self.table.selected_row.connect(self._tell)
        self._lay_out(heading)
        self._offer()

    def _lay_out(self, heading: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(heading)
        head.addWidget(self._count, 1)
        for button in (self.why, self.on_map, self.button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)

    def show_columns(self, columns: Columns, count: str, none: str) -> None:
        """Show rows, whose numbers are the first column, with their count, or the sentence why
        there are none.
        """
        numbers = next(iter(columns.values()), NO_ROWS)
        self._rows = numbers - 1
        rows = len(numbers)
        self.table.show_results(columns if rows else {})
        self.table.setVisible(rows > 0)
        self._none.setVisible(rows == 0)
        self._none.setText(none)
        self._count.setText(count if rows else "")
        self._count.setToolTip(self._count.text())
        self.button.setEnabled(rows > 0)
        self.button.setToolTip("" if rows else none)
        self._row = -1
        self._offer()

    def select(self, row: int) -> None:
        """Go to a row where it stands here, without telling of it again; leave any other one."""
        if row == self._row:
            return
        found = np.flatnonzero(self._rows == row)
        if len(found):
            self._row = row
            self.table.select(int(found[0]))
        else:
            self._row = -1
            self.table.selectionModel().clear()
        self._offer()

    def _tell(self, place: int) -> None:
        self._row = int(self._rows[place])
        self._offer()
        self.chosen.emit(self._row)

    def _offer(self) -> None:
        """Offer what can be done with a row, where one is chosen."""
        has_row = self._row >= 0
        for button, does in (
            (self.why, self.tr("What speaks for the class of this row and against it")),
            (self.on_map, self.tr("Show this row on the map")),
        ):
            button.setEnabled(has_row)
            button.setToolTip(does if has_row else self.tr("Choose a row of the table."))
