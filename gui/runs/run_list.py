"""The list of runs: how each stands, and which are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, QItemSelectionModel, QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from core.evaluation import held_out_part
from core.numbers import three_digits
from core.run_folder import RunFolder
from gui import theme
from gui.row_table import set_up_rows

STATE, NUMBERS = 1, (2, 3, 4)
ROW_PX = 30
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ADDED = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class RunList(QTableWidget):
    """A row a run, the newest first; one or several can be chosen.

    Parameters
    ----------
    state_of
        Returns how a run stands, as `core.run_folder.RunFolder.state` has it.
    """

    def __init__(self, state_of: Callable[[RunFolder], str]) -> None:
        super().__init__()
        self._state_of = state_of
        self._runs: list[RunFolder] = []
        self.setAccessibleName(self.tr("Runs"))
        set_up_rows(self, ROW_PX)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._build_heads()

    def _build_heads(self) -> None:
        heads = [
            self.tr("Name"),
            self.tr("State"),
            self.tr("Training loss"),
            self.tr("Held out right"),
            self.tr("Epochs"),
            self.tr("Date"),
        ]
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_runs(self, runs: Sequence[RunFolder], wanted: RunFolder | None) -> None:
        """List these runs, keeping the choice as far as they are still there.

        Parameters
        ----------
        wanted
            The one to choose where none was.
        """
        chosen, several = self.chosen or wanted, self.chosen_runs
        self._runs = list(runs)
        self.blockSignals(True)
        self.setRowCount(len(self._runs))
        for row, run in enumerate(self._runs):
            self._fill(row, run)
        # once at the end: sections that fit themselves do so for every single cell
        for column in range(1, self.columnCount()):
            self.resizeColumnToContents(column)
        if chosen in self._runs:
            self.selectRow(self._runs.index(chosen))
        elif self._runs:
            self.selectRow(0)
        self._select_again(several)
        self.blockSignals(False)

    def _fill(self, row: int, run: RunFolder) -> None:
        for column, text in enumerate(self._cells(run)):
            item = QTableWidgetItem(text)
            if column in NUMBERS:
                item.setTextAlignment(_RIGHT)
            if column == STATE:
                item.setForeground(self._state_colour(run))
            self.setItem(row, column, item)

    @property
    def runs(self) -> list[RunFolder]:
        """The runs that are listed."""
        return self._runs

    @property
    def chosen(self) -> RunFolder | None:
        """The selected run, of several the one with the focus."""
        row = self.currentRow()
        return self._runs[row] if 0 <= row < len(self._runs) else None

    @property
    def chosen_runs(self) -> list[RunFolder]:
        """All selected runs, the oldest first."""
        rows = {index.row() for index in self.selectionModel().selectedRows()}
        return [self._runs[row] for row in sorted(rows, reverse=True) if row < len(self._runs)]

    def _select_again(self, runs: list[RunFolder]) -> None:
        """Select several runs as far as they are still there."""
        rows = [row for row, run in enumerate(self._runs) if run in runs]
        if len(rows) > 1:
            for row in rows:
                self.selectionModel().select(self.model().index(row, 0), _ADDED)

    def state_word(self, run: RunFolder) -> str:
        """Return how a run stands, in a word."""
        words = {
            "running": self.tr("in training"),
            "interrupted": self.tr("interrupted"),
            "goal": self.tr("goal met"),
            "epochs": self.tr("epoch limit"),
            "validation": self.tr("best validation"),
            "time": self.tr("time limit"),
            "stopped": self.tr("stopped"),
            "diverged": self.tr("diverged"),
            "failed": self.tr("failed"),
        }
        return words[self._state_of(run)]

    def _cells(self, run: RunFolder) -> tuple[str, ...]:
        about, outcome, evaluation = run.about(), run.outcome(), run.evaluation()
        loss = outcome.training_loss if outcome is not None else None
        held_out = held_out_part(evaluation) if evaluation is not None else {"samples": 0}
        return (
            about["name"],
            self.state_word(run),
            three_digits(loss) if loss is not None else "–",
            f"{held_out['correct']} / {held_out['samples']}" if held_out["samples"] else "–",
            f"{outcome.epoch:,}" if outcome is not None and outcome.epoch else "–",
            _date(about["created"]),
        )

    def _state_colour(self, run: RunFolder) -> QColor:
        scheme = theme.current()
        state = self._state_of(run)
        if state in ("interrupted", "failed", "diverged"):
            return QColor(scheme.error)
        return QColor(scheme.success if state in ("goal", "validation") else scheme.text)


def _date(created: str) -> str:
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return "–"
    seconds = int(moment.timestamp())
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), QLocale.FormatType.ShortFormat)
