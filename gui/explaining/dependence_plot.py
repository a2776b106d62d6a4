"""Probabilities of classes against the value of one element."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from core.numbers import three_digits
from gui.curve_legend import BAND_ALPHA, Sample
from gui.judging.read_plot import ReadPlot
from gui.log_axis import LogAxis
from gui.plotting import put_axis

Floats = NDArray[np.float64]
# a key that no class can have: names of classes are not empty
PLACE = ""
# bands of more classes would hide each other
MOST_BANDS = 2
DOTTED = Qt.PenStyle.DotLine


@dataclass(frozen=True)
class ClassLine:
    """The probability of a class along the grid, as explanation.json has it."""

    name: str
    colour: str
    found: Mapping[str, Any]

    def of(self, key: str) -> Floats:
        """Return "mean", "low", "high" or "members", float64, shape (G,), NaN where unknown."""
        return np.array([np.nan if v is None else v for v in self.found[key]], np.float64)


class DependencePlot(ReadPlot):
    """A line a class; the band holds 80 % of the samples, dotted lines the spread of members.

    Band and dotted lines are drawn where one or two classes are on show.
    """

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(nothing, parent)
        self._grid = np.empty(0)
        self._log = False
        self._unit = ""
        self._lines: list[ClassLine] = []
        self._axis = LogAxis("bottom")
        put_axis(self.plot, "bottom", self._axis)
        self.set_titles(self.tr("Partial dependence"), "", self.tr("Probability"))

    def show_lines(
        self, element: str, unit: str, grid: Sequence[float], log: bool, lines: Sequence[ClassLine]
    ) -> None:
        """Draw these lines and no others; none: the sentence that there are none."""
        self.wipe()
        self._lines, self._log, self._unit = list(lines), log, unit
        self._grid = np.log10(grid) if log else np.array(grid, np.float64)
        self.empty.setVisible(not lines)
        if not lines:
            return
        title = f"{element}, {unit}" if unit and unit not in element else element
        self._axis.setLogMode(x=log)
        self.set_titles(
            self.tr("Partial dependence on {element}").format(element=element),
            title,
            self.tr("Probability"),
        )
        self._draw(element)
        low, high = float(self._grid[0]), float(self._grid[-1])
        self.set_range(low, high if high > low else low + 1.0, 0.0, self._top())
        self.read_at(None)

    def _top(self) -> float:
        """Return the tenth above all that is drawn, so that rare classes can be read."""
        key = "high" if len(self._lines) <= MOST_BANDS else "mean"
        highest = max(float(np.nanmax(line.of(key))) for line in self._lines)
        return min(1.0, (math.floor(10 * highest) + 1) / 10)

    def _draw(self, element: str) -> None:
        self.legend.add(PLACE, element)
        for line in self._lines:
            has_band = len(self._lines) <= MOST_BANDS
            sample = Sample(line.colour, band=has_band)
            self.legend.add(line.name, line.name, sample)
            if has_band:
                self._draw_band(line)
                self._draw_members(line)
            self.put(pg.PlotCurveItem(self._grid, line.of("mean"), pen=sample.pen()))

    def _draw_band(self, line: ClassLine) -> None:
        """Fill what lies between the curves of the samples."""
        colour = QColor(line.colour)
        colour.setAlpha(BAND_ALPHA)
        sides = [pg.PlotCurveItem(self._grid, line.of(key)) for key in ("low", "high")]
        self.put(pg.FillBetweenItem(*sides, brush=colour))

    def _draw_members(self, line: ClassLine) -> None:
        mean, spread = line.of("mean"), line.of("members")
        if not np.isfinite(spread).all():
            return
        pen = Sample(line.colour, DOTTED, width=1).pen()
        for edge in (mean - spread, mean + spread):
            self.put(pg.PlotCurveItem(self._grid, np.clip(edge, 0.0, 1.0), pen=pen))

    def tell(self, x: float | None) -> None:
        """Write the probabilities at a place; None: how far they go apart along the grid."""
        if not self._lines:
            return
        self.legend.set_value(PLACE, "" if x is None else self._value_text(x))
        for line in self._lines:
            mean = line.of("mean")
            if x is None:
                text = f"{mean.min():.2f} – {mean.max():.2f}"
            else:
                text = f"{np.interp(x, self._grid, mean):.3f}"
            self.legend.set_value(line.name, text)

    def _value_text(self, x: float) -> str:
        held = min(max(x, float(self._grid[0])), float(self._grid[-1]))
        value = math.pow(10.0, held) if self._log else held
        return f"{three_digits(value)} {self._unit}".strip()
