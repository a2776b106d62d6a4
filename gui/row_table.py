"""Tables of which whole rows are looked at and chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from gui import theme

# pixels of a row with text of the usual size, and those around text that is larger
LEAST_PX, AROUND_PX = 24, 8


def set_up_rows(table: QTableView, height: int) -> None:
    """Let one whole row be chosen at a time; rows have one line, and neither numbers nor a grid.

    Parameters
    ----------
    height
        Of a row, in pixels.
    """
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(height)
    table.horizontalHeader().setHighlightSections(False)


class RowTable(QTableView):
    """Rows that are read, not changed, with figures of equal width.

    Tab and Escape are for the view around it: they lead out of the table.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.tabular(self.font()))
        set_up_rows(self, max(LEAST_PX, self.fontMetrics().height() + AROUND_PX))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
