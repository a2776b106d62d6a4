"""Arrays of numbers as small pictures: filters and feature maps, each on a scale of its own or one.

Values on both sides of zero have two hues; values that are never negative are ink.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from gui.diverging import as_image, diverging_pixels
from gui.image_pages.pictures import ink_table

Array = NDArray[np.floating]


class Tiles:
    """Maps of one size, each made a picture when it is first looked at.

    Parameters
    ----------
    values
        Float, shape (M, H, W); NaN is left blank.
    shares_scale
        Whether a colour means the same value in every map.
    """

    def __init__(self, values: Array, *, shares_scale: bool = True) -> None:
        self.values = values
        self.shares_scale = shares_scale
        self._kept: dict[int, QImage] = {}

    def __len__(self) -> int:
        return len(self.values)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of a map."""
        return int(self.values.shape[1]), int(self.values.shape[2])

    @cached_property
    def largest(self) -> float:
        """The largest absolute value of all."""
        return largest_of(self.values)

    @cached_property
    def is_signed(self) -> bool:
        """Whether some value is negative."""
        return bool(np.any(self.values < 0))

    def limit(self, number: int) -> float:
        """Return the absolute value of the strongest colour of a map."""
        return self.largest if self.shares_scale else largest_of(self.values[number])

    def picture(self, number: int) -> QImage:
        """Return a map as a picture of its own size."""
        if number not in self._kept:
            values = self.values[number].astype(np.float64)
            pixels = value_pixels(values, self.limit(number), signed=self.is_signed)
            self._kept[number] = as_image(pixels)
        return self._kept[number]


def largest_of(values: Array) -> float:
    """Return the largest absolute value, 0 without any number."""
    finite = values[np.isfinite(values)]
    return float(np.abs(finite).max()) if finite.size else 0.0


def value_pixels(values: NDArray[np.float64], limit: float, *, signed: bool) -> NDArray[np.uint8]:
    """Return a colour for each value, uint8, shape (..., 4): two hues about zero, or ink from 0."""
    if signed:
        return diverging_pixels(values, limit)
    shares = np.nan_to_num(np.clip(values / (limit or 1.0), 0.0, 1.0))
    pixels = ink_table()[np.rint(255 * shares).astype(np.uint8)]
    pixels[np.isnan(values), 3] = 0
    return pixels


def side_by_side(filters: Array) -> Array:
    """Return the channels of each filter next to each other, with a blank column between.

    Parameters
    ----------
    filters
        Shape (F, C, k, k).

    Returns
    -------
    Shape (F, k, C (k + 1) − 1).
    """
    count, channels, height, width = filters.shape
    wide = np.full((count, height, channels, width + 1), np.nan, np.float64)
    wide[..., :width] = filters.transpose(0, 2, 1, 3)
    return wide.reshape(count, height, -1)[:, :, :-1]
