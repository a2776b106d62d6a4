"""The tables on one row: the probability of each class, and what speaks for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QWidget

from core.numbers import NOTHING, three_digits
from gui import theme
from gui.class_colours import ClassColours
from gui.diverging import diverging_pixels
from gui.explaining.signed_bars import BAR, Bar, SignedBars
from gui.judging.figure_texts import signed_text
from gui.judging.table import SWATCH, FiguresTable
from gui.unbroken import unbroken

SPREAD, BAND, NAMED = 2, 3, 4
CONTRIBUTION, SCALE, VALUE, SURVEY, OF_CLASS = 1, 2, 3, 4, 5
# in an inspector: classes, elements, and pixels of a bar at text size 1
FIRST_CLASSES, FIRST_ELEMENTS, NARROW_BAR = 4, 6, 84


class ProbabilitiesTable(FiguresTable):
    """A row a class, the most probable first.

    Parameters
    ----------
    narrow
        Whether to write the spread of the members below the probability, and to leave out what
        else there is of them and all but the first classes.
    """

    def __init__(self, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        name = _tr("Probability of each class")
        super().__init__(_class_heads(), name, lines=2 if narrow else 1, parent=parent)
        self._narrow = narrow
        for column in (SPREAD, BAND, NAMED):
            self.setColumnHidden(column, narrow)

    def show_classes(self, classes: Sequence[Mapping[str, Any]], colours: ClassColours) -> None:
        """Show what the members say of each class."""
        ranked = sorted(classes, key=lambda each: -(each["probability"] or 0.0))
        ranked = ranked[:FIRST_CLASSES] if self._narrow else ranked
        self.setRowCount(len(ranked))
        for row, each in enumerate(ranked):
            colour = colours.colour(colours.names.index(each["name"]))
            self.put(row, 0, each["name"], each["name"]).setData(SWATCH, colour)
            spread = NOTHING if each["spread"] is None else f"± {each['spread']:.3f}"
            below = f"\n{spread}" if self._narrow and each["spread"] is not None else ""
            self.put(row, 1, f"{each['probability']:.3f}{below}")
            self.put(row, SPREAD, spread)
            self.put(row, BAND, f"{each['low']:.2f} – {each['high']:.2f}")
            named = _tr("{named} of {members}")
            self.put(
                row, NAMED, named.format(named=f"{each['named']:,}", members=f"{each['members']:,}")
            )
        self.limit_height()
        self.fit_names()


class ContributionsTable(FiguresTable):
    """A row an element, what contributes most first, with where its value lies in the survey.

    Parameters
    ----------
    narrow
        Whether to leave out the values, and all but the first elements.
    """

    def __init__(self, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_element_heads(), _tr("What speaks for a class"), lines=2, parent=parent)
        self.setItemDelegateForColumn(SCALE, SignedBars(self))
        self._most = FIRST_ELEMENTS if narrow else None
        if narrow:
            self._make_narrow()

    def _make_narrow(self) -> None:
        for column in (VALUE, SURVEY, OF_CLASS):
            self.setColumnHidden(column, True)
        self.horizontalHeader().setSectionResizeMode(SCALE, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(SCALE, round(NARROW_BAR * theme.text_scale()))
        head = self.horizontalHeaderItem(SCALE)
        if head is not None:
            # there is no room for the words, which the tooltip has
            head.setText("− | +")

    def show_contributions(self, cell: Mapping[str, Any], code: int) -> None:
        """Show what contributes to the probability of a class; of no gradient the values alone."""
        values = {each["name"]: each for each in cell["values"]}
        found = cell["contributions"]
        names = found["names"] if found is not None else list(values)
        means = np.array(found["classes"][code]["mean"] if found else [0.0] * len(names))
        spreads = found["classes"][code]["spread"] if found else [None] * len(names)
        reach = np.abs(means) + np.array([spread or 0.0 for spread in spreads])
        limit = float(reach.max(initial=0.0)) or 1.0
        order = np.argsort(-np.abs(means), kind="stable")[: self._most].tolist()
        self.setRowCount(len(order))
        for row, place in enumerate(order):
            self._show_name(row, names[place], values.get(names[place]))
            if found is not None:
                self._show_bar(row, float(means[place]), spreads[place], limit)
            self._show_value(row, values.get(names[place]), code)
        self.limit_height()
        self.fit_names()

    def _show_name(self, row: int, name: str, value: Mapping[str, Any] | None) -> None:
        self.put(row, 0, name, name if value is None else f"{name}: {_measured(value)}")

    def _show_bar(self, row: int, mean: float, spread: float | None, limit: float) -> None:
        text = signed_text(mean)
        if spread is not None:
            text += f"\n± {spread:.3f}"
        self.put(row, CONTRIBUTION, text)
        colour = QColor(*diverging_pixels(np.array([np.sign(mean) * 0.8]), 1.0)[0].tolist())
        bar = Bar(-limit, limit, mean, None, spread, colour.name())
        self.put(row, SCALE, "").setData(BAR, bar)

    def _show_value(self, row: int, value: Mapping[str, Any] | None, code: int) -> None:
        """Show what was measured; a logratio is measured nowhere."""
        texts = [NOTHING] * 3
        if value is not None:
            texts = [
                _measured(value),
                _percentile(value["percentile"]),
                _percentile(value["of_classes"][code]),
            ]
        for column, text in zip((VALUE, SURVEY, OF_CLASS), texts, strict=True):
            self.put(row, column, text)


def _measured(value: Mapping[str, Any]) -> str:
    if value["value"] is None:
        return NOTHING
    below = "< " if value["censored"] else ""
    return f"{below}{three_digits(value['value'])} {value['unit']}".strip()


def _percentile(percentile: float | None) -> str:
    return NOTHING if percentile is None else f"{percentile:.0f}"


def _class_heads() -> dict[str, str]:
    return {
        _tr("Class"): "",
        _tr("Probability"): _tr("Mean over the members that were asked"),
        _tr("Members"): _tr("Standard deviation over the members"),
        _tr("Most members"): unbroken(_tr("Between which 80 % of the members lie")),
        _tr("Named by"): _tr("How many members name the class"),
    }


def _element_heads() -> dict[str, str]:
    return {
        _tr("Element"): "",
        _tr("Adds"): _tr(
            "What it adds to the probability of the class, and the standard deviation over the "
            "members; all together they lead from a median sample to this one."
        ),
        _tr("For or against"): _tr(
            "To the right what speaks for the class, to the left what speaks against it; the thin "
            "line is the standard deviation over the members."
        ),
        _tr("Value"): _tr("What was measured"),
        _tr("In the survey"): _tr("Percentile among all samples"),
        _tr("In the class"): _tr("Percentile among the samples known to have the class"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("CellTables", text)
