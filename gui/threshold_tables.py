"""What stands below the plots: passes, groups, comparison, and the thresholds that are kept."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from core.numbers import percent, three_digits
from core.thresholds.finding import Found, Threshold
from core.thresholds.kept import KeptThreshold
from gui.table_view import Format, TableView, in_full
from gui.threshold_tasks import Line
from gui.threshold_words import domain_word, recipe_words
from gui.translating import core_message

Columns = dict[str, NDArray[Any]]


class ThresholdTables(QTabWidget):
    """Tabs of tables.

    Signals
    -------
    line_chosen
        Number of the line of the comparison that the user goes to.
    kept_chosen
        Column whose kept threshold the user goes to.
    """

    line_chosen = Signal(int)
    kept_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passes, self.comparison, self.kept = TableView(), TableView(), TableView()
        self.setDocumentMode(True)
        for view, name in (
            (self.passes, self.tr("Passes")),
            (self.comparison, self.tr("Comparison")),
            (self.kept, self.tr("Kept thresholds")),
        ):
            view.setAccessibleName(name)
            view.setSortingEnabled(False)
            view.setMinimumHeight(60)
            view.verticalHeader().hide()
            self.addTab(view, name)
        self.comparison.setToolTip(self.tr("Choose a line to see it on the plots and the map."))
        self.comparison.selected_row.connect(self.line_chosen)
        self._names: list[str] = []
        self.kept.selected_row.connect(lambda row: self.kept_chosen.emit(self._names[row]))

    def show_found(self, found: Found | None, unit: str) -> None:
        """Show the passes of trimming, the pieces of concentration–area, or the groups."""
        single = found.single if found is not None else None
        if found is not None and single is None:
            self._show(self.tr("Groups"), _group_columns(found, unit))
        elif single is not None and single.curve is not None:
            self._show(self.tr("Straight pieces"), _piece_columns(single))
        elif single is not None and single.passes:
            title = self.tr("Passes ({number})").format(number=len(single.passes))
            self._show(title, _pass_columns(single, unit))
        else:
            self._show(self.tr("Passes"), {})

    def _show(self, title: str, columns: Columns) -> None:
        self.setTabText(0, title)
        self.passes.show_columns(columns, dict.fromkeys(columns, _figures))

    def show_comparison(self, lines: tuple[Line, ...], unit: str, present: int) -> None:
        """Show the comparison and mark the line of the present settings, -1 for none."""
        columns: Columns = {
            self.tr("Method"): _texts([recipe_words(line[0]) for line in lines]),
            self.tr("Domain"): _texts([domain_word(line[0]) for line in lines]),
            _with_unit(self.tr("Threshold"), unit): _threshold_column(lines),
            self.tr("Anomalous"): np.array(
                [float(line[2]) if line[1] else np.nan for line in lines]
            ),
            self.tr("Share"): np.array([line[3] for line in lines]),
            self.tr("Passes"): _texts([_passes_text(line[1]) for line in lines]),
            self.tr("Note"): _texts([core_message(line[4]) if line[4] else "" for line in lines]),
        }
        formats: dict[str, Format] = dict.fromkeys(columns, three_digits)
        formats[self.tr("Anomalous")] = in_full
        formats[self.tr("Share")] = percent
        self.comparison.show_columns(columns if lines else {}, formats)
        if present >= 0:
            self.comparison.select(present)

    def show_kept(self, kept: dict[str, KeptThreshold]) -> None:
        """Show the thresholds that were decided for."""
        self._names = list(kept)
        each = list(kept.values())
        self.kept.show_columns(
            {
                self.tr("Element"): _texts([", ".join(one.columns) for one in each]),
                self.tr("Threshold"): _texts([_kept_text(one) for one in each]),
                self.tr("Method"): _texts([recipe_words(one.settings) for one in each]),
                self.tr("Domain"): _texts([domain_word(one.settings) for one in each]),
                self.tr("Group"): _texts([one.settings.group for one in each]),
                self.tr("Anomalous"): np.array([one.anomalous for one in each], np.int64),
                self.tr("Samples"): np.array([one.judged for one in each], np.int64),
            }
            if each
            else {}
        )
        title = self.tr("Kept thresholds ({number})").format(number=len(each))
        self.setTabText(2, title if each else self.tr("Kept thresholds"))


def _pass_columns(threshold: Threshold, unit: str) -> Columns:
    passes = threshold.passes
    return {
        _tr("Pass"): np.arange(1, len(passes) + 1),
        _tr("Values"): np.array([each.n for each in passes]),
        _tr("Removed, low"): np.array([each.removed_low for each in passes]),
        _tr("Removed, high"): np.array([each.removed_high for each in passes]),
        _tr("Mean"): np.array([each.mean for each in passes]),
        _tr("sd"): np.array([each.sd for each in passes]),
        _tr("Lower limit"): np.array([each.low for each in passes]),
        _tr("Upper limit"): np.array([each.high for each in passes]),
    }


def _piece_columns(threshold: Threshold) -> Columns:
    lines = threshold.curve.lines if threshold.curve is not None else ()
    return {
        _tr("Piece"): np.arange(1, len(lines) + 1),
        _tr("From"): np.array([line.low for line in lines]),
        _tr("To"): np.array([line.high for line in lines]),
        _tr("Slope"): np.array([line.slope for line in lines]),
        _tr("Intercept"): np.array([line.intercept for line in lines]),
    }


def _group_columns(found: Found, unit: str) -> Columns:
    groups = found.thresholds
    names = [*groups, *found.refused]
    reasons = [*([""] * len(groups)), *(core_message(why) for why in found.refused.values())]
    nothing = [0] * len(found.refused)
    values = [each.value for each in groups.values()]
    return {
        _tr("Group"): _texts(names),
        _with_unit(_tr("Threshold"), unit): np.array([*values, *([np.nan] * len(nothing))]),
        _tr("Values"): np.array([*(each.used for each in groups.values()), *nothing], np.int64),
        _tr("Passes"): np.array(
            [*(len(each.passes) for each in groups.values()), *nothing], np.int64
        ),
        _tr("Why there is none"): _texts(reasons),
    }


def _threshold_column(lines: tuple[Line, ...]) -> NDArray[Any]:
    """Numbers, or from–to where there are groups."""
    values = [[each.value for each in line[1].values()] for line in lines]
    if max(map(len, values), default=0) > 1:
        return _texts([_range_text(each) for each in values])
    return np.array([each[0] if each else np.nan for each in values])


def _kept_text(kept: KeptThreshold) -> str:
    text = _range_text(list(kept.values.values()))
    return f"{text} {kept.unit}".strip()


def _range_text(values: list[float]) -> str:
    if len(values) == 1:
        return three_digits(values[0])
    return f"{three_digits(min(values))} … {three_digits(max(values))}" if values else ""


def _passes_text(thresholds: dict[str, Threshold]) -> str:
    if len(thresholds) != 1:
        return ""
    (only,) = thresholds.values()
    return str(len(only.passes)) if only.passes else ""


def _with_unit(text: str, unit: str) -> str:
    return f"{text} ({unit})" if unit else text


def _texts(values: list[str]) -> NDArray[Any]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _figures(value: float) -> str:
    # neighbouring passes differ in the fourth figure
    return "–" if not np.isfinite(value) else f"{value:,.5g}".replace("-", "−")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ThresholdTables", text)
