"""Samples as pictures: grey ones as ink of the text's colour, coloured ones as they are."""

from __future__ import annotations

import math
from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage

from gui import theme
from gui.diverging import as_image
from gui.image_info import ImageInfo

# pictures of thumbnails kept; a few screens of them
MOST_KEPT = 3000


def ink_table() -> NDArray[np.uint8]:
    """Return the colour of each grey value, uint8, shape (256, 4): 0 the ground, 255 full ink.

    Ink is the colour of text on the colour of panels, in the light scheme as in the dark one, so
    that a digit is read as a word beside it is.
    """
    scheme = theme.current()
    ends = [QColor(scheme.panel), QColor(scheme.text)]
    channels = [[c.red() for c in ends], [c.green() for c in ends], [c.blue() for c in ends]]
    table = np.full((256, 4), 255, np.uint8)
    for number, (ground, ink) in enumerate(channels):
        table[:, number] = np.rint(np.linspace(ground, ink, 256))
    return table


def picture(pixels: NDArray[np.uint8], table: NDArray[np.uint8] | None = None) -> QImage:
    """Return an image with a memory of its own.

    Parameters
    ----------
    pixels
        uint8, shape (C, H, W). Three channels are red, green and blue; one is ink; of any other
        number the mean is taken for ink.
    table
        What `ink_table` gives, for callers who draw many.
    """
    if len(pixels) == 3:
        colours = np.full((*pixels.shape[1:], 4), 255, np.uint8)
        colours[..., :3] = np.moveaxis(pixels, 0, -1)
        return as_image(colours)
    ink = pixels[0] if len(pixels) == 1 else np.rint(pixels.mean(axis=0)).astype(np.uint8)
    return as_image((ink_table() if table is None else table)[ink])


def picture_of_shares(values: NDArray[np.floating]) -> QImage:
    """Return values from 0 to 1, shape (C, H, W), as a picture; what lies beyond is cut."""
    return picture(np.rint(np.clip(values, 0.0, 1.0) * 255).astype(np.uint8))


def whole_scale(height: int, width: int, room: int) -> float:
    """Return the factor that fits an image into a square of `room` pixels.

    A whole number where the image is enlarged, so that all its pixels are of one size.
    """
    scale = room / max(height, width)
    return float(math.floor(scale)) if scale >= 1 else scale


def fitted(size: QSize, room: int) -> QSize:
    """Return the size at which an image of a size is drawn in a square of `room` pixels."""
    scale = whole_scale(size.height(), size.width(), room)
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))


def centred(size: QSize, room: QRect) -> QRect:
    """Return a rectangle of a size in the middle of a room."""
    left = room.left() + (room.width() - size.width()) // 2
    return QRect(left, room.top() + (room.height() - size.height()) // 2, *size.toTuple())


class Pictures:
    """Thumbnails of the samples of one set, made when they are first looked at.

    Parameters
    ----------
    room
        Side of the square that each has to fit, pixels. Of larger images every nth pixel is taken:
        one thumbnail then costs no more than its own pixels.
    """

    def __init__(self, images: ImageInfo, room: int) -> None:
        self._images = images
        _, height, width = images.image_shape
        self._step = max(1, math.ceil(max(height, width) / (2 * room)))
        self.size = fitted(QSize(width, height), room)
        self._table = ink_table()
        self._kept: OrderedDict[int, QImage] = OrderedDict()

    def of(self, row: int) -> QImage:
        """Return the picture of a sample, counted from 0."""
        kept = self._kept.get(row)
        if kept is None:
            pixels = self._images.pixels[row, :, :: self._step, :: self._step]
            kept = self._kept[row] = picture(pixels, self._table)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return kept
