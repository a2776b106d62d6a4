"""Steps: how large the steps are that the trainer keeps for every weight."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from core.numbers import count, three_digits
from gui import theme
from gui.frame_cursor import FrameCursor
from gui.inside_page import Inside, InsidePage
from gui.plotting import calm_plot

BINS_A_DECADE = 4
MOST_DECADES = 12


class StepsView(InsidePage):
    """A histogram of log10 Δ; its bounds are the same at every epoch."""

    def __init__(self, cursor: FrameCursor, parent: QWidget | None = None) -> None:
        super().__init__(cursor, parent)
        self._shown: tuple[float, ...] = ()
        scheme = theme.current()
        self.sentence = QLabel("", wordWrap=True)
        theme.set_role(self.sentence, "caption")
        self.sentence.setFont(theme.tabular(self.sentence.font()))
        self.plot = calm_plot(self)
        self.plot.setMouseEnabled(x=False, y=False)
        # over so many decades, lines for each would be all there is to see
        self.plot.showGrid(x=False, y=True, alpha=1.0)
        axes = self.plot.getPlotItem()
        axes.getAxis("bottom").setLogMode(x=True)
        axes.getAxis("bottom").set_title(self.tr("Step size Δ"))
        axes.getAxis("left").set_title(self.tr("Weights and biases"))
        axes.getAxis("left").setWidth(56)
        self._bars = pg.BarGraphItem(x0=[], x1=[], height=[], pen=None, brush=scheme.training)
        self.plot.addItem(self._bars)
        self._largest = pg.InfiniteLine(
            angle=90,
            pen=pg.mkPen(scheme.muted, style=Qt.PenStyle.DashLine),
            label="Δmax",
            labelOpts={
                "position": 0.94,
                "color": scheme.muted,
                "anchors": [(1.1, 0.5), (1.1, 0.5)],
            },
        )
        self.plot.addItem(self._largest, ignoreBounds=True)
        self.content.addWidget(self.sentence)
        self.content.addWidget(self.plot, 1)

    def obstacle(self, inside: Inside) -> str:
        if not inside.about.has_steps or inside.frame.steps is None:
            return self.tr(
                "This trainer has no step sizes of its own for the weights; the RPROP family has."
            )
        if not len(_known(inside)):
            return self.tr("At this epoch no step was made yet.")
        return ""

    def draw(self, inside: Inside) -> None:
        steps = _known(inside)
        edges = self._edges(inside)
        # what is smaller than the axis reaches counts in its first bar
        heights, _ = np.histogram(np.log10(steps).clip(edges[0], edges[-1]), bins=edges)
        self._bars.setOpts(x0=edges[:-1] + 0.01, x1=edges[1:] - 0.01, height=heights)
        shown = (edges[0], edges[-1], _round_up(int(heights.max())))
        if shown != self._shown:
            self._shown = shown
            self.plot.setXRange(*shown[:2], padding=0.02)
            self.plot.setYRange(0, shown[2], padding=0.03)
        self._largest.setVisible(not math.isnan(inside.largest_step))
        if not math.isnan(inside.largest_step):
            self._largest.setValue(math.log10(inside.largest_step))
        self._write_sentence(steps, inside.largest_step)

    def _edges(self, inside: Inside) -> NDArray[np.float64]:
        """Return the bounds of the bars, log10 Δ, wide enough for every epoch kept."""
        largest = np.fmax(inside.ranges.largest_step, inside.largest_step)
        high = math.ceil(math.log10(largest) - 1e-9)
        low = math.floor(math.log10(inside.ranges.smallest_step))
        low = min(high - 1, max(low, high - MOST_DECADES))
        return np.linspace(low, high, (high - low) * BINS_A_DECADE + 1)

    def _write_sentence(self, steps: NDArray[np.float64], largest: float) -> None:
        text = self.tr("Half of the steps are below {median}; the smallest is {smallest}.").format(
            median=three_digits(float(np.median(steps))),
            smallest=three_digits(float(steps.min())),
        )
        if not math.isnan(largest):
            at_bound = int((steps >= largest * (1 - 1e-6)).sum())
            text += " " + self.tr("{n} of {all} are at the largest step, {largest}.").format(
                n=count(at_bound), all=count(len(steps)), largest=three_digits(largest)
            )
        self.sentence.setText(text)
        self.plot.setAccessibleName(self.tr("Histogram of the step sizes.") + " " + text)


def _round_up(number: int) -> int:
    """Return the next of 10, 20, 50, 100, …, so that the axis seldom moves."""
    power = 10 ** max(1, len(str(number)) - 1)
    return next(part * power for part in (1, 2, 5, 10) if part * power >= number)


def _known(inside: Inside) -> NDArray[np.float64]:
    """Return the step sizes of the member above 0, shape (n,)."""
    if inside.frame.steps is None:
        return np.empty(0)
    steps = inside.frame.steps[inside.member].astype(np.float64)
    return steps[np.isfinite(steps) & (steps > 0)]
