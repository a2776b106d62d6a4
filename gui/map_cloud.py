"""Millions of scattered samples: sorted into tiles, an overview of all, and a sharp part of few."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from gui.map_colours import Painted
from gui.map_picture import Picture, picture_of

TILES = 256
OVERVIEW = 2048
MARGIN = 0.25
# samples in view up to which dots have this many pixels across; beyond the last they have one
DOTS = ((3_000, 9), (20_000, 7), (80_000, 5), (300_000, 3), (1_500_000, 2))

Ints = NDArray[np.int64]


class Cloud:
    """The samples in the order of the tiles they lie in; nothing here needs the main thread.

    Positions are float32 parts of the extent: a ten-millionth of it, far below a pixel wherever
    several samples are in view.

    Parameters
    ----------
    x, y
        Coordinates, float64, shape (P,); samples without both are left out.
    bounds
        Smallest x, smallest y, largest x, largest y of the map.
    """

    def __init__(
        self,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        bounds: tuple[float, float, float, float],
    ) -> None:
        self.left, self.bottom, right, top = bounds
        self.width, self.height = right - self.left, top - self.bottom
        across = ((x - self.left) / self.width).astype(np.float32)
        up = ((y - self.bottom) / self.height).astype(np.float32)
        known = np.isfinite(across) & np.isfinite(up)
        # 65,535 is the last tile, so that numpy can sort by counting; samples without a place
        # come behind all others in a second step
        tiles = _tile(up).astype(np.uint16) * np.uint16(TILES) + _tile(across).astype(np.uint16)
        order = np.argsort(tiles, kind="stable").astype(np.int32)
        if not known.all():
            order = order[known[order]]
        self.order = order
        self.across, self.up = across[order], up[order]
        counts = np.bincount(tiles[order], minlength=TILES * TILES)
        self._starts = np.concatenate(([0], np.cumsum(counts)))

    def __len__(self) -> int:
        return len(self.order)

    def slices(self, rect: QRectF) -> list[slice]:
        """Return the runs of samples in the tiles that a rectangle touches."""
        first, last = self._tiles(rect.left(), rect.right(), self.left, self.width)
        lowest, highest = self._tiles(rect.top(), rect.bottom(), self.bottom, self.height)
        runs = [
            slice(int(self._starts[row * TILES + first]), int(self._starts[row * TILES + last + 1]))
            for row in range(lowest, highest + 1)
        ]
        return [run for run in runs if run.stop > run.start]

    def rows_in(self, rect: QRectF) -> Ints:
        """Return the samples inside a rectangle."""
        places = self._places(rect)
        across, up = self.across[places], self.up[places]
        inside = (across >= (rect.left() - self.left) / self.width) & (
            across <= (rect.right() - self.left) / self.width
        )
        inside &= (up >= (rect.top() - self.bottom) / self.height) & (
            up <= (rect.bottom() - self.bottom) / self.height
        )
        return self.order[places[inside]].astype(np.int64)

    def nearest(self, x: float, y: float, near_x: float, near_y: float) -> int:
        """Return the nearest sample within a few pixels, -1 when none is so near."""
        places = self._places(QRectF(x - near_x, y - near_y, 2 * near_x, 2 * near_y))
        if len(places) == 0:
            return -1
        off_x = (self.across[places] - (x - self.left) / self.width) * (self.width / near_x)
        off_y = (self.up[places] - (y - self.bottom) / self.height) * (self.height / near_y)
        distance = off_x**2 + off_y**2
        nearest = int(np.argmin(distance))
        return int(self.order[places[nearest]]) if distance[nearest] <= 1 else -1

    def overview(self, painted: Painted) -> Picture:
        """Return the picture of all samples."""
        pixels = np.zeros((OVERVIEW, OVERVIEW), np.uint32)
        flat = pixels.reshape(-1)
        step = 1 << 20
        dot = 2 if len(self) < 500_000 else 1
        for start in range(0, len(self), step):
            part = slice(start, start + step)
            colours = painted.table[painted.places[self.order[part]]]
            row = (self.up[part] * np.float32(OVERVIEW - dot)).astype(np.int32)
            column = (self.across[part] * np.float32(OVERVIEW - dot)).astype(np.int32)
            place = row * OVERVIEW + column
            for shift in (0, 1, OVERVIEW, OVERVIEW + 1) if dot == 2 else (0,):
                flat[place + shift] = colours
        return picture_of(pixels, QRectF(self.left, self.bottom, self.width, self.height))

    def sharp(self, painted: Painted, view: QRectF, pixel_x: float, pixel_y: float) -> Picture:
        """Return the picture of what is in view and a little around, in pixels of the screen."""
        rect = view.adjusted(
            -MARGIN * view.width(),
            -MARGIN * view.height(),
            MARGIN * view.width(),
            MARGIN * view.height(),
        )
        columns, rows = (
            max(1, round(rect.width() / pixel_x)),
            max(1, round(rect.height() / pixel_y)),
        )
        places = self._places(rect)
        size = next((size for most, size in DOTS if len(places) <= most), 1)
        column = self._pixel(self.across[places], self.left, self.width, rect.left(), pixel_x)
        row = self._pixel(self.up[places], self.bottom, self.height, rect.top(), pixel_y)
        # a frame as wide as a dot, cut off in the end, so that no dot leaves the picture
        inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        colours = painted.table[painted.places[self.order[places[inside]]]]
        wide = columns + 2 * size
        pixels = np.zeros((rows + 2 * size, wide), np.uint32)
        flat = pixels.reshape(-1)
        centre = (row[inside] + size) * wide + column[inside] + size
        for down, along in _disc(size):
            flat[centre + (down * wide + along)] = colours
        return picture_of(pixels[size:-size, size:-size], rect)

    def _places(self, rect: QRectF) -> Ints:
        runs = self.slices(rect)
        if not runs:
            return np.empty(0, np.int64)
        return np.concatenate([np.arange(run.start, run.stop) for run in runs])

    @staticmethod
    def _tiles(low: float, high: float, start: float, extent: float) -> tuple[int, int]:
        places = np.clip(np.array([low - start, high - start]) / extent, 0, 1) * TILES
        first, last = np.minimum(places.astype(np.int64), TILES - 1)
        return int(first), int(last)

    @staticmethod
    def _pixel(
        part: NDArray[np.float32], start: float, extent: float, left: float, pixel: float
    ) -> NDArray[np.int64]:
        return np.floor(part * (extent / pixel) + (start - left) / pixel).astype(np.int64)


def _tile(part: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.clip(np.nan_to_num(part) * TILES, 0, TILES - 1)


def _disc(size: int) -> list[tuple[int, int]]:
    """Return the pixels of a round dot, around its middle."""
    middle = (size - 1) / 2
    return [
        (row - size // 2, column - size // 2)
        for row in range(size)
        for column in range(size)
        if (row - middle) ** 2 + (column - middle) ** 2 <= (size / 2) ** 2
    ]
