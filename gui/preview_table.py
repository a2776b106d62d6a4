"""The table that a file becomes: limits as they were written, unread cells marked."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.arrow_columns import TextCells
from gui import theme
from gui.table_info import TableInfo

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# cells that are measured for the width of a column: few, since a table may have thousands
MEASURED_ROWS, MEASURED_COLUMNS = 12, 100
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PreviewModel(QAbstractTableModel):
    """All rows of a table; nothing is copied but the column that was looked at last."""

    def __init__(self) -> None:
        super().__init__()
        self._table: TableInfo | None = None
        self._unread: dict[tuple[int, str], str] = {}
        self._checks: dict[int, str] = {}
        self._columns: dict[int, tuple[NDArray[Any] | TextCells, Any, Any]] = {}

    def show_table(self, table: TableInfo | None) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self._columns = {}
        cells = table.imported.unread if table is not None and table.imported else ()
        self._unread = {(cell.row - 1, cell.column): cell.text for cell in cells}
        checks = table.imported.checks if table is not None and table.imported else ()
        self._checks = {check.row - 1: check.kind for check in checks if check.row}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or self._table is None else self._table.rows

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._table.columns) if self._table is not None else 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if self._table is None or role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1:,}"
        column = self._table.columns[section]
        about = " · ".join(part for part in (column.unit, column.method) if part)
        return f"{column.name}\n{about}"

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._table is None:
            return None
        unread = self._unread.get((index.row(), self._table.columns[index.column()].name))
        if role == Role.DisplayRole:
            return self._text(index.row(), index.column()) if unread is None else unread
        if role == Role.TextAlignmentRole:
            return RIGHT if self._table.columns[index.column()].kind == "number" else LEFT
        if role == Role.ForegroundRole and unread is not None:
            return QColor(theme.current().error)
        if role == Role.BackgroundRole and index.row() in self._checks:
            return _check_ground()
        if role == Role.ToolTipRole and unread is None and index.row() in self._checks:
            return self.check_words()[self._checks[index.row()]]
        if role == Role.ToolTipRole and unread is not None:
            return self.tr("“{text}” cannot be read as a number; it counts as missing.").format(
                text=unread
            )
        return None

    def check_words(self) -> dict[str, str]:
        """Return what the kinds of check samples are called."""
        return {
            "standard": self.tr("Standard"),
            "blank": self.tr("Blank"),
            "duplicate": self.tr("Duplicate"),
        }

    def _text(self, row: int, number: int) -> str:
        values, below, above = self._column(number)
        value = values[row]
        if value is None or (isinstance(value, float) and math.isnan(value)):
            return ""
        if isinstance(value, str):
            return value
        sign = "<" if below is not None and below[row] else ""
        sign = ">" if above is not None and above[row] else sign
        return f"{sign}{value:.10g}"

    def _column(self, number: int) -> tuple[NDArray[Any] | TextCells, Any, Any]:
        if number not in self._columns:
            assert self._table is not None
            column = self._table.columns[number]
            values = self._table.cells(column.name)
            below, above = self._table.censored(column.name), self._table.above(column.name)
            if column.kind == "number":
                values = np.asarray(values, np.float64)
            self._columns[number] = values, below, above
        return self._columns[number]


def _check_ground() -> QColor:
    ground = QColor(theme.current().warning)
    ground.setAlpha(40)
    return ground


class PreviewTable(QTableView):
    """Shows a `PreviewModel`; tells which column is looked at."""

    column_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = PreviewModel()
        self.setModel(self.preview)
        self._table: TableInfo | None = None
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(theme.tabular(self.font()))
        self.verticalHeader().setDefaultSectionSize(24)
        self.horizontalHeader().setDefaultSectionSize(92)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().sectionClicked.connect(self._tell)
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell(now.column()))

    def show_table(self, table: TableInfo | None) -> None:
        """Show another table; the place that was scrolled to is kept."""
        place = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self._table = table
        self.preview.show_table(table)
        self._fit_columns()
        self.verticalScrollBar().setValue(place[0])
        self.horizontalScrollBar().setValue(place[1])

    def _fit_columns(self) -> None:
        """Make columns as wide as their heads and first cells, long texts aside."""
        heads, cells = QFontMetrics(theme.bold(self.font())), self.fontMetrics()
        rows = range(min(self.preview.rowCount(), MEASURED_ROWS))
        for number in range(self.preview.columnCount()):
            head = self.preview.headerData(number, Qt.Orientation.Horizontal, Role.DisplayRole)
            width = max(heads.horizontalAdvance(line) for line in str(head).split("\n"))
            if number < MEASURED_COLUMNS:
                texts = (self.preview.index(row, number).data() for row in rows)
                width = max([width, *(cells.horizontalAdvance(str(text)) for text in texts)])
            self.setColumnWidth(number, min(max(width + 28, 64), 220))

    def go_to(self, row: int, column: str) -> None:
        """Select a cell, by the row of the table from 0."""
        names = [each.name for each in self._table.columns] if self._table is not None else []
        if column in names:
            index = self.preview.index(row, names.index(column))
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _tell(self, number: int) -> None:
        if self._table is not None and 0 <= number < len(self._table.columns):
            self.column_chosen.emit(self._table.columns[number].name)
