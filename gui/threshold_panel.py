"""Anomaly thresholds: plots, map and tables of one element, and the settings beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.linking import Picker, SelectionButton, mark_on_map
from gui.table_info import TableInfo
from gui.threshold_export import ThresholdExport
from gui.threshold_head import ThresholdHead
from gui.threshold_settings import ThresholdSettingsView
from gui.threshold_views import ThresholdViews
from gui.threshold_work import ThresholdWork

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ThresholdPanel(QWidget):
    """The tab of the thresholds on the Anomalies page."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__()
        self._session = furniture.services.session
        self.work = ThresholdWork(furniture.services, self)
        self.settings = ThresholdSettingsView()
        self._picker = Picker(self._session, self)
        self._picker.listen_to_escape(self)
        self.selection = SelectionButton(self._picker)
        self.head = ThresholdHead(self.selection)
        self.element = self.head.element
        self.views = ThresholdViews(self.work, self._session)
        self._exporter = ThresholdExport(furniture, self)
        self._table: TableInfo | None = None
        self._place = ("", "", "")
        self._connections: list[tuple[Any, Callable[..., None]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.views, 1)
        self._listen_to_session()
        self._connect_work()
        self._connect_views()
        self.refresh()

    def _listen_to_session(self) -> None:
        session = self._session
        for signal, slot in (
            (session.table_changed, self.refresh),
            (session.roles_changed, self.refresh),
            (session.selection_changed, self._mark),
            (session.thresholds_changed, self._kept_changed),
        ):
            signal.connect(slot)
            self._connections.append((signal, slot))

    def _connect_work(self) -> None:
        work, settings = self.work, self.settings
        self.head.element_chosen.connect(work.set_column)
        self.head.group_chosen.connect(work.show_group)
        self.head.axis_changed.connect(self._draw)
        settings.changed.connect(work.set_settings)
        settings.elements_chosen.connect(work.set_elements)
        settings.keep_wanted.connect(self._keep)
        settings.forget_wanted.connect(lambda: self._session.keep_threshold(self._key, None))
        settings.export_wanted.connect(lambda: self._exporter.ask(work))
        settings.figures_wanted.connect(lambda: self._exporter.ask_figures(work))
        work.measured.connect(self._draw)
        work.found_changed.connect(self._show_found)
        work.compared_changed.connect(self.views.draw_comparison)

    def _connect_views(self) -> None:
        views, work = self.views, self.work
        views.histogram.dragged.connect(work.set_value)
        views.probability.dragged.connect(work.set_value)
        views.histogram.picked.connect(
            lambda low, high: self._picker.many(views.rows_between(low, high))
        )
        views.area.dragged.connect(work.set_breaks)
        views.tables.line_chosen.connect(self._take_line)
        views.tables.kept_chosen.connect(self._go_to_kept)
        views.tables.group_chosen.connect(work.show_group)
        views.map.view.selected.connect(self._picker.one)
        views.map.view.selected_rows.connect(self._picker.many)

    def take_settings(self) -> QWidget:
        """Give the settings to the page's inspector."""
        return self.settings

    def dispose(self) -> None:
        """Stop listening to the session."""
        self.views.stop()
        self.work.dispose()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []

    # --- showing -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Take the table and the elements of the session."""
        table, session = self._session.table, self._session
        is_other = table is not self._table
        self._table = table
        if is_other:
            self.settings.show_groups(table)
            self.work.forget()
        place = (session.column_of("x"), session.column_of("y"), session.crs)
        if is_other or place != self._place:
            self._place = place
            self.views.map.place()
        old = self.head.element.currentText()
        names = self._names()
        self.head.offer_elements(names)
        self.settings.offer_elements(names)
        self._show_kept()
        if is_other or self.head.element.currentText() != old:
            self.work.set_column(self.head.element.currentText())

    def _names(self) -> list[str]:
        """Return the elements: features first, then numbers that are passed over."""
        table, roles = self._table, self._session.roles
        numbers = [c.name for c in table.columns if c.kind == "number"] if table else []
        names = [name for name in numbers if roles.get(name) == "feature"]
        return names + [name for name in numbers if roles.get(name) == "ignore"]

    def _draw(self) -> None:
        self.views.draw_all(self.head.axis.value() == "log")
        self.head.show_groups(self.work.group_names, self.work.shown)
        self._mark()

    def _show_found(self) -> None:
        work = self.work
        self.settings.show_work(work, self._key in self._session.thresholds)
        if work.waiting:
            return
        self.head.show_groups(work.group_names, work.shown)
        self.views.draw_found()

    def _kept_changed(self) -> None:
        """Take what a project brings: it is read after its table."""
        self._show_kept()
        kept = self._session.thresholds.get(self._key)
        if kept is not None:
            self.work.set_settings(kept.settings)

    def _show_kept(self) -> None:
        self.views.tables.show_kept(self._session.thresholds)
        self.settings.show_work(self.work, self._key in self._session.thresholds)

    def _mark(self) -> None:
        rows = self._session.selection
        self.selection.show_count(len(rows))
        self.views.mark(rows)
        if self.views.map.view.has_points:
            mark_on_map(self.views.map.view, rows)

    # --- choosing ----------------------------------------------------------------------

    @property
    def _key(self) -> str:
        """Name under which the session keeps the threshold on show."""
        return " + ".join(self.work.columns)

    def _keep(self) -> None:
        kept = self.work.kept()
        if kept is not None:
            self._session.keep_threshold(self._key, kept)
            self.views.tables.show_kept_tab()

    def _take_line(self, number: int) -> None:
        # the comparison of a distance is to read: its lines are no way to find one
        if not self.work.is_distance:
            self.work.set_settings(self.work.compared[number][0])

    def _go_to_kept(self, name: str) -> None:
        kept = self._session.thresholds[name]
        if len(kept.columns) == 1:
            self.head.element.setCurrentText(name)
        else:
            self.work.set_elements(kept.columns)
        self.work.set_settings(kept.settings)
