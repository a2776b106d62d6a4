"""Anomalies: thresholds that can be audited, and labels for the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from gui.controls import Segments
from gui.labels_panel import LabelsPanel
from gui.pages.page import Page
from gui.threshold_panel import ThresholdPanel

if TYPE_CHECKING:
    from gui.furniture import Furniture


class AnomaliesPage(Page):
    """Two tabs, each with its own settings in the inspector."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Anomalies"))
        self.tabs = Segments(
            {"thresholds": self.tr("Thresholds"), "labels": self.tr("Labels")},
            self.tr("What the page shows"),
        )
        self.head.addWidget(self.tabs)
        self.thresholds = ThresholdPanel(furniture)
        self.labels = LabelsPanel(furniture)
        self._middle, self._settings = QStackedWidget(), QStackedWidget()
        for panel in (self.thresholds, self.labels):
            self._middle.addWidget(panel)
            self._settings.addWidget(panel.take_settings())
        self.column.addWidget(self._middle, 1)
        self.side.addWidget(self._settings, 1)
        self.tabs.changed.connect(self.show_tab)

    def show_tab(self, name: str) -> None:
        """Show “thresholds” or “labels”."""
        self.tabs.set_value(name)
        number = 0 if name == "thresholds" else 1
        self._middle.setCurrentIndex(number)
        self._settings.setCurrentIndex(number)

    @property
    def help_name(self) -> str:
        return "labels" if self._middle.currentWidget() is self.labels else ""

    def dispose(self) -> None:
        self.thresholds.dispose()
        self.labels.dispose()
        super().dispose()
