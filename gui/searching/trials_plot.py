"""The scores of the trials of a search, and the best so far."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from core.numbers import NOTHING
from core.searching.results import Trial
from gui import theme
from gui.curve_legend import Sample
from gui.judging.figure_texts import figure_text
from gui.judging.read_plot import ReadPlot
from gui.searching.trials import best_so_far, scores_of

MARK_PX, PICKED_PX = 6, 11
# trials that the axis has room for before there are as many
FEWEST = 8
# times as many as have ended, for which there is room at most
MOST_AHEAD = 4


class TrialsPlot(ReadPlot):
    """A dot for each trial that has a score, and a line that rises with each better one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.empty.set_text(self.tr("A dot for each trial will stand here."))
        self._numbers = np.empty(0)
        self._scores = self._best = np.empty(0)
        self._picked = -1
        self._mark: pg.ScatterPlotItem | None = None
        self.set_titles(self.tr("Scores of the trials"), self.tr("Trial"), self.tr("Macro-F1"))
        self.show_trials([], 0)

    def show_trials(self, trials: Sequence[Trial], planned: int) -> None:
        """Draw trials, by number.

        Parameters
        ----------
        planned
            Trials that there will be, for which the axis has room; 0 if nobody knows.
        """
        self.wipe()
        self._mark = None
        self._numbers = np.array([trial.number for trial in trials], np.float64)
        self._scores = scores_of(trials)
        self._best = best_so_far(self._scores)
        known = np.isfinite(self._scores)
        self.empty.setVisible(not known.any())
        if not known.any():
            self.set_range(0.0, FEWEST - 1.0, 0.0, 1.0)
            return
        ended = float(self._numbers.max())
        last = max(ended, FEWEST - 1.0, min(planned - 1.0, MOST_AHEAD * ended))
        self.set_range(0.0, last, max(0.0, float(self._scores[known].min()) - 0.05), 1.0)
        self._fill_legend()
        self._draw(known)
        self.read_at(None)

    def pick(self, number: int) -> None:
        """Mark a trial by its number; -1: none."""
        self._picked = number
        if self._mark is not None:
            self._mark.setData(*self._place(number))

    def _fill_legend(self) -> None:
        scheme = theme.current()
        self.legend.add("trial", self.tr("Trial"))
        self.legend.add(
            "score", self.tr("Its score"), Sample(scheme.training, Qt.PenStyle.DotLine, 5)
        )
        self.legend.add("best", self.tr("Best so far"), Sample(scheme.validation))

    def _draw(self, known: np.ndarray) -> None:
        scheme = theme.current()
        reached = np.isfinite(self._best)
        line = pg.mkPen(scheme.validation, width=2)
        x, y = _stairs(self._numbers[reached], self._best[reached])
        self.put(pg.PlotCurveItem(x, y, pen=line))
        colour = QColor(scheme.training)
        dots = {"size": MARK_PX, "pen": pg.mkPen(None), "brush": pg.mkBrush(colour)}
        self.put(pg.ScatterPlotItem(self._numbers[known], self._scores[known], **dots))
        ring = {"size": PICKED_PX, "pen": pg.mkPen(scheme.text, width=2), "brush": None}
        self._mark = self.put(pg.ScatterPlotItem(*self._place(self._picked), **ring))

    def _place(self, number: int) -> tuple[list[float], list[float]]:
        here = np.flatnonzero(self._numbers == number)
        if not len(here) or not np.isfinite(self._scores[here[0]]):
            return [], []
        return [float(number)], [float(self._scores[here[0]])]

    def tell(self, x: float | None) -> None:
        """Write the trial nearest to a place and its score; None: the last one."""
        if not len(self._numbers):
            return
        nearest = len(self._numbers) - 1
        if x is not None:
            nearest = int(np.argmin(np.abs(self._numbers - x)))
        score, best = self._scores[nearest], self._best[nearest]
        self.legend.set_value("trial", f"{self._numbers[nearest]:,.0f}")
        self.legend.set_value("score", figure_text(float(score)) if np.isfinite(score) else NOTHING)
        self.legend.set_value("best", figure_text(float(best)) if np.isfinite(best) else NOTHING)


def _stairs(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the line that stays as it is until the next point."""
    return np.repeat(x, 2)[1:], np.repeat(y, 2)[:-1]
