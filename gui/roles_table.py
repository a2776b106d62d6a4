"""The table of column roles: what each column is for, changed by a click."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui import theme
from gui.row_table import set_up_rows
from gui.table_info import ColumnInfo
from gui.translating import core_message

ROLES = ("x", "y", "target", "feature", "group", "ignore")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW_PX = 26


class RolesModel(QAbstractTableModel):
    """A row for each column of the table: name, role, and how much of it is not known."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[ColumnInfo, ...] = ()
        self._roles: dict[str, str] = {}
        self.words = {
            "x": self.tr("Coordinate X"),
            "y": self.tr("Coordinate Y"),
            "target": self.tr("Target"),
            "feature": self.tr("Feature"),
            "group": self.tr("Group"),
            "ignore": self.tr("Ignore"),
        }
        self._heads = (
            self.tr("Column"),
            self.tr("Role"),
            self.tr("Missing"),
            self.tr("< limit"),
        )

    def show_columns(self, columns: tuple[ColumnInfo, ...], roles: dict[str, str]) -> None:
        """Show other columns, or the same with other roles."""
        if columns is self._columns:
            self._roles = dict(roles)
            last = self.index(max(0, len(columns) - 1), len(self._heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._columns, self._roles = columns, dict(roles)
        self.endResetModel()

    def role_of(self, row: int) -> str:
        return self._roles.get(self._columns[row].name, "ignore")

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 1 else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        column = self._columns[index.row()]
        its_role = self.role_of(index.row())
        if role == Role.DisplayRole:
            return (
                column.name,
                # the head of the map's axes; the whole words would leave the names no room
                {"x": "X", "y": "Y"}.get(its_role) or self.words[its_role],
                _some(column.missing),
                _some(column.censored),
            )[index.column()]
        if role == Role.EditRole:
            return its_role
        if role == Role.ToolTipRole:
            return f"{column.name}\n{core_message(column.reason)}\n{self._content(column)}"
        if role == Role.TextAlignmentRole and index.column() >= 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._colour(index.column(), its_role) if role == Role.ForegroundRole else None

    def _colour(self, column: int, its_role: str) -> QColor | None:
        scheme = theme.current()
        if column >= 2 or its_role == "ignore":
            return QColor(scheme.muted)
        return QColor(scheme.accent) if column == 1 and its_role != "feature" else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if value in ROLES and value != self.role_of(index.row()):
            self.chosen.emit(self._columns[index.row()].name, value)
            return True
        return False

    def _content(self, column: ColumnInfo) -> str:
        parts = [self.tr("number") if column.kind == "number" else self.tr("text")]
        if column.missing:
            parts.append(self.tr("{n} missing").format(n=f"{column.missing:,}"))
        if column.censored:
            parts.append(self.tr("{n} < limit").format(n=f"{column.censored:,}"))
        if self.role_of_name(column.name) in ("target", "group"):
            parts.append(self.tr("{n} different").format(n=f"{column.distinct:,}"))
        return ", ".join(parts)

    def role_of_name(self, name: str) -> str:
        return self._roles.get(name, "ignore")


class _RoleDelegate(QStyledItemDelegate):
    """Edits a role in a combo box that opens at the first click."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        model = index.model()
        assert isinstance(model, RolesModel)
        for role in ROLES:
            box.addItem(model.words[role], role)
        box.activated.connect(lambda _: self._done(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Role.EditRole)))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData())

    def _done(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class RolesTable(QTableView):
    """Shows and changes the role of every column."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles = RolesModel()
        self.roles.chosen.connect(self.chosen)
        self.setModel(self.roles)
        self.setItemDelegateForColumn(1, _RoleDelegate(self))
        self.setAccessibleName(self.tr("Roles of the columns"))
        set_up_rows(self, ROW_PX)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.clicked.connect(self._open)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("0" * 8))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == 1:
            self.edit(index)


def _some(number: int) -> str:
    return f"{number:,}" if number else ""
