"""What the plots of one element share: an axis of its values, a range to drag, a selection."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.brush import Brush
from gui.element_data import ElementData, Rows
from gui.log_axis import LogAxis
from gui.pages.page import label
from gui.plotting import NumberAxis, calm_plot, put_axis

POINT_PX = 5
# room that a label of the axis needs
ROOM_PX = 40
# more points than this are drawn for a part of the selection, evenly spread
MOST_MARKED = 2000
# limits that are drawn as a line; where there are many, no line says anything
MOST_LIMITS = 3


class _ValueAxis(LogAxis):
    """Leaves out 2 × 10ⁿ where a narrow plot has no room for it."""

    def logTickValues(self, low: float, high: float, size: float, usual: Any) -> Any:
        levels = super().logTickValues(low, high, size, usual)
        ticks = levels[0][1] if len(levels) == 1 else []
        if len(ticks) * ROOM_PX <= size:
            return levels
        return [(None, [tick for tick in ticks if f"{10.0**tick:.0e}"[0] != "2"])]


class ValuePlot(QWidget):
    """A plot whose horizontal axis has the values of an element, maybe as logarithms."""

    # rows of the range that was dragged over, whether they are added, whether the drag has ended
    brushed = Signal(object, bool, bool)
    # the selection is to be emptied
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data: ElementData | None = None
        self.plot = calm_plot(self)
        self.plot.setMouseEnabled(x=False, y=False)
        self._caption = label("", "caption")
        self._caption.setWordWrap(False)
        # as wide in every plot, so that one value stands above itself
        self.axis_room = self.fontMetrics().horizontalAdvance("99.99 %") + 14
        self.plot.getPlotItem().getAxis("left").setWidth(self.axis_room)
        self._limit_lines: list[pg.InfiniteLine] = []
        brush = Brush(self.plot, across=True)
        brush.dragged.connect(self._drag)
        brush.clicked.connect(self._click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addWidget(self.plot, 1)

    def set_caption(self, caption: str, explained: str) -> None:
        """Say above the plot what it shows, and more where the mouse rests there."""
        self._caption.setText(caption)
        self._caption.setToolTip(explained)
        self.plot.setAccessibleDescription(explained)
        self.plot.setAccessibleName(caption)

    # --- showing -----------------------------------------------------------------------

    def show_data(self, data: ElementData, limits: NDArray[np.float64]) -> None:
        """Show an element, with a line at each of its detection limits where they are few."""
        if self.data is None or self.data.log != data.log:
            self._set_axis(data.log)
        self.data = data
        axis = self.plot.getPlotItem().getAxis("bottom")
        axis.set_title(data.title)
        low, high = value_range(data)
        self.plot.setXRange(low, high, padding=0)
        self._draw(data)
        self._draw_limits(limits)

    def mark(self, rows: Rows) -> None:
        """Mark the selected rows."""
        if self.data is not None:
            self._mark(self.data, rows)

    def _draw(self, data: ElementData) -> None:
        raise NotImplementedError

    def _mark(self, data: ElementData, rows: Rows) -> None:
        raise NotImplementedError

    def _set_axis(self, log: bool) -> None:
        axis = _ValueAxis("bottom") if log else NumberAxis("bottom")
        axis.setLogMode(log)
        put_axis(self.plot, "bottom", axis)

    def _draw_limits(self, limits: NDArray[np.float64]) -> None:
        for line in self._limit_lines:
            self.plot.removeItem(line)
        pen = pg.mkPen(theme.current().muted, width=1, style=Qt.PenStyle.DashLine)
        shown = limits if len(limits) <= MOST_LIMITS else limits[:0]
        self._limit_lines = [pg.InfiniteLine(value, angle=90, pen=pen) for value in shown]
        for line in self._limit_lines:
            self.plot.addItem(line, ignoreBounds=True)

    # --- selecting ---------------------------------------------------------------------

    def _drag(self, covered: QRectF, add: bool, ended: bool) -> None:
        if self.data is not None:
            rows = self.data.rows_between(covered.left(), covered.right())
            self.brushed.emit(rows, add, ended)

    def _click(self, place: QPointF, add: bool) -> None:
        """Take the row next to a click, or nothing where there is none near."""
        row = self._row_at(place)
        if row is not None:
            self.brushed.emit(np.array([row], np.int64), add, True)
        elif not add:
            self.cleared.emit()

    def _row_at(self, place: QPointF) -> int | None:
        return None


def value_range(data: ElementData) -> tuple[float, float]:
    """Return the ends of an axis that has room for all values."""
    if len(data.ordered) == 0:
        return 0.0, 1.0
    low, high = float(data.ordered[0]), float(data.ordered[-1])
    room = 0.04 * (high - low) or 0.5 * abs(low) or 0.5
    return low - room, high + room


def points(colour: str, *, hollow: bool = False, size: int = POINT_PX) -> pg.ScatterPlotItem:
    """Return an item of round points, filled or as rings."""
    pen: Any = pg.mkPen(colour, width=1) if hollow else None
    brush: Any = None if hollow else pg.mkBrush(colour)
    return pg.ScatterPlotItem(pxMode=True, size=size, pen=pen, brush=brush)
