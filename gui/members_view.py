"""The members of a run side by side: who is best, who has ended, and one to look at closely."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.numbers import count
from gui import theme
from gui.member_history import MemberHistory
from gui.members_model import (
    BAR_ROLE,
    EPOCH,
    MEMBER,
    PART_OF,
    STATE,
    TRAINING,
    VALIDATION,
    MembersModel,
    Standing,
    standing_of,
)
from gui.row_table import RowTable
from gui.translating import counted

# in widths of a figure
WIDTHS = {MEMBER: 12, TRAINING: 17, VALIDATION: 17, EPOCH: 10, STATE: 14}
NOBODY = -1
BAR_PX = 3


class MembersView(QWidget):
    """Lists members by loss, counted from 1; picking one tells its number, counted from 0."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MembersModel(self)
        self.table = self._make_table()
        self._summary = QLabel("", self)
        theme.set_role(self._summary, "caption")
        self._none = QPushButton(self.tr("Highlight none"), self)
        self._none.setToolTip(self.tr("Show all members alike (Esc)."))
        theme.set_role(self._none, "quiet")
        self._none.clicked.connect(self.unpick)
        self._lay_out()
        self._show_picked()

    def _make_table(self) -> RowTable:
        table = RowTable(self)
        table.setModel(self.model)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setStretchLastSection(True)
        figure = table.fontMetrics().horizontalAdvance("0")
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, width * figure)
        for column in PART_OF:
            table.setItemDelegateForColumn(column, _BarDelegate(PART_OF[column], table))
        table.setAccessibleName(self.tr("Members, the best one first"))
        table.selectionModel().currentRowChanged.connect(self._tell)
        return table

    @property
    def member(self) -> int:
        """The member picked, -1 for none."""
        current = self.table.currentIndex()
        return self.model.member(current.row()) if current.isValid() else NOBODY

    @property
    def summary(self) -> str:
        """The sentence over the list."""
        return self._summary.text()

    def show_history(
        self, history: MemberHistory, goal: float, *, live: bool, together: int
    ) -> None:
        """Show how the members stand; see `standing_of`."""
        standing = standing_of(history, goal, live=live, together=together)
        self.model.show_standing(standing)
        self.table.setColumnHidden(VALIDATION, not standing.has_validation)
        self._summary.setText(self._counted(standing))
        self._show_picked()

    def unpick(self) -> None:
        """Highlight no member."""
        self.table.setCurrentIndex(QModelIndex())
        self.table.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.unpick()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 0, 2)
        head.addWidget(self._summary, 1)
        head.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def _tell(self, current: QModelIndex) -> None:
        self._show_picked()
        self.picked.emit(self.model.member(current.row()) if current.isValid() else NOBODY)

    def _show_picked(self) -> None:
        self._none.setEnabled(self.member != NOBODY)

    def _counted(self, standing: Standing) -> str:
        states = np.array(standing.states)
        parts = [counted(self.tr("{n} members"), n=count(len(states)))]
        for state, text in (
            ("goal", self.tr("{n} met the goal")),
            ("learning", self.tr("{n} learning")),
            ("ended", self.tr("{n} ended")),
        ):
            number = int(np.sum(states == state))
            if number:
                parts.append(text.format(n=count(number)))
        return "  ·  ".join(parts)


class _BarDelegate(QStyledItemDelegate):
    """A number over a tiny bar: how far from the lowest to the highest loss, by decades."""

    def __init__(self, part: str, parent: QWidget) -> None:
        super().__init__(parent)
        scheme = theme.current()
        self._colour = QColor(scheme.training if part == "training" else scheme.validation)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        share = index.data(BAR_ROLE)
        if share is None:
            return
        cell: QRect = option.rect.adjusted(8, 0, -8, 0)
        width = max(1, round(share * cell.width()))
        painter.fillRect(cell.right() - width + 1, cell.bottom() - BAR_PX, width, 2, self._colour)
