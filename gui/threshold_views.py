"""What the thresholds tab shows: histogram, probability plot, map, concentration–area, tables."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from core.thresholds.comparing import alike
from gui.area_plot import AreaPlot
from gui.session import Session
from gui.threshold_plots import ProbabilityPlot, ThresholdHistogram
from gui.threshold_tables import ThresholdTables
from gui.threshold_work import ThresholdWork
from gui.throttle import Throttle
from gui.zone_map import ZoneMap

MAP_MS = 60


class ThresholdViews(QWidget):
    """Draws a `ThresholdWork`."""

    def __init__(
        self, work: ThresholdWork, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._session = work, session
        self.histogram, self.probability = ThresholdHistogram(), ProbabilityPlot()
        self.area, self.map = AreaPlot(), ZoneMap(session)
        self.tables = ThresholdTables()
        self._colour = Throttle(lambda: self.map.show_found(work.found), MAP_MS, self)
        left = _split(Qt.Orientation.Vertical, self.histogram, self.probability)
        right = _split(Qt.Orientation.Vertical, self.map, self.area)
        for each in (left, right):
            each.setSizes([240, 240])
        plots = _split(Qt.Orientation.Horizontal, left, right)
        plots.setSizes([500, 500])
        middle = _split(Qt.Orientation.Vertical, plots, self.tables)
        middle.setSizes([480, 190])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(middle, 1)

    def stop(self) -> None:
        """Colour nothing any more."""
        self._colour.cancel()

    # --- drawing -----------------------------------------------------------------------

    def draw_all(self, log: bool) -> None:
        """Draw every plot anew: another column, another rule, another group, another axis."""
        picture = self._work.picture
        log = log and picture is not None and len(picture.log_counts) > 0
        title = self._value_title()
        for plot in (self.histogram, self.probability):
            plot.set_axis(log, title)
            plot.show_picture(picture)
        self.area.set_title(title)
        self.draw_lines()

    def draw_found(self) -> None:
        """Draw another threshold."""
        self.draw_lines()
        self.tables.show_found(self._work.found, self._work.unit)
        self.draw_contributions()
        self.mark_line()
        self._colour.request()

    def draw_lines(self) -> None:
        """Draw the thresholds and the pieces of concentration–area."""
        work = self._work
        values = [threshold.value for threshold in work.shown_thresholds]
        is_one = not work.is_distance and len(values) == 1
        # a line dragged in one group would set the threshold of all
        for plot in (self.histogram, self.probability):
            plot.show_thresholds(values, movable=is_one and not work.shown)
        is_whole = bool(work.settings.group) and not work.shown
        self.area.show_curve(work.curve(), movable=is_one and not is_whole)
        self.area.show_threshold(values[0] if len(values) == 1 else None)
        self.area.show_caption(work.shown, is_whole=is_whole, is_distance=work.is_distance)

    def draw_comparison(self) -> None:
        """Write the comparison."""
        self.tables.show_comparison(self._work.compared, self._work.unit, self._present_line())

    def draw_contributions(self) -> None:
        """Write which elements make the selected samples stand apart; else the anomalous ones."""
        work, found, rows = self._work, self._work.found, self._session.selection
        table = work.table
        if not work.is_distance or found is None or table is None or not work.subject.centres:
            return
        chosen = rows[rows < len(found.values)]
        samples = chosen if len(chosen) else np.flatnonzero(found.anomalous)
        parts, count = work.subject.contributions(table, work.elements, samples, found.settings)
        self.tables.show_contributions(
            work.elements, parts, count, sample=int(chosen[0]) if len(chosen) == 1 else -1,
            is_selection=len(chosen) > 0,
        )  # fmt: skip

    def mark_line(self) -> None:
        """Follow the settings in the comparison without making it anew."""
        present = self._present_line()
        if present >= 0:
            self.tables.comparison.select(present)
        else:
            self.tables.comparison.clearSelection()

    def mark(self, rows: NDArray[np.int64]) -> None:
        """Mark the selected samples; plots of one group mark those of the group."""
        work = self._work
        values = work.found.values if work.found is not None else np.empty(0)
        chosen = rows[rows < len(values)]
        if work.shown:
            chosen = chosen[self._in_group(chosen)]
        self.histogram.mark(values[chosen])
        self.probability.mark(values[chosen])
        self.draw_contributions()

    def rows_between(self, low: float, high: float) -> NDArray[np.int64]:
        """Return the samples of a bin of the histogram."""
        found = self._work.found
        if found is None:
            return np.empty(0, np.int64)
        rows = np.flatnonzero((found.values >= low) & (found.values < high))
        return rows[self._in_group(rows)] if self._work.shown else rows

    def _in_group(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which of some samples belong to the group on show."""
        names, codes = self._work.groups or ((), np.empty(0, np.int64))
        code = list(names).index(self._work.shown) if self._work.shown in names else -2
        return codes[rows] == code

    def _value_title(self) -> str:
        name = self.tr("Robust distance") if self._work.is_distance else self._work.column
        unit = self._work.unit
        return f"{name} ({unit})" if unit and unit not in name else name

    def _present_line(self) -> int:
        lines = enumerate(self._work.compared)
        return next((n for n, line in lines if alike(line[0], self._work.settings)), -1)


def _split(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(8)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
