"""The losses of several runs on one axis."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.numbers import NOTHING, three_digits
from gui import theme
from gui.comparing.run_colours import run_colour
from gui.curve_header import CurveHeader
from gui.curve_legend import Sample
from gui.epoch_axis import EpochAxis
from gui.judging.read_plot import ReadPlot
from gui.log_axis import LogAxis
from gui.log_zero import log_places, zero_row
from gui.plotting import put_axis

Floats = NDArray[np.float64]
Line = tuple[Floats, Floats]
# what is learned from is drawn through, what is kept apart is dashed
PENS = {"training": Qt.PenStyle.SolidLine, "validation": Qt.PenStyle.DashLine}
AXIS_PX = 64
# epochs on show before there is a curve
IDLE = (0.0, 1000.0)


class LossPlot(ReadPlot):
    """The median loss of each run, in training and on the validation part, against the epoch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._names: list[str] = []
        # the epochs and losses of each part of each run
        self._lines: list[dict[str, Line]] = []
        self._epochs, self._losses = EpochAxis(), LogAxis("left")
        self._losses.setWidth(AXIS_PX)
        put_axis(self.plot, "bottom", self._epochs)
        put_axis(self.plot, "left", self._losses)
        self.header = CurveHeader(self)
        self.header.changed.connect(self._draw)
        self.header.fit.clicked.connect(lambda _=False: self.fit())
        self.header.fit.setToolTip(self.tr("Show the whole curves."))
        self._column.insertWidget(0, self.header)
        self.set_titles(self.tr("Losses of the runs"), self.tr("Epoch"), self.tr("Loss"))
        self._draw()

    def show_curves(self, names: Sequence[str], curves: Sequence[Mapping[str, Any]]) -> None:
        """Draw curves, as `core.comparing_curves.curves_of` gives them, under these names."""
        self._names = list(names)
        self._lines = [{part: _line(curve[part]) for part in PENS} for curve in curves]
        self._name_loss({curve["loss"] for curve in curves})
        self._draw()

    def _name_loss(self, kinds: set[str]) -> None:
        """Say what the loss is, where all runs have the same."""
        names = {"mse": self.tr("Mean squared error"), "cross_entropy": self.tr("Cross-entropy")}
        self._losses.set_title(names[kinds.pop()] if len(kinds) == 1 else self.tr("Loss"))

    # --- drawing -----------------------------------------------------------------------

    def _draw(self) -> None:
        self.wipe()
        self._epochs.setLogMode(x=self.header.log_x)
        self._losses.setLogMode(y=self.header.log_y)
        drawn = [line for lines in self._lines for line in lines.values() if len(line[0])]
        self.empty.setVisible(not drawn)
        self.header.setEnabled(bool(drawn))
        if not drawn:
            self.legend.hide()
            self.set_range(*IDLE, *((-5.0, 0.0) if self.header.log_y else (0.0, 1.0)))
            return
        zero = self._set_scales(
            *(np.concatenate([line[axis] for line in drawn]) for axis in (0, 1))
        )
        self._fill_legend()
        for place, lines in enumerate(self._lines):
            for part, style in PENS.items():
                self._draw_line(*lines[part], run_colour(place), style, zero)
        self.read_at(None)

    def _set_scales(self, epochs: Floats, losses: Floats) -> float:
        """Bring all points into sight; return where a loss of 0 stands on a logarithmic axis."""
        last = float(epochs.max())
        self._epochs.set_last(last)
        right = math.log10(max(last, 2.0)) if self.header.log_x else last
        bottom, top, zero = 0.0, float(losses.max()) or 1.0, math.nan
        if self.header.log_y:
            bottom, top, zero = _heights(losses)
        self._losses.set_zero(zero)
        self.set_range(0.0, right, bottom if math.isnan(zero) else zero, top)
        return zero

    def _draw_line(
        self, epochs: Floats, losses: Floats, colour: str, style: Qt.PenStyle, zero: float
    ) -> None:
        x = np.log10(np.maximum(epochs, 1.0)) if self.header.log_x else epochs
        y = log_places(losses, zero) if self.header.log_y else losses
        self.put(pg.PlotCurveItem(x, y, pen=Sample(colour, style).pen(), connect="finite"))

    # --- the legend --------------------------------------------------------------------

    def _fill_legend(self) -> None:
        self.legend.add("epoch", self.tr("Epoch"))
        told = self.tr("Median of the members: in training / on the validation part")
        for place, name in enumerate(self._names):
            self.legend.add(str(place), name, Sample(run_colour(place)))
            self.legend.set_help(str(place), told)
        if any(len(lines["validation"][0]) for lines in self._lines):
            dashed = Sample(theme.current().muted, PENS["validation"])
            self.legend.add("validation", self.tr("Validation part"), dashed)

    def tell(self, x: float | None) -> None:
        """Write the losses of each run at a place; None: the last ones."""
        last = max((max(map(_last, lines.values())) for lines in self._lines), default=0.0)
        if not last:
            return
        epoch = last if x is None else 10.0 ** min(x, 300) if self.header.log_x else x
        self.legend.set_value("epoch", f"{min(max(epoch, 0.0), last):,.0f}")
        for place, lines in enumerate(self._lines):
            losses = [_at(*lines[part], epoch) for part in PENS if len(lines[part][0])]
            self.legend.set_value(str(place), " / ".join(losses) or NOTHING)


def _line(points: Mapping[str, Sequence[float]]) -> Line:
    return np.array(points["x"], np.float64), np.array(points["y"], np.float64)


def _last(line: Line) -> float:
    return float(line[0][-1]) if len(line[0]) else 0.0


def _at(epochs: Floats, losses: Floats, epoch: float) -> str:
    """Write the loss at the epoch nearest to one."""
    nearest = int(np.argmin(np.abs(epochs - epoch)))
    return three_digits(float(losses[nearest]), keep_zeros=True)


def _heights(losses: Floats) -> tuple[float, float, float]:
    """Return the ends of a logarithmic axis, and where 0 stands on it, NaN without one."""
    positive = losses[losses > 0]
    if not len(positive):
        return -5.0, 0.0, zero_row(-5.0, 0.0)
    bottom, top = math.log10(positive.min()), math.log10(positive.max())
    if top - bottom <= 0.1:
        bottom, top = bottom - 0.5, top + 0.5
    zero = zero_row(bottom, top) if len(positive) < len(losses) else math.nan
    return bottom, top, zero
