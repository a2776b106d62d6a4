"""The network beside what people would otherwise use: one row a method, ours first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.numbers import NOTHING, duration
from core.verdict_meaning import Standing, lead, simplicity, standing
from core.verdict_values import ends_of, value_of
from datasets.messages import Message
from gui import theme
from gui.judging.baseline_words import comparison_sentence, standing_word
from gui.judging.figure_texts import end_texts, figure_text, interval_text, signed_text
from gui.judging.names import figure_helps, figure_names, method_helps, method_name
from gui.judging.table import LEFT, FiguresTable
from gui.judging.tabled import Tabled
from gui.translating import core_message

KEYS = ("macro_f1", "balanced_accuracy", "mcc", "auc")
DIFFERENCE = len(KEYS) + 1


class BaselinesTable(Tabled):
    """Figures of each method with intervals, and its difference to the network in words.

    The sentence above says whether something simpler is better.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        table = FiguresTable(_heads(), _tr("Other methods on the same folds"), lines=2)
        nothing = _tr("Other methods, judged on the same folds, will stand here.")
        super().__init__(table, nothing, parent=parent)

    def show_baselines(self, baselines: Mapping[str, Any] | None) -> None:
        """Show the methods of baselines.json, or the sentence that there are none."""
        rows = sorted(baselines["of"] if baselines is not None else [], key=simplicity)
        self.table.clearSpans()
        self.table.setRowCount(0)
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self._show_name(place, row)
            if row.get("failed"):
                self._show_failure(place, core_message(Message(**row["failed"])))
            else:
                self._show_figures(place, row)
        self.words.setText(comparison_sentence(baselines) if baselines is not None else "")
        self.show_table(baselines is not None)

    def _show_name(self, place: int, row: Mapping[str, Any]) -> None:
        item = self.table.put(place, 0, method_name(row), _about(row))
        if row["name"] == "network":
            item.setFont(theme.bold(self.table.font()))

    def _show_failure(self, place: int, sentence: str) -> None:
        """Write the sentence across the figures."""
        self.table.put(
            place, 1, sentence, sentence, colour=theme.current().warning
        ).setTextAlignment(LEFT)
        self.table.setSpan(place, 1, 1, self.table.columnCount() - 1)

    def _show_figures(self, place: int, row: Mapping[str, Any]) -> None:
        is_ours = row["name"] == "network"
        for column, key in enumerate(KEYS, 1):
            figure = row["figures"].get(key)
            text = f"{figure_text(value_of(figure))}\n{interval_text(figure)}".rstrip()
            item = self.table.put(place, column, text)
            if is_ours:
                item.setFont(theme.bold(self.table.font()))
        if not is_ours:
            self._show_difference(place, row)

    def _show_difference(self, place: int, row: Mapping[str, Any]) -> None:
        found = lead(row)
        which = standing(found)
        if value_of(found) is None:
            self.table.put(place, DIFFERENCE, NOTHING)
            return
        text = f"{signed_text(value_of(found))}  {standing_word(which)}"
        ends = ends_of(found)
        if ends is not None:
            text += "\n" + " – ".join(end_texts(ends, signed=True))
        self.table.put(place, DIFFERENCE, text, colour=_colour(which))


def _about(row: Mapping[str, Any]) -> str:
    """Say what a method does, and how long it took where it was not trained before."""
    said = method_helps().get(row["name"], "")
    if row["name"] == "network" or row.get("failed"):
        return said
    took = _tr("All folds took {time}.").format(time=duration(float(row.get("seconds") or 0.0)))
    return f"{said} {took}".strip()


def _colour(which: Standing) -> str:
    scheme = theme.current()
    return {"better": scheme.success, "worse": scheme.error, "unclear": scheme.muted}[which]


def _heads() -> dict[str, str]:
    names, helps = figure_names(), figure_helps()
    figures = {names[key]: helps[key] for key in KEYS}
    about = _tr(
        "Macro-F1 of the method less that of the network, on the same samples, with its interval; "
        "clear where the interval leaves 0 out. Each method is compared by itself."
    )
    return {
        _tr("Method"): _tr("The same folds and the same preparation, settings as they come"),
        **figures,
        _tr("Difference to the network"): about,
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("BaselinesTable", text)
