"""How the values of an element lie: histogram, box plot, cumulative shares, probability plot."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from core.distributions import (
    bin_edges,
    box_of,
    counts_in,
    cumulative,
    normal_scores,
    shares,
    thinned,
)
from gui import theme
from gui.element_data import Array, ElementData, Rows
from gui.plotting import put_axis
from gui.probability_axis import ProbabilityAxis
from gui.value_plot import MOST_MARKED, ValuePlot, points

BOX_HALF = 0.3
MARKS_AT = -0.62
# how near a click must be to a point, pixels
NEAR_PX = 7
# normal score of the quartiles
QUARTILE_SCORE = 0.674489750196


class HistogramPlot(ValuePlot):
    """Counts in bins; the part below the limit and the selected part stand in colours of theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_caption(
            self.tr("Histogram"),
            self.tr(
                "Values in each bin; bins are as wide as the rule of Freedman and Diaconis says."
            ),
        )
        scheme = theme.current()
        self._edges: Array = np.array([0.0, 1.0])
        self._counts: NDArray[np.int64] = np.zeros(1, np.int64)
        self._all = _bars(scheme.training)
        self._below = _bars(scheme.outline)
        self._marked = _bars(scheme.validation)
        for item in (self._all, self._below, self._marked):
            self.plot.addItem(item)

    def _draw(self, data: ElementData) -> None:
        self._edges = bin_edges(data.ordered)
        self._counts = counts_in(data.ordered, self._edges)
        self._set(self._all, self._counts)
        low = data.ordered[data.below[data.order]]
        self._set(self._below, counts_in(low, self._edges))
        self.plot.setYRange(0, max(1, int(self._counts.max())), padding=0.04)

    def _mark(self, data: ElementData, rows: Rows) -> None:
        chosen = np.sort(data.x[rows])
        self._set(self._marked, counts_in(chosen[np.isfinite(chosen)], self._edges))

    def _click(self, place: QPointF, add: bool) -> None:
        """Take the values of the bar under a click."""
        number = int(np.searchsorted(self._edges, place.x(), side="right")) - 1
        if self.data is None or not 0 <= number < len(self._counts):
            super()._click(place, add)
            return
        counts = np.concatenate(([0], np.cumsum(self._counts)))
        self.brushed.emit(self.data.order[counts[number] : counts[number + 1]], add, True)

    def _set(self, item: pg.BarGraphItem, counts: NDArray[np.int64]) -> None:
        item.setOpts(x0=self._edges[:-1], x1=self._edges[1:], height=counts)


class BoxPlot(ValuePlot):
    """Quartiles, whiskers and what lies outside the fences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_caption(
            self.tr("Box plot"),
            self.tr(
                "The box reaches from the lower to the upper quartile with the median in it, the "
                "whiskers to the last values within 1.5 box lengths; what lies beyond are outliers."
            ),
        )
        scheme = theme.current()
        self._box = pg.BarGraphItem(x0=[0], x1=[0], y0=[0], y1=[0], pen=None, brush=scheme.training)
        self._box.setOpacity(0.35)
        self._lines = pg.PlotCurveItem(pen=pg.mkPen(scheme.training, width=1), connect="pairs")
        self._median = pg.PlotCurveItem(pen=pg.mkPen(scheme.text, width=2), connect="pairs")
        self._outliers = points(scheme.training)
        self._below = points(scheme.outline, hollow=True)
        self._marked = points(scheme.validation)
        for item in (
            self._box,
            self._lines,
            self._median,
            self._outliers,
            self._below,
            self._marked,
        ):
            self.plot.addItem(item)
        axis = self.plot.getPlotItem().getAxis("left")
        axis.setTicks([[]])
        axis.setStyle(showValues=False)
        self.plot.setYRange(-0.9, 0.6, padding=0)

    def _draw(self, data: ElementData) -> None:
        box = box_of(data.ordered)
        if box is None:
            for item in (self._lines, self._median, self._outliers, self._below):
                item.setData(x=[], y=[])
            self._box.setOpts(x0=[0], x1=[0], y0=[0], y1=[0])
            return
        h = BOX_HALF
        self._box.setOpts(x0=[box.lower], x1=[box.upper], y0=[-h], y1=[h])
        ends = [box.low_whisker, box.lower, box.upper, box.high_whisker]
        caps = [box.low_whisker, box.low_whisker, box.high_whisker, box.high_whisker]
        self._lines.setData(x=np.array([*ends, *caps]), y=np.array([0.0] * 4 + [-h / 2, h / 2] * 2))
        self._median.setData(x=np.array([box.median] * 2), y=np.array([-h, h]))
        self._draw_outliers(data, box.low_fence, box.high_fence)

    def _draw_outliers(self, data: ElementData, low: float, high: float) -> None:
        first = int(np.searchsorted(data.ordered, low, side="left"))
        last = int(np.searchsorted(data.ordered, high, side="right"))
        outside = np.concatenate((np.arange(first), np.arange(last, len(data.ordered))))
        outside = outside[thinned(len(outside))]
        is_below = data.below[data.order[outside]]
        for item, places in (
            (self._outliers, outside[~is_below]),
            (self._below, outside[is_below]),
        ):
            item.setData(x=data.ordered[places], y=np.zeros(len(places)))

    def _mark(self, data: ElementData, rows: Rows) -> None:
        places = data.drawn_places(rows, MOST_MARKED)
        self._marked.setData(x=data.ordered[places], y=np.full(len(places), MARKS_AT))


class RankPlot(ValuePlot):
    """A point for each value at a height that its rank gives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scheme = theme.current()
        self._points = points(scheme.training)
        self._below = points(scheme.outline, hollow=True)
        self._marked = points(scheme.validation, size=7)
        for item in (self._points, self._below, self._marked):
            self.plot.addItem(item)

    def _heights(self, places: Rows, number: int) -> Array:
        raise NotImplementedError

    def _draw(self, data: ElementData) -> None:
        places = thinned(len(data.ordered))
        is_below = data.below[data.order[places]]
        for item, part in ((self._points, places[~is_below]), (self._below, places[is_below])):
            item.setData(x=data.ordered[part], y=self._heights(part, len(data.ordered)))

    def _mark(self, data: ElementData, rows: Rows) -> None:
        places = data.drawn_places(rows, MOST_MARKED)
        self._marked.setData(x=data.ordered[places], y=self._heights(places, len(data.ordered)))

    def _row_at(self, place: QPointF) -> int | None:
        """Return the row whose point lies under a click."""
        data = self.data
        if data is None or len(data.ordered) == 0:
            return None
        width, height = self.plot.getPlotItem().getViewBox().viewPixelSize()
        places = thinned(len(data.ordered))
        across = (data.ordered[places] - place.x()) / abs(float(width))
        up = (self._heights(places, len(data.ordered)) - place.y()) / abs(float(height))
        distance = np.hypot(across, up)
        nearest = int(np.argmin(distance))
        return int(data.order[places[nearest]]) if distance[nearest] <= NEAR_PX else None


class CumulativePlot(RankPlot):
    """The share of values up to each one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_caption(
            self.tr("Cumulative share"), self.tr("The share of values up to each one.")
        )
        self.plot.setYRange(0, 1, padding=0.03)
        steps = [(part / 4, f"{25 * part} %") for part in range(5)]
        self.plot.getPlotItem().getAxis("left").setTicks([steps])

    def _heights(self, places: Rows, number: int) -> Array:
        return cumulative(places, number)


class ProbabilityPlot(RankPlot):
    """Values against normal scores: those of a normal distribution lie on the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_caption(
            self.tr("Probability plot"),
            self.tr(
                "Values of a normal distribution lie on a straight line; on a logarithmic axis "
                "those of a lognormal one. The line goes through the quartiles."
            ),
        )
        pen = pg.mkPen(theme.current().muted, width=1, style=Qt.PenStyle.DashLine)
        self._line = pg.PlotCurveItem(pen=pen)
        self.plot.addItem(self._line, ignoreBounds=True)
        axis = ProbabilityAxis("left")
        axis.setWidth(self.axis_room)
        put_axis(self.plot, "left", axis)

    def _heights(self, places: Rows, number: int) -> Array:
        return normal_scores(shares(places, number))

    def _draw(self, data: ElementData) -> None:
        super()._draw(data)
        number = max(2, len(data.ordered))
        top = float(normal_scores(np.array([1 - 0.5 / number]))[0])
        self.plot.setYRange(-top, top, padding=0.05)
        self._draw_line(data.ordered)

    def _draw_line(self, ordered: Array) -> None:
        """Draw the line through the quartiles, which outliers do not move."""
        lower, upper = np.percentile(ordered, (25, 75)) if len(ordered) else (0.0, 0.0)
        if upper <= lower:
            self._line.setData(x=[], y=[])
            return
        slope = 2 * QUARTILE_SCORE / (upper - lower)
        middle = (lower + upper) / 2
        ends = np.array([ordered[0], ordered[-1]])
        self._line.setData(x=ends, y=(ends - middle) * slope)


def _bars(colour: str) -> pg.BarGraphItem:
    return pg.BarGraphItem(x0=[], x1=[], height=[], pen=None, brush=colour)
