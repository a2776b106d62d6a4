"""The steps of a perceptron as rows, in the order they were made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from core.networks.perceptron import Step
from gui import theme
from gui.empty_state import EmptyState
from gui.row_table import LEAST_PX, set_up_rows
from gui.shaded_delegate import ShadedDelegate

MOST_ROWS = 2000
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class StepsModel(QAbstractTableModel):
    """Keeps the last steps; the first column is the epoch."""

    def __init__(self, epoch_word: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._epoch_word = epoch_word
        self._heads: list[str] = []
        self.steps: list[Step] = []
        self.clear(2)

    def clear(self, inputs: int) -> None:
        """Forget all steps and make columns for so many inputs."""
        self.beginResetModel()
        names = ["₁", "₂"][:inputs]
        self._heads = [
            *(self._epoch_word, *(f"x{n}" for n in names), "t", "o", "t − o"),
            *(*(f"w{n}" for n in names), "b"),
        ]
        self.steps = []
        self.endResetModel()

    def append(self, step: Step) -> None:
        """Add a step below the others; the oldest ones go when there are very many."""
        if len(self.steps) >= MOST_ROWS:
            gone = MOST_ROWS // 4
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            del self.steps[:gone]
            self.endRemoveRows()
        self.beginInsertRows(QModelIndex(), len(self.steps), len(self.steps))
        self.steps.append(step)
        self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._heads[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        step = self.steps[index.row()]
        if role == Role.DisplayRole:
            return _cells(step)[index.column()]
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Role.BackgroundRole and step.error:
            colour = QColor(theme.current().error)
            colour.setAlpha(30)
            return colour
        if role == Role.ForegroundRole and index.column() == 0 and step.sample:
            return QColor(theme.current().disabled)
        return None


class StepsTable(QTableView):
    """Follows the newest step; going to an earlier one tells of it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._telling = True
        self.setAccessibleName(self.tr("Steps of learning"))
        set_up_rows(self, LEAST_PX)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("role", "matrix")
        self.setFont(theme.tabular(self.font()))
        self.setItemDelegate(ShadedDelegate(self))
        self.horizontalHeader().setMinimumSectionSize(28)
        self.steps = StepsModel(self.tr("Epoch"), self)
        self.setModel(self.steps)
        self.empty = EmptyState(self.tr("Every sample presented becomes a row here."), self)
        self.clear(2)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def clear(self, inputs: int) -> None:
        """Forget all steps and make columns for so many inputs."""
        self.steps.clear(inputs)
        self.empty.show()
        heads = self.horizontalHeader()
        for column in range(self.steps.columnCount()):
            # inputs and outputs are one figure each: the room is for the weights
            is_weight = column > inputs + 3
            mode = QHeaderView.ResizeMode.Stretch if is_weight else QHeaderView.ResizeMode.Fixed
            heads.setSectionResizeMode(column, mode)
            word = str(self.steps.headerData(column, Qt.Orientation.Horizontal, Role.DisplayRole))
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(word) + 20)

    def append(self, step: Step) -> None:
        """Add a step and go to it without telling."""
        self.empty.hide()
        self._telling = False
        self.steps.append(step)
        self.selectRow(self.steps.rowCount() - 1)
        self.scrollToBottom()
        self._telling = True

    def _tell(self, current: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.chosen.emit(self.steps.steps[current.row()])


def plain(value: float) -> str:
    """Write a weight as it is, up to four decimals: ``−0.25``, ``3``."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def _cells(step: Step) -> Sequence[str]:
    return [
        f"{step.epoch:,}",
        *map(str, step.inputs),
        str(step.target),
        str(step.output),
        plain(step.error),
        *(plain(float(weight)) for weight in step.weights),
    ]
