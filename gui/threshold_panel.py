"""Anomaly thresholds: plots, map and tables of one element, and the settings beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from core.thresholds.comparing import alike
from gui.area_plot import AreaPlot
from gui.controls import ComboBox, Segments
from gui.linking import Picker, SelectionButton, mark_on_map
from gui.pages.page import label
from gui.table_info import TableInfo
from gui.threshold_export import ThresholdExport
from gui.threshold_plots import ProbabilityPlot, ThresholdHistogram
from gui.threshold_settings import ThresholdSettingsView
from gui.threshold_tables import ThresholdTables
from gui.threshold_work import ThresholdWork
from gui.throttle import Throttle
from gui.zone_map import ZoneMap

if TYPE_CHECKING:
    from gui.furniture import Furniture

MAP_MS = 60


class ThresholdPanel(QWidget):
    """The tab of the thresholds on the Anomalies page."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__()
        self._services = furniture.services
        self._session = furniture.services.session
        self.work = ThresholdWork(self._services, self)
        self.settings = ThresholdSettingsView()
        self.histogram, self.probability = ThresholdHistogram(), ProbabilityPlot()
        self.area = AreaPlot()
        self.map = ZoneMap(self._session)
        self.tables = ThresholdTables()
        self.element = ComboBox()
        self.element.setAccessibleName(self.tr("Element"))
        self.element.setMinimumWidth(160)
        self.axis = Segments(
            {"log": self.tr("Log axis"), "linear": self.tr("Linear axis")}, self.tr("Axis")
        )
        self._colour = Throttle(lambda: self.map.show_found(self.work.found), MAP_MS, self)
        self._picker = Picker(self._session, self)
        self._picker.listen_to_escape(self)
        self.selection = SelectionButton(self._picker)
        self._exporter = ThresholdExport(furniture, self)
        self._table: TableInfo | None = None
        self._place = ("", "", "")
        self._connections: list[tuple[Any, Callable[..., None]]] = []
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Element"), "muted"))
        head.addWidget(self.element)
        head.addStretch(1)
        head.addWidget(self.selection)
        head.addWidget(self.axis)
        left = _stacked(self.histogram, self.probability)
        right = _stacked(self.map, self.area)
        plots = _split(Qt.Orientation.Horizontal, left, right)
        plots.setSizes([500, 500])
        middle = _split(Qt.Orientation.Vertical, plots, self.tables)
        middle.setSizes([480, 190])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(middle, 1)

    def _connect(self) -> None:
        session, work = self._session, self.work
        self._listen(session.table_changed, self.refresh)
        self._listen(session.roles_changed, self.refresh)
        self._listen(session.selection_changed, self._mark)
        self._listen(session.thresholds_changed, self._kept_changed)
        self.element.currentIndexChanged.connect(lambda _: self._element_chosen())
        self.axis.changed.connect(lambda _: self._show_picture())
        self.settings.changed.connect(work.set_settings)
        self.settings.keep_wanted.connect(self._keep)
        self.settings.forget_wanted.connect(lambda: session.keep_threshold(self._key, None))
        self.settings.export_wanted.connect(lambda: self._exporter.ask(work))
        work.measured.connect(self._show_picture)
        work.found_changed.connect(self._show_found)
        work.compared_changed.connect(self._show_comparison)
        self.histogram.dragged.connect(work.set_value)
        self.probability.dragged.connect(work.set_value)
        self.histogram.picked.connect(self._pick)
        self.area.dragged.connect(work.set_breaks)
        self.tables.line_chosen.connect(self._take_line)
        self.tables.kept_chosen.connect(self._go_to_kept)
        self.map.view.selected.connect(self._picker.one)
        self.map.view.selected_rows.connect(self._picker.many)

    def _listen(self, signal: Any, slot: Callable[..., None]) -> None:
        signal.connect(slot)
        self._connections.append((signal, slot))

    def take_settings(self) -> QWidget:
        """Give the settings to the page's inspector."""
        return self.settings

    def dispose(self) -> None:
        """Stop listening to the session."""
        self._colour.cancel()
        self.work.dispose()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []

    # --- showing -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Take the table and the elements of the session."""
        table, session = self._session.table, self._session
        numbers = (
            [column.name for column in table.columns if column.kind == "number"] if table else []
        )
        names = [name for name in numbers if session.roles.get(name) == "feature"]
        names += [name for name in numbers if session.roles.get(name) == "ignore"]
        is_other = table is not self._table
        self._table = table
        if is_other:
            self.settings.show_groups(table)
            self.work.forget()
        place = (session.column_of("x"), session.column_of("y"), session.crs)
        if is_other or place != self._place:
            self._place = place
            self.map.place()
        old = self.element.currentText()
        self.element.blockSignals(True)
        self.element.clear()
        self.element.addItems(names)
        self.element.setCurrentIndex(max(0, names.index(old) if old in names else 0))
        self.element.blockSignals(False)
        self._show_kept()
        if is_other or self.element.currentText() != old:
            self._element_chosen()

    def _show_picture(self) -> None:
        """Draw every plot anew: another column, another rule, another axis."""
        picture = self.work.picture
        can_log = picture is not None and len(picture.log_counts) > 0
        log = can_log and self.axis.value() == "log"
        title = self._value_title()
        for plot in (self.histogram, self.probability):
            plot.set_axis(log, title)
            plot.show_picture(picture)
        self.area.set_title(title)
        self._show_lines()
        self._mark()

    def _value_title(self) -> str:
        name = self.tr("Robust distance") if self.work.is_distance else self.work.column
        unit = self.work.unit
        return f"{name} ({unit})" if unit and unit not in name else name

    def _show_found(self) -> None:
        work = self.work
        self.settings.show_work(work, self._key in self._session.thresholds)
        if work.waiting:
            return
        self._show_lines()
        self.tables.show_found(work.found, work.unit)
        self._mark_line()
        self._colour.request()

    def _show_lines(self) -> None:
        found = self.work.found
        values = [threshold.value for threshold in found.thresholds.values()] if found else []
        movable = not self.work.is_distance and len(values) == 1
        for plot in (self.histogram, self.probability):
            plot.show_thresholds(values, movable=movable)
        can_drag = movable and not self.work.settings.group
        self.area.show_curve(self.work.curve(), movable=can_drag)
        self.area.show_threshold(values[0] if len(values) == 1 else None)

    def _show_comparison(self) -> None:
        self.tables.show_comparison(self.work.compared, self.work.unit, self._present_line())

    def _mark_line(self) -> None:
        """Follow the settings in the comparison without making it anew."""
        present = self._present_line()
        if present >= 0:
            self.tables.comparison.select(present)
        else:
            self.tables.comparison.clearSelection()

    def _present_line(self) -> int:
        lines = enumerate(self.work.compared)
        return next((n for n, line in lines if alike(line[0], self.work.settings)), -1)

    def _kept_changed(self) -> None:
        """Take what a project brings: it is read after its table."""
        self._show_kept()
        kept = self._session.thresholds.get(self._key)
        if kept is not None:
            self.work.set_settings(kept.settings)

    def _show_kept(self) -> None:
        self.tables.show_kept(self._session.thresholds)
        self.settings.show_work(self.work, self._key in self._session.thresholds)

    # --- choosing ----------------------------------------------------------------------

    @property
    def _key(self) -> str:
        """Name under which the session keeps the threshold on show."""
        return " + ".join(self.work.columns)

    def _element_chosen(self) -> None:
        self.work.set_column(self.element.currentText())

    def _keep(self) -> None:
        kept = self.work.kept()
        if kept is not None:
            self._session.keep_threshold(self._key, kept)
            self.tables.setCurrentIndex(2)

    def _take_line(self, number: int) -> None:
        # the comparison of a distance is to read: its lines are no way to find one
        if not self.work.is_distance:
            self.work.set_settings(self.work.compared[number][0])

    def _go_to_kept(self, name: str) -> None:
        kept = self._session.thresholds[name]
        if len(kept.columns) == 1:
            self.element.setCurrentText(name)
        self.work.set_settings(kept.settings)

    # --- the selection -----------------------------------------------------------------

    def _pick(self, low: float, high: float) -> None:
        """Select the samples of a bin, or none."""
        found = self.work.found
        values = found.values if found is not None else np.empty(0)
        self._picker.many(np.flatnonzero((values >= low) & (values < high)))

    def _mark(self) -> None:
        rows = self._session.selection
        self.selection.show_count(len(rows))
        found = self.work.found
        values = found.values if found is not None else np.empty(0)
        chosen = values[rows[rows < len(values)]]
        self.histogram.mark(chosen)
        self.probability.mark(chosen)
        if self.map.view.has_points:
            mark_on_map(self.map.view, rows)


def _stacked(*widgets: QWidget) -> QSplitter:
    splitter = _split(Qt.Orientation.Vertical, *widgets)
    splitter.setSizes([240] * len(widgets))
    return splitter


def _split(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(8)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
