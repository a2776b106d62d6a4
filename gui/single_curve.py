"""One loss of a single member as it is drawn: epoch by epoch, with few vertices."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike

from gui import theme
from gui.decimation import MOST_VERTICES, Envelope
from gui.log_zero import log_places


class SingleCurve:
    """Draws the training or the validation loss of one member in a plot."""

    def __init__(self, plot: pg.PlotWidget, part: str) -> None:
        scheme = theme.current()
        colour = scheme.training if part == "training" else scheme.validation
        self.item = pg.PlotCurveItem(pen=pg.mkPen(colour, width=1), antialias=False)
        self._plot = plot
        self._points = Envelope()
        plot.addItem(self.item, ignoreBounds=True)

    def remove(self) -> None:
        """Take the curve out of the plot."""
        self._plot.removeItem(self.item)

    def append(self, epochs: ArrayLike, values: ArrayLike) -> None:
        """Add points; a loss that is not finite is left out."""
        self._points.append(epochs, values)

    @property
    def highest(self) -> float:
        """The highest loss, NaN where there is none."""
        return self._points.highest

    @property
    def lowest_positive(self) -> float:
        """The lowest loss above zero, NaN where there is none."""
        return self._points.lowest_positive

    @property
    def has_zeros(self) -> bool:
        """Whether any loss is 0."""
        return self._points.has_zeros

    def value_at(self, epoch: float) -> tuple[float, float]:
        """Return the point nearest to an epoch, NaN where there is none."""
        return self._points.value_at(epoch)

    def draw(self, *, log_x: bool, log_y: bool, zero: float = math.nan) -> None:
        """Draw what lies in the range on show; `zero` is where a loss of 0 stands on a log axis."""
        (start, end), _ = self._plot.getPlotItem().getViewBox().viewRange()
        if log_x:
            start, end = 10.0 ** min(start, 300), 10.0 ** min(end, 300)
        most = min(MOST_VERTICES, 4 * max(200, self._plot.width()))
        x, y = self._points.vertices(start, end, most, log_x=log_x)
        self.item.setData(np.log10(x) if log_x else x, log_places(y, zero) if log_y else y)
