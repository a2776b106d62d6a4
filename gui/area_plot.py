"""The concentration–area plot: its pieces, and breaks that can be dragged."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.thresholds.concentration_area import Curve
from gui import theme
from gui.log_axis import give_log_axes
from gui.pages.page import label
from gui.plotting import calm_plot


class AreaPlot(QWidget):
    """Number of samples as high or higher against value, both logarithmic.

    Signals
    -------
    dragged
        The breaks, ascending, and the number of the one that is dragged, from 1.
    """

    dragged = Signal(tuple, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scheme = theme.current()
        self.plot = calm_plot(self)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setAccessibleName(self.tr("Concentration–area plot"))
        self._points = pg.ScatterPlotItem(pxMode=True, size=4, pen=None, brush=scheme.training)
        self.plot.addItem(self._points)
        self._pieces: list[pg.PlotDataItem] = []
        self.breaks: list[pg.InfiniteLine] = []
        self.line = pg.InfiniteLine(angle=90, pen=pg.mkPen(scheme.error, width=2))
        self.line.setZValue(40)
        self.line.hide()
        self.plot.addItem(self.line, ignoreBounds=True)
        self._caption = label(self.tr("Concentration–area: the breaks can be dragged"), "caption")
        self._caption.setWordWrap(False)
        self._caption.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addWidget(self.plot, 1)

    def set_title(self, title: str) -> None:
        """Write what the values are."""
        give_log_axes(self.plot, left=self.tr("Samples ≥ value"), bottom=title)
        item = self.plot.getPlotItem()
        item.getAxis("bottom").setLogMode(True)
        item.getAxis("left").setLogMode(True)

    def show_caption(self, group: str, *, is_whole: bool, is_distance: bool) -> None:
        """Say what the plot is of, and whether its breaks can be dragged."""
        if is_distance:
            text = self.tr("Concentration–area plot of the distances")
        elif is_whole:
            text = self.tr("Concentration–area of all: choose a group to drag its breaks")
        elif not self.breaks:
            text = self.tr("Concentration–area: too few different values")
        elif group:
            text = self.tr("Concentration–area of one group: drag its breaks")
        else:
            text = self.tr("Concentration–area: the breaks can be dragged")
        self._caption.setText(text)
        self._caption.setToolTip(group)

    def show_curve(self, curve: Curve | None, *, movable: bool) -> None:
        """Show points, pieces and breaks, or nothing."""
        if curve is None:
            self._points.setData(x=[], y=[])
            self._take_lines(0)
            self._place_breaks((), movable=False)
            return
        x, y = np.log10(curve.values), np.log10(curve.counts)
        self._points.setData(x=x, y=y)
        self.plot.setXRange(x[0], x[-1], padding=0.03)
        self.plot.setYRange(y.min(), y.max(), padding=0.06)
        self._take_lines(len(curve.lines))
        for item, line in zip(self._pieces, curve.lines, strict=True):
            ends = np.log10([line.low, line.high])
            item.setData(ends, line.intercept + line.slope * ends)
        self._place_breaks(curve.breaks, movable=movable)

    def show_threshold(self, value: float | None) -> None:
        """Draw the threshold, whatever method found it."""
        shown = value is not None and np.isfinite(value) and value > 0
        self.line.setVisible(bool(shown))
        if shown and value is not None:
            self.line.setValue(float(np.log10(value)))

    def _take_lines(self, number: int) -> None:
        scheme = theme.current()
        while len(self._pieces) > number:
            self.plot.removeItem(self._pieces.pop())
        while len(self._pieces) < number:
            item = pg.PlotDataItem(pen=pg.mkPen(scheme.validation, width=2))
            item.setZValue(20)
            self.plot.addItem(item)
            self._pieces.append(item)

    def _place_breaks(self, breaks: tuple[float, ...], *, movable: bool) -> None:
        scheme = theme.current()
        while len(self.breaks) > len(breaks):
            self.plot.removeItem(self.breaks.pop())
        while len(self.breaks) < len(breaks):
            pen = pg.mkPen(scheme.text, width=1, style=Qt.PenStyle.DashLine)
            line = pg.InfiniteLine(angle=90, movable=True, pen=pen)
            line.setHoverPen(pg.mkPen(scheme.text, width=3))
            line.setZValue(50)
            line.sigDragged.connect(self._drag)
            self.plot.addItem(line, ignoreBounds=True)
            self.breaks.append(line)
        for line, value in zip(self.breaks, breaks, strict=True):
            line.setMovable(movable)
            if not line.moving:
                line.setValue(float(np.log10(value)))

    def _drag(self, moved: pg.InfiniteLine) -> None:
        """Tell where the breaks are; one that was dragged past another changes places with it."""
        at = sorted((float(line.value()), line is moved) for line in self.breaks)
        if len({x for x, _ in at}) < len(at):
            return
        number = next(place for place, (_, is_moved) in enumerate(at, 1) if is_moved)
        self.dragged.emit(tuple(10.0**x for x, _ in at), number)
