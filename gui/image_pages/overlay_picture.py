"""An image with coloured values over it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.diverging import as_image, diverging_pixels
from gui.image_pages.pictures import centred, fitted, picture

MARGIN = 8
# values from this part of the limit on cover the image
STRENGTH = 2.5


class OverlayPicture(QWidget):
    """As large as it fits; tells the pixel under the mouse."""

    # line and column from 0; −1, −1 beside the image
    pointed = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._over: QImage | None = None
        self._opacity = 0.0
        self._under = (-1, -1)
        self._is_old = False
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setMinimumSize(120, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, pixels: NDArray[np.uint8]) -> None:
        """Show an image, uint8, shape (C, H, W)."""
        self._image = picture(pixels)
        self.update()

    def show_values(self, values: NDArray[np.floating], limit: float) -> None:
        """Lay values, shape (H, W), over the image; ± limit has the strongest colours.

        The image shows through where values are near zero.
        """
        pixels = diverging_pixels(values, limit)
        strength = np.abs(np.nan_to_num(values)) / (limit or 1.0)
        pixels[..., 3] = np.rint(255 * np.minimum(1.0, STRENGTH * strength))
        self._over = as_image(pixels)
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Choose how much the values cover, 0 to 1."""
        self._opacity = opacity
        self.update()

    def set_old(self, is_old: bool) -> None:
        """Say whether another one is on its way."""
        if is_old != self._is_old:
            self._is_old = is_old
            self.update()

    def _room(self) -> QRect:
        assert self._image is not None
        room = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        return centred(fitted(self._image.size(), min(room.width(), room.height())), room)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.panel))
        if self._image is not None:
            room = self._room()
            painter.setOpacity(0.55 if self._is_old else 1.0)
            painter.drawImage(room, self._image)
            if self._over is not None:
                painter.setOpacity(painter.opacity() * self._opacity)
                painter.drawImage(room, self._over)
            painter.setOpacity(1.0)
            painter.setPen(QColor(scheme.border))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(-1, -1, 0, 0))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._image is None or not self._room().contains(place):
            self._point((-1, -1))
            return
        room = self._room()
        offset = place - room.topLeft()
        line = offset.y() * self._image.height() // room.height()
        self._point((line, offset.x() * self._image.width() // room.width()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point((-1, -1))
        super().leaveEvent(event)

    def _point(self, under: tuple[int, int]) -> None:
        if under != self._under:
            self._under = under
            self.pointed.emit(*under)
