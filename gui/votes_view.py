"""What the members vote for, sample by sample, while they learn."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
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
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.numbers import count, percent
from gui import theme
from gui.row_table import LEAST_PX, set_up_rows
from gui.translating import counted

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW, KNOWN, VOTE, RIGHT, AGREEMENT = range(5)
WIDTHS = {ROW: 90, KNOWN: 180, VOTE: 180, RIGHT: 60, AGREEMENT: 110}
FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class VotesModel(QAbstractTableModel):
    """A row for each chosen sample; the rows stay where they are while the votes change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.samples: NDArray[np.int64] = np.empty(0, np.int64)
        self._known: NDArray[np.int64] = np.empty(0, np.int64)
        self._codes: NDArray[np.int64] = np.empty(0, np.int64)
        self._agreement: NDArray[np.float64] = np.empty(0)
        self._names: tuple[str, ...] = ()
        self._heads = (
            self.tr("Row"),
            self.tr("Known class"),
            self.tr("Vote"),
            self.tr("Right"),
            self.tr("Agreement"),
        )

    def show_samples(
        self, samples: NDArray[np.int64], known: NDArray[np.int64], names: tuple[str, ...]
    ) -> None:
        """Choose the samples; `known` has the class code of every row of the table, or -1."""
        self.beginResetModel()
        self.samples, self._known, self._names = samples, known, names
        self.endResetModel()

    def show_votes(self, codes: NDArray[np.int64], agreement: NDArray[np.float64]) -> None:
        """Take class and agreement of every row of the table, shape (P,)."""
        self._codes, self._agreement = codes, agreement
        if self.rowCount():
            last = self.index(self.rowCount() - 1, AGREEMENT)
            self.dataChanged.emit(self.index(0, VOTE), last)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self.samples) if len(self._codes) else 0

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return FIGURES if section in (ROW, AGREEMENT) else WORDS
        return self._heads[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role == Role.TextAlignmentRole:
            return FIGURES if index.column() in (ROW, AGREEMENT) else WORDS
        sample = int(self.samples[index.row()])
        known, code = int(self._known[sample]), int(self._codes[sample])
        if role == Role.DisplayRole:
            return self._text(index.column(), sample, known, code)
        if role == Role.ForegroundRole and index.column() == RIGHT and known != code:
            return QColor(theme.current().error)
        return None

    def _text(self, column: int, sample: int, known: int, code: int) -> str:
        if column == ROW:
            return count(sample + 1)
        if column == KNOWN:
            return self._names[known] if known >= 0 else "–"
        if column == VOTE:
            return self._names[code]
        if column == RIGHT:
            return "" if known < 0 else ("✓" if known == code else "✗")
        return percent(float(self._agreement[sample]))


class VotesView(QWidget):
    """The labelled samples, or all of them, with vote and agreement."""

    selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = VotesModel(self)
        self._names: tuple[str, ...] = ()
        self._known: NDArray[np.int64] = np.empty(0, np.int64)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Votes of the members"))
        set_up_rows(self.table, LEAST_PX)
        self.table.setAlternatingRowColors(True)
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.everything = QCheckBox(self.tr("All rows"), self)
        self.everything.toggled.connect(lambda _: self._choose())
        self.summary = QLabel(self.tr("The members have not voted yet."), self)
        theme.set_role(self.summary, "caption")
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 8, 2)
        head.addWidget(self.summary, 1)
        head.addWidget(self.everything)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(0)
        column_layout.addLayout(head)
        column_layout.addWidget(self.table, 1)

    def show_votes(
        self,
        codes: NDArray[np.int64],
        agreement: NDArray[np.float64],
        known: NDArray[np.int64],
        names: tuple[str, ...],
    ) -> None:
        """Show the votes on every row of the table.

        Parameters
        ----------
        codes, known
            int64, shape (P,). Class that the most members name, and known class or -1.
        agreement
            float64, shape (P,). Share of the members that name the class.
        """
        is_new = names != self._names or not np.array_equal(known, self._known)
        self._known, self._names = known, names
        was_empty = self.model.rowCount() == 0
        self.model.show_votes(codes, agreement)
        if is_new or was_empty:
            self._choose()
        labelled = np.flatnonzero(known >= 0)
        right = int((codes[labelled] == known[labelled]).sum())
        self.summary.setText(
            counted(
                self.tr(
                    "{right} of {labelled} labelled samples right, trained on or held out; the "
                    "members agree to {share} on average over all rows."
                ),
                right=count(right),
                labelled=count(len(labelled)),
                share=percent(float(np.nanmean(agreement))),
            )
        )

    def _choose(self) -> None:
        rows = np.arange(len(self._known))
        shown = rows if self.everything.isChecked() else rows[self._known >= 0]
        self.model.show_samples(shown, self._known, self._names)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.selected.emit(int(self.model.samples[current.row()]))
