"""Precision, recall, F1 and number of images of each class, worst in sight at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui import theme
from gui.image_pages.confusion_cells import ROW_PX
from gui.row_table import set_up_rows
from gui.shares import share_text

# the names take what the figures leave, and no less than this
LEAST_PX = 60
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassScoresTable(QTableWidget):
    """A row a class; choosing one asks for its images."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heads = {
            self.tr("Class"): self.tr("The known class"),
            self.tr("Precision"): self.tr("Share of the images given this class that have it"),
            self.tr("Recall"): self.tr("Share of the images of this class that were given it"),
            self.tr("F1"): self.tr("Harmonic mean of precision and recall"),
            self.tr("Images"): self.tr("Images of this class in the part on show"),
        }
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        for column, help_text in enumerate(heads.values()):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(help_text)
                head.setTextAlignment(RIGHT if column else LEFT)
        self.setAccessibleName(self.tr("Figures of each class"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_up_rows(self, round(ROW_PX * theme.text_scale()))
        self.setTabKeyNavigation(False)
        # names often differ at their end alone
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(round(LEAST_PX * theme.text_scale()))
        self.horizontalScrollBar().rangeChanged.connect(lambda *_: self._limit_height())
        self.currentCellChanged.connect(self._chosen)
        self.cellClicked.connect(lambda row, _: self.picked.emit(row))

    def show_scores(self, classes: Sequence[str], scores: Sequence[dict[str, Any]]) -> None:
        """Show what `core.cnn.scores.class_scores` found."""
        self.blockSignals(True)
        self.setRowCount(len(classes))
        # as many places everywhere, so that the figures can be compared
        most = max((found["support"] for found in scores), default=0)
        for row, (name, found) in enumerate(zip(classes, scores, strict=True)):
            texts = [share_text(found[key], most) for key in ("precision", "recall", "f1")]
            for column, text in enumerate((name, *texts, f"{found['support']:,}")):
                item = QTableWidgetItem(text)
                item.setToolTip("" if column else name)
                if column:
                    item.setTextAlignment(RIGHT)
                self.setItem(row, column, item)
        self.setCurrentCell(-1, -1)
        self._limit_height()
        self.blockSignals(False)

    def _limit_height(self) -> None:
        """Need no more height than the rows have, with a bar below where they are cut."""
        height = self.verticalHeader().defaultSectionSize() * self.rowCount()
        height += self.horizontalHeader().sizeHint().height() + 2
        bar = self.horizontalScrollBar()
        self.setMaximumHeight(height + (bar.sizeHint().height() if bar.maximum() else 0))

    def choose(self, code: int) -> None:
        """Mark a class without a signal; -1 marks none."""
        self.blockSignals(True)
        if code < 0:
            self.clearSelection()
        else:
            flag = QItemSelectionModel.SelectionFlag
            self.setCurrentCell(code, 0, flag.ClearAndSelect | flag.Rows)
        self.blockSignals(False)

    def _chosen(self, row: int, *_: int) -> None:
        if row >= 0:
            self.picked.emit(row)
