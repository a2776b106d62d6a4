"""Samples as points of a plane: class colours, rings around errors, the picture at the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.class_colours import ClassColours
from gui.image_info import ImageInfo
from gui.image_pages.hover_picture import HoverPicture
from gui.pan_keys import PanKeys
from gui.plotting import calm_plot

POINT, RING, CHOSEN = 7, 12, 18
NEAR_PX = 9.0
NONE = -1
Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class PlacedSamples:
    """Samples in a plane: numbers, places (P, 2), known classes (−1 unknown), predicted ones."""

    rows: Rows
    places: NDArray[np.float64]
    labels: Rows
    predicted: Rows

    @property
    def is_error(self) -> NDArray[np.bool_]:
        """Which have a known class and were given another one."""
        return np.asarray((self.labels >= 0) & (self.labels != self.predicted))


class ProjectionPlot(QWidget):
    """The wheel zooms, a drag pans; a click chooses the sample under the mouse."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: PlacedSamples | None = None
        self._names: tuple[str, ...] = ()
        self._images: ImageInfo | None = None
        self._faded: set[int] = set()
        self._row = NONE
        self._pressed: QPoint | None = None
        self.plot = calm_plot(self)
        self.plot.setAccessibleName(
            self.tr("Samples in a plane: arrow keys pan, plus and minus zoom, Home fits")
        )
        self._box = self.plot.getPlotItem().getViewBox()
        self._box.disableAutoRange()
        scheme = theme.current()
        self._points = pg.ScatterPlotItem(pxMode=True, size=POINT, pen=None)
        self._rings = pg.ScatterPlotItem(
            pxMode=True, size=RING, brush=None, pen=pg.mkPen(scheme.error, width=1.6)
        )
        self._mark = pg.ScatterPlotItem(
            pxMode=True, size=CHOSEN, brush=None, pen=pg.mkPen(scheme.text, width=2)
        )
        for item in (self._points, self._rings, self._mark):
            self.plot.addItem(item)
        self.hover = HoverPicture(self.plot)
        PanKeys(self.plot, self.fit)
        self.plot.viewport().installEventFilter(self)
        self.plot.viewport().setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)

    # --- showing -----------------------------------------------------------------------

    def set_images(self, images: ImageInfo | None) -> None:
        """Take the images of the samples."""
        self._images = images

    def show_samples(
        self, samples: PlacedSamples, names: Sequence[str], titles: tuple[str, str]
    ) -> None:
        """Draw other samples."""
        self._samples, self._names = samples, tuple(names)
        for side, title in zip(("bottom", "left"), titles, strict=True):
            axis = self.plot.getPlotItem().getAxis(side)
            axis.set_title(title)
            axis.showLabel(bool(title))
        self._draw()
        self.fit()

    def toggle_class(self, code: int) -> None:
        """Fade the points of a class, or show them again."""
        self._faded ^= {code}
        self._draw()

    def select(self, row: int) -> None:
        """Mark a sample, −1 none."""
        self._row = row
        if self._samples is None:
            return
        places = self._samples.places[self._samples.rows == row]
        self._mark.setData(x=places[:, 0], y=places[:, 1])

    def fit(self) -> None:
        """Show all points."""
        if self._samples is None or not len(self._samples.rows):
            return
        low, high = self._samples.places.min(axis=0), self._samples.places.max(axis=0)
        span = np.maximum(high - low, 1e-9)
        self._box.setRange(QRectF(*low, *span), padding=0.04)

    def _draw(self) -> None:
        if self._samples is None:
            return
        x, y = self._samples.places.T
        self._points.setData(x=x, y=y, brush=self._brushes(self._samples.labels))
        shown = self._samples.is_error & ~np.isin(self._samples.labels, list(self._faded))
        self._rings.setData(x=x[shown], y=y[shown])
        self.select(self._row)

    def _brushes(self, labels: Rows) -> list[object]:
        colours = ClassColours(self._names)
        by_code = {NONE: pg.mkBrush(QColor(theme.current().outline))}
        for code in range(len(self._names)):
            colour = QColor(colours.colour(code))
            colour.setAlpha(20 if code in self._faded else 255)
            by_code[code] = pg.mkBrush(colour)
        return [by_code[code] for code in labels.tolist()]

    # --- the mouse ---------------------------------------------------------------------

    def number_at(self, place: QPoint) -> int:
        """Return the point nearest to a place of the plot within reach, `NONE` without any."""
        samples = self._samples
        if samples is None or not len(samples.rows):
            return NONE
        at: QPointF = self._box.mapSceneToView(self.plot.mapToScene(place))
        width, height = (abs(float(size)) for size in self._box.viewPixelSize())
        away = np.hypot(
            (samples.places[:, 0] - at.x()) / width, (samples.places[:, 1] - at.y()) / height
        )
        away[np.isin(samples.labels, list(self._faded))] = np.inf
        nearest = int(np.argmin(away))
        return nearest if away[nearest] <= NEAR_PX else NONE

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self.hover.hide()
        elif isinstance(event, QMouseEvent):
            place = event.position().toPoint()
            if kind == QEvent.Type.MouseButtonPress:
                self._pressed = place
            elif kind == QEvent.Type.MouseButtonRelease:
                self._release(place)
            elif kind == QEvent.Type.MouseMove and not event.buttons():
                self._point(place)
        return False

    def _release(self, place: QPoint) -> None:
        """A press that went nowhere is a click."""
        pressed, self._pressed = self._pressed, None
        number = self.number_at(place)
        if pressed is not None and (pressed - place).manhattanLength() < 4 and number != NONE:
            assert self._samples is not None
            self.chosen.emit(int(self._samples.rows[number]))

    def _point(self, place: QPoint) -> None:
        number = self.number_at(place)
        if number == NONE or self._samples is None:
            self.hover.hide()
            return
        row = int(self._samples.rows[number])
        known = int(self._samples.labels[number])
        given = self._names[int(self._samples.predicted[number])]
        name = self._names[known] if known != NONE else "?"
        words = name if name == given else f"{name} → {given}"
        self.hover.show_sample(self._images, row, words, place)
