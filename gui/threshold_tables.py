"""What stands below the plots: passes, groups, comparison, and the thresholds that are kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from core.numbers import percent, three_digits
from core.thresholds.found import Found
from core.thresholds.kept import KeptThreshold
from gui.columns_model import Format, in_full
from gui.table_view import TableView
from gui.threshold_columns import (
    Columns,
    contribution_columns,
    figures,
    group_columns,
    kept_text,
    pass_columns,
    passes_text,
    piece_columns,
    texts,
    threshold_column,
    with_unit,
)
from gui.threshold_tasks import Line
from gui.threshold_words import domain_word, recipe_words
from gui.translating import core_message


class ThresholdTables(QTabWidget):
    """Tabs of tables.

    Signals
    -------
    line_chosen
        Number of the line of the comparison that the user goes to.
    kept_chosen
        Column whose kept threshold the user goes to.
    group_chosen
        Group the user goes to.
    """

    line_chosen = Signal(int)
    kept_chosen = Signal(str)
    group_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passes, self.comparison, self.kept = TableView(), TableView(), TableView()
        self.contributions = TableView()
        self.setDocumentMode(True)
        for view, name in (
            (self.passes, self.tr("Passes")),
            (self.contributions, self.tr("Contributions")),
            (self.comparison, self.tr("Comparison")),
            (self.kept, self.tr("Kept thresholds")),
        ):
            view.setAccessibleName(name)
            view.setSortingEnabled(False)
            view.setMinimumHeight(60)
            view.verticalHeader().hide()
            self.addTab(view, name)
        self.passes.selected_row.connect(self._go_to_group)
        self._groups: list[str] = []
        self.contributions.setToolTip(
            self.tr(
                "What each element adds to the squared robust distance; a negative part makes the "
                "sample less unusual."
            )
        )
        self._show_contributions(False)
        self.comparison.setToolTip(self.tr("Choose a line to see it on the plots and the map."))
        self.comparison.selected_row.connect(self.line_chosen)
        self._names: list[str] = []
        self.kept.selected_row.connect(lambda row: self.kept_chosen.emit(self._names[row]))

    def show_found(self, found: Found | None, unit: str) -> None:
        """Show the passes of trimming, the pieces of concentration–area, or the groups."""
        single = found.single if found is not None else None
        is_grouped = found is not None and single is None
        self._groups = [*found.thresholds, *found.refused] if found and is_grouped else []
        is_distance = found is not None and found.settings.method == "mahalanobis"
        self._show_contributions(is_distance)
        self.setTabVisible(0, is_grouped or not is_distance)
        if found is not None and is_grouped:
            self._show(self.tr("Groups"), group_columns(found, unit))
        elif single is not None and single.curve is not None:
            self._show(self.tr("Straight pieces"), piece_columns(single))
        elif single is not None and single.passes:
            title = self.tr("Passes ({number})").format(number=len(single.passes))
            self._show(title, pass_columns(single))
        else:
            self._show(self.tr("Passes"), {})

    def show_contributions(
        self,
        elements: Sequence[str],
        parts: NDArray[np.float64],
        count: int,
        *,
        sample: int,
        is_selection: bool,
    ) -> None:
        """Show what elements add to the squared distance of samples.

        Parameters
        ----------
        parts
            float64, shape (D,), means over `count` samples.
        sample
            The only one, -1 for several.
        is_selection
            Whether they are the selected samples; else they are the anomalous ones.
        """
        if sample >= 0:
            title = self.tr("Contributions, sample {number}").format(number=f"{sample + 1:,}")
        elif is_selection:
            title = self.tr("Contributions, {count} selected").format(count=f"{count:,}")
        else:
            title = self.tr("Contributions, anomalous samples")
        columns = contribution_columns(elements, parts) if count else {}
        formats: dict[str, Format] = dict.fromkeys(columns, figures)
        formats[self.tr("Share")] = percent
        self.contributions.show_columns(columns, formats)
        self.setTabText(1, title)

    def show_kept_tab(self) -> None:
        """Bring the kept thresholds to the top."""
        self.setCurrentWidget(self.kept)

    def _show_contributions(self, shown: bool) -> None:
        if self.isTabVisible(1) == shown:
            return
        self.setTabVisible(1, shown)
        if shown:
            self.setCurrentIndex(1)

    def _go_to_group(self, row: int) -> None:
        if row < len(self._groups):
            self.group_chosen.emit(self._groups[row])

    def _show(self, title: str, columns: Columns) -> None:
        self.setTabText(0, title)
        self.passes.show_columns(columns, dict.fromkeys(columns, figures))

    def show_comparison(self, lines: tuple[Line, ...], unit: str, present: int) -> None:
        """Show the comparison and mark the line of the present settings, -1 for none."""
        columns: Columns = {
            self.tr("Method"): texts([recipe_words(line[0]) for line in lines]),
            self.tr("Domain"): texts([domain_word(line[0]) for line in lines]),
            with_unit(self.tr("Threshold"), unit): threshold_column(lines),
            self.tr("Anomalous"): np.array(
                [float(line[2]) if line[1] else np.nan for line in lines]
            ),
            self.tr("Share"): np.array([line[3] for line in lines]),
            self.tr("Passes"): texts([passes_text(line[1]) for line in lines]),
            self.tr("Note"): texts([core_message(line[4]) if line[4] else "" for line in lines]),
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
                self.tr("Element"): texts([", ".join(one.columns) for one in each]),
                self.tr("Threshold"): texts([kept_text(one) for one in each]),
                self.tr("Method"): texts([recipe_words(one.settings) for one in each]),
                self.tr("Domain"): texts([domain_word(one.settings) for one in each]),
                self.tr("Group"): texts([one.settings.group for one in each]),
                self.tr("Anomalous"): np.array([one.anomalous for one in each], np.int64),
                self.tr("Samples"): np.array([one.judged for one in each], np.int64),
            }
            if each
            else {}
        )
        title = self.tr("Kept thresholds ({number})").format(number=len(each))
        self.setTabText(3, title if each else self.tr("Kept thresholds"))
