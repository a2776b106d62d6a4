"""The figures of each class: known, predicted, precision, recall, F1 and AUC."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.verdict_values import value_of
from gui.class_colours import ClassColours
from gui.judging.figure_texts import figure_text, interval_text
from gui.judging.table import SWATCH, FiguresTable
from gui.judging.tabled import Tabled

KEYS = ("precision", "recall", "f1", "auc")


class ClassFigures(Tabled):
    """A row a class, with the interval of each figure below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        table = FiguresTable(_heads(), _tr("Figures of each class"), lines=2)
        super().__init__(table, _tr("The figures of each class will stand here."), parent=parent)

    def show_verdict(self, verdict: Mapping[str, Any] | None) -> None:
        """Show the classes of verdict.json, or the sentence that there are none."""
        classes = verdict["held_out"]["per_class"] if verdict is not None else []
        colours = ClassColours(verdict["classes"] if verdict is not None else [])
        self.table.setRowCount(len(classes))
        for row, found in enumerate(classes):
            self._show_class(row, found, colours.colour(colours.names.index(found["name"])))
        self.show_table(verdict is not None)

    def _show_class(self, row: int, found: Mapping[str, Any], colour: str) -> None:
        self.table.put(row, 0, found["name"], found["name"]).setData(SWATCH, colour)
        self.table.put(row, 1, f"{found['samples']:,}")
        self.table.put(row, 2, f"{found['predicted']:,}")
        for column, key in enumerate(KEYS, 3):
            text = f"{figure_text(value_of(found[key]))}\n{interval_text(found[key])}".rstrip()
            self.table.put(row, column, text)


def _heads() -> dict[str, str]:
    return {
        _tr("Class"): _tr("The known class"),
        _tr("Known"): _tr("Held-out samples of this class"),
        _tr("Predicted"): _tr("Held-out samples given this class"),
        _tr("Precision"): _tr("Share of the samples given this class that have it"),
        _tr("Recall"): _tr("Share of the samples of this class that were given it"),
        _tr("F1"): _tr("Harmonic mean of precision and recall"),
        _tr("AUC"): _tr(
            "The chance that a sample of this class gets a higher probability of it than a sample "
            "of another one; 0.5 is chance."
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClassFigures", text)
