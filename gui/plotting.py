"""What the curve and the map share: axes with numbers as people write them, and a calm plot."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from core.numbers import three_digits
from gui import theme
from gui.style_sheet import mix

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class NumberAxis(pg.AxisItem):
    """An axis with thousands separated and powers of ten written out."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        scheme = theme.current()
        self.enableAutoSIPrefix(False)
        self.setPen(pg.mkPen(scheme.border))
        self.setTextPen(pg.mkPen(scheme.muted))
        self.setStyle(tickLength=-4, tickTextOffset=6, hideOverlappingLabels=True)
        self.setTickPen(pg.mkPen(scheme.grid))
        self._lines = [QColor(mix(scheme.grid, scheme.plot, part)) for part in (0.11, 0.05)]

    def set_title(self, title: str) -> None:
        """Write what the axis measures, with its unit."""
        self.setLabel(title, **{"color": theme.current().muted})

    def tickStrings(self, values, scale, spacing):
        if self.logMode:
            return self.logTickStrings(values, scale, spacing)
        decimals = max(0, -math.floor(math.log10(spacing * scale) + 1e-9))
        if decimals > 6:
            return [three_digits(value * scale) for value in values]
        return [f"{value * scale:,.{decimals}f}".replace("-", "−") for value in values]

    def logTickStrings(self, values, scale, spacing):
        return [_power_text(value) for value in values]

    def drawPicture(self, p, axis, ticks, texts):
        # Filled rectangles: Qt draws the translucent full-width lines of the grid ten times slower.
        for pen, start, end in ticks:
            level = 0 if pen.color().alpha() > 200 else 1
            if level == 0 or self.logMode:
                p.fillRect(_line(start, end), self._lines[level])
        super().drawPicture(p, axis, (), texts)


def calm_plot(
    parent: QWidget | None = None, *, grid: bool = True, box: pg.ViewBox | None = None
) -> pg.PlotWidget:
    """Make a plot in the colours of the scheme: no frame, no menu, no buttons."""
    scheme = theme.current()
    axes = {side: NumberAxis(side) for side in ("left", "bottom")}
    # menus are refused before they are made: making them takes half of the time of a plot
    plot = pg.PlotWidget(
        parent, background=scheme.plot, axisItems=axes, viewBox=box, enableMenu=False
    )
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.hideButtons()
    plot.setAntialiasing(False)
    # Every vertex is tested for being under the mouse otherwise.
    plot.scene().setClickRadius(1)
    plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    plot.getPlotItem().setContentsMargins(0, 4, 8, 0)
    for axis in axes.values():
        # The grid belongs to the axes and lies under the data.
        axis.setZValue(-1000)
    if grid:
        plot.showGrid(x=True, y=True, alpha=1.0)
    return plot


def put_axis(plot: pg.PlotWidget, side: str, axis: pg.AxisItem) -> None:
    """Replace an axis of a calm plot; the grid that belongs to it lies under the data."""
    plot.getPlotItem().setAxisItems({side: axis})
    axis.setZValue(-1000)
    # `showGrid` passes an axis over that came after it was last called
    axis.setGrid(255)


def _line(start: QPointF, end: QPointF) -> QRectF:
    """Return a straight line as a rectangle one pixel wide."""
    left, right = sorted((round(start.x()), round(end.x())))
    top, bottom = sorted((round(start.y()), round(end.y())))
    return QRectF(left, top, max(1, right - left), max(1, bottom - top))


def _power_text(exponent: float) -> str:
    whole = round(exponent)
    if abs(exponent - whole) > 1e-6:
        return ""
    if -2 <= whole <= 5:
        return f"{10.0**whole:,.{max(0, -whole)}f}"
    return f"10{str(whole).translate(_SUPERSCRIPT)}"
