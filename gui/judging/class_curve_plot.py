"""Curves of classes in their colours: ROC, precision–recall or success rate."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from gui.curve_legend import Sample
from gui.judging.class_curves import ClassCurve
from gui.judging.figure_texts import figure_text
from gui.judging.read_plot import ReadPlot

# a key that no class can have: names of classes are not empty
PLACE = ""


class ClassCurvePlot(ReadPlot):
    """Lines between 0 and 1 in both directions; the legend tells their areas or heights.

    Parameters
    ----------
    scale
        What the shares are written as: 1, or 100 where the axes are in per cent.
    """

    def __init__(self, nothing: str, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(nothing, parent)
        self._scale = scale
        self._curves: list[ClassCurve] = []
        self._bottom = self._worth = ""
        self.set_range(0.0, scale, 0.0, scale)

    def show_titles(self, name: str, bottom: str, left: str, worth: str) -> None:
        """Write what the plot shows, its axes, and what the area or mean of a line is called."""
        self.set_titles(name, bottom, left)
        self._bottom, self._worth = bottom, worth

    def show_curves(self, curves: Sequence[ClassCurve]) -> None:
        """Draw these lines, with what chance would give, and no others."""
        self.wipe()
        self._curves = list(curves)
        self.empty.setVisible(not curves)
        if not curves:
            return
        self._draw_chance()
        self.legend.add(PLACE, self._worth)
        for curve in curves:
            sample = Sample(curve.colour)
            self.legend.add(curve.name, curve.name, sample)
            x, y = self._scale * curve.x, self._scale * curve.y
            self.put(pg.PlotCurveItem(x, y, pen=sample.pen()))
        self.read_at(None)

    def tell(self, x: float | None) -> None:
        if not self._curves:
            return
        place = None if x is None else min(max(x, 0.0), self._scale)
        self.legend.set_name(PLACE, self._worth if place is None else self._bottom)
        self.legend.set_value(PLACE, "" if place is None else figure_text(place))
        for curve in self._curves:
            if place is None:
                self.legend.set_value(curve.name, figure_text(curve.worth))
            else:
                height = self._scale * curve.height(place / self._scale)
                self.legend.set_value(curve.name, figure_text(height))

    def _draw_chance(self) -> None:
        """Draw the diagonal, or the share of the one class on show: those of all would confuse."""
        heights = {curve.chance for curve in self._curves}
        if heights == {None}:
            self.put_dashed((0.0, 0.0), (self._scale, self._scale))
        elif len(self._curves) == 1:
            height = self._scale * (self._curves[0].chance or 0.0)
            self.put_dashed((0.0, height), (self._scale, height))
