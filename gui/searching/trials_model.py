"""The trials of a search as a table: how each did, where it is chosen, what it sets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from core.job import Job
from core.numbers import NOTHING, duration
from core.searching.results import Trial
from gui import theme
from gui.judging.figure_texts import figure_text
from gui.searching.setting_words import differing_fields, setting_heads, value_text, values_of
from gui.searching.trials import best_number, folds_chosen_in
from gui.translating import core_message

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NUMBER, SCORE, CHOSEN, SECONDS = range(4)
SORT_ROLE = Role.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TrialsModel(QAbstractTableModel):
    """A row for each trial, by number; the settings that differ have a column each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trials: list[Trial] = []
        self._values: list[dict[str, Any]] = []
        self._fields: list[str] = []
        self._chosen: dict[int, list[int]] = {}
        self.best: int | None = None

    def show_trials(self, trials: Sequence[Trial], job: Job | None) -> None:
        """Show trials of a search for a job; None where there is nothing to show."""
        fields = differing_fields(trials)
        grown = fields == self._fields and len(trials) >= len(self._trials) > 0
        if grown and [t.number for t in trials[: len(self._trials)]] == self._numbers:
            self._append(trials, job)
            return
        self.beginResetModel()
        self._take(trials, job, fields)
        self.endResetModel()

    @property
    def fields(self) -> list[str]:
        """Fields of the settings that have a column, in their order."""
        return self._fields

    def row_of(self, number: int) -> int:
        """Return the row of a trial by its number."""
        return self._numbers.index(number)

    @property
    def _numbers(self) -> list[int]:
        return [trial.number for trial in self._trials]

    def _append(self, trials: Sequence[Trial], job: Job | None) -> None:
        """Add rows at the end, so that what is selected and in sight stays so."""
        before = len(self._trials)
        if len(trials) > before:
            self.beginInsertRows(QModelIndex(), before, len(trials) - 1)
            self._take(trials, job, self._fields)
            self.endInsertRows()
        # a better one takes the mark and the folds from those before it
        self.dataChanged.emit(self.index(0, 0), self.index(before - 1, self.columnCount() - 1))

    def _take(self, trials: Sequence[Trial], job: Job | None, fields: list[str]) -> None:
        self._trials, self._fields = list(trials), fields
        self._values = [] if job is None else [values_of(trial.setting, job) for trial in trials]
        self._chosen, self.best = folds_chosen_in(trials), best_number(trials)

    # --- what Qt asks ------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._trials)

    def columnCount(self, parent: Index | None = None) -> int:
        return SECONDS + 1 + len(self._fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            # the arrow of the sorted column stands at the right
            return LEFT
        if role == Role.DisplayRole:
            return self._head(section)
        return self._head_help(section) if role == Role.ToolTipRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        trial, column = self._trials[index.row()], index.column()
        if role == Role.DisplayRole:
            return self._text(index.row(), column)
        if role == Role.TextAlignmentRole:
            return RIGHT if column in (SCORE, SECONDS) else LEFT
        if role == Role.FontRole and trial.number == self.best:
            return theme.bold(QFont())
        if role == Role.ForegroundRole:
            return self._colour(trial)
        if role == Role.ToolTipRole:
            return self._help(trial)
        return self._key(index.row(), column) if role == SORT_ROLE else None

    # --- words and keys ----------------------------------------------------------------

    def _head(self, column: int) -> str:
        if column > SECONDS:
            return setting_heads()[self._fields[column - SECONDS - 1]]
        return (
            self.tr("Trial"),
            self.tr("Macro-F1"),
            self.tr("Chosen in"),
            self.tr("Time"),
        )[column]

    def _head_help(self, column: int) -> str | None:
        helps = {
            SCORE: self.tr(
                "Mean over the outer folds, by the samples that choose. The best of many is "
                "flattered by it: the verdict is not."
            ),
            CHOSEN: self.tr("Outer folds whose training part prefers this trial to all others."),
        }
        return helps.get(column)

    def _text(self, row: int, column: int) -> str:
        trial = self._trials[row]
        if column > SECONDS:
            field = self._fields[column - SECONDS - 1]
            return value_text(field, self._values[row][field]) if self._values else NOTHING
        if column == NUMBER:
            return self._name(trial)
        if column == SCORE:
            return self.tr("failed") if trial.failed is not None else figure_text(trial.mean)
        if column == CHOSEN:
            return ", ".join(map(str, self._chosen.get(trial.number, ())))
        return duration(trial.seconds)

    def _name(self, trial: Trial) -> str:
        if trial.number == self.best:
            return self.tr("{n}  best").format(n=trial.number)
        if trial.setting is None:
            return self.tr("{n}  as it is").format(n=trial.number)
        return str(trial.number)

    def _colour(self, trial: Trial) -> QColor | None:
        scheme = theme.current()
        if trial.number == self.best:
            return QColor(scheme.success)
        return QColor(scheme.error) if trial.failed is not None else None

    def _help(self, trial: Trial) -> str | None:
        if trial.failed is not None:
            return core_message(trial.failed)
        return self.tr("The job as it is.") if trial.setting is None else None

    def _key(self, row: int, column: int) -> Any:
        """Return what rows are sorted by; a tuple, so that what is missing has a place."""
        trial = self._trials[row]
        if column > SECONDS:
            field = self._fields[column - SECONDS - 1]
            value = self._values[row][field] if self._values else None
            if isinstance(value, float | int):
                return (1, float(value), "")
            return (0, 0.0, self._text(row, column))
        if column == SCORE:
            return (1, -1.0 if trial.mean is None else trial.mean, "")
        if column == CHOSEN:
            return (1, float(len(self._chosen.get(trial.number, ()))), "")
        return (1, float(trial.number if column == NUMBER else trial.seconds), "")
