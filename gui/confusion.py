"""The confusion matrix as a small table: known classes down, predicted ones across."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui import theme

Index = QModelIndex | QPersistentModelIndex


class ConfusionTable(QTableWidget):
    """Counts in cells, shaded by their share of the row; numbers of classes head the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.verticalHeader().setDefaultSectionSize(28)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setMaximumWidth(132)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setProperty("role", "matrix")
        self.setItemDelegate(_Shaded(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(20)

    def show_counts(self, classes: Sequence[str], counts: NDArray[np.int64]) -> None:
        """Show the matrix: rows known classes, columns predicted ones."""
        self.clear()
        number = len(classes)
        self.setRowCount(number)
        self.setColumnCount(number)
        self.setVerticalHeaderLabels([f"{i + 1} {name}" for i, name in enumerate(classes)])
        self.setHorizontalHeaderLabels([str(i + 1) for i in range(number)])
        sums = np.maximum(counts.sum(axis=1), 1)
        for row in range(number):
            for column in range(number):
                count = int(counts[row, column])
                item = QTableWidgetItem(f"{count:,}" if count else "")
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setToolTip(
                    self.tr("{n} of {known} classified as {predicted}").format(
                        n=count, known=classes[row], predicted=classes[column]
                    )
                )
                if count:
                    item.setBackground(_shade(row == column, count / sums[row]))
                self.setItem(row, column, item)
        for column in range(number):
            for head in (self.horizontalHeaderItem(column), self.verticalHeaderItem(column)):
                if head is not None:
                    head.setToolTip(classes[column])
        self.setFixedHeight(min(300, 34 + 28 * number))


class _Shaded(QStyledItemDelegate):
    """Paints the shade itself: a style sheet on items leaves their background out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shade = index.data(Qt.ItemDataRole.BackgroundRole)
        if shade is not None:
            painter.fillRect(option.rect, shade)
        # drawn here, since the margins of a cell would leave two digits no room
        painter.setPen(QColor(theme.current().text))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data() or "")


def _shade(right: bool, part: float) -> QColor:
    scheme = theme.current()
    colour = QColor(scheme.success if right else scheme.error)
    colour.setAlphaF(0.12 + 0.4 * part)
    return colour
