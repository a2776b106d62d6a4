"""A table over columns of numpy arrays, with rows that are marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui import theme
from gui.columns_model import LEFT, MARKED, Cells, ColumnsModel, Format, Index, Role


class _MarkDelegate(QStyledItemDelegate):
    """Draws marked cells as selected ones: a million of them are no selection Qt could hold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(MARKED):
            painter.fillRect(option.rect, QColor(theme.current().selection))
        super().paint(painter, option, index)


class TableView(QTableView):
    """Shows a `ColumnsModel`; tells which sample the user goes to and goes where it is told.

    Parameters
    ----------
    many
        The user can select several rows, with Shift and Ctrl.
    """

    selected_row = Signal(int)
    # samples of the rows that the user selected, int64
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, many: bool = False) -> None:
        super().__init__(parent)
        self._telling = True
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(theme.tabular(self.font()))
        self.setSortingEnabled(True)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(24)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(LEFT)
        self.columns = ColumnsModel(parent=self)
        self.setModel(self.columns)
        self.selectionModel().currentRowChanged.connect(self._tell)
        if many:
            self.setItemDelegate(_MarkDelegate(self))
            self.selectionModel().selectionChanged.connect(self._tell_picked)

    def show_columns(
        self,
        columns: Mapping[str, Cells],
        formats: Mapping[str, Format] | None = None,
        row_names: Sequence[str] = (),
    ) -> None:
        """Show other columns in their own order; see `ColumnsModel.show_columns`."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._telling = False
        self.columns.show_columns(columns, formats, row_names)
        self._telling = True
        self._fit_columns(self.columns)

    def mark(self, samples: NDArray[np.int64]) -> None:
        """Mark samples without telling of it again, and go to the first of them."""
        self.columns.mark(samples)
        picked = self._picked_samples()
        if np.array_equal(np.sort(picked), np.sort(samples)):
            return
        self._telling = False
        self.clearSelection()
        if len(samples):
            row = self.columns.row(int(samples.min()))
            self.scrollTo(self.columns.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._telling = True

    def select(self, sample: int) -> None:
        """Go to a sample without telling of it again."""
        model = self.columns
        if not 0 <= sample < model.rowCount():
            return
        self._telling = False
        row = model.row(sample)
        self.selectRow(row)
        self.scrollTo(model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._telling = True

    def _tell(self, current: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.selected_row.emit(self.columns.sample(current.row()))

    def _tell_picked(self) -> None:
        if self._telling:
            self.picked.emit(self._picked_samples())

    def _picked_samples(self) -> NDArray[np.int64]:
        rows = [
            np.arange(block.top(), block.bottom() + 1)
            for block in self.selectionModel().selection().toList()
        ]
        return self.columns.samples(np.unique(np.concatenate(rows)) if rows else np.empty(0))

    def _fit_columns(self, model: ColumnsModel) -> None:
        """Make columns as wide as their head and first rows; the rest may be a million."""
        metrics, heads = self.fontMetrics(), QFontMetrics(theme.bold(self.font()))
        for column in range(model.columnCount()):
            head = str(model.headerData(column, Qt.Orientation.Horizontal, Role.DisplayRole))
            texts = [
                str(model.data(model.index(row, column)))
                for row in range(min(20, model.rowCount()))
            ]
            widths = [metrics.horizontalAdvance(text) for text in texts]
            width = max([heads.horizontalAdvance(head), *widths]) + 36
            self.setColumnWidth(column, min(width, 240))
