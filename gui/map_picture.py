"""A picture that a view pans and zooms, also one of ten million cells."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

Pixels = NDArray[np.uint32]
# Smaller pictures are drawn from their pixels directly, faster than a choice among copies pays.
LARGE = 1500


@dataclass(frozen=True)
class Picture:
    """Pixels at several sizes.

    Attributes
    ----------
    levels
        Premultiplied ARGB, shape (rows, columns), row 0 at the smallest y; each level has every
        second row and column of the one before.
    rect
        Where the first level lies, in the coordinates of the map.
    """

    levels: tuple[Pixels, ...]
    rect: QRectF


def picture_of(pixels: Pixels, rect: QRectF) -> Picture:
    """Return a picture with smaller copies of itself; for any thread."""
    levels = [np.ascontiguousarray(pixels)]
    while max(levels[-1].shape) > LARGE:
        levels.append(np.ascontiguousarray(levels[-1][::2, ::2]))
    return Picture(tuple(levels), rect)


class PictureItem(pg.GraphicsObject):
    """Draws the part of a picture that is in view, from the smallest copy that is sharp."""

    def __init__(self, z: float = 0.0) -> None:
        super().__init__()
        self.setZValue(z)
        self._picture: Picture | None = None
        self._images: list[QImage] = []
        self._without: QRectF | None = None

    @property
    def picture(self) -> Picture | None:
        """What is drawn."""
        return self._picture

    def set_picture(self, picture: Picture | None) -> None:
        """Draw another picture, or none."""
        self.prepareGeometryChange()
        self._picture = picture
        levels = picture.levels if picture is not None else ()
        # the images are windows on the arrays, which the picture keeps alive
        self._images = [_image(level) for level in levels]
        self.update()

    def leave_out(self, rect: QRectF | None) -> None:
        """Draw nothing inside a rectangle, where another item draws the same more sharply."""
        if rect != self._without:
            self._without = rect
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._picture.rect) if self._picture is not None else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        view = self.viewRect()
        if self._picture is None or view is None:
            return
        seen = view.intersected(self._picture.rect)
        for part in _outside(seen, self._without) if self._without is not None else [seen]:
            if part.width() > 0 and part.height() > 0:
                self._draw(painter, part)

    def _draw(self, painter: QPainter, part: QRectF) -> None:
        assert self._picture is not None
        rect = self._picture.rect
        rows, columns = self._picture.levels[0].shape
        cell_x, cell_y = rect.width() / columns, rect.height() / rows
        level = self._level(min(cell_x, cell_y))
        step = 2.0**level
        image = self._images[level]
        # whole pixels alone: Qt would draw halves of cells at the edge of the view otherwise
        left = math.floor((part.left() - rect.left()) / cell_x / step)
        right = math.ceil((part.right() - rect.left()) / cell_x / step)
        top = math.floor((part.top() - rect.top()) / cell_y / step)
        bottom = math.ceil((part.bottom() - rect.top()) / cell_y / step)
        left, top = max(0, left), max(0, top)
        right, bottom = min(image.width(), right), min(image.height(), bottom)
        target = QRectF(
            rect.left() + left * step * cell_x,
            rect.top() + top * step * cell_y,
            (right - left) * step * cell_x,
            (bottom - top) * step * cell_y,
        )
        if self._without is not None:
            painter.save()
            painter.setClipRect(part)
        painter.drawImage(target, image, QRectF(left, top, right - left, bottom - top))
        if self._without is not None:
            painter.restore()

    def _level(self, cell: float) -> int:
        """Return the smallest copy whose pixels are no larger than those of the screen."""
        pixel = self.pixelWidth() or 1.0
        wanted = math.floor(math.log2(max(1.0, pixel / cell)))
        return min(wanted, len(self._images) - 1)


def _image(pixels: Pixels) -> QImage:
    rows, columns = pixels.shape
    kind = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, columns, rows, 4 * columns, kind)


def _outside(whole: QRectF, hole: QRectF) -> list[QRectF]:
    """Return what is left of a rectangle around another one, as four rectangles."""
    inner = whole.intersected(hole)
    if inner.isEmpty():
        return [whole]
    left, top, right, bottom = whole.left(), whole.top(), whole.right(), whole.bottom()
    return [
        QRectF(left, top, whole.width(), inner.top() - top),
        QRectF(left, inner.bottom(), whole.width(), bottom - inner.bottom()),
        QRectF(left, inner.top(), inner.left() - left, inner.height()),
        QRectF(inner.right(), inner.top(), right - inner.right(), inner.height()),
    ]
