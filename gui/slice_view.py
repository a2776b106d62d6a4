"""The error along the last step: whether it was too long, too short or about right."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from core.numbers import count, three_digits
from gui import theme
from gui.frame_cursor import FrameCursor
from gui.inside_page import Inside, InsidePage
from gui.plotting import calm_plot


class SliceView(InsidePage):
    """The loss on the straight line through the weights before and after a step."""

    def __init__(self, cursor: FrameCursor, parent: QWidget | None = None) -> None:
        super().__init__(cursor, parent)
        scheme = theme.current()
        how = QLabel(
            self.tr(
                "0 is the network before the step to an epoch, 1 after it; between and beyond, "
                "the same step shortened or lengthened. Lowest between 0 and 1: the step went too "
                "far. Still falling at 1: it could have been longer."
            ),
            wordWrap=True,
        )
        theme.set_role(how, "caption")
        self.sentence = QLabel("", wordWrap=True)
        self.sentence.setFont(theme.tabular(self.sentence.font()))
        self.plot = calm_plot(self)
        self.plot.setMouseEnabled(x=False, y=False)
        axes = self.plot.getPlotItem()
        axes.getAxis("bottom").set_title(self.tr("Position along the last step"))
        axes.getAxis("left").set_title(self.tr("Training loss"))
        axes.getAxis("left").setWidth(104)
        dashed = pg.mkPen(scheme.muted, style=Qt.PenStyle.DashLine)
        for place in (0.0, 1.0):
            self.plot.addItem(pg.InfiniteLine(place, angle=90, pen=dashed), ignoreBounds=True)
        self._alphas: tuple[float, ...] = ()
        self._line = pg.PlotCurveItem(pen=pg.mkPen(scheme.training, width=1))
        self.plot.addItem(self._line)
        self._points = pg.ScatterPlotItem(size=6, pen=None, brush=scheme.training)
        self.plot.addItem(self._points)
        self._lowest = pg.ScatterPlotItem(
            size=12, brush=None, pen=pg.mkPen(scheme.validation, width=2)
        )
        self.plot.addItem(self._lowest)
        self.content.addWidget(how)
        self.content.addWidget(self.sentence)
        self.content.addWidget(self.plot, 1)

    def obstacle(self, inside: Inside) -> str:
        if not inside.about.alphas or inside.last_step.along is None:
            return self.tr("The losses along the steps were not kept in this run.")
        if not np.isfinite(inside.last_step.along[inside.member]).any():
            return self.tr("At this epoch no step was made yet.")
        return ""

    def draw(self, inside: Inside) -> None:
        assert inside.last_step.along is not None
        losses = inside.last_step.along[inside.member].astype(np.float64)
        places = np.array(inside.about.alphas)
        known = np.isfinite(losses)
        places, losses = places[known], losses[known]
        lowest = int(np.argmin(losses))
        self._line.setData(places, losses)
        self._points.setData(places, losses)
        self._lowest.setData([places[lowest]], [losses[lowest]])
        self._set_alphas(inside.about.alphas)
        low, high = float(losses.min()), float(losses.max())
        self.plot.setYRange(*round_bounds(low, high), padding=0.03)
        text = self.tr("Step to epoch {epoch}: lowest at {place}, loss {loss}.").format(
            epoch=count(inside.last_step.epoch),
            place=three_digits(float(places[lowest])),
            loss=three_digits(low),
        )
        self.sentence.setText(text)
        self.plot.setAccessibleName(self.tr("Loss along the last step.") + " " + text)

    def _set_alphas(self, alphas: tuple[float, ...]) -> None:
        """Fit the lower axis, which stays the same for a run."""
        if alphas == self._alphas:
            return
        self._alphas = alphas
        words = {0.0: self.tr("0 before"), 1.0: self.tr("1 after")}
        low, high = min(*alphas, 0.0), max(*alphas, 1.0)
        halves = [half / 2 for half in range(math.ceil(2 * low), math.floor(2 * high) + 1)]
        ticks = [(place, words.get(place, three_digits(place))) for place in halves]
        self.plot.getPlotItem().getAxis("bottom").setTicks([ticks])
        self.plot.setXRange(low, high, padding=0.03)


def round_bounds(low: float, high: float) -> tuple[float, float]:
    """Return round numbers around two losses, so that an axis seldom moves."""
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(span))
    step = next((part * power for part in (0.2, 0.5, 1.0) if span <= 5 * part * power), 2 * power)
    bottom, top = step * math.floor(low / step), step * math.ceil(high / step)
    return (bottom, top) if top > bottom else (bottom - step, top + step)
