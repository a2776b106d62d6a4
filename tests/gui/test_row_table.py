"""Rows are chosen whole, and the keyboard finds its way out of the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.row_table import RowTable


class Around(QWidget):
    """A view with a table, which keeps the keys that the table leaves to it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []
        self.table = RowTable(self)
        self.table.setModel(QStandardItemModel(3, 2, self))
        QVBoxLayout(self).addWidget(self.table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


def test_a_key_moves_by_rows_or_leads_out(qtbot: QtBot) -> None:
    view = Around()
    qtbot.addWidget(view)
    table = view.table
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert [cell.row() for cell in table.selectedIndexes()] == [1, 1]
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert view.keys == [Qt.Key.Key_Escape]
    # Tab would go from cell to cell and never leave
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentIndex().column() == 0
