"""The main figures of a verdict: value, interval, and the training figure beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.verdict_meaning import MEMORY, learned_of, memory_gap
from core.verdict_values import ends_of, value_of
from gui import theme
from gui.judging.figure_texts import figure_text, interval_text
from gui.judging.interval_bars import MARKS, IntervalBars, Marks
from gui.judging.names import BOTH_SIDES, figure_helps, figure_names
from gui.judging.table import FiguresTable
from gui.judging.tabled import Tabled
from gui.unbroken import unbroken

VALUE, INTERVAL, BAR, TRAINING = 1, 2, 3, 4


class VerdictFigures(Tabled):
    """A row a figure, its interval drawn; a training figure that is far better stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        table = FiguresTable(_heads(), _tr("Main figures"))
        table.setItemDelegateForColumn(BAR, IntervalBars(table))
        super().__init__(table, _tr("The figures of the verdict will stand here."), parent=parent)

    def show_verdict(self, verdict: Mapping[str, Any] | None) -> None:
        """Show the figures of verdict.json, or the sentence that there are none."""
        names, helps = figure_names(), figure_helps()
        self.table.setRowCount(len(names) if verdict is not None else 0)
        if verdict is not None:
            for row, (key, name) in enumerate(names.items()):
                self.table.put(row, 0, name, helps[key])
                self._show_figure(row, key, verdict, helps[key])
            head = self.table.horizontalHeaderItem(INTERVAL)
            if head is not None:
                level = f"{100 * verdict['level']:g}"
                head.setText(unbroken(_tr("{level} % interval").format(level=level)))
        self.show_table(verdict is not None)

    def _show_figure(self, row: int, key: str, verdict: Mapping[str, Any], help_text: str) -> None:
        figure, learned = verdict["held_out"]["figures"].get(key), learned_of(verdict, key)
        self.table.put(row, VALUE, figure_text(value_of(figure)), help_text)
        self.table.put(row, INTERVAL, interval_text(figure), help_text)
        bar = self.table.put(row, BAR, "", help_text)
        start = -1.0 if key in BOTH_SIDES else 0.0
        bar.setData(MARKS, Marks(start, 1.0, value_of(figure), ends_of(figure), learned))
        if memory_gap(verdict, key) >= MEMORY:
            told = _tr("Far better than on held-out samples: the network knows these.")
            self.table.put(
                row, TRAINING, figure_text(learned), told, colour=theme.current().warning
            )
        else:
            self.table.put(row, TRAINING, figure_text(learned), help_text)


def _heads() -> dict[str, str]:
    return {
        _tr("Figure"): _tr("What is measured, on samples the network had not seen"),
        _tr("Held out"): _tr("On the held-out samples"),
        _tr("Interval"): _tr(
            "Where the figure would lie in most repetitions with other samples, by a bootstrap"
        ),
        _tr("Scale"): _tr(
            "The bar is the interval, the line across it the figure, the ring the training figure; "
            "the scale goes from 0 to 1, for κ and MCC from −1 to 1."
        ),
        _tr("Training"): _tr(
            "On the samples the network learned from: no measure of what it is worth"
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("VerdictFigures", text)
