"""The rules for values below a detection limit, feature by feature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

from core.job import Preparation
from core.numbers import percent
from gui import theme
from gui.declared import declared_fields
from gui.row_table import set_up_rows

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HEIGHT = 26


@dataclass(frozen=True)
class RuleRow:
    """A feature with values below a limit.

    Attributes
    ----------
    tip
        Its limits and what is taken for them, as far as that is known.
    """

    name: str
    censored: int
    share: float
    tip: str = ""


class RulesModel(QAbstractTableModel):
    """A row for each feature with values below a limit: name, how many, rule."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RuleRow] = ()
        self._rule = ""
        self._own: dict[str, str] = {}
        rules = next(each for each in declared_fields(Preparation, ("censored_of",)))
        self.words = {"": self.tr("as all"), **rules.choices}
        self.short = {
            "limit": self.tr("limit"),
            "half": self.tr("½ limit"),
            "root2": self.tr("limit/√2"),
            "ros": self.tr("ROS"),
            "impute": self.tr("imputation"),
        }
        self._heads = (self.tr("Feature"), self.tr("Below limit"), self.tr("Rule"))

    def show_rows(self, rows: Sequence[RuleRow], rule: str, own: Mapping[str, str]) -> None:
        """Show features with the rule of all of them and those of their own."""
        is_same = [row.name for row in rows] == [row.name for row in self._rows]
        if not is_same:
            self.beginResetModel()
        self._rows, self._rule, self._own = rows, rule, dict(own)
        if not is_same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 2))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 2 else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self._rows[index.row()]
        own = self._own.get(row.name, "")
        if role == Role.DisplayRole:
            said = f"{row.censored:,} · {percent(row.share)}"
            return (row.name, said, self.short[own or self._rule])[index.column()]
        if role == Role.EditRole:
            return own
        if role == Role.ToolTipRole:
            return row.tip
        if role == Role.ForegroundRole and index.column() > 0:
            scheme = theme.current()
            return QColor(scheme.accent if own and index.column() == 2 else scheme.muted)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        name = self._rows[index.row()].name
        if value in self.words and value != self._own.get(name, ""):
            self.chosen.emit(name, value)
            return True
        return False


class _RuleDelegate(QStyledItemDelegate):
    """Edits a rule in a combo box that opens at the first click."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        model = index.model()
        assert isinstance(model, RulesModel)
        for rule, word in model.words.items():
            box.addItem(word, rule)
        box.view().setMinimumWidth(box.sizeHint().width())
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


class RulesTable(QTableView):
    """Shows and changes the rule of every feature; the wheel and the keys work as in a list."""

    chosen = Signal(str, str)
    MOST_SHOWN = 9

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rules = RulesModel()
        self.rules.chosen.connect(self.chosen)
        self.setModel(self.rules)
        self.setItemDelegateForColumn(2, _RuleDelegate(self))
        self.setAccessibleName(self.tr("Rules of single features"))
        set_up_rows(self, HEIGHT)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.clicked.connect(self._open)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_rows(self, rows: Sequence[RuleRow], rule: str, own: Mapping[str, str]) -> None:
        """Show features, as many as fit without scrolling, up to nine."""
        self.rules.show_rows(rows, rule, own)
        shown = min(self.MOST_SHOWN, len(rows))
        frame = 2 * self.frameWidth() + self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(frame + HEIGHT * shown)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == 2:
            self.edit(index)
