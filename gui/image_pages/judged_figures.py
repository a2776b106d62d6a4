"""The figures of a part of the images: its confusion matrix, and each class by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from core.cnn.scores import class_scores
from gui.controls import ComboBox
from gui.image_pages.class_scores_table import ClassScoresTable
from gui.image_pages.confusion_cells import ConfusionCells
from gui.image_pages.judged_images import Wanted
from gui.image_verdict import part_sentence
from gui.pages.page import label

PARTS = ("test", "validation", "training")
# of more classes a few rows are enough; the others are scrolled to
LEAST_PX = 200
SPACING, CAPTION_SPACING = 6, 4


class JudgedFigures(QWidget):
    """Chooses the part; a cell of the matrix and a class can be picked.

    Parameters
    ----------
    tables
        The splitter that holds matrix and classes.
    """

    part_changed = Signal()
    cell_picked = Signal(int, int)
    class_picked = Signal(int)
    # the tables of other classes need another height at most
    height_limited = Signal()

    def __init__(self, tables: QSplitter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluation: Mapping[str, Any] = {}
        self._names: Sequence[str] = ()
        self.choice = ComboBox()
        self.choice.setAccessibleName(self.tr("Part"))
        self.choice.currentIndexChanged.connect(lambda _: self._show_part())
        self._words = label("", "caption")
        self.confusion = ConfusionCells()
        self.confusion.picked.connect(self.cell_picked)
        self.scores = ClassScoresTable()
        self.scores.picked.connect(self.class_picked)
        self._lay_out(tables)

    def _lay_out(self, tables: QSplitter) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.choice)
        head.addWidget(self._words, 1)
        self._how = label(
            self.tr("Known classes down, predicted ones across. Click a cell."), "caption"
        )
        tables.addWidget(_topped(self.confusion, self._how))
        tables.addWidget(_topped(self.scores))
        tables.setSizes([420, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(head)
        column.addWidget(tables, 1)

    @property
    def part(self) -> str:
        """The part on show: "test", "validation" or "training"; "" where there is none."""
        return self.choice.currentData() or ""

    def show_evaluation(self, evaluation: Mapping[str, Any], names: Sequence[str]) -> None:
        """Offer the parts that have images; the one that judges comes first."""
        self._evaluation, self._names = evaluation, names
        words = {
            "test": self.tr("Test part"),
            "validation": self.tr("Validation part"),
            "training": self.tr("Training part"),
        }
        folds = bool(evaluation.get("folds"))
        if folds:
            words["validation"] = self.tr("Held out by folds")
        self.choice.blockSignals(True)
        self.choice.clear()
        for part in PARTS:
            has_rows = evaluation.get(part, {}).get("samples", 0) > 0
            # with folds every image was learned by some networks: none is of a training part alone
            if has_rows and not (folds and part == "training"):
                self.choice.addItem(words[part], part)
        self.choice.blockSignals(False)
        self._show_part()

    def mark(self, wanted: Wanted) -> None:
        """Mark in the tables what the gallery shows."""
        is_cell, is_class = wanted.choice == "cell", wanted.choice == "class"
        self.confusion.choose(*((wanted.known, wanted.predicted) if is_cell else (-1, -1)))
        self.scores.choose(wanted.known if is_class else -1)

    def _show_part(self) -> None:
        part = self.part
        if part:
            judges = part == self._evaluation.get("judged")
            self._words.setText("" if judges else part_sentence(self._evaluation, part))
            counts = np.array(self._evaluation[part]["confusion"], np.int64)
            self.confusion.show_counts(self._names, counts)
            self.scores.show_scores(self._names, class_scores(counts))
            self._limit_height()
        self.part_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.height_limited.emit()

    def _limit_height(self) -> None:
        """Take no more of the page than tables of few classes fill, and enough of those of many."""
        words = self.width() - self.choice.width()
        head = max(self.choice.sizeHint().height(), self._words.heightForWidth(words))
        caption = CAPTION_SPACING + self._how.heightForWidth(self.confusion.width())
        tables = max(self.confusion.maximumHeight() + caption, self.scores.maximumHeight())
        needed = head + SPACING + tables
        self.setMinimumHeight(min(needed, LEAST_PX))
        if needed != self.maximumHeight():
            self.setMaximumHeight(needed)
            self.height_limited.emit()


def _topped(table: QWidget, caption: QWidget | None = None) -> QWidget:
    """Return a box with a table at its top, and below it what is said of it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(CAPTION_SPACING)
    column.addWidget(table, 1)
    if caption is not None:
        column.addWidget(caption)
    # takes what a table of few classes leaves, so that the caption stays below it
    column.addStretch()
    return box
