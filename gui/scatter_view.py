"""Two elements against each other: points in class colours, or above 10,000 their density."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.brush import Brush
from gui.class_colours import ClassColours
from gui.element_data import Array, ElementData, Flags, Rows
from gui.log_axis import LogAxis
from gui.pan_keys import PanKeys
from gui.plotting import NumberAxis, calm_plot, put_axis
from gui.throttle import Throttle
from gui.value_plot import points, value_range

MOST_POINTS = 10_000
MOST_MARKED = 4000
# labelled points are drawn over a density where they are few
MOST_CLASS_POINTS = 3000
# cells of the density image, across and up
CELLS = (220, 160)
REDRAW_MS = 120
NEAR_PX = 8


class ScatterView(QWidget):
    """A plot of two elements.

    A drag selects a rectangle; the wheel zooms, the middle button pans.
    """

    brushed = Signal(object, bool, bool)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across: ElementData | None = None
        self._up: ElementData | None = None
        self._drawn: Rows = np.empty(0, np.int64)
        self._codes: NDArray[np.int64] = np.empty(0, np.int64)
        self._colours = ClassColours(())
        self._faded: set[int] = set()
        self.plot = calm_plot(self)
        self.plot.setAccessibleName(self.tr("Scatter plot of two elements"))
        self._box = self.plot.getPlotItem().getViewBox()
        self._box.disableAutoRange()
        self._density = pg.ImageItem(axisOrder="row-major")
        self._points = pg.ScatterPlotItem(pxMode=True, size=5, pen=None)
        self._below = points(theme.current().outline, hollow=True)
        self._labelled = pg.ScatterPlotItem(pxMode=True, size=8)
        self._marked = points(theme.current().validation)
        self._marked.setOpacity(0.8)
        for item in (self._density, self._below, self._points, self._labelled, self._marked):
            self.plot.addItem(item)
        brush = Brush(self.plot, across=False)
        brush.dragged.connect(self._drag)
        brush.clicked.connect(self._click)
        self._redraw = Throttle(self._draw_density, REDRAW_MS, self)
        self._box.sigRangeChanged.connect(lambda *_: self._redraw.request())
        PanKeys(self.plot, self.fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)

    # --- showing -----------------------------------------------------------------------

    def show_pair(
        self,
        across: ElementData,
        up: ElementData,
        codes: NDArray[np.int64],
        colours: ClassColours,
    ) -> None:
        """Draw two elements of the same rows.

        Parameters
        ----------
        codes
            Class code of each row, -1 where unknown; empty without classes.
        """
        if colours.names != self._colours.names:
            self._faded = set()
        self._across, self._up, self._codes, self._colours = across, up, codes, colours
        self._drawn = np.flatnonzero((across.places >= 0) & (up.places >= 0))
        self._set_axis("bottom", across)
        self._set_axis("left", up)
        self._draw_samples()
        self._clear(self._marked)
        self.fit()
        self._draw_density()

    def toggle_class(self, code: int) -> None:
        """Fade the points of a class, or show them again."""
        self._faded ^= {code}
        self._draw_samples()

    def _draw_samples(self) -> None:
        if self._across is None or self._up is None:
            return
        if self.is_dense:
            self._clear(self._points, self._below)
            self._draw_classes(self._labelled_rows())
        else:
            self._density.clear()
            self._clear(self._labelled)
            self._draw_points(self._across, self._up)

    @property
    def is_dense(self) -> bool:
        """Whether there are so many points that their density is drawn."""
        return len(self._drawn) > MOST_POINTS

    def mark(self, rows: Rows) -> None:
        """Mark the selected rows, a part of them where they are many."""
        if self._across is None or self._up is None:
            return
        rows = rows[(self._across.places[rows] >= 0) & (self._up.places[rows] >= 0)]
        if len(rows) > MOST_MARKED:
            rows = rows[np.linspace(0, len(rows) - 1, MOST_MARKED).astype(np.int64)]
        self._marked.setData(x=self._across.x[rows], y=self._up.x[rows])

    def fit(self) -> None:
        """Show all points."""
        if self._across is not None and self._up is not None:
            left, right = value_range(self._across)
            bottom, top = value_range(self._up)
            self._box.setRange(QRectF(left, bottom, right - left, top - bottom), padding=0)

    def _set_axis(self, side: str, data: ElementData) -> None:
        axis = self.plot.getPlotItem().getAxis(side)
        if axis.logMode != data.log or isinstance(axis, LogAxis) != data.log:
            axis = LogAxis(side) if data.log else NumberAxis(side)
            axis.setLogMode(data.log)
            put_axis(self.plot, side, axis)
        axis.set_title(data.title)

    def _draw_points(self, across: ElementData, up: ElementData) -> None:
        rows, is_below = self._drawn, self._is_below(self._drawn)
        low, known = rows[is_below], rows[~is_below]
        self._below.setData(x=across.x[low], y=up.x[low])
        self._points.setData(x=across.x[known], y=up.x[known], brush=self._brushes(known))

    def _draw_classes(self, rows: Rows) -> None:
        if self._across is None or self._up is None:
            return
        edge = pg.mkPen(theme.current().plot, width=1)
        self._labelled.setData(
            x=self._across.x[rows], y=self._up.x[rows], brush=self._brushes(rows), pen=edge
        )

    def _labelled_rows(self) -> Rows:
        if len(self._codes) == 0:
            return np.empty(0, np.int64)
        rows = self._drawn[self._codes[self._drawn] >= 0]
        return rows if len(rows) <= MOST_CLASS_POINTS else rows[:0]

    def _brushes(self, rows: Rows) -> list[object]:
        """Return a brush for each row: of its class, or of all data."""
        scheme = theme.current()
        plain = QColor(scheme.outline if len(self._codes) else scheme.training)
        plain.setAlpha(130 if len(self._codes) else 190)
        by_code = {-1: pg.mkBrush(plain)}
        for code in range(len(self._colours)):
            colour = QColor(self._colours.colour(code))
            colour.setAlpha(22 if code in self._faded else 255)
            by_code[code] = pg.mkBrush(colour)
        codes = self._codes[rows] if len(self._codes) else np.full(len(rows), -1)
        return [by_code.get(code, by_code[-1]) for code in codes.tolist()]

    def _draw_density(self) -> None:
        """Count the points in the cells of the part in view."""
        if self._across is None or self._up is None or not self.is_dense:
            return
        view = self._box.viewRect()
        counts = counts_in_cells(self._across.x[self._drawn], self._up.x[self._drawn], view, CELLS)
        self._density.setImage(density_pixels(counts), autoLevels=False, levels=None)
        self._density.setRect(view)

    def _clear(self, *items: pg.ScatterPlotItem) -> None:
        for item in items:
            item.setData(x=[], y=[])

    def _is_below(self, rows: Rows) -> Flags:
        if self._across is None or self._up is None:
            return np.zeros(len(rows), bool)
        return np.asarray(self._across.below[rows] | self._up.below[rows])

    # --- selecting ---------------------------------------------------------------------

    def _drag(self, covered: QRectF, add: bool, ended: bool) -> None:
        if self._across is None or self._up is None:
            return
        x, y = self._across.x[self._drawn], self._up.x[self._drawn]
        inside = (x >= covered.left()) & (x <= covered.right())
        inside &= (y >= covered.top()) & (y <= covered.bottom())
        self.brushed.emit(self._drawn[inside], add, ended)

    def _click(self, place: QPointF, add: bool) -> None:
        row = self._row_at(place)
        if row is not None:
            self.brushed.emit(np.array([row], np.int64), add, True)
        elif not add:
            self.cleared.emit()

    def _row_at(self, place: QPointF) -> int | None:
        if self._across is None or self._up is None or len(self._drawn) == 0:
            return None
        width, height = (abs(float(size)) for size in self._box.viewPixelSize())
        across = (self._across.x[self._drawn] - place.x()) / width
        up = (self._up.x[self._drawn] - place.y()) / height
        distance = np.hypot(across, up)
        nearest = int(np.argmin(distance))
        return int(self._drawn[nearest]) if distance[nearest] <= NEAR_PX else None


def counts_in_cells(x: Array, y: Array, view: QRectF, cells: tuple[int, int]) -> NDArray[np.int64]:
    """Return how many points lie in each cell of a rectangle, shape (rows up, columns)."""
    columns, rows = cells
    across = (x - view.left()) * (columns / view.width())
    up = (y - view.top()) * (rows / view.height())
    inside = (across >= 0) & (across < columns) & (up >= 0) & (up < rows)
    place = up[inside].astype(np.int64) * columns + across[inside].astype(np.int64)
    return np.bincount(place, minlength=rows * columns).reshape(rows, columns)


def density_pixels(counts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return a colour for each count, uint8, shape (rows, columns, 4), by its logarithm."""
    scheme = theme.current()
    faint, full = QColor(scheme.training), QColor(scheme.text)
    share = np.log1p(counts) / max(1e-9, float(np.log1p(counts.max(initial=1))))
    pixels = np.zeros((*counts.shape, 4), np.uint8)
    for channel, (low, high) in enumerate(
        ((faint.red(), full.red()), (faint.green(), full.green()), (faint.blue(), full.blue()))
    ):
        pixels[..., channel] = np.rint(low + (high - low) * share**2)
    pixels[..., 3] = np.where(counts > 0, 70 + 185 * np.minimum(1.0, 1.4 * share), 0)
    return pixels
