"""Draw: to be built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.image_pages.image_page import ImagePage

if TYPE_CHECKING:
    from gui.furniture import Furniture


class DrawPage(ImagePage):
    """Placeholder."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Draw"))
        self.column.addStretch(1)
