"""Anomalies: thresholds that can be audited, and labels for the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.pages.page import Page

if TYPE_CHECKING:
    from gui.furniture import Furniture


class AnomaliesPage(Page):
    """The stop of the road."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Anomalies"))
