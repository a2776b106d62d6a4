"""Columns of numpy arrays as a model for tables: instant at a million rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from core.arrow_columns import TextCells
from gui import theme

Format = Callable[[float], str]
Cells = NDArray[Any] | TextCells
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
MARKED = Role.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ColumnsModel(QAbstractTableModel):
    """Rows of a mapping from column names to arrays of one length; nothing is copied."""

    def __init__(
        self,
        columns: Mapping[str, Cells] | None = None,
        formats: Mapping[str, Format] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._marked: NDArray[np.bool_] = np.zeros(0, bool)
        self._take(columns or {}, formats or {}, ())

    def show_columns(
        self,
        columns: Mapping[str, Cells],
        formats: Mapping[str, Format] | None = None,
        row_names: Sequence[str] = (),
    ) -> None:
        """Show other columns, in their own order.

        Parameters
        ----------
        formats
            How to write the numbers of a column; the others are written in full.
        row_names
            What stands at the left of each sample, instead of its number.
        """
        self.beginResetModel()
        self._take(columns, formats or {}, row_names)
        self.endResetModel()

    def mark(self, samples: NDArray[np.int64]) -> None:
        """Mark samples; they have the role MARKED."""
        marked = np.zeros(self._rows, bool)
        marked[samples[(samples >= 0) & (samples < self._rows)]] = True
        if np.array_equal(marked, self._marked):
            return
        self._marked = marked
        if self._rows and self._names:
            last = self.index(self._rows - 1, len(self._names) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [MARKED])

    def _take(
        self,
        columns: Mapping[str, Cells],
        formats: Mapping[str, Format],
        row_names: Sequence[str],
    ) -> None:
        self._formats = [formats.get(name, in_full) for name in columns]
        self._names = list(columns)
        self._columns = list(columns.values())
        self._rows = len(self._columns[0]) if self._columns else 0
        self._row_names = tuple(row_names)
        self._marked = np.zeros(self._rows, bool)
        self._order: NDArray[np.int64] | None = None
        self._places: NDArray[np.int64] | None = None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._names[section]
        sample = self.sample(section)
        return self._row_names[sample] if self._row_names else f"{sample + 1:,}"

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        column = self._columns[index.column()]
        if role == Role.DisplayRole:
            return _text(column[self.sample(index.row())], self._formats[index.column()])
        if role == Role.TextAlignmentRole:
            return LEFT if column.dtype == object else RIGHT
        if role == Role.ForegroundRole and _is_missing(column[self.sample(index.row())]):
            return QColor(theme.current().disabled)
        if role == MARKED:
            return bool(self._marked[self.sample(index.row())])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; missing values come last either way."""
        self.layoutAboutToBeChanged.emit()
        if column < 0:
            self._order = None
        else:
            keys = _sort_keys(self._columns[column])
            if order == Qt.SortOrder.DescendingOrder:
                keys = -keys
            self._order = np.argsort(keys, kind="stable")
        self._places = None
        self.layoutChanged.emit()

    def sample(self, row: int) -> int:
        """Return the index of the sample on a row."""
        return int(self._order[row]) if self._order is not None else row

    def samples(self, rows: NDArray[Any]) -> NDArray[np.int64]:
        """Return the indices of the samples on rows."""
        rows = rows.astype(np.int64)
        return self._order[rows] if self._order is not None else rows

    def row(self, sample: int) -> int:
        """Return the row that a sample stands on."""
        if self._order is None:
            return sample
        if self._places is None:
            self._places = np.empty_like(self._order)
            self._places[self._order] = np.arange(len(self._order))
        return int(self._places[sample])


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and value != value)


def _text(value: Any, write: Format) -> str:
    if _is_missing(value):
        return "–"
    if isinstance(value, float):
        return write(value)
    return f"{value:,}" if isinstance(value, int | np.integer) else str(value)


def in_full(value: float) -> str:
    """Write a measured number with all its figures, thousands separated."""
    return f"{value:,.12g}"


def _sort_keys(values: Cells) -> NDArray[np.float64]:
    """Return numbers in the order of the values, NaN for missing ones: argsort puts them last."""
    if isinstance(values, TextCells):
        return values.places()
    if values.dtype != object:
        return values.astype(np.float64)
    texts = np.array(["" if value is None else str(value) for value in values])
    keys = np.unique(texts, return_inverse=True)[1].astype(np.float64)
    keys[texts == ""] = np.nan
    return keys
