"""The tabs of the explore page: plots, correlations and map of the chosen element."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QTabWidget

from core.correlations import Correlations
from core.numbers import three_digits
from core.statistics import Statistics, counted
from gui.class_colours import ClassColours
from gui.correlation_view import CorrelationView
from gui.distribution_panel import DistributionPanel, limits_drawn
from gui.element_data import Array, ElementData, element_data, unit_known
from gui.element_table import ElementTable
from gui.explore_choices import ExploreChoices
from gui.explore_work import ExploreWork
from gui.linking import SelectionButton, mark_on_map
from gui.map_colours import Look
from gui.map_view import MapView
from gui.pages.page import Page
from gui.scatter_panel import Relation, ScatterPanel, relation_of
from gui.survey import known_classes, place_survey
from gui.table_info import ColumnInfo, TableInfo

MOST_CLASSES_DRAWN = 24


class ExploreTabs(Page):
    """Draws the tab on top; `gui.pages.explore_page.ExplorePage` makes them and says of what."""

    chosen: str
    table: ElementTable
    choices: ExploreChoices
    distribution: DistributionPanel
    scatter: ScatterPanel
    correlation: CorrelationView
    map: MapView
    tabs: QTabWidget
    _work: ExploreWork
    _button: SelectionButton
    _elements: dict[str, ColumnInfo]
    _statistics: dict[str, Statistics]
    _correlated: object
    _placed: object

    def _show_facts(self) -> None:
        if self.chosen in self._elements:
            found = self._statistics.get(self.chosen)
            self.choices.facts.show_element(self._elements[self.chosen], found)

    def _show_tab(self) -> None:
        """Draw the tab on top alone; another one is drawn when it comes up."""
        shown = self.tabs.currentWidget()
        self.choices.show_correlation(shown is self.correlation)
        if self.session.table is None or self.chosen not in self._elements:
            return
        if shown is self.distribution:
            self._show_distribution(self.session.table)
        elif shown is self.scatter:
            self._show_scatter()
        elif shown is self.correlation:
            self._show_correlations(self.session.table)
        else:
            self._show_map(self.session.table)

    def _show_distribution(self, table: TableInfo) -> None:
        name, log, rule = self.chosen, self.choices.log, self.choices.rule

        def work() -> tuple[ElementData, Array]:
            data = element_data(table, name, log=log, rule=rule)
            return data, limits_drawn(table.values(name), data.below, log)

        def take(answer: tuple[ElementData, Array]) -> None:
            self.distribution.show_data(*answer)
            self.distribution.mark(self.session.selection)

        self._work.pair(table.rows, work, take)

    def _show_scatter(self) -> None:
        table, pair = self.session.table, self.scatter.pair()
        if table is None or not all(name in self._elements for name in pair):
            return
        log, rule = self.choices.log, self.choices.rule

        def work() -> tuple[ElementData, ElementData, Relation]:
            across, up = (element_data(table, name, log=log, rule=rule) for name in pair)
            return across, up, relation_of(across, up)

        def take(answer: tuple[ElementData, ElementData, Relation]) -> None:
            codes, names = known_classes(self.session)
            if len(names) > MOST_CLASSES_DRAWN:
                codes, names = codes[:0], ()
            across, up, relation = answer
            self.scatter.show_pair(across, up, codes, ClassColours(names), relation)
            self.scatter.mark(self.session.selection)

        self._work.pair(table.rows, work, take)

    def _show_pair_of(self, across: str, up: str) -> None:
        """Show the scatter plot of two elements that correlate."""
        self.chosen = across
        self.scatter.choose(across, up)
        self.table.go_to(across)
        self._show_facts()
        self.tabs.setCurrentWidget(self.scatter)

    def _show_correlations(self, table: TableInfo) -> None:
        rule, method, domain = self.choices.rule, self.choices.method, self.choices.domain
        names = tuple(self._elements)
        wish = (table.arrow_path, names, rule, method, domain)
        if wish == self._correlated:
            return
        self._correlated = wish
        self.correlation.wait()

        def take(found: Correlations) -> None:
            self.correlation.show_correlations(found)

        self._work.correlations(table, names, rule, method, domain, take)

    def _show_map(self, table: TableInfo) -> None:
        place = (table.arrow_path, self.session.column_of("x"), self.session.column_of("y"))
        if place != self._placed:
            self._placed = place
            place_survey(self.map, self.session)
        column = self._elements[self.chosen]
        look = Look(logarithm=self.choices.log)
        values = counted(table.values(column.name), table.censored(column.name), self.choices.rule)
        self.map.set_values(values, column.name, unit_known(column), look=look)
        mark_on_map(self.map, self.session.selection)

    def _describe(self, row: int) -> str:
        table = self.session.table
        if table is None or self.chosen not in self._elements:
            return ""
        value, below = table.values(self.chosen)[row], table.censored(self.chosen)
        if not np.isfinite(value):
            return self.tr("row {row}: {name} missing").format(row=f"{row + 1:,}", name=self.chosen)
        sign = "<" if below is not None and below[row] else ""
        return self.tr("row {row}: {name} = {value}").format(
            row=f"{row + 1:,}", name=self.chosen, value=sign + three_digits(float(value))
        )

    # --- the selection -----------------------------------------------------------------

    def _mark(self) -> None:
        """Mark the selection where it is seen; other tabs mark it when they come up."""
        rows = self.session.selection
        self._button.show_count(len(rows))
        if not self.isVisible():
            return
        shown = self.tabs.currentWidget()
        if shown is self.map:
            mark_on_map(self.map, rows)
        elif shown is self.distribution:
            self.distribution.mark(rows)
        elif shown is self.scatter:
            self.scatter.mark(rows)
