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
        self._labels: LabelsPanel | None = None
        self._middle, self._settings = QStackedWidget(), QStackedWidget()
        self._add(self.thresholds)
        self.column.addWidget(self._middle, 1)
        self.side.addWidget(self._settings, 1)
        self.tabs.changed.connect(self.show_tab)

    @property
    def labels(self) -> LabelsPanel:
        """The second tab, built at its first use: both at once would make the window stutter."""
        if self._labels is None:
            self._labels = LabelsPanel(self.furniture)
            self._add(self._labels)
        return self._labels

    def _add(self, panel: ThresholdPanel | LabelsPanel) -> None:
        self._middle.addWidget(panel)
        self._settings.addWidget(panel.take_settings())

    def show_tab(self, name: str) -> None:
        """Show “thresholds” or “labels”."""
        self.tabs.set_value(name)
        panel = self.thresholds if name == "thresholds" else self.labels
        number = self._middle.indexOf(panel)
        self._middle.setCurrentIndex(number)
        self._settings.setCurrentIndex(number)

    @property
    def help_name(self) -> str:
        return "" if self._middle.currentWidget() is self.thresholds else "labels"

    def dispose(self) -> None:
        self.thresholds.dispose()
        if self._labels is not None:
            self._labels.dispose()
        super().dispose()
