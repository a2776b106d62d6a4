"""Why the networks say what they say: one way of asking at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gui.explaining.attribution_view import AttributionView
from gui.explaining.dependence_view import DependenceView
from gui.explaining.importance_view import ImportanceView


class WhyView(QWidget):
    """Tabs: what is lost without an element, what speaks for a class, what one element changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.importance = ImportanceView()
        self.attribution = AttributionView()
        self.dependence = DependenceView()
        self.tabs = QTabBar(self)
        self._stack = QStackedWidget()
        for title, view in (
            (self.tr("Importance"), self.importance),
            (self.tr("Contributions"), self.attribution),
            (self.tr("Dependence"), self.dependence),
        ):
            self.tabs.addTab(title)
            self._stack.addWidget(view)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Why"))
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.show_explanation(None)

    def show_explanation(self, explanation: Mapping[str, Any] | None) -> None:
        """Show explanation.json, or the sentences that there is none."""
        self.importance.show_importance(explanation)
        self.attribution.show_attributions(explanation)
        self.dependence.show_dependence(explanation)
