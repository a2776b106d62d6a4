"""The straight lines in the loss plot: the error goal and the epoch under the cursor."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import Qt

from gui import theme


class CurveMarks:
    """Places the lines in axis units; None or NaN hides them."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        scheme = theme.current()
        self.goal = pg.InfiniteLine(
            angle=0, pen=pg.mkPen(scheme.success, style=Qt.PenStyle.DashLine)
        )
        self.cursor = pg.InfiniteLine(angle=90, pen=pg.mkPen(scheme.outline))
        for line in (self.goal, self.cursor):
            line.hide()
            plot.addItem(line, ignoreBounds=True)

    def place_goal(self, goal: float, *, log: bool) -> None:
        """Draw the goal at a loss."""
        if goal > 0:
            self.goal.setValue(math.log10(goal) if log else goal)
        self.goal.setVisible(goal > 0)

    def place_cursor(self, place: float | None) -> None:
        """Draw the cursor at a place on the axis."""
        if place is not None:
            self.cursor.setValue(place)
        self.cursor.setVisible(place is not None)
