"""What the curve and the map share: axes with numbers as people write them, and a calm plot."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.numbers import three_digits

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
        grid = QColor(scheme.grid)
        grid.setAlpha(255)
        self.setTickPen(pg.mkPen(grid))

    def set_title(self, title: str) -> None:
        """Write what the axis measures, with its unit."""
        self.setLabel(title, **{"color": theme.current().muted})

    def tickStrings(self, values, scale, spacing):  # type: ignore[no-untyped-def]
        if self.logMode:
            return self.logTickStrings(values, scale, spacing)
        decimals = max(0, -math.floor(math.log10(spacing * scale) + 1e-9))
        if decimals > 6:
            return [three_digits(value * scale) for value in values]
        return [f"{value * scale:,.{decimals}f}".replace("-", "−") for value in values]  # noqa: RUF001

    def logTickStrings(self, values, scale, spacing):  # type: ignore[no-untyped-def]
        return [_power_text(value) for value in values]


def calm_plot(parent: QWidget | None = None, *, grid: bool = True) -> pg.PlotWidget:
    """Make a plot in the colours of the scheme: no frame, no menu, no buttons."""
    scheme = theme.current()
    axes = {side: NumberAxis(side) for side in ("left", "bottom")}
    plot = pg.PlotWidget(parent, background=scheme.plot, axisItems=axes)
    plot.setFrameShape(plot.Shape.NoFrame)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setAntialiasing(False)
    # Every vertex is tested for being under the mouse otherwise.
    plot.scene().setClickRadius(1)
    plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    plot.getPlotItem().setContentsMargins(0, 4, 8, 0)
    if grid:
        plot.showGrid(x=True, y=True, alpha=0.10)
    return plot


def _power_text(exponent: float) -> str:
    whole = round(exponent)
    if abs(exponent - whole) > 1e-6:
        return ""
    if -2 <= whole <= 5:
        return f"{10.0**whole:,.{max(0, -whole)}f}"
    return f"10{str(whole).translate(_SUPERSCRIPT)}"
