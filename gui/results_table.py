"""The two tables of a result: labelled samples with right or wrong, and the classified rest."""

from __future__ import annotations

import textwrap
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.prediction_columns import MAPPED, SET, UNLIKE, unknown_name
from gui import theme
from gui.columns_model import ColumnsModel, Format
from gui.predictions import Predictions
from gui.table_view import TableView

RIGHT, WRONG = "✓", "✗"
# figures of a table of outputs: 3 decimals, and no minus before a zero
THREE_DECIMALS: Format = "{:z.3f}".format
# letters of a class name in a line of a column's head
HEAD_WIDTH = 14

Index = QModelIndex | QPersistentModelIndex
Columns = dict[str, NDArray[Any]]
Names = tuple[str, NDArray[Any]]


def training_columns(predictions: Predictions, names: Names | None) -> Columns:
    """Return the labelled samples: known and found class, right or wrong, outputs and part.

    Parameters
    ----------
    names
        Header and texts of the column that names the rows of the table, where it has one.
    """
    kept = predictions.labelled
    values = predictions.columns()
    known, found = values["known"][kept], values["class"][kept]
    columns = _row_columns(values["row"][kept], names)
    columns[_tr("Known class")] = known
    columns[_tr("Class")] = found
    columns[_tr("Right")] = np.where(known == found, RIGHT, WRONG).astype(object)
    if "wrong" in values:
        columns[_tr("Wrong votes")] = values["wrong"][kept]
    columns |= _unknown_columns(predictions, kept) | _output_columns(predictions, kept)
    if "part" in values:
        words = part_words(values["part"])
        parts = [words.get(part) for part in values["part"][kept]]
        columns[_tr("Part")] = np.array(parts, dtype=object)
    return columns


def part_words(parts: NDArray[Any]) -> dict[str, str]:
    """Return what the parts of labelled samples are called.

    Without a test part it is the validation part that was held out.
    """
    has_test = bool((parts == "test").any())
    validation = _tr("validation") if has_test else _tr("held out")
    return {"training": _tr("training"), "validation": validation, "test": _tr("held out")}


def right_ones(predictions: Predictions) -> int:
    """Return how many labelled samples were classified right."""
    values = predictions.columns()
    return int((values["known"] == values["class"])[predictions.labelled].sum())


def prediction_columns(predictions: Predictions, names: Names | None) -> Columns:
    """Return the samples without a known class: class, probability, agreement and outputs."""
    kept = ~predictions.labelled
    values = predictions.columns()
    columns = _row_columns(values["row"][kept], names)
    columns[_tr("Class")] = values["class"][kept]
    columns[_tr("Probability")] = values["probability"][kept]
    if predictions.agreement is not None:
        columns[_tr("Agreement")] = predictions.agreement[kept]
    return columns | _unknown_columns(predictions, kept) | _output_columns(predictions, kept)


def _unknown_columns(predictions: Predictions, kept: NDArray[np.bool_]) -> Columns:
    """Return what is not known: class on the map, prediction set, and how unlike samples are."""
    values = predictions.columns()
    columns: Columns = {}
    if MAPPED in values:
        columns[_tr("On the map")] = mapped_texts(values[MAPPED][kept], predictions.class_names)
    words = {SET: _tr("Prediction set"), UNLIKE: _tr("Unlike")}
    return columns | {word: values[name][kept] for name, word in words.items() if name in values}


def mapped_texts(mapped: NDArray[Any], class_names: tuple[str, ...]) -> NDArray[Any]:
    """Return classes as the map shows them, with unknown cells in the words of the window."""
    unknown = unknown_name(class_names, _tr("unknown"), _tr(" (unlike)"))
    is_unknown = mapped == unknown_name(class_names)
    return np.where(is_unknown, np.array(unknown, dtype=object), mapped)


def _row_columns(rows: NDArray[np.int64], names: Names | None) -> Columns:
    columns: Columns = {_tr("Row"): rows}
    if names is not None:
        columns[names[0]] = names[1][rows - 1]
    return columns


def _output_columns(predictions: Predictions, kept: NDArray[np.bool_]) -> Columns:
    return {
        f"{_tr('Output value')}\n{head_lines(name)}".rstrip(): values[kept]
        for name, values in predictions.outputs.items()
    }


def head_lines(name: str) -> str:
    """Return a class name in lines that keep the column narrow."""
    return "\n".join(textwrap.wrap(name, HEAD_WIDTH, break_long_words=False))


def _tr(text: str) -> str:
    return QCoreApplication.translate("results_table", text)


class ResultsTable(TableView):
    """A table whose rows carry their own numbers, and whose signs of wrong ones stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verticalHeader().hide()
        self.setItemDelegate(_Signs(self))

    def show_results(self, columns: Columns) -> None:
        """Show the columns, their numbers with three decimals."""
        formats = {
            name: THREE_DECIMALS for name, values in columns.items() if values.dtype == float
        }
        self.show_columns(columns, formats)

    def _fit_columns(self, model: ColumnsModel) -> None:
        """Make columns as wide as the lines of their head, their first rows and their last one."""
        metrics = self.fontMetrics()
        # the style sheet makes heads bold, which their own metrics do not know
        bold = QFont(self.font())
        bold.setBold(True)
        head_metrics = QFontMetrics(bold)
        # the last row has the largest number
        rows = sorted({*range(min(20, model.rowCount())), max(0, model.rowCount() - 1)})
        for column in range(model.columnCount()):
            head = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole(0)))
            widths = [head_metrics.horizontalAdvance(line) for line in head.splitlines()]
            widths += [
                metrics.horizontalAdvance(str(model.data(model.index(row, column)))) for row in rows
            ]
            self.setColumnWidth(column, min(max(widths) + 24, 240))


class _Signs(QStyledItemDelegate):
    """Gives the signs of right and wrong the colours that mean this elsewhere."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if option.text in (RIGHT, WRONG):
            scheme = theme.current()
            colour = QColor(scheme.success if option.text == RIGHT else scheme.error)
            option.palette.setColor(QPalette.ColorRole.Text, colour)
