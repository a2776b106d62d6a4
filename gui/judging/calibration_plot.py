"""Calibration: how often the network is right where it is so sure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.numbers import NOTHING
from core.verdict_values import value_of
from gui import theme
from gui.curve_legend import Sample
from gui.judging.figure_texts import figure_text
from gui.judging.read_plot import ReadPlot
from gui.translating import counted

POINT_PX = 8
DASHED = Qt.PenStyle.DashLine


class CalibrationPlot(ReadPlot):
    """The share of right samples against the highest probability, in bins with their intervals."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(nothing, parent)
        self._bins: list[Mapping[str, Any]] = []
        self._whole = ""
        self.set_titles(
            self.tr("Calibration"),
            self.tr("Highest probability"),
            self.tr("Share of right samples"),
        )
        self.set_range(0.0, 1.0, 0.0, 1.0)

    def show_verdict(self, verdict: Mapping[str, Any] | None) -> None:
        """Draw the bins of verdict.json that hold samples."""
        self.wipe()
        found = verdict["held_out"]["curves"]["calibration"] if verdict is not None else {}
        self._bins = [each for each in found.get("bins", ()) if each["samples"]]
        self.empty.setVisible(not self._bins)
        if verdict is None or not self._bins:
            return
        scheme = theme.current()
        self.legend.add("bins", self.tr("Held out"), Sample(scheme.validation))
        self.legend.add("right", self.tr("As sure as right"), Sample(scheme.outline, DASHED, 1))
        self.legend.add("read", "")
        self.put_dashed((0.0, 0.0), (1.0, 1.0))
        self._draw_bins()
        self._whole = self._figures(verdict["held_out"]["figures"], found.get("error"))
        self.read_at(None)

    def _draw_bins(self) -> None:
        colour = theme.current().validation
        x, y = (np.array([each[key] for each in self._bins]) for key in ("probability", "right"))
        low, high = (
            np.array(
                [y[k] if each[key] is None else each[key] for k, each in enumerate(self._bins)]
            )
            for key in ("low", "high")
        )
        bars = pg.ErrorBarItem(
            x=x, y=y, top=high - y, bottom=y - low, beam=0.012, pen=pg.mkPen(colour, width=1)
        )
        self.put(bars)
        self.put(pg.PlotCurveItem(x, y, pen=pg.mkPen(colour, width=1)))
        self.put(pg.ScatterPlotItem(x, y, size=POINT_PX, pen=None, brush=colour))

    def tell(self, x: float | None) -> None:
        if self._bins:
            self.legend.set_value("read", self._whole if x is None else self._bin_text(x))

    def _bin_text(self, x: float) -> str:
        """Describe the bin whose mean probability is nearest to a place."""
        near = min(self._bins, key=lambda each: abs(each["probability"] - x))
        low, high = (
            NOTHING if near[key] is None else f"{near[key]:.2f}" for key in ("low", "high")
        )
        return counted(
            self.tr(
                "{samples} samples of mean probability {probability}: {right} right ({low} to "
                "{high})"
            ),
            samples=f"{near['samples']:,}",
            probability=f"{near['probability']:.2f}",
            right=f"{near['right']:.2f}",
            low=low,
            high=high,
        )

    def _figures(self, figures: Mapping[str, Any], error: float | None) -> str:
        return self.tr(
            "Calibration error {error}, Brier score {brier}, log loss {log_loss}"
        ).format(
            error=figure_text(error),
            brier=figure_text(value_of(figures.get("brier"))),
            log_loss=figure_text(value_of(figures.get("log_loss"))),
        )
