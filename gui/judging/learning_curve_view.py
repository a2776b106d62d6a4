"""The learning curve: what networks of fewer samples were worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.verdict_values import value_of
from gui import theme
from gui.curve_legend import BAND_ALPHA, Sample
from gui.judging.figure_texts import figure_text, interval_text
from gui.judging.learning_words import learning_sentence
from gui.judging.read_plot import ReadPlot
from gui.pages.page import label

MARK_PX = 6
Point = Mapping[str, Any]


class LearningCurveView(QWidget):
    """A sentence on whether more samples would help, and the curve that it was read from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("")
        self.curve = LearningPlot(self.tr("The learning curve will stand here."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.curve, 1)
        self.show_learning(None)

    def show_learning(self, learning: Mapping[str, Any] | None) -> None:
        """Show the curve of learning_curve.json, or the sentence that there is none."""
        self.words.setText(learning_sentence(learning) if learning is not None else "")
        self.words.setVisible(learning is not None)
        self.curve.show_points(learning["points"] if learning is not None else [])


class LearningPlot(ReadPlot):
    """Macro-F1 of held-out and of training samples against the number of training samples."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(nothing, parent)
        self._points: list[Point] = []
        self.set_titles(self.tr("Learning curve"), self.tr("Training samples"), self.tr("Macro-F1"))

    def show_points(self, points: Sequence[Point]) -> None:
        """Draw both lines with the band of the intervals; without points nothing."""
        self.wipe()
        self._points = sorted(points, key=lambda point: point["samples"])
        self.empty.setVisible(not self._points)
        if not self._points:
            return
        scheme = theme.current()
        self.legend.add("samples", self.tr("Training samples"))
        self.legend.add("held_out", self.tr("Held out"), Sample(scheme.validation, band=True))
        self.legend.add("training", self.tr("Training"), Sample(scheme.training))
        self._draw_band(QColor(scheme.validation))
        for key, colour in (("training", scheme.training), ("held_out", scheme.validation)):
            self._draw_line(self._column_of(key, "value"), colour)
        most = self._points[-1]["samples"]
        self.set_range(0.0, float(most), 0.0, 1.0)
        self.read_at(None)

    def _draw_line(self, y: NDArray[np.float64], colour: str) -> None:
        self.put(
            pg.PlotDataItem(
                self._samples(),
                y,
                pen=pg.mkPen(colour, width=2),
                symbol="o",
                symbolSize=MARK_PX,
                symbolPen=colour,
                symbolBrush=colour,
            )
        )

    def _draw_band(self, colour: QColor) -> None:
        """Fill what lies between the ends of the intervals."""
        low, high = (self._column_of("held_out", key) for key in ("low", "high"))
        known = np.isfinite(low) & np.isfinite(high)
        if known.sum() < 2:
            return
        colour.setAlpha(BAND_ALPHA)
        sides = [pg.PlotCurveItem(self._samples()[known], side[known]) for side in (low, high)]
        self.put(pg.FillBetweenItem(*sides, brush=colour))

    def tell(self, x: float | None) -> None:
        """Write the values of the point nearest to a place; None: of the last one."""
        if not self._points:
            return
        point = self._points[-1]
        if x is not None:
            point = min(self._points, key=lambda each: abs(each["samples"] - x))
        held_out = f"{figure_text(value_of(point['held_out']))} {_bracketed(point)}".rstrip()
        self.legend.set_value("samples", f"{point['samples']:,.0f}")
        self.legend.set_value("held_out", held_out)
        self.legend.set_value("training", figure_text(value_of(point["training"])))

    def _samples(self) -> NDArray[np.float64]:
        return np.array([point["samples"] for point in self._points], np.float64)

    def _column_of(self, part: str, key: str) -> NDArray[np.float64]:
        """Return a number of each point, float64, shape (P,), NaN where it is not defined."""
        found = [point[part].get(key) for point in self._points]
        return np.array([np.nan if value is None else value for value in found])


def _bracketed(point: Point) -> str:
    text = interval_text(point["held_out"])
    return f"({text})" if text else ""
