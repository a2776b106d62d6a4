"""The head of a file as it stands there, each line coloured by what it holds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from gui import theme
from gui.import_info import ImportInfo
from gui.shaded_delegate import ShadedDelegate

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
# what a person can say of a line
PARTS = ("names", "units", "methods", "first", "last")


class RawModel(QAbstractTableModel):
    """Lines and cells of the head of a file."""

    def __init__(self) -> None:
        super().__init__()
        self._info: ImportInfo | None = None
        self._words = {
            "above": self.tr("Above the samples"),
            "names": self.tr("Names"),
            "units": self.tr("Units"),
            "methods": self.tr("Methods"),
            "samples": self.tr("Samples"),
            "below": self.tr("Below the samples"),
        }

    def show_info(self, info: ImportInfo | None) -> None:
        """Show the head of another file, or the same one decided in another way."""
        self.beginResetModel()
        self._info = info
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or self._info is None else len(self._info.cells)

    def columnCount(self, parent: Index | None = None) -> int:
        return max((len(row) for row in self._info.cells), default=0) if self._info else 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if self._info is None or role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{self._info.lines[section]:,}"
        return f"{section + 1}"

    @property
    def across(self) -> bool:
        """Whether columns of the sheet rather than its lines hold names and samples."""
        return self._info is not None and self._info.across

    def part(self, row: int, column: int = 0) -> str:
        """Return what the line on a row holds, or the column where samples stand across."""
        if self._info is None:
            return ""
        return self._info.part_of_line(column + 1 if self.across else self._info.lines[row])

    def line(self, row: int) -> int:
        """Return the line of the file that stands on a row."""
        return self._info.lines[row] if self._info is not None else 0

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._info is None:
            return None
        cells = self._info.cells[index.row()]
        part = self.part(index.row(), index.column())
        if role == Role.DisplayRole:
            return cells[index.column()] if index.column() < len(cells) else ""
        if role == Role.ToolTipRole:
            return self._words[part]
        if role == Role.BackgroundRole:
            return _ground(part)
        if role == Role.ForegroundRole and part in ("above", "below"):
            return QColor(theme.current().disabled)
        return None


def _ground(part: str) -> QColor | None:
    accent = QColor(theme.current().accent)
    accent.setAlpha({"names": 70, "units": 40, "methods": 22}.get(part, 0))
    return accent if accent.alpha() else None


class RawView(QTableView):
    """Shows a `RawModel`; a click with the right button says what a line holds."""

    line_chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.raw = RawModel()
        self.setModel(self.raw)
        self.setItemDelegate(ShadedDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(theme.tabular(self.font()))
        self.verticalHeader().setDefaultSectionSize(24)
        self.horizontalHeader().setDefaultSectionSize(84)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def show_info(self, info: ImportInfo | None) -> None:
        """Show another head; the place that was scrolled to is kept."""
        place = self.verticalScrollBar().value()
        self.raw.show_info(info)
        self.verticalScrollBar().setValue(place)

    def go_to_line(self, line: int) -> bool:
        """Select a line, a column where samples stand across; False when it is not in the head."""
        if self.raw.across and 0 < line <= self.raw.columnCount():
            self.scrollTo(self.raw.index(0, line - 1))
            self.setCurrentIndex(self.raw.index(0, line - 1))
            return True
        for row in range(self.raw.rowCount()):
            if self.raw.line(row) == line:
                self.selectRow(row)
                return True
        return False

    def menu_of(self, line: int) -> QMenu:
        """Return the choices for a line."""
        menu = QMenu(self)
        words = {
            "names": self.tr("Line {line} holds names"),
            "units": self.tr("Line {line} holds units"),
            "methods": self.tr("Line {line} holds methods"),
            "first": self.tr("The samples begin in line {line}"),
            "last": self.tr("The samples end in line {line}"),
        }
        if self.raw.across:
            words = {
                "names": self.tr("Column {line} holds names"),
                "units": self.tr("Column {line} holds units"),
                "methods": self.tr("Column {line} holds methods"),
                "first": self.tr("The samples begin in column {line}"),
                "last": self.tr("The samples end in column {line}"),
            }
        for part in PARTS:
            action = menu.addAction(words[part].format(line=f"{line:,}"))
            action.triggered.connect(lambda _=False, part=part: self.line_chosen.emit(line, part))
        return menu

    def _offer(self, place: QPoint) -> None:
        row, column = self.rowAt(place.y()), self.columnAt(place.x())
        if row >= 0 and (column >= 0 or not self.raw.across):
            line = column + 1 if self.raw.across else self.raw.line(row)
            self.menu_of(line).popup(self.viewport().mapToGlobal(place))
