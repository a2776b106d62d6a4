"""How samples become pictures: cells of a grid as one image, points as dots or as one image."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from core.mapping import Grid
from gui import theme
from gui.class_colours import ClassColours

MOST_DOTS = 10_000
RASTER = 1024
PERCENTILES = (2.0, 98.0)
Pixels = NDArray[np.uint8]


def class_pixels(codes: NDArray[np.int64], colours: ClassColours, hidden: set[int]) -> Pixels:
    """Return a colour for each sample, uint8, shape (P, 4); hidden classes fade.

    A sample without a class gets a breath of grey, so that the extent of the survey is seen.
    """
    palette = np.zeros((len(colours) + 1, 4), np.uint8)
    ground = QColor(theme.current().outline)
    palette[-1] = ground.red(), ground.green(), ground.blue(), 22
    for code in range(len(colours)):
        colour = QColor(colours.colour(code))
        alpha = 22 if code in hidden else 255
        palette[code] = colour.red(), colour.green(), colour.blue(), alpha
    return palette[codes]


def value_pixels(
    values: NDArray[np.float64], limits: tuple[float, float] | None = None
) -> tuple[Pixels, float, float]:
    """Return a colour for each value, and the range that the colours span.

    That is the range from the 2nd to the 98th percentile where no `limits` are given.
    """
    known = values[np.isfinite(values)]
    if limits is None:
        low, high = np.percentile(known, PERCENTILES) if len(known) else (0.0, 1.0)
    else:
        low, high = limits
    if high <= low:
        high = low + 1.0
    table = pg.colormap.get("viridis").getLookupTable(nPts=256, alpha=True)
    place = np.nan_to_num((values - low) / (high - low) * 255).clip(0, 255).astype(np.int64)
    pixels = table[place].astype(np.uint8)
    pixels[~np.isfinite(values), 3] = 0
    return pixels, float(low), float(high)


class CellLayer:
    """A regular grid as one image."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.bounds = grid.bounds
        left, bottom, right, top = grid.bounds
        self._image = pg.ImageItem(axisOrder="row-major")
        self._image.setRect(QRectF(left, bottom, right - left, top - bottom))
        self.items = [self._image]
        self._samples = grid.samples()
        self._picture = np.zeros((*grid.shape, 4), np.uint8)
        self._flat = self._picture.reshape(-1, 4)
        self._placed = np.flatnonzero(grid.index >= 0)
        self._cells = grid.index[self._placed]

    def set_pixels(self, pixels: Pixels) -> None:
        """Colour the cells; samples without a place are left out."""
        self._flat[:] = 0
        if len(pixels):
            self._flat[self._cells] = pixels[self._placed]
        self._image.setImage(self._picture, autoLevels=False, levels=None)
        left, bottom, right, top = self.bounds
        self._image.setRect(QRectF(left, bottom, right - left, top - bottom))

    def index_at(self, x: float, y: float, near_x: float, near_y: float) -> int:
        """Return the sample of the cell at a place, -1 where there is none."""
        grid = self.grid
        column = round((x - grid.x) / grid.step_x)
        row = round((y - grid.y) / grid.step_y)
        if 0 <= row < grid.rows and 0 <= column < grid.columns:
            return int(self._samples[row, column])
        return -1


class PointLayer:
    """Scattered samples: dots up to 10,000, above that dots painted into one image."""

    def __init__(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        self._x, self._y = x, y
        self._known = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        known_x, known_y = x[self._known], y[self._known]
        margin = 0.02 * max(np.ptp(known_x), np.ptp(known_y), 1e-9)
        self.bounds = (
            float(known_x.min() - margin),
            float(known_y.min() - margin),
            float(known_x.max() + margin),
            float(known_y.max() + margin),
        )
        self._item: Any
        if len(self._known) <= MOST_DOTS:
            size = 9 if len(self._known) <= 2000 else 6
            self._item = pg.ScatterPlotItem(pxMode=True, size=size)
        else:
            self._item = pg.ImageItem(axisOrder="row-major")
        self._brushes: dict[bytes, Any] = {}
        self._edge = pg.mkPen(QColor(theme.current().outline), width=0.6)
        self.items = [self._item]

    def set_pixels(self, pixels: Pixels) -> None:
        """Colour the samples; a transparent one is an empty ring."""
        if len(pixels) == 0:
            pixels = np.zeros((len(self._x), 4), np.uint8)
        pixels = pixels[self._known]
        if isinstance(self._item, pg.ImageItem):
            self._paint(pixels)
            return
        brushes = [self._brush(bytes(pixel)) for pixel in pixels]
        if len(self._item.data) == len(brushes):
            self._item.setBrush(brushes)
        else:
            self._item.setData(
                x=self._x[self._known], y=self._y[self._known], brush=brushes, pen=self._edge
            )

    def index_at(self, x: float, y: float, near_x: float, near_y: float) -> int:
        """Return the nearest sample within a few pixels, -1 when none is so near."""
        distance = ((self._x - x) / near_x) ** 2 + ((self._y - y) / near_y) ** 2
        distance[~np.isfinite(distance)] = np.inf
        nearest = int(np.argmin(distance))
        return nearest if distance[nearest] <= 1 else -1

    def _paint(self, pixels: Pixels) -> None:
        left, bottom, right, top = self.bounds
        picture = np.zeros((RASTER, RASTER, 4), np.uint8)
        column = ((self._x[self._known] - left) / (right - left) * (RASTER - 1)).astype(np.int64)
        row = ((self._y[self._known] - bottom) / (top - bottom) * (RASTER - 1)).astype(np.int64)
        for shift_row in (0, 1):
            for shift_column in (0, 1):
                rows = np.minimum(row + shift_row, RASTER - 1)
                columns = np.minimum(column + shift_column, RASTER - 1)
                picture[rows, columns] = pixels
        self._item.setImage(picture, autoLevels=False, levels=None)
        self._item.setRect(QRectF(left, bottom, right - left, top - bottom))

    def _brush(self, pixel: bytes) -> Any:
        if pixel not in self._brushes:
            self._brushes[pixel] = pg.mkBrush(*pixel)
        return self._brushes[pixel]
