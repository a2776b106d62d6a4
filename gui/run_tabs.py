"""The tabs below the curves: views that look at the run on show more closely."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget


class RunTabs(QTabWidget):
    """Hidden while it has no tab to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.hide()

    def show_tab(self, widget: QWidget, shown: bool) -> None:
        """Show or hide a tab; the whole goes with the last one."""
        place = self.indexOf(widget)
        if self.isTabVisible(place) != shown:
            self.setTabVisible(place, shown)
            if shown:
                self.setCurrentWidget(widget)
        self.setVisible(any(self.isTabVisible(place) for place in range(self.count())))
