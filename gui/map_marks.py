"""The marks on a map: symbols of samples, deposits with links, the clicked one, the picked ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from gui import map_overlays as overlays
from gui import theme
from gui.class_colours import ClassColours
from gui.map_cell_outline import cell_outline
from gui.map_colours import Painted, argb
from gui.map_layers import AnyLayer, CellLayer
from gui.map_picture import Picture, PictureItem, picture_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
# more rings than these run into each other
MOST_RINGS = 50
# dots and edges are drawn one by one; above this number they would be slower than the map itself
MOST_DOTS, MOST_EDGES = 2_000, 30_000
PICTURE = 1024


class Marks:
    """Keeps the items that lie over the samples of one plot."""

    most_edges = MOST_EDGES

    def __init__(self, plot: pg.PlotWidget) -> None:
        self.symbols = overlays.symbols_item(overlays.SYMBOLS_Z, overlays.SYMBOL_PX)
        self.deposits = overlays.symbols_item(overlays.DEPOSITS_Z, overlays.DEPOSIT_PX)
        self.rings = overlays.symbols_item(overlays.RINGS_Z - 1, 14)
        self.marker = overlays.symbols_item(overlays.RINGS_Z, 20)
        self.links = overlays.LinesItem(overlays.LINKS_Z, theme.current().text)
        self.outline = overlays.LinesItem(overlays.RINGS_Z - 2, theme.current().accent)
        self.picture = PictureItem(overlays.LINKS_Z - 1)
        for item in (
            self.picture, self.links, self.symbols, self.deposits, self.outline, self.rings,
            self.marker,
        ):  # fmt: skip
            plot.addItem(item)
        self._symbol_at: tuple[Ints, Ints] | None = None
        self._drawn: list[str] = []
        self._deposits: tuple[Floats, Floats, Sequence[str]] = (np.empty(0), np.empty(0), ())

    def clear(self) -> None:
        """Take every mark away."""
        for item in (self.symbols, self.deposits, self.marker):
            item.setData(x=[], y=[])
        self._clear_selection()
        self.links.set_segments([], [])
        self._symbol_at = None
        self._deposits = (np.empty(0), np.empty(0), ())

    def set_symbols(
        self, x: Floats, y: Floats, indices: Ints, codes: Ints, colours: ClassColours
    ) -> None:
        """Draw samples as symbols, anew only where anything has changed."""
        at = (indices, codes)
        drawn = [colours.colour(code) for code in codes.tolist()]
        if (
            self._symbol_at is not None
            and drawn == self._drawn
            and all(np.array_equal(a, b) for a, b in zip(self._symbol_at, at, strict=True))
        ):
            return
        self._symbol_at, self._drawn = at, drawn
        overlays.show_symbols(self.symbols, x[indices], y[indices], codes, colours)

    def set_deposits(
        self, x: Floats, y: Floats, codes: Ints, labels: Sequence[str], colours: ClassColours
    ) -> None:
        """Draw symbols at places that need be no samples."""
        self._deposits = (np.asarray(x, np.float64), np.asarray(y, np.float64), tuple(labels))
        overlays.show_symbols(self.deposits, *self._deposits[:2], codes, colours)

    def label_at(self, x: float, y: float, near_x: float, near_y: float) -> str:
        """Return the label of the deposit at a place, "" where there is none."""
        deposits_x, deposits_y, labels = self._deposits
        if len(labels) == 0:
            return ""
        distance = ((deposits_x - x) / near_x) ** 2 + ((deposits_y - y) / near_y) ** 2
        distance[np.isnan(distance)] = np.inf
        nearest = int(np.argmin(distance))
        return labels[nearest] if distance[nearest] <= 1 else ""

    def set_links(self, pairs: Floats) -> None:
        """Draw thin lines, shape (L, 4): x, y, x, y."""
        pairs = np.asarray(pairs, np.float64).reshape(-1, 4)
        pairs = pairs[np.isfinite(pairs).all(axis=1)]
        self.links.set_segments([pairs] if len(pairs) else [], [0.0] if len(pairs) else [])

    def mark(self, at: QPointF | None) -> None:
        """Put the two rings round one place, or take them away."""
        if at is None:
            self.marker.setData(x=[], y=[])
            return
        overlays.show_rings(self.marker, np.array([at.x()]), np.array([at.y()]), 20)

    def set_selection(self, layer: AnyLayer | None, rows: Ints, x: Floats, y: Floats) -> None:
        """Mark picked samples so that what lies under the marks stays seen.

        Few by rings; more as an outline of their cells, or as dots on the points; and where that
        would be too much to draw, by one picture.

        Parameters
        ----------
        rows, x, y
            The samples and their coordinates, NaN where missing.
        """
        self._clear_selection()
        known = np.isfinite(x)
        rows, x, y = rows[known], x[known], y[known]
        if len(rows) == 0:
            return
        if len(rows) <= MOST_RINGS:
            pen = pg.mkPen(theme.current().accent, width=2)
            self.rings.setData(x=x, y=y, size=14, pen=pen, brush=None, symbol="o")
        elif isinstance(layer, CellLayer):
            self._mark_cells(layer, rows)
        elif len(rows) <= MOST_DOTS:
            overlays.show_dots(self.rings, x, y)
        else:
            self.picture.set_picture(_picture(x, y, argb(overlays.mark_colour())))

    def _mark_cells(self, layer: CellLayer, rows: Ints) -> None:
        pieces = cell_outline(layer.grid, rows)
        if len(pieces) <= self.most_edges:
            self.outline.set_segments([pieces], [0.0])
            return
        picked = np.full(len(layer.grid.index), -1, np.int16)
        picked[rows] = 0
        table = np.array([argb(overlays.mark_colour()), 0], np.uint32)
        self.picture.set_picture(layer.draw(Painted(picked, table)))

    def _clear_selection(self) -> None:
        self.rings.setData(x=[], y=[])
        self.picture.set_picture(None)
        self.outline.set_segments([], [])


def _picture(x: Floats, y: Floats, colour: int) -> Picture:
    """Return dots of two pixels in a picture of their extent."""
    left, bottom = float(x.min()), float(y.min())
    width, height = max(float(np.ptp(x)), 1e-9), max(float(np.ptp(y)), 1e-9)
    column = ((x - left) / width * (PICTURE - 2)).astype(np.int64)
    row = ((y - bottom) / height * (PICTURE - 2)).astype(np.int64)
    pixels = np.zeros((PICTURE, PICTURE), np.uint32)
    for down in (0, 1):
        for along in (0, 1):
            pixels[row + down, column + along] = colour
    return picture_of(pixels, QRectF(left, bottom, width, height))
