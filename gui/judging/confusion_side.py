"""Beside the verdict: the confusion matrix of a run, and how its tables are read."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.evaluation import held_out_part
from gui.confusion import ConfusionTable
from gui.controls import ComboBox
from gui.judging.reading_words import reading_words
from gui.pages.page import label
from gui.predictions import Predictions

# pixels: the matrix in an inspector as wide as the window gives it at first, and its class names
WIDTH, NARROW_NAMES = 312, 132


class ConfusionSide(QWidget):
    """The matrix of the held-out or the training samples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluation: dict[str, Any] | None = None
        self.part = ComboBox()
        self.part.setAccessibleName(self.tr("Part"))
        self.part.addItem(self.tr("Held-out samples"), "held_out")
        self.part.addItem(self.tr("Training samples"), "training")
        self.part.currentIndexChanged.connect(lambda _: self._show_matrix())
        self.table = ConfusionTable()
        self._reading = label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        for widget in (
            label(self.tr("Confusion matrix"), "heading"),
            self.part,
            self.table,
            label(self.tr("Known classes down, predicted ones across."), "caption"),
            label(self.tr("How to read the tables"), "heading"),
            self._reading,
        ):
            column.addWidget(widget)

    def show_run(self, evaluation: dict[str, Any] | None, found: Predictions | None) -> None:
        """Show what a run made of samples whose class is known; be away without predictions."""
        self.setVisible(found is not None)
        self._evaluation = evaluation if found is not None else None
        self._reading.setText(reading_words(found) if found is not None else "")
        self._offer_parts()
        self._show_matrix()

    def _offer_parts(self) -> None:
        """An empty matrix says nothing: a run that held nothing out shows its training samples."""
        if self._evaluation is None:
            return
        held_out = bool(held_out_part(self._evaluation)["samples"])
        self.part.setEnabled(held_out)
        self.part.setToolTip("" if held_out else self.tr("No sample was held out."))
        if not held_out:
            self.part.setCurrentIndex(self.part.findData("training"))

    def _show_matrix(self) -> None:
        evaluation, chosen = self._evaluation, self.part.currentData()
        if evaluation is None:
            return
        part = held_out_part(evaluation) if chosen == "held_out" else evaluation[chosen]
        classes = evaluation["classes"]
        # few classes leave room for long names
        names = self.table.verticalHeader()
        names.setMaximumWidth(max(NARROW_NAMES, WIDTH - 30 * len(classes)))
        self.table.show_counts(classes, np.array(part["confusion"]))
