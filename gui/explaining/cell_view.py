"""Why one row of the table is classified as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.class_colours import ClassColours
from gui.controls import ComboBox
from gui.empty_state import EmptyState
from gui.explaining.cell_tables import ContributionsTable, ProbabilitiesTable
from gui.explaining.row_words import likely, row_sentences
from gui.explaining.window_view import WindowView
from gui.pages.page import label

# pixels: longer names are cut there
WIDEST_CHOICE, NARROW_CHOICE = 220, 130
# pixels at text size 1: the cells of a window beside the classes
WINDOW = 220


class CellView(QWidget):
    """A sentence on the row, the probability of each class, and what speaks for one of them:
    elements and, of a CNN on windows, cells.

    Parameters
    ----------
    narrow
        Whether there is but the width of an inspector: the tables show less of each row, and no
        more than the first rows.
    """

    def __init__(self, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell: Mapping[str, Any] | None = None
        self.words = label("")
        self.classes = ProbabilitiesTable(narrow=narrow)
        self.choice = ComboBox()
        self.choice.setAccessibleName(self.tr("Class that is explained"))
        self.choice.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        widest = NARROW_CHOICE if narrow else WIDEST_CHOICE
        self.choice.setMaximumWidth(round(widest * theme.text_scale()))
        self._speaks = label(self.tr("What speaks for"), "heading")
        self._speaks.setWordWrap(False)
        self.elements = ContributionsTable(narrow=narrow)
        self.window_cells = WindowView()
        self._lay_out(narrow)
        self.empty = EmptyState(
            self.tr("Click a sample on the map or in a table to see why it has its class."), self
        )
        self.choice.currentIndexChanged.connect(lambda _: self._show_elements())
        self.show_cell(None)

    def _lay_out(self, narrow: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._speaks)
        head.addWidget(self.choice)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        first = QVBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.classes)
        first.addStretch(1)
        first.addLayout(head)
        column.addLayout(first if narrow else self._beside(first))
        column.addWidget(self.elements, 1)
        if narrow:
            column.addWidget(self.window_cells)
        column.addStretch()

    def _beside(self, first: QVBoxLayout) -> QHBoxLayout:
        """Return the cells at the side of what comes first: the elements keep their room."""
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(first, 1)
        self.window_cells.setFixedWidth(round(WINDOW * theme.text_scale()))
        row.addWidget(self.window_cells)
        return row

    def show_cell(self, cell: Mapping[str, Any] | None) -> None:
        """Show the "cell" of explanation.json or cell.json, or the sentence that there is none."""
        self._cell = cell
        self.empty.setVisible(cell is None)
        for widget in (self.words, self.classes, self._speaks, self.choice, self.elements):
            widget.setVisible(cell is not None)
        if cell is None:
            self.window_cells.show_window(None, 0)
            return
        self.words.setText(row_sentences(cell))
        colours = ClassColours([each["name"] for each in cell["classes"]])
        self.classes.show_classes(cell["classes"], colours)
        self._offer(cell)
        self._show_elements()

    def _offer(self, cell: Mapping[str, Any]) -> None:
        """Offer the classes, the most probable one chosen."""
        self.choice.blockSignals(True)
        self.choice.clear()
        for each in cell["classes"]:
            self.choice.addItem(each["name"], each["name"])
        self.choice.setCurrentIndex(self.choice.findData(likely(cell)["name"]))
        self.choice.blockSignals(False)

    def _show_elements(self) -> None:
        code = self.choice.currentIndex()
        if self._cell is not None and code >= 0:
            self.elements.show_contributions(self._cell, code)
            self.window_cells.show_window(self._cell.get("window"), code)
