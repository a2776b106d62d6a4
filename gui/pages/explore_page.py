"""Explore: statistics, plots and correlations of the elements, before anything is learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from core.statistics import Statistics
from gui.correlation_view import CorrelationView
from gui.distribution_panel import DistributionPanel
from gui.element_data import (
    elements_of,
    symbol_known,
    unit_known,
)
from gui.element_table import ElementTable
from gui.element_units import with_substance, with_unit
from gui.empty_state import EmptyState
from gui.explore_choices import ExploreChoices
from gui.explore_tabs import ExploreTabs
from gui.explore_work import ExploreWork
from gui.linking import Picker, SelectionButton
from gui.map_view import MapView
from gui.scatter_panel import ScatterPanel
from gui.table_info import ColumnInfo

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ExplorePage(ExploreTabs):
    """Elements at the left, plots of the chosen one in tabs; all views share one selection."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._work = ExploreWork(self.services, self)
        self._elements: dict[str, ColumnInfo] = {}
        self._statistics: dict[str, Statistics] = {}
        self._correlated: object = None
        self._placed: object = None
        self.chosen = ""
        self.picker = Picker(self.session, self)
        self.picker.listen_to_escape(self)
        self.add_title(self.tr("Explore"))
        self._button = SelectionButton(self.picker)
        self.head.addWidget(self._button)
        self._build_middle()
        self._build_inspector()
        self._connect()
        self._due = True
        if furniture.current == "explore":
            self.arrive()

    # --- building ----------------------------------------------------------------------

    def _build_middle(self) -> None:
        self.table = ElementTable()
        self.distribution = DistributionPanel()
        self.scatter = ScatterPanel()
        self.correlation = CorrelationView()
        self.map = MapView()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        for widget, name in (
            (self.distribution, self.tr("Distribution")),
            (self.scatter, self.tr("Scatter")),
            (self.correlation, self.tr("Correlations")),
            (self.map, self.tr("Element map")),
        ):
            self.tabs.addTab(widget, name)
        self._split = self.splitter("explore", Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self.tabs)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([330, 580])
        self.restore_splitters()
        nothing = QWidget()
        self._empty = EmptyState(
            self.tr("No elements yet: open a table, and make its elements features."), nothing
        )
        self._empty.set_action(self.tr("Go to Data"), lambda: self.services.go("data"))
        self._middle = QStackedWidget()
        self._middle.addWidget(nothing)
        self._middle.addWidget(self._split)
        self.column.addWidget(self._middle, 1)

    def _build_inspector(self) -> None:
        self.choices = ExploreChoices()
        self.side.addWidget(self.choices)
        self.side.addStretch(1)

    def _connect(self) -> None:
        self.table.chosen.connect(self.choose)
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        choices = self.choices
        choices.plots_changed.connect(self._show_tab)
        choices.censored.currentIndexChanged.connect(lambda _: self._show_elements())
        choices.log_figures.toggled.connect(lambda _: self._fill_table())
        choices.clustered.toggled.connect(self.correlation.set_clustered)
        self.correlation.chosen.connect(self._show_pair_of)
        self.scatter.pair_changed.connect(lambda *_: self._show_scatter())
        choices.facts.unit_wanted.connect(self._change_unit)
        choices.facts.substance_wanted.connect(self._change_substance)
        for view in (self.distribution, self.scatter.view):
            view.brushed.connect(self.picker.take)
            view.cleared.connect(self.picker.clear)
        self.map.selected.connect(self.picker.one)
        self.map.selected_rows.connect(self.picker.many)
        self.map.describe = self._describe
        self.listen(self.session.table_changed, self._table_changed)
        self.listen(self.session.roles_changed, self._table_changed)
        self.listen(self.session.selection_changed, self._mark)
        self.listen(self.session.colours_changed, self._show_scatter)

    def dispose(self) -> None:
        self._work.forget()
        super().dispose()

    # --- what there is -----------------------------------------------------------------

    def arrive(self) -> None:
        if self._due:
            self._show_elements()
        self._mark()
        self.table.setFocus()

    def _table_changed(self) -> None:
        """Compute when somebody looks."""
        self._due = True
        self._placed = self._correlated = None
        if self.isVisible():
            self._show_elements()

    def _show_elements(self) -> None:
        """Show the elements of the table; those chosen before stay chosen."""
        self._due = False
        table, columns = self.session.table, elements_of(self.session)
        self._elements = {column.name: column for column in columns}
        self._statistics = {}
        self._correlated = None
        self._middle.setCurrentIndex(1 if columns else 0)
        self.choices.facts.setVisible(bool(columns))
        if table is None or not columns:
            return
        self.tabs.setTabVisible(self.tabs.indexOf(self.scatter), len(columns) > 1)
        self.tabs.setTabVisible(self.tabs.indexOf(self.correlation), len(columns) > 1)
        self.tabs.setTabVisible(self.tabs.indexOf(self.map), self.session.has_coordinates)
        self.scatter.offer(tuple(self._elements))
        if self.chosen not in self._elements:
            self.chosen = columns[0].name
            self.scatter.choose_across(self.chosen)
        self._fill_table()
        self._work.statistics(
            table, tuple(self._elements), self.choices.rule, self._take_statistics
        )
        self._show_tab()

    def _take_statistics(self, found: dict[str, Statistics]) -> None:
        self._statistics = found
        self._fill_table()

    def _fill_table(self) -> None:
        columns = list(self._elements.values())
        self.table.show_elements(
            columns, self._statistics, log=self.choices.log_figures.isChecked()
        )
        self.table.go_to(self.chosen)
        self._show_facts()

    def choose(self, name: str) -> None:
        """Show another element in every view."""
        if name in self._elements and name != self.chosen:
            self.chosen = name
            self.table.go_to(name)
            self.scatter.choose_across(name)
            self._show_facts()
            self._show_tab()

    # --- units -------------------------------------------------------------------------

    def _change_unit(self, unit: str) -> None:
        column = self._elements[self.chosen]
        if unit != unit_known(column):
            self.furniture.opening.read_again(with_unit(self.session.reading, column, unit))

    def _change_substance(self, substance: str) -> None:
        column = self._elements[self.chosen]
        if substance != symbol_known(column):
            reading = with_substance(self.session.reading, column, substance)
            self.furniture.opening.read_again(reading)
