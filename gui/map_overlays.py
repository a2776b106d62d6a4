"""What lies over the samples of a map: outlines, links, deposits, and rings round the picked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui import theme
from gui.class_colours import ClassColours

OUTLINES_Z, LINKS_Z, SYMBOLS_Z, DEPOSITS_Z, RINGS_Z = 10, 12, 20, 22, 30
SYMBOL_PX, DEPOSIT_PX = 11, 15
Segments = NDArray[np.float64]


class LinesItem(pg.GraphicsObject):
    """Thin straight pieces, float64, shape (S, 4): x, y, x, y; those in view alone are drawn."""

    def __init__(self, z: float, colour: str) -> None:
        super().__init__()
        self.setZValue(z)
        self._pen = pg.mkPen(colour, width=1)
        self._ground = pg.mkPen(theme.current().plot, width=1)
        for pen in (self._pen, self._ground):
            pen.setCosmetic(True)
        self._levels: list[Segments] = []
        self._tolerances: list[float] = []
        self._rect = QRectF()
        self._lines = pg.Qt.internals.PrimitiveArray(pg.QtCore.QLineF, 4)

    def set_segments(self, levels: Sequence[Segments], tolerances: Sequence[float]) -> None:
        """Draw other pieces: at several precisions, the finest first."""
        self.prepareGeometryChange()
        kept = [(level, error) for level, error in zip(levels, tolerances, strict=True)]
        self._levels = [level for level, _ in kept]
        self._tolerances = [error for _, error in kept]
        self._rect = _rect_of(self._levels[0]) if self._levels else QRectF()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        view = self.viewRect()
        if not self._levels or view is None:
            return
        pixel = self.pixelWidth() or 0.0
        fine = [n for n, error in enumerate(self._tolerances) if error <= 0.7 * pixel]
        pieces = _in_view(self._levels[fine[-1] if fine else 0], view)
        self._lines.resize(len(pieces))
        self._lines.ndarray()[:] = pieces
        # light lines beside the dark one: one of them stands out from any colour of the map
        painter.setPen(self._ground)
        for across, up in ((pixel, 0.0), (0.0, self.pixelHeight() or 0.0)):
            painter.translate(across, up)
            painter.drawLines(*self._lines.drawargs())
            painter.translate(-across, -up)
        painter.setPen(self._pen)
        painter.drawLines(*self._lines.drawargs())


class Outlines(LinesItem):
    """The outlines of one file, as the command ``outlines`` wrote them."""

    def __init__(self, path: Path) -> None:
        super().__init__(OUTLINES_Z, theme.current().text)
        with np.load(path, allow_pickle=False) as archive:
            tolerances = archive["tolerances"].tolist()
            levels = [archive[f"segments{number}"] for number in range(len(tolerances))]
        self.set_segments(levels, tolerances)


def symbols_item(z: float, size: int) -> pg.ScatterPlotItem:
    """Return an item that draws symbols of one size over the map."""
    item = pg.ScatterPlotItem(pxMode=True, size=size)
    item.setZValue(z)
    return item


def show_symbols(
    item: pg.ScatterPlotItem,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    codes: NDArray[np.int64],
    colours: ClassColours,
) -> None:
    """Draw samples as symbols in the shape and colour of their class."""
    listed = codes.tolist()
    # a symbol is painted once for each brush that is another object: one a class, not one a sample
    brushes = {code: pg.mkBrush(colours.colour(code)) for code in set(listed)}
    item.setData(
        x=x,
        y=y,
        symbol=[colours.symbol(code) for code in listed],
        brush=[brushes[code] for code in listed],
        pen=pg.mkPen("#ffffff" if theme.current().dark else "#000000", width=1.2),
    )


def show_rings(
    item: pg.ScatterPlotItem, x: NDArray[np.float64], y: NDArray[np.float64], size: int
) -> None:
    """Draw a dark and a light ring round each place: one of them stands out from any class."""
    rings = [pg.mkPen("#000000", width=2), pg.mkPen("#ffffff", width=2)]
    item.setData(
        x=np.concatenate([x, x]),
        y=np.concatenate([y, y]),
        size=[size + 4] * len(x) + [size] * len(x),
        pen=[rings[0]] * len(x) + [rings[1]] * len(x),
        symbol="o",
        brush=None,
    )


def show_dots(item: pg.ScatterPlotItem, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
    """Draw a small dot on each place: the colour of the sample stays as a ring around it."""
    scheme = theme.current()
    pen, brush = pg.mkPen(scheme.plot, width=1), pg.mkBrush(scheme.accent)
    item.setData(x=x, y=y, size=4.5, pen=pen, brush=brush, symbol="o")


def mark_colour() -> QColor:
    """Return the colour that lies over picked cells."""
    colour = QColor(theme.current().accent)
    colour.setAlpha(190)
    return colour


def _in_view(pieces: Segments, view: QRectF) -> Segments:
    x, y = pieces[:, 0::2], pieces[:, 1::2]
    seen = (x.max(axis=1) >= view.left()) & (x.min(axis=1) <= view.right())
    seen &= (y.max(axis=1) >= view.top()) & (y.min(axis=1) <= view.bottom())
    return pieces[seen]


def _rect_of(pieces: Segments) -> QRectF:
    if len(pieces) == 0:
        return QRectF()
    x, y = pieces[:, 0::2], pieces[:, 1::2]
    left, bottom = float(x.min()), float(y.min())
    return QRectF(left, bottom, float(x.max()) - left, float(y.max()) - bottom)
