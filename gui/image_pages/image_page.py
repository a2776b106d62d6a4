"""What every page of the road of images has besides what all pages have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.pages.page import Page

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ImagePage(Page):
    """A stop of the road of images. It listens to the image session and to no other view."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.images = furniture.services.images
