"""How samples become pictures: cells of a grid, a few dots, or a cloud of many."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from core.mapping import Grid, find_grid
from gui import theme
from gui.map_cloud import OVERVIEW, Cloud
from gui.map_colours import Painted
from gui.map_picture import Picture, PictureItem, picture_of

MOST_DOTS = 10_000
Bounds = tuple[float, float, float, float]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Layer(Protocol):
    """What a map view asks of the samples' picture.

    `draw` may be called on any thread, everything else on the main one alone.
    """

    bounds: Bounds
    items: list[Any]

    def draw(self, painted: Painted) -> Any:
        """Return what `install` shows."""

    def install(self, drawn: Any) -> None:
        """Show what `draw` made."""

    def index_at(self, x: float, y: float, near_x: float, near_y: float) -> int:
        """Return the sample at a place, or one so near; -1 where there is none."""

    def rows_in(self, rect: QRectF) -> Ints:
        """Return the samples inside a rectangle."""


class CellLayer:
    """A regular grid as one picture."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.bounds = grid.bounds
        self._cells = grid.rows * grid.columns
        self._samples = None if grid.is_in_order else grid.samples()
        self._placed = None if (grid.index >= 0).all() else np.flatnonzero(grid.index >= 0)
        self._item: PictureItem | None = None

    @property
    def items(self) -> list[Any]:
        """What the plot draws."""
        if self._item is None:
            self._item = PictureItem()
        return [self._item]

    def draw(self, painted: Painted) -> Picture:
        """Return the picture of the cells; samples without a place are left out."""
        left, bottom, right, top = self.bounds
        pixels = self.pixels(painted).reshape(self.grid.shape)
        return picture_of(pixels, QRectF(left, bottom, right - left, top - bottom))

    def pixels(self, painted: Painted) -> NDArray[np.uint32]:
        """Return the colour of each cell, transparent where there is no sample."""
        if len(painted.places) != len(self.grid.index):
            return np.zeros(self._cells, np.uint32)
        # "wrap" makes -1 the last colour and needs no second pass that looks for wrong places
        colours = np.take(painted.table, painted.places, mode="wrap")
        if self._samples is None:
            painted.hatch(colours, painted.hatched_samples, self.grid.columns)
            return colours
        cells = np.zeros(self._cells, np.uint32)
        if self._placed is None:
            cells[self.grid.index] = colours
        else:
            cells[self.grid.index[self._placed]] = colours[self._placed]
        hatched = self.grid.index[painted.hatched_samples]
        painted.hatch(cells, hatched[hatched >= 0], self.grid.columns)
        return cells

    def install(self, drawn: Picture) -> None:
        """Show a picture."""
        self.items[0].set_picture(drawn)

    def pixel(self, row: int, column: int) -> QColor:
        """Return the colour of a cell as it is drawn."""
        picture = self.items[0].picture
        return QColor.fromRgba(int(picture.levels[0][row, column]))

    def index_at(self, x: float, y: float, near_x: float, near_y: float) -> int:
        """Return the sample of the cell at a place, -1 where there is none."""
        grid = self.grid
        column = round((x - grid.x) / grid.step_x)
        row = round((y - grid.y) / grid.step_y)
        if not (0 <= row < grid.rows and 0 <= column < grid.columns):
            return -1
        if self._samples is None:
            return row * grid.columns + column
        return int(self._samples[row, column])

    def rows_in(self, rect: QRectF) -> Ints:
        """Return the samples whose cell's centre lies inside a rectangle."""
        grid = self.grid
        first, last = _steps(rect.left(), rect.right(), grid.x, grid.step_x, grid.columns)
        lowest, highest = _steps(rect.top(), rect.bottom(), grid.y, grid.step_y, grid.rows)
        rows, columns = np.arange(lowest, highest), np.arange(first, last)
        if self._samples is None:
            return (rows[:, None] * grid.columns + columns[None, :]).ravel().astype(np.int64)
        found = self._samples[lowest:highest, first:last].ravel()
        return np.sort(found[found >= 0]).astype(np.int64)


class DotLayer:
    """Up to 10,000 scattered samples, each a round dot of its own."""

    def __init__(self, x: Floats, y: Floats) -> None:
        self._known = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        self._x, self._y = x[self._known], y[self._known]
        self.bounds = bounds_of(x, y)
        self._item: Any = None
        self._brushes: dict[int, Any] = {}
        self._edge = pg.mkPen(QColor(theme.current().outline), width=0.6)

    @property
    def items(self) -> list[Any]:
        """What the plot draws."""
        if self._item is None:
            self._item = pg.ScatterPlotItem(pxMode=True, size=9 if len(self._known) <= 2000 else 6)
        return [self._item]

    def draw(self, painted: Painted) -> list[int]:
        """Return the colour of each dot; a transparent one is an empty ring."""
        if len(painted.places) == 0:
            return [0] * len(self._known)
        colours = painted.table[painted.places[self._known]]
        return [int(colour) for colour in colours.tolist()]

    def install(self, drawn: list[int]) -> None:
        """Give the dots their colours."""
        item = self.items[0]
        brushes = [self._brush(colour) for colour in drawn]
        if len(item.data) == len(brushes):
            item.setBrush(brushes)
        else:
            item.setData(x=self._x, y=self._y, brush=brushes, pen=self._edge)

    def index_at(self, x: float, y: float, near_x: float, near_y: float) -> int:
        """Return the nearest sample within a few pixels, -1 when none is so near."""
        distance = ((self._x - x) / near_x) ** 2 + ((self._y - y) / near_y) ** 2
        nearest = int(np.argmin(distance))
        return int(self._known[nearest]) if distance[nearest] <= 1 else -1

    def rows_in(self, rect: QRectF) -> Ints:
        """Return the samples inside a rectangle."""
        inside = (self._x >= rect.left()) & (self._x <= rect.right())
        inside &= (self._y >= rect.top()) & (self._y <= rect.bottom())
        return self._known[inside]

    def _brush(self, colour: int) -> Any:
        if colour not in self._brushes:
            alpha = colour >> 24
            channels = [(colour >> shift & 255) for shift in (16, 8, 0)]
            straight = [min(255, round(c * 255 / alpha)) if alpha else 0 for c in channels]
            self._brushes[colour] = pg.mkBrush(*straight, alpha)
        return self._brushes[colour]


class CloudLayer:
    """Many scattered samples: an overview, and where one looks closer a sharp picture over it."""

    def __init__(self, x: Floats, y: Floats) -> None:
        self.bounds = bounds_of(x, y)
        self.cloud = Cloud(x, y, self.bounds)
        self._rows = len(x)
        self.painted: Painted | None = None
        self._items: list[PictureItem] = []

    @property
    def items(self) -> list[Any]:
        """What the plot draws: the overview, and over it the sharp part."""
        if not self._items:
            self._items = [PictureItem(0), PictureItem(1)]
        return list(self._items)

    def draw(self, painted: Painted) -> tuple[Painted, Picture]:
        """Return the overview."""
        if len(painted.places) == 0:
            painted = Painted(np.full(self._rows, -1, np.int16), painted.table)
        return painted, self.cloud.overview(painted)

    def install(self, drawn: tuple[Painted, Picture]) -> None:
        """Show the overview; a sharp part of other colours goes."""
        self.painted = drawn[0]
        overview, sharp = self.items
        overview.set_picture(drawn[1])
        overview.leave_out(None)
        sharp.set_picture(None)

    def wants_sharp(self, view: QRectF, pixel_x: float) -> bool:
        """Whether the overview is too coarse or too crowded for what is in view."""
        left, _, right, _ = self.bounds
        return self.painted is not None and (right - left) / OVERVIEW > 0.75 * pixel_x

    def install_sharp(self, picture: Picture | None) -> None:
        """Show a sharp part, and the overview around it alone."""
        overview, sharp = self.items
        sharp.set_picture(picture)
        overview.leave_out(picture.rect if picture is not None else None)

    def index_at(self, x: float, y: float, near_x: float, near_y: float) -> int:
        """Return the nearest sample within a few pixels, -1 when none is so near."""
        return self.cloud.nearest(x, y, near_x, near_y)

    def rows_in(self, rect: QRectF) -> Ints:
        """Return the samples inside a rectangle."""
        return np.sort(self.cloud.rows_in(rect))


AnyLayer = CellLayer | DotLayer | CloudLayer


def layer_of(x: Floats, y: Floats) -> AnyLayer:
    """Return the layer that fits the samples; for any thread."""
    grid = find_grid(x, y)
    if grid is not None:
        return CellLayer(grid)
    known = np.isfinite(x) & np.isfinite(y)
    return DotLayer(x, y) if int(known.sum()) <= MOST_DOTS else CloudLayer(x, y)


def bounds_of(x: Floats, y: Floats) -> Bounds:
    """Return the extent of scattered samples with a little room around it."""
    left, right = float(np.nanmin(x)), float(np.nanmax(x))
    bottom, top = float(np.nanmin(y)), float(np.nanmax(y))
    # a single sample, or samples on one line, still need a map with an area
    margin = 0.02 * max(right - left, top - bottom) or max(1e-6 * max(abs(right), abs(top)), 1e-9)
    return left - margin, bottom - margin, right + margin, top + margin


def _steps(low: float, high: float, first: float, step: float, number: int) -> tuple[int, int]:
    start = int(np.clip(np.ceil((low - first) / step), 0, number))
    end = int(np.clip(np.floor((high - first) / step) + 1, 0, number))
    return start, max(start, end)
