"""About this cell: every value and probability of the sample that was clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui import theme

ROW_PX = 22
MOST_ROWS = 14
Fact = tuple[str, str]


class FactsTable(QTableWidget):
    """Names and values in two columns, as high as it needs to be; what is longer scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setAccessibleName(self.tr("About this cell"))
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFont(theme.tabular(self.font()))
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self.setRowCount(len(facts))
        muted = QColor(theme.current().muted)
        for row, (name, value) in enumerate(facts):
            head, cell = QTableWidgetItem(name), QTableWidgetItem(value)
            head.setForeground(muted)
            head.setToolTip(name)
            cell.setToolTip(value)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, 0, head)
            self.setItem(row, 1, cell)
        self.setFixedHeight(ROW_PX * min(len(facts), MOST_ROWS) + 4)

    def text_of(self, name: str) -> str:
        """Return the value beside a name, "" when the name is not there."""
        for row in range(self.rowCount()):
            head, cell = self.item(row, 0), self.item(row, 1)
            if head is not None and cell is not None and head.text() == name:
                return cell.text()
        return ""
