"""What the plots of a verdict share: a legend above that tells the values under the mouse."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.curve_legend import CurveLegend
from gui.empty_state import EmptyState
from gui.pan_keys import PanKeys
from gui.plotting import calm_plot

# share of the range that is left free round it
ROOM = 0.03
LEAST_HEIGHT = 160


class ReadPlot(QWidget):
    """A plot of a fixed range, which Home goes back to.

    Parameters
    ----------
    nothing
        What stands in the plot while there is nothing to draw.
    """

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scheme = theme.current()
        self.legend = CurveLegend(self)
        self.plot = calm_plot(self)
        self.plot.setMinimumHeight(LEAST_HEIGHT)
        self.box = self.plot.getPlotItem().getViewBox()
        self.box.disableAutoRange()
        self._range = (0.0, 1.0, 0.0, 1.0)
        self._items: list[pg.GraphicsObject] = []
        self.pointer = pg.InfiniteLine(angle=90, pen=pg.mkPen(scheme.outline))
        self.pointer.hide()
        self.plot.addItem(self.pointer, ignoreBounds=True)
        self.empty = EmptyState(nothing, self.plot)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.legend)
        self._column.addWidget(self.plot, 1)
        PanKeys(self.plot, self.fit)
        self.plot.scene().sigMouseMoved.connect(self._point)
        self.plot.viewport().installEventFilter(self)

    # --- drawing -----------------------------------------------------------------------

    def set_titles(self, name: str, bottom: str, left: str) -> None:
        """Write what the plot shows and what its axes measure."""
        for side, title in (("bottom", bottom), ("left", left)):
            self.plot.getPlotItem().getAxis(side).set_title(title)
        self.plot.setAccessibleName(
            self.tr("{name}: arrow keys pan, plus and minus zoom, Home fits").format(name=name)
        )

    def set_range(self, left: float, right: float, bottom: float, top: float) -> None:
        """Say what is in sight at first, and that nothing lies far beyond it."""
        self._range = (left, right, bottom, top)
        across, up = right - left, top - bottom
        self.box.setLimits(
            xMin=left - 0.2 * across,
            xMax=right + 0.2 * across,
            yMin=bottom - 0.2 * up,
            yMax=top + 0.2 * up,
            minXRange=0.01 * across,
            minYRange=0.01 * up,
        )
        self.fit()

    def fit(self) -> None:
        """Show everything."""
        left, right, bottom, top = self._range
        self.box.setRange(xRange=(left, right), yRange=(bottom, top), padding=ROOM)

    def wipe(self) -> None:
        """Take everything out of the plot and its legend."""
        for item in self._items:
            self.plot.removeItem(item)
        self._items = []
        legend = CurveLegend(self)
        self._column.replaceWidget(self.legend, legend)
        self.legend.setParent(None)
        self.legend.deleteLater()
        self.legend = legend

    def put(self, item: pg.GraphicsObject) -> pg.GraphicsObject:
        """Add an item that the next `wipe` takes away."""
        self.plot.addItem(item, ignoreBounds=True)
        self._items.append(item)
        return item

    def put_dashed(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a dashed line between two points: what chance or perfection would give."""
        pen = pg.mkPen(theme.current().outline, width=1, style=Qt.PenStyle.DashLine)
        line = pg.PlotCurveItem([start[0], end[0]], [start[1], end[1]], pen=pen)
        line.setZValue(-10)
        self.put(line)

    # --- the mouse ---------------------------------------------------------------------

    def read_at(self, x: float | None) -> None:
        """Mark a place on the horizontal axis and tell the values there; None: nowhere."""
        self.pointer.setVisible(x is not None)
        if x is not None:
            self.pointer.setValue(x)
        self.tell(x)
        self.legend.place()

    def tell(self, x: float | None) -> None:
        """Write into the legend the values at a place, or what holds for the whole; None: that."""
        raise NotImplementedError

    def _point(self, place: QPointF) -> None:
        if self.box.sceneBoundingRect().contains(place) and self._items:
            self.read_at(float(self.box.mapSceneToView(place).x()))
        else:
            self.read_at(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.read_at(None)
        return False
