"""The table of elements: a row of statistics each, sortable; the arrow keys go through them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.numbers import percent, three_digits
from core.statistics import Figures, Statistics
from gui.columns_model import Format
from gui.element_data import unit_known
from gui.table_info import ColumnInfo
from gui.table_view import TableView

WIDEST_NAME = 130


class ElementTable(TableView):
    """Statistics of the elements, with their names at the left."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Statistics of the elements"))
        heads = self.verticalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionsClickable(True)
        # the usual room above and below would cut the letters of a row so low
        heads.setStyleSheet("QHeaderView::section { padding: 0 8px; font-weight: 400; }")
        heads.setMaximumWidth(WIDEST_NAME)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.selected_row.connect(lambda sample: self.chosen.emit(self._names[sample]))

    def show_elements(
        self, columns: Sequence[ColumnInfo], found: Mapping[str, Statistics], *, log: bool
    ) -> None:
        """Show the statistics of elements, those of log10 where `log` asks for them.

        Elements whose statistics are not found yet have empty cells.
        """
        at, order = self.horizontalHeader().sortIndicatorSection(), self.columns
        direction = self.horizontalHeader().sortIndicatorOrder()
        self._names = tuple(column.name for column in columns)
        cells = self._cells(columns, found, log)
        self.show_columns(cells, self._formats(list(cells)), self._names)
        if 0 <= at < order.columnCount():
            self.sortByColumn(at, direction)

    def go_to(self, name: str) -> None:
        """Go to an element without telling of it."""
        if name in self._names:
            self.select(self._names.index(name))

    def _cells(
        self, columns: Sequence[ColumnInfo], found: Mapping[str, Statistics], log: bool
    ) -> dict[str, NDArray[Any]]:
        known = [found.get(column.name) for column in columns]
        figures = [None if each is None else (each.log if log else each.plain) for each in known]

        def counts(field: str) -> NDArray[Any]:
            return _numbers([None if s is None else getattr(s, field) for s in known])

        def of(field: str) -> NDArray[Any]:
            return _numbers([None if f is None else _figure(f, field) for f in figures])

        units = [unit_known(column) or None for column in columns]
        cells = {
            self.tr("n"): counts("count"),
            self.tr("< limit"): _numbers([None if s is None else _below(s) for s in known]),
            self.tr("Median"): of("median"),
            self.tr("MAD"): of("mad"),
            self.tr("Mean"): of("mean"),
            self.tr("Geo. mean"): counts("geometric_mean"),
            self.tr("SD"): of("sd"),
            self.tr("CV"): of("variation"),
            self.tr("Skewness"): of("skewness"),
            self.tr("Minimum"): of("minimum"),
            self.tr("Q1"): of("lower"),
            self.tr("Q3"): of("upper"),
            self.tr("Maximum"): of("maximum"),
            self.tr("Missing"): counts("missing"),
            self.tr("Limit"): counts("highest_limit"),
            self.tr("> range"): counts("above"),
            self.tr("Unit"): np.array(units, dtype=object),
            self.tr("Method"): np.array([column.method or None for column in columns], object),
        }
        if log:
            # of a logarithm, whose mean may be 0, a share of the mean says nothing
            cells.pop(self.tr("CV"))
        return cells

    def _formats(self, heads: Sequence[str]) -> dict[str, Format]:
        whole: Format = "{:,.0f}".format
        counts = dict.fromkeys((self.tr("n"), self.tr("Missing"), self.tr("> range")), whole)
        return {**dict.fromkeys(heads, three_digits), **counts, self.tr("< limit"): percent}


def _figure(figures: Figures, field: str) -> float:
    return float(getattr(figures, field))


def _below(found: Statistics) -> float:
    return found.below / found.count if found.count else 0.0


def _numbers(values: list[Any]) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
