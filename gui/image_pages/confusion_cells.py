"""A confusion matrix of which cells can be chosen, with the mouse or the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import theme
from gui.confusion import ConfusionTable

ROW_PX = 26
# a column so wide shows enough of a name to tell it from another
LEGIBLE_PX = 64
HEAD_MARGIN = 16


class ConfusionCells(ConfusionTable):
    """Known classes down, predicted ones across; says which cell was chosen."""

    # codes of the known and of the predicted class
    picked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Outlined(self.itemDelegate(), self))
        self.verticalHeader().setDefaultSectionSize(round(ROW_PX * theme.text_scale()))
        # names often differ at their end alone
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._names: tuple[str, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.currentCellChanged.connect(self._chosen)
        self.cellClicked.connect(self.picked)

    def show_counts(self, classes: Sequence[str], counts: NDArray[np.int64]) -> None:
        """Show the matrix: rows known classes, columns predicted ones; no cell is chosen."""
        self.blockSignals(True)
        super().show_counts(classes, counts)
        self._names = tuple(classes)
        self._name_classes()
        self.setCurrentCell(-1, -1)
        self.setMinimumHeight(0)
        self.setMaximumHeight(self._height(len(classes)))
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_classes()

    def _name_classes(self) -> None:
        """Head the columns by names where these can be told apart, else by numbers."""
        named = self._has_room_for_names()
        mode = Qt.TextElideMode
        self.horizontalHeader().setTextElideMode(mode.ElideMiddle if named else mode.ElideNone)
        for code, name in enumerate(self._names):
            across, down = self.horizontalHeaderItem(code), self.verticalHeaderItem(code)
            if across is not None and down is not None:
                across.setText(name if named else str(code + 1))
                down.setText(name if named else f"{code + 1} {name}")

    def _has_room_for_names(self) -> bool:
        if not self._names:
            return False
        metrics, down = self.horizontalHeader().fontMetrics(), self.verticalHeader()
        longest = max(metrics.horizontalAdvance(name) for name in self._names)
        # reckoned: what the row heads really take depends on the answer
        beside = self.width() - min(longest + HEAD_MARGIN, down.maximumWidth())
        room = beside // len(self._names) - HEAD_MARGIN
        if longest <= room:
            return True
        middle = Qt.TextElideMode.ElideMiddle
        told = {metrics.elidedText(name, middle, room) for name in self._names}
        return room >= LEGIBLE_PX * theme.text_scale() and len(told) == len(self._names)

    def choose(self, known: int, predicted: int) -> None:
        """Mark a cell without a signal; -1 and -1 mark none."""
        self.blockSignals(True)
        if known < 0:
            self.clearSelection()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.setCurrentCell(known, predicted, flags)
        self.blockSignals(False)
        self.viewport().update()

    def _chosen(self, known: int, predicted: int, *_: int) -> None:
        if known >= 0 and predicted >= 0:
            self.picked.emit(known, predicted)

    def _height(self, classes: int) -> int:
        return (
            self.horizontalHeader().sizeHint().height()
            + 2
            + classes * (self.verticalHeader().defaultSectionSize())
        )


class _Outlined(QStyledItemDelegate):
    """Paints a cell as the table does, and a frame around the chosen one."""

    def __init__(self, shaded: QAbstractItemDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._shaded = shaded

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self._shaded.paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
