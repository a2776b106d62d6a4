"""Histogram and probability plot with the threshold as one line that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.thresholds.picture import Picture
from gui import theme
from gui.log_axis import LogAxis
from gui.pages.page import label
from gui.plotting import NumberAxis, calm_plot, put_axis
from gui.probability_axis import ProbabilityAxis

MOST_LINES = 60


class ThresholdPlot(QWidget):
    """A plot over the values of a column; a line at the threshold.

    Signals
    -------
    dragged
        The value that the line is dragged to, in the unit of the column.
    """

    dragged = Signal(float)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.log = False
        self._title = ""
        self.plot = calm_plot(self)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setAccessibleName(caption)
        self.caption = label(caption, "caption")
        self.caption.setWordWrap(False)
        self.caption.setMinimumWidth(1)
        self.line = pg.InfiniteLine(angle=90, movable=True)
        self.line.setPen(pg.mkPen(theme.current().error, width=2))
        self.line.setHoverPen(pg.mkPen(theme.current().error, width=4))
        self.line.setZValue(40)
        self.line.hide()
        self.line.sigDragged.connect(self._drag)
        self.plot.addItem(self.line, ignoreBounds=True)
        self._others: list[pg.InfiniteLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.caption)
        column.addWidget(self.plot, 1)

    def set_axis(self, log: bool, title: str) -> None:
        """Write the values on a linear or a logarithmic axis."""
        self.log, self._title = log, title
        axis = LogAxis("bottom") if log else NumberAxis("bottom")
        axis.setLogMode(log)
        axis.set_title(title)
        put_axis(self.plot, "bottom", axis)

    def show_thresholds(self, values: Sequence[float], *, movable: bool) -> None:
        """Draw the threshold, or one line for each group where there are several."""
        for line in self._others:
            self.plot.removeItem(line)
        self._others = []
        at = [x for x in (self._place(value) for value in values) if x is not None]
        self.line.setVisible(len(at) == 1)
        self.line.setMovable(movable)
        if len(at) == 1:
            if not self.line.moving:
                self.line.setValue(at[0])
            return
        pen = pg.mkPen(theme.current().error, width=1)
        for x in at[:MOST_LINES]:
            line = pg.InfiniteLine(x, angle=90, pen=pen)
            line.setZValue(40)
            self.plot.addItem(line, ignoreBounds=True)
            self._others.append(line)

    def _place(self, value: float) -> float | None:
        if not np.isfinite(value) or (self.log and value <= 0):
            return None
        return float(np.log10(value)) if self.log else float(value)

    def _drag(self) -> None:
        at = float(self.line.value())
        self.dragged.emit(10.0**at if self.log else at)


class ThresholdHistogram(ThresholdPlot):
    """Counts in bins; those above the threshold in another colour, the selected ones on top.

    Signals
    -------
    picked
        Lower and upper end of the bin that was clicked, in the unit of the column.
    """

    picked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.caption.setText(self.tr("Histogram"))
        self.plot.setAccessibleName(self.tr("Histogram with the threshold"))
        self.plot.getPlotItem().getAxis("left").set_title(self.tr("Samples"))
        self._bars = pg.BarGraphItem(x0=[], x1=[], height=[], pen=None, brush="k")
        self._marked = pg.BarGraphItem(x0=[], x1=[], height=[], pen=None, brush="k")
        self._marked.setZValue(10)
        self.plot.addItem(self._bars)
        self.plot.addItem(self._marked)
        self.edges: NDArray[np.float64] = np.empty(0)
        self.counts: NDArray[np.float64] = np.empty(0)
        self.plot.scene().sigMouseClicked.connect(self._click)

    def show_picture(self, picture: Picture | None) -> None:
        """Show a column, or nothing."""
        empty = np.empty(0)
        if picture is None:
            self.edges, self.counts = empty, empty
        elif self.log:
            self.edges, self.counts = picture.log_edges, picture.log_counts
        else:
            self.edges, self.counts = picture.edges, picture.counts
        self._bars.setOpts(x0=self.edges[:-1], x1=self.edges[1:], height=self.counts)
        self._marked.setOpts(x0=[], x1=[], height=[])
        if len(self.counts):
            self.plot.setXRange(self.edges[0], self.edges[-1], padding=0.02)
            self.plot.setYRange(0, self.counts.max() or 1, padding=0.04)

    def show_thresholds(self, values: Sequence[float], *, movable: bool) -> None:
        super().show_thresholds(values, movable=movable)
        self.caption.setText(
            self.tr("Histogram: drag the line to set the threshold by hand")
            if movable
            else self.tr("Histogram")
        )
        scheme = theme.current()
        at = self._place(values[0]) if len(values) == 1 else None
        middles = (self.edges[:-1] + self.edges[1:]) / 2
        above = middles > at if at is not None else np.zeros(len(middles), bool)
        brushes = np.where(above, scheme.validation, scheme.training).tolist()
        if len(brushes):
            self._bars.setOpts(brushes=brushes)

    def mark(self, values: NDArray[np.float64]) -> None:
        """Lay the selected samples over the bars."""
        x = _on_axis(values, self.log)
        if len(self.edges) < 2 or len(x) == 0:
            self._marked.setOpts(x0=[], x1=[], height=[])
            return
        counts, _ = np.histogram(x, self.edges)
        colour = QColor(theme.current().text)
        colour.setAlpha(170)
        self._marked.setOpts(x0=self.edges[:-1], x1=self.edges[1:], height=counts, brush=colour)

    def _click(self, event: object) -> None:
        if event.button() != Qt.MouseButton.LeftButton or len(self.edges) < 2:  # type: ignore[attr-defined]
            return
        place: QPointF = event.scenePos()  # type: ignore[attr-defined]
        box = self.plot.getPlotItem().getViewBox()
        if not box.sceneBoundingRect().contains(place):
            return
        bin_ = int(np.searchsorted(self.edges, box.mapSceneToView(place).x(), side="right")) - 1
        if not 0 <= bin_ < len(self.counts):
            self.picked.emit(np.nan, np.nan)
            return
        ends = self.edges[bin_ : bin_ + 2]
        low, high = 10.0**ends if self.log else ends
        is_last = bin_ == len(self.counts) - 1
        self.picked.emit(float(low), float(np.inf if is_last else high))


class ProbabilityPlot(ThresholdPlot):
    """Values against normal quantiles: a straight line is one normal population."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.caption.setText(self.tr("Probability plot: rings lie below the detection limit"))
        self.plot.setAccessibleName(self.tr("Probability plot with the threshold"))
        axis = ProbabilityAxis("left")
        axis.set_title(self.tr("Cumulative share"))
        put_axis(self.plot, "left", axis)
        scheme = theme.current()
        self._points = pg.ScatterPlotItem(pxMode=True, size=4, pen=None, brush=scheme.training)
        self._rings = pg.ScatterPlotItem(
            pxMode=True, size=6, brush=None, pen=pg.mkPen(scheme.muted, width=1)
        )
        self._marked = pg.ScatterPlotItem(
            pxMode=True, size=7, brush=None, pen=pg.mkPen(scheme.text, width=1.5)
        )
        for item in (self._points, self._rings, self._marked):
            self.plot.addItem(item)
        self._x: NDArray[np.float64] = np.empty(0)
        self._y: NDArray[np.float64] = np.empty(0)

    def show_picture(self, picture: Picture | None) -> None:
        """Show a column, or nothing."""
        if picture is None:
            self._x, self._y = np.empty(0), np.empty(0)
            self._points.setData(x=[], y=[])
            self._rings.setData(x=[], y=[])
            return
        shown = picture.values > 0 if self.log else np.ones(len(picture.values), bool)
        x = _on_axis(picture.values[shown], self.log)
        y, below = picture.scores[shown], picture.below[shown]
        self._x, self._y = x, y
        self._points.setData(x=x[~below], y=y[~below])
        self._rings.setData(x=x[below], y=y[below])
        self._marked.setData(x=[], y=[])
        if len(x):
            self.plot.setXRange(x[0], x[-1], padding=0.02)
            self.plot.setYRange(y.min(), y.max(), padding=0.04)

    def mark(self, values: NDArray[np.float64]) -> None:
        """Ring the points of the selected samples, some of very many."""
        x = _on_axis(values, self.log)
        if len(self._x) == 0 or len(x) == 0:
            self._marked.setData(x=[], y=[])
            return
        x = np.sort(x)[:: max(1, len(x) // 1000)]
        self._marked.setData(x=x, y=np.interp(x, self._x, self._y))


def _on_axis(values: NDArray[np.float64], log: bool) -> NDArray[np.float64]:
    values = values[np.isfinite(values)]
    return np.log10(values[values > 0]) if log else values
