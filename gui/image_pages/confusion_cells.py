"""A confusion matrix of which cells can be chosen, with the mouse or the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
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
# names up to so many letters stand over the columns; longer ones are numbered
SHORT_NAME = 4


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
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.currentCellChanged.connect(self._chosen)
        self.cellClicked.connect(self.picked)

    def show_counts(self, classes: Sequence[str], counts: NDArray[np.int64]) -> None:
        """Show the matrix: rows known classes, columns predicted ones; no cell is chosen."""
        self.blockSignals(True)
        super().show_counts(classes, counts)
        if all(len(name) <= SHORT_NAME for name in classes):
            self.setHorizontalHeaderLabels(list(classes))
            self.setVerticalHeaderLabels(list(classes))
        self.setCurrentCell(-1, -1)
        self.setMinimumHeight(0)
        self.setMaximumHeight(self._height(len(classes)))
        self.blockSignals(False)

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
