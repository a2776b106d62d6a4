"""Prepare: which features, and what happens to them before the network sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from core.job import Preparation
from core.numbers import three_digits
from gui.forms import SectionForm
from gui.histogram import HistogramView
from gui.pages.page import Page, label
from gui.table_info import TableInfo
from gui.table_view import TableView

if TYPE_CHECKING:
    from gui.furniture import Furniture


class PreparePage(Page):
    """Statistics of every feature, and its histogram before and after the preparation."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Prepare"))
        self._split = self.splitter("prepare", Qt.Orientation.Vertical)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.before = HistogramView(self.tr("As measured"))
        self.after = HistogramView(self.tr("As the network sees it"))
        row.addWidget(self.before)
        row.addWidget(self.after)
        self.statistics = TableView()
        self.statistics.setAccessibleName(self.tr("Statistics of the features"))
        self._split.addWidget(pair)
        self._split.addWidget(self.statistics)
        self._split.setSizes([320, 320])
        self.restore_splitters()
        self.column.addWidget(self._split, 1)
        self._build_inspector()
        self._shown = 0
        self.statistics.selected_row.connect(self._show_feature)
        self.listen(self.session.roles_changed, self._show_features)
        self.listen(self.session.settings_changed, self._show_settings)
        self._show_features()

    def _build_inspector(self) -> None:
        self.form = SectionForm(Preparation)
        self.form.changed.connect(self.session.set_preparation)
        self.side.addWidget(label(self.tr("Preparation"), "heading"))
        self.side.addWidget(self.form)
        self.side.addWidget(label(self.tr("Features"), "heading"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Features"))
        self.list.setMinimumHeight(160)
        self.list.itemChanged.connect(lambda _: self._take_checks())
        self.side.addWidget(self.list, 1)
        row = QHBoxLayout()
        for text, state in (
            (self.tr("All"), Qt.CheckState.Checked),
            (self.tr("None"), Qt.CheckState.Unchecked),
        ):
            button = QPushButton(text)
            button.setProperty("role", "quiet")
            button.clicked.connect(lambda _=False, state=state: self._check_all(state))
            row.addWidget(button)
        row.addStretch(1)
        self.side.addLayout(row)

    # --- features ----------------------------------------------------------------------

    def _show_features(self) -> None:
        table = self.session.table
        if table is None:
            return
        roles = self.session.roles
        offered = [
            column.name
            for column in table.columns
            if column.kind == "number" and roles[column.name] in ("feature", "ignore")
        ]
        self.list.blockSignals(True)
        self.list.clear()
        for name in offered:
            item = QListWidgetItem(name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            is_feature = roles[name] == "feature"
            item.setCheckState(Qt.CheckState.Checked if is_feature else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._show_statistics()
        self._show_settings()

    def _check_all(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self._take_checks()

    def _take_checks(self) -> None:
        checked = {
            self.list.item(row).text()
            for row in range(self.list.count())
            if self.list.item(row).checkState() == Qt.CheckState.Checked
        }
        self.session.set_features(checked)

    def _show_statistics(self) -> None:
        table = self.session.table
        if table is None:
            return
        rows = []
        names = self.session.features
        for name in names:
            column = table.column(name)
            values = numbers_of(table, name)
            quartiles = np.percentile(values, [0, 50, 100]) if len(values) else np.full(3, np.nan)
            rows.append(
                (
                    column.missing if column is not None else 0,
                    column.censored if column is not None else 0,
                    *quartiles,
                    values.mean() if len(values) else np.nan,
                    values.std() if len(values) else np.nan,
                )
            )
        numbers = np.array(rows, dtype=float).reshape(-1, 7)
        columns: dict[str, NDArray[Any]] = {
            self.tr("Feature"): np.array(names, dtype=object),
            self.tr("Missing"): numbers[:, 0].astype(np.int64),
            self.tr("Below limit"): numbers[:, 1].astype(np.int64),
            self.tr("Minimum"): numbers[:, 2],
            self.tr("Median"): numbers[:, 3],
            self.tr("Maximum"): numbers[:, 4],
            self.tr("Mean"): numbers[:, 5],
            self.tr("Standard deviation"): numbers[:, 6],
        }
        self.statistics.show_columns(columns, dict.fromkeys(columns, three_digits))

    # --- histograms --------------------------------------------------------------------

    def _show_settings(self) -> None:
        self.form.set_value(self.session.preparation)
        self._show_feature(min(self._shown, max(0, len(self.session.features) - 1)))

    def _show_feature(self, row: int) -> None:
        table, names = self.session.table, self.session.features
        if table is None or not names:
            self.before.clear()
            self.after.clear()
            return
        self._shown = row
        name = names[row]
        values = numbers_of(table, name)
        self.before.show_values(values, name)
        self.after.show_values(prepared(values, self.session.preparation), name)


def numbers_of(table: TableInfo, name: str) -> NDArray[np.float64]:
    """Return the finite numbers of a column as a run takes them; none of a text column.

    A value below its detection limit counts as half of it.
    """
    values = table.values(name)
    if values.dtype == object:
        return np.empty(0)
    censored = table.censored(name)
    if censored is not None:
        values = np.where(censored, values / 2, values)
    return values[np.isfinite(values)]


def prepared(values: NDArray[np.float64], preparation: Preparation) -> NDArray[np.float64]:
    """Return a picture of the prepared values, over all rows instead of the training part."""
    if len(values) == 0:
        return values
    if preparation.logarithm and values.min() > 0:
        values = np.log10(values)
    if preparation.scaling == "standardise" and values.std() > 0:
        return (values - values.mean()) / values.std()
    if preparation.scaling == "minmax" and values.max() > values.min():
        return 2 * (values - values.min()) / (values.max() - values.min()) - 1
    return values
