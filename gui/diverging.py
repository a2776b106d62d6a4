"""Colours for values on both sides of zero: one hue below, another above, grey at zero."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.numbers import three_digits
from gui import theme

HALF = 127
# from −1 over 0 to 1; told apart by people who see no red or no green as well
_LIGHT = ("#134b8a", "#78aad6", "#f2f2f2", "#eba07c", "#a3280f")
_DARK = ("#8fcbff", "#41759f", "#33383e", "#a05f45", "#ffa07d")
# relative luminance of the channels, and where black letters read better than white (WCAG)
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
_READABLE = 0.179

Pixels = NDArray[np.uint8]


def diverging_pixels(values: NDArray[np.floating], limit: float) -> Pixels:
    """Return a colour for each value, uint8, shape (..., 4); what is not finite is transparent.

    Parameters
    ----------
    limit
        The value of the last colour; what lies beyond has that colour too.
    """
    limit = limit if limit > 0 else 1.0
    places = np.nan_to_num(np.clip(values / limit, -1.0, 1.0)) * HALF
    pixels = _table(theme.current().dark)[np.rint(places).astype(np.int64) + HALF]
    pixels[np.isnan(values), 3] = 0
    return pixels


def letters_on(pixels: Pixels) -> NDArray[np.bool_]:
    """Return for each colour, shape (..., 4), whether letters on it have to be black."""
    # the power stands for the curve of sRGB, which it follows closely
    return np.asarray((pixels[..., :3] / 255.0) ** 2.2 @ _LUMINANCE > _READABLE)


def as_image(pixels: Pixels) -> QImage:
    """Return pixels, shape (rows, columns, 4), as an image with a memory of its own."""
    rows, columns = pixels.shape[:2]
    contiguous = np.ascontiguousarray(pixels)
    image = QImage(contiguous.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
    return image.copy()


def cell_text(value: float) -> str:
    """Write a number in the few letters that a cell has room for."""
    if not math.isfinite(value):
        return three_digits(value)
    size = abs(value)
    if size >= 9999.5:
        text = f"{value:.0e}".replace("e+0", "e").replace("e+", "e")
    else:
        text = f"{value:.{2 if size < 9.995 else 1 if size < 99.95 else 0}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("-")


class DivergingLegend(QWidget):
    """A bar of the colours between the limits they stand for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = 0.0
        self.setFixedHeight(18)

    @property
    def limit(self) -> float:
        """The value of the last colour."""
        return self._limit

    def set_limit(self, limit: float) -> None:
        """Write other limits: ± this one."""
        if limit != self._limit:
            self._limit = limit
            low, high = self._words()
            self.setAccessibleName(f"{low} … {high}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(110 + sum(self.fontMetrics().horizontalAdvance(t) for t in self._words()), 18)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().muted))
        low, high = self._words()
        metrics = painter.fontMetrics()
        left, right = metrics.horizontalAdvance(low) + 6, metrics.horizontalAdvance(high) + 6
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | middle, low)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | middle, high)
        colours = as_image(_table(theme.current().dark)[np.newaxis])
        painter.drawImage(QRectF(left, 4, self.width() - left - right, 10), colours)
        painter.end()

    def _words(self) -> tuple[str, str]:
        return "−" + three_digits(self._limit), "+" + three_digits(self._limit)


@lru_cache(maxsize=2)
def _table(dark: bool) -> Pixels:
    """Return the colours from −1 to 1, shape (255, 4)."""
    stops = [QColor(name) for name in (_DARK if dark else _LIGHT)]
    channels = [[c.red() for c in stops], [c.green() for c in stops], [c.blue() for c in stops]]
    places = np.linspace(0, len(stops) - 1, 2 * HALF + 1)
    table = np.full((2 * HALF + 1, 4), 255, np.uint8)
    for number, values in enumerate(channels):
        table[:, number] = np.rint(np.interp(places, range(len(stops)), values))
    return table
