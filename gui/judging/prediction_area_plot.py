"""The prediction–area plot of a class: what a threshold captures, and what area that takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from core.numbers import percent, three_digits
from gui import theme
from gui.curve_legend import Sample
from gui.judging.figure_texts import figure_text
from gui.judging.read_plot import ReadPlot
from gui.plotting import NumberAxis, put_axis
from gui.unbroken import unbroken

PERCENT = 100.0
CROSS_PX = 9
DASHED = Qt.PenStyle.DashLine


class PredictionAreaPlot(ReadPlot):
    """Captured samples on the left axis, area on the right one, which is turned upside down.

    Where both lines cross, captured and area add up to 100 %: the higher, the better.

    Source: Yousefi and Carranza 2015, Computers & Geosciences 79, 69-81.
    """

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(nothing, parent)
        self._plot: Mapping[str, Any] | None = None
        self._captured = self._area = np.empty(0)
        self._scores = np.empty(0)
        self.set_titles(
            self.tr("Prediction–area plot"),
            self.tr("Probability of the class"),
            self.tr("Samples captured, %"),
        )
        axis = _TurnedShares("right")
        axis.set_title(self.tr("Area, %"))
        put_axis(self.plot, "right", axis)
        # the lines of the left axis stand at the same heights
        axis.setGrid(False)
        self.set_range(0.0, 1.0, 0.0, PERCENT)

    def show_plot(self, found: Mapping[str, Any] | None, colour: str) -> None:
        """Draw the plot of a class of verdict.json in its colour, or nothing."""
        self.wipe()
        self._plot = found
        self.empty.setVisible(found is None)
        if found is None:
            return
        order = np.argsort(np.array(found["score"]), kind="stable")
        self._scores = np.array(found["score"])[order]
        self._captured = PERCENT * np.array(found["captured"])[order]
        self._area = PERCENT * np.array(found["area"])[order]
        samples = {"captured": Sample(colour), "area": Sample(theme.current().muted, DASHED)}
        self.legend.add("read", self.tr("Probability ≥"))
        self.legend.add("captured", self.tr("Samples captured, %"), samples["captured"])
        self.legend.add("area", self.tr("Area, %"), samples["area"])
        self.legend.add("crossing", self.tr("Crossing"))
        for key, y in (("captured", self._captured), ("area", PERCENT - self._area)):
            self.put(pg.PlotCurveItem(self._scores, y, pen=samples[key].pen()))
        self._draw_crossing(found["crossing"])
        self.set_range(0.0, max(1e-3, float(self._scores[-1])), 0.0, PERCENT)
        self.read_at(None)

    def _draw_crossing(self, crossing: Mapping[str, Any] | None) -> None:
        """Mark where the lines cross, and write what that means beside it."""
        self.legend.set_shown("crossing", crossing is not None)
        if crossing is None:
            return
        scheme = theme.current()
        at = (crossing["score"], PERCENT * crossing["captured"])
        text = unbroken(
            self.tr("{captured} of the samples in {area} of the area").format(
                captured=percent(crossing["captured"]), area=percent(crossing["area"])
            )
        )
        weight = self.tr("probability ≥ {score}, weight {weight}").format(
            score=three_digits(crossing["score"]), weight=figure_text(crossing["weight"])
        )
        self.legend.set_value("crossing", weight)
        self.plot.setAccessibleDescription(f"{text}, {weight}")
        ring = pg.ScatterPlotItem(
            [at[0]], [at[1]], size=CROSS_PX, brush=scheme.plot, pen=pg.mkPen(scheme.text, width=2)
        )
        ring.setZValue(30)
        self.put(ring)
        self._label(text, at)

    def _label(self, text: str, at: tuple[float, float]) -> None:
        """Write below a point, under both lines, and within the plot."""
        scheme = theme.current()
        ground = QColor(scheme.plot)
        ground.setAlpha(220)
        place = at[0] / float(self._scores[-1])
        across = 0.0 if place < 0.25 else 1.0 if place > 0.75 else 0.5
        words = pg.TextItem(text, color=scheme.text, anchor=(across, -1.5))
        words.fill = pg.mkBrush(ground)
        words.setPos(*at)
        words.setZValue(40)
        self.put(words)

    def tell(self, x: float | None) -> None:
        if self._plot is None:
            return
        inside = x is not None and 0.0 <= x <= float(self._scores[-1])
        self.legend.set_shown("read", inside)
        for key, values in (("captured", self._captured), ("area", self._area)):
            height = float(np.interp(x or 0.0, self._scores, values))
            self.legend.set_value(key, f"{height:.0f}" if inside else "")
        if x is not None and inside:
            self.legend.set_value("read", three_digits(x, keep_zeros=True))


class _TurnedShares(NumberAxis):
    """Names per cent from 100 at the foot to 0 at the head."""

    def tickStrings(self, values: Any, scale: float, spacing: float) -> list[str]:
        return list(super().tickStrings([PERCENT - value for value in values], scale, spacing))
