"""The pairs of deposit and sample, and the deposits that label none, as lists to go through."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.numbers import count, three_digits
from gui.empty_state import EmptyState
from gui.labels_info import LabelsInfo, Listed
from gui.pages.page import label
from gui.table_view import TableView
from gui.translating import core_message


class DepositList(QWidget):
    """A list of deposits; tells which item the user goes to.

    Signals
    -------
    chosen
        Place of the item in the list, counted from 0.
    """

    chosen = Signal(int)

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TableView(self)
        self.table.setAccessibleName(name)
        self.table.verticalHeader().hide()
        self.table.selected_row.connect(self.chosen)
        self._empty = EmptyState(nothing, self.table)
        self._cut = label("", "caption")
        self._cut.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.table, 1)
        column.addWidget(self._cut)

    def show_pairs(self, labels: LabelsInfo) -> None:
        """List each deposit with its sample and how far it is."""
        columns = self._columns(labels.pairs)
        columns[self.tr("Sample (row)")] = labels.samples + 1
        unit = f" ({labels.unit})" if labels.unit else ""
        distance = self.tr("Distance") + unit
        columns[distance] = labels.distances
        self._show(columns, distance, len(labels.pairs), labels.all_pairs)

    def show_unmatched(self, labels: LabelsInfo) -> None:
        """List each deposit that labels no sample, with the reason."""
        columns = self._columns(labels.unmatched)
        reasons = [core_message(reason) for reason in labels.reasons]
        columns[self.tr("Why it labels no sample")] = np.array(reasons, dtype=object)
        self.table.horizontalHeader().setStretchLastSection(True)
        self._show(columns, "", len(labels.unmatched), labels.all_unmatched)

    def show_nothing(self) -> None:
        """Say what would fill the list."""
        self._show({}, "", 0, 0)

    def _columns(self, listed: Listed) -> dict[str, NDArray[Any]]:
        columns: dict[str, NDArray[Any]] = {self.tr("Deposit (row)"): listed.rows + 1}
        if any(listed.names):
            columns[self.tr("Name")] = np.array(listed.names, dtype=object)
        columns[self.tr("Class")] = np.array([k or None for k in listed.kinds], dtype=object)
        return columns

    def _show(
        self, columns: dict[str, NDArray[Any]], distance: str, shown: int, there: int
    ) -> None:
        self.table.show_columns(columns, {distance: three_digits})
        self._empty.setVisible(not shown)
        self._cut.setVisible(there > shown)
        self._cut.setText(
            self.tr("The first {shown} of {there} are listed.").format(
                shown=count(shown), there=count(there)
            )
        )
