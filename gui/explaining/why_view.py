"""Why the networks say what they say: of the whole run one way of asking at a time, or of a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gui.explaining.attribution_view import AttributionView
from gui.explaining.dependence_view import DependenceView
from gui.explaining.importance_view import ImportanceView
from gui.explaining.one_row import OneRow
from gui.services import Services


class WhyView(QWidget):
    """Tabs: what is lost without an element, what speaks for a class, what one element changes, and
    one row.

    Attributes
    ----------
    whole_shown
        Tells whether what is on show is found for the whole run.
    """

    whole_shown = Signal(bool)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.importance = ImportanceView()
        self.attribution = AttributionView()
        self.dependence = DependenceView()
        self.one_row = OneRow(services)
        self.tabs = QTabBar(self)
        self._stack = QStackedWidget()
        for title, view in (
            (self.tr("Importance"), self.importance),
            (self.tr("Contributions"), self.attribution),
            (self.tr("Dependence"), self.dependence),
            (self.tr("One row"), self.one_row),
        ):
            self.tabs.addTab(title)
            self._stack.addWidget(view)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Why"))
        self.tabs.currentChanged.connect(self._show_tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.show_explanation(None)

    def show_one_row(self) -> None:
        """Turn to the single row."""
        self.tabs.setCurrentIndex(self._stack.indexOf(self.one_row))

    def _show_tab(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.whole_shown.emit(self._stack.currentWidget() is not self.one_row)

    def show_explanation(self, explanation: Mapping[str, Any] | None) -> None:
        """Show explanation.json, or the sentences that there is none."""
        self.importance.show_importance(explanation)
        self.attribution.show_attributions(explanation)
        self.dependence.show_dependence(explanation)
