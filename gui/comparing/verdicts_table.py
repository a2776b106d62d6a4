"""The main figures of several runs: the intervals of each figure one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from core.numbers import NOTHING
from core.verdict_meaning import standing
from core.verdict_values import ends_of, value_of
from gui import theme
from gui.comparing.heads import shortened
from gui.comparing.run_colours import run_colour
from gui.judging.baseline_words import standing_word
from gui.judging.figure_texts import end_texts, figure_text, interval_text, signed_text
from gui.judging.interval_bars import MARKS, IntervalBars, Marks
from gui.judging.names import BOTH_SIDES, figure_helps, figure_names
from gui.judging.table import LEFT, SWATCH, FiguresTable
from gui.judging.tabled import Tabled

FIGURE, RUN, VALUE, BAR, DIFFERENCE = range(5)
# pixels at text size 1: with those of six runs the table still fits beside an inspector
BAR_PX = 160
Compared = Mapping[str, Any]


class VerdictsTable(Tabled):
    """A row for each figure of each run, and its difference to the first run in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        table = FiguresTable(_heads(), _tr("Verdicts of the runs"), lines=2)
        table.setItemDelegateForColumn(BAR, IntervalBars(table))
        table.horizontalHeader().setSectionResizeMode(BAR, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(BAR, round(BAR_PX * theme.text_scale()))
        head = table.horizontalHeaderItem(RUN)
        if head is not None:
            head.setTextAlignment(LEFT)
        super().__init__(table, _tr("The verdicts of these runs will stand here."), parent=parent)

    def show_verdicts(self, names: Sequence[str], found: Sequence[Compared]) -> None:
        """Show what the verb `compare` says of runs of these names; nothing without any."""
        self.table.setRowCount(0)
        is_judged = any(each["verdict"] is not None for each in found)
        if is_judged:
            self._fill(names, found)
        self.show_table(is_judged)

    def _fill(self, names: Sequence[str], found: Sequence[Compared]) -> None:
        figures, helps = figure_names(), figure_helps()
        self.table.setRowCount(len(figures) * len(found))
        for number, (key, figure) in enumerate(figures.items()):
            top = number * len(found)
            self.table.put(top, FIGURE, figure, helps[key])
            for place, each in enumerate(found):
                self._name_run(top + place, place, names[place])
                self._show_figure(top + place, key, each["verdict"], run_colour(place))
                self._show_difference(top + place, key, each, is_first=place == 0)

    def _name_run(self, row: int, place: int, name: str) -> None:
        item = self.table.put(row, RUN, shortened(name, self.table.fontMetrics()), name)
        item.setTextAlignment(LEFT)
        item.setData(SWATCH, run_colour(place))

    def _show_figure(
        self, row: int, key: str, verdict: Mapping[str, Any] | None, colour: str
    ) -> None:
        figure = verdict["figures"].get(key) if verdict is not None else None
        text = f"{figure_text(value_of(figure))}\n{interval_text(figure)}".rstrip()
        self.table.put(row, VALUE, text)
        bar = QTableWidgetItem()
        if figure is not None:
            start = -1.0 if key in BOTH_SIDES else 0.0
            marks = Marks(start, 1.0, value_of(figure), ends_of(figure), None, colour)
            bar.setData(MARKS, marks)
        self.table.setItem(row, BAR, bar)

    def _show_difference(self, row: int, key: str, each: Compared, *, is_first: bool) -> None:
        difference = each["difference"]
        found = difference.get(key) if difference is not None else None
        if value_of(found) is None:
            self.table.put(row, DIFFERENCE, "" if is_first else NOTHING)
            return
        which, scheme = standing(found), theme.current()
        colours = {"better": scheme.success, "worse": scheme.error, "unclear": scheme.muted}
        text = f"{signed_text(value_of(found))}  {standing_word(which)}"
        ends = ends_of(found)
        if ends is not None:
            text += "\n" + " – ".join(end_texts(ends, signed=True))
        self.table.put(row, DIFFERENCE, text, colour=colours[which])


def _heads() -> dict[str, str]:
    return {
        _tr("Figure"): _tr("What is measured, on samples the network had not seen"),
        _tr("Run"): "",
        _tr("Held out"): _tr("On the held-out samples, with the interval below"),
        _tr("Scale"): _tr(
            "The bar is the interval, the line across it the figure; the scale goes from 0 to 1, "
            "for κ and MCC from −1 to 1."
        ),
        _tr("Difference to the first"): _tr(
            "The figure of this run less that of the first one, on the same samples, with its "
            "interval; clear where the interval leaves 0 out."
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("VerdictsTable", text)
