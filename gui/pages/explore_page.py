"""Explore: statistics, plots and correlations of the elements, before anything is learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.pages.page import Page

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ExplorePage(Page):
    """The stop of the road."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Explore"))
