"""The table of trials, sorted as somebody wants it; why the selected one failed stands below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.job import Job
from core.searching.results import Trial
from gui import theme
from gui.empty_state import EmptyState
from gui.pages.page import label
from gui.row_table import RowTable
from gui.searching.trials_model import NUMBER, SORT_ROLE, Index, TrialsModel
from gui.translating import core_message

# pixels at text size 1
WIDEST = 180


class TrialsTable(QWidget):
    """A row for each trial; `picked` tells the number of the one selected, -1 for none."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trials: list[Trial] = []
        self.model = TrialsModel(self)
        self.sorted = _Sorted(self)
        self.sorted.setSourceModel(self.model)
        self.table = RowTable(self)
        self.table.setSortingEnabled(True)
        self.table.setModel(self.sorted)
        self.table.setAccessibleName(self.tr("Trials"))
        self.table.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.why = label("", "error")
        self.why.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addWidget(self.why)
        self.empty = EmptyState(
            self.tr("The trials will stand here as they end."), self.table.viewport()
        )
        self.show_trials([], None)

    def show_trials(self, trials: Sequence[Trial], job: Job | None) -> None:
        """Show the trials of a search for a job."""
        fields = list(self.model.fields)
        had_none = not self._trials
        self._trials = list(trials)
        self.model.show_trials(trials, job)
        self.empty.setVisible(not trials)
        self.table.horizontalHeader().setVisible(bool(trials))
        if had_none or fields != self.model.fields:
            self._fit_columns()
        self._tell()

    def text_of(self, row: int, column: int) -> str:
        """Return what is written in a cell, as the rows are sorted now."""
        return str(self.sorted.index(row, column).data())

    def _tell(self) -> None:
        current = self.table.currentIndex()
        row = self.sorted.mapToSource(current).row() if current.isValid() else -1
        trial = self._trials[row] if 0 <= row < len(self._trials) else None
        failed = trial.failed if trial is not None else None
        self.why.setText(core_message(failed) if failed is not None else "")
        self.why.setVisible(failed is not None)
        self.picked.emit(trial.number if trial is not None else -1)

    def _fit_columns(self) -> None:
        widest = round(WIDEST * theme.text_scale())
        self.table.resizeColumnsToContents()
        # trials to come have longer numbers, and one of them may be the best
        figure = self.table.fontMetrics().horizontalAdvance("0")
        self.table.setColumnWidth(NUMBER, self.table.columnWidth(NUMBER) + 4 * figure)
        for column in range(self.model.columnCount()):
            if self.table.columnWidth(column) > widest:
                self.table.setColumnWidth(column, widest)


class _Sorted(QSortFilterProxyModel):
    """Sorts by what cells stand for, not by their words."""

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        return bool(one < other)
