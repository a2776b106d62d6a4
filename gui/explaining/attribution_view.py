"""What speaks for each class and against it: a table of classes and elements in colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.class_colours import ClassColours
from gui.controls import Segments
from gui.diverging import DivergingLegend, diverging_pixels, letters_on
from gui.empty_state import EmptyState
from gui.judging.figure_texts import signed_text
from gui.judging.table import SWATCH, FiguresTable, Index, TwoLines
from gui.pages.page import label
from gui.translating import counted

MEAN, ABSOLUTE = "mean", "absolute"


class AttributionView(QWidget):
    """Mean contributions to the probability of each class, or their sizes.

    The elements stand by the largest contribution that any class has of them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Mapping[str, Any] | None = None
        self.words = label("")
        self.choice = Segments(
            {MEAN: self.tr("With sign"), ABSOLUTE: self.tr("Size")}, self.tr("Contributions")
        )
        self.legend = DivergingLegend()
        self.table = FiguresTable({self.tr("Class"): ""}, self.tr("Contributions by class"))
        self.table.setItemDelegate(_HeatCells(self.table))
        self._nothing = self.tr("What speaks for each class will stand here.")
        self._lay_out()
        self.empty = EmptyState(self._nothing, self)
        self.choice.changed.connect(lambda _: self._show_table())
        self.show_attributions(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.choice)
        head.addStretch(1)
        head.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addStretch()

    def show_attributions(self, explanation: Mapping[str, Any] | None) -> None:
        """Show the attributions in explanation.json, or the sentence that there are none."""
        self._found = explanation["attributions"] if explanation is not None else None
        is_of_windows = explanation is not None and bool(explanation.get("window"))
        no_gradient = explanation is not None and self._found is None
        self.empty.set_text(
            self.tr("Steps pass no gradient, so nothing can be attributed to the elements.")
            if no_gradient
            else self._nothing
        )
        self.empty.setVisible(self._found is None)
        for widget in (self.words, self.choice, self.legend, self.table):
            widget.setVisible(self._found is not None)
        if self._found is not None:
            self.words.setText(self._sentence(self._found, is_of_windows))
            self._show_table()

    def _sentence(self, found: Mapping[str, Any], is_of_windows: bool) -> str:
        said = self.tr(
            "What each element adds to the probability of a class, mean over the held-out samples "
            "of that class, against a sample with the medians of the training part."
        )
        if is_of_windows:
            said = self.tr(
                "What each element adds to the probability of a class, summed over the cells of "
                "the window, mean over the held-out samples of that class, against a window with "
                "the medians of the training part."
            )
        if found["by_elements"]:
            return said
        logratios = self.tr(
            "Quantile scaling of logratios cannot be led back to the elements, so these are the "
            "logratios."
        )
        return f"{said} {logratios}"

    def _show_table(self) -> None:
        if self._found is None:
            return
        classes = [each for each in self._found["classes"] if each["samples"]]
        key = self.choice.value()
        values = _columns_of(classes, key)
        order = np.argsort(-_columns_of(classes, ABSOLUTE).max(axis=0, initial=0.0), kind="stable")
        limit = float(np.abs(values).max(initial=0.0)) or 1.0
        self.legend.set_limit(limit)
        self._show_heads([self._found["names"][place] for place in order])
        self.table.setRowCount(len(classes))
        colours = ClassColours([each["name"] for each in self._found["classes"]])
        pixels = diverging_pixels(values[:, order], limit)
        black = letters_on(pixels)
        for row, each in enumerate(classes):
            self._show_class(row, each, colours.colour(colours.names.index(each["name"])))
            for column, place in enumerate(order.tolist()):
                text, help_text = self._texts(each, place, key)
                cell = self.table.put(row, column + 1, text, help_text)
                cell.setBackground(QColor(*pixels[row, column].tolist()))
                cell.setForeground(_letters(bool(black[row, column])))
        self.table.limit_height()
        self.table.fit_names()

    def _show_heads(self, names: Sequence[str]) -> None:
        self.table.setColumnCount(len(names) + 1)
        for column, name in enumerate(names, 1):
            head = QTableWidgetItem(name)
            head.setToolTip(name)
            head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setHorizontalHeaderItem(column, head)

    def _show_class(self, row: int, each: Mapping[str, Any], colour: str) -> None:
        told = counted(
            self.tr("{name}: {samples} held-out samples"),
            name=each["name"],
            samples=f"{each['samples']:,}",
        )
        self.table.put(row, 0, each["name"], told).setData(SWATCH, colour)

    def _texts(self, each: Mapping[str, Any], place: int, key: str) -> tuple[str, str]:
        """Return what a cell and its tooltip say."""
        assert self._found is not None
        value, spread = each[key][place], each[f"{key}_spread"][place]
        text = signed_text(value) if key == MEAN else f"{value:.3f}"
        if spread is None:
            return text, f"{each['name']}, {self._found['names'][place]}: {text}"
        told = self.tr("{name}, {element}: {value} ± {spread} over the members")
        return text, told.format(
            name=each["name"],
            element=self._found["names"][place],
            value=text,
            spread=f"{spread:.3f}",
        )


class _HeatCells(TwoLines):
    """Fills a cell with its colour, which the style sheet would leave out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        brush = index.data(Qt.ItemDataRole.BackgroundRole)
        if brush is not None:
            painter.fillRect(option.rect, brush)
        super().paint(painter, option, index)


def _columns_of(classes: Sequence[Mapping[str, Any]], key: str) -> NDArray[np.float64]:
    """Return what all classes have of each element, float64, shape (classes, U)."""
    return np.array([each[key] for each in classes], np.float64)


def _letters(black: bool) -> QColor:
    return QColor(Qt.GlobalColor.black if black else Qt.GlobalColor.white)
