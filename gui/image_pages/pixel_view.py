"""One sample, large, with the pixel under the mouse."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.image_pages.pictures import centred, fitted, picture

SIDE = 168


class PixelView(QWidget):
    """Draws an image so large that each pixel is seen; tells which one the mouse is on."""

    # line and column of the pixel from 0; −1, −1 beside the image
    pointed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._size = QSize()
        self._under = (-1, -1)
        self.setFixedSize(SIDE + 2, SIDE + 2)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("The sample, enlarged"))

    def show_pixels(self, pixels: NDArray[np.uint8] | None) -> None:
        """Show an image, uint8, shape (C, H, W), or none."""
        self._image = picture(np.asarray(pixels)) if pixels is not None else None
        if self._image is not None:
            self._size = fitted(self._image.size(), SIDE)
        self._point((-1, -1))
        self.update()

    def _room(self) -> QRect:
        return centred(self._size, self.rect())

    def _pixel_at(self, place: QPoint) -> tuple[int, int]:
        room = self._room()
        if self._image is None or not room.contains(place):
            return (-1, -1)
        offset = place - room.topLeft()
        line = offset.y() * self._image.height() // room.height()
        return line, offset.x() * self._image.width() // room.width()

    def _point(self, pixel: tuple[int, int]) -> None:
        if pixel != self._under:
            self._under = pixel
            self.pointed.emit(*pixel)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._pixel_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point((-1, -1))
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.panel))
        if self._image is not None:
            painter.drawImage(self._room(), self._image)
        painter.setPen(QColor(scheme.border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._image is not None and self._under != (-1, -1):
            painter.setPen(QPen(QColor(scheme.accent), 1.5))
            painter.drawRect(self._cell(self._image))
        painter.end()

    def _cell(self, image: QImage) -> QRectF:
        room, (line, column) = self._room(), self._under
        across, down = room.width() / image.width(), room.height() / image.height()
        return QRectF(room.left() + column * across, room.top() + line * down, across, down)
