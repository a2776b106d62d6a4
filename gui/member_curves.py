"""One loss of many members as it is drawn: a band, thin curves, the median and the named ones."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPolygonF

from gui import theme
from gui.curve_legend import BAND_ALPHA, Sample
from gui.log_zero import log_places
from gui.member_history import Floats, MemberHistory

MOST_THIN_CURVES = 32
MOST_THIN_VERTICES = 6000
THIN_ALPHA = 90


def median_sample(part: str) -> Sample:
    """Return the look of a part's median and its band."""
    return Sample(_colour(part), band=True)


def best_sample(part: str) -> Sample:
    """Return the look of the best member."""
    return Sample(_colour(part), Qt.PenStyle.DashLine, 1)


def worst_sample(part: str) -> Sample:
    """Return the look of the worst member."""
    return Sample(_colour(part), Qt.PenStyle.DotLine, 1)


def picked_sample(part: str) -> Sample:
    """Return the look of the member that was picked."""
    style = Qt.PenStyle.SolidLine if part == "training" else Qt.PenStyle.DashLine
    return Sample(theme.current().text, style, 2)


class MemberCurves:
    """Draws one part of a `MemberHistory` in a plot.

    Parameters
    ----------
    part
        ``"training"`` or ``"validation"``.
    """

    def __init__(self, plot: pg.PlotWidget, part: str) -> None:
        self._part = part
        self._plot = plot
        self._band = _Band(QColor(_colour(part)))
        thin = QColor(_colour(part))
        thin.setAlpha(THIN_ALPHA)
        self._thin = pg.PlotCurveItem(pen=pg.mkPen(thin, width=1), connect="finite")
        self._lines = {
            name: pg.PlotCurveItem(pen=sample.pen(), connect="finite")
            for name, sample in (
                ("worst", worst_sample(part)),
                ("best", best_sample(part)),
                ("median", median_sample(part)),
                ("picked", picked_sample(part)),
            )
        }
        self.items = [self._band, self._thin, *self._lines.values()]
        for height, item in enumerate(self.items):
            # the training part lies over the validation part, as with a single member
            item.setZValue(2 * height + (part == "training") - 20)
            plot.addItem(item, ignoreBounds=True)
        # highest loss drawn, lowest loss drawn that is above zero
        self.highest = self.lowest_positive = np.nan
        self.has_zeros = False

    def remove(self) -> None:
        """Take everything out of the plot."""
        for item in self.items:
            self._plot.removeItem(item)

    def take(self, history: MemberHistory, picked: int) -> None:
        """Take the losses as they stand and their range; `picked` is a member, or -1."""
        self._history = history
        curves, quantiles = history.curves(self._part), history.quantiles(self._part)
        best, worst = history.best_and_worst()
        self._named = {
            name: self._until_its_end(history, curves, member)
            for name, member in (("best", best), ("worst", worst), ("picked", picked))
        }
        shows_all = history.members <= MOST_THIN_CURVES
        self._remember_range([quantiles, *self._named.values(), *([curves] if shows_all else [])])

    def draw(self, *, log_x: bool, log_y: bool, zero: float = np.nan) -> None:
        """Draw what was taken; `zero` is where a loss of 0 stands on a logarithmic axis."""
        history = self._history
        curves, quantiles = history.curves(self._part), history.quantiles(self._part)
        x = _on_axis(history.epochs.astype(np.float64), log_x)
        low, middle, high = (_on_axis(side, log_y, zero) for side in quantiles.T)
        self._band.show_between(x, low, high)
        self._lines["median"].setData(x, middle)
        for name, y in self._named.items():
            self._lines[name].setData(x, _on_axis(y, log_y, zero))
        if history.members <= MOST_THIN_CURVES:
            self._draw_thin(history, _on_axis(curves, log_y, zero), x)
        else:
            self._thin.setData([], [])

    def _until_its_end(self, history: MemberHistory, curves: Floats, member: int) -> Floats:
        """Return the curve of a member, NaN where it has ended."""
        if not 0 <= member < history.members:
            return np.full(len(history), np.nan)
        y = curves[:, member].copy()
        y[history.end_columns[member] + 1 :] = np.nan
        return y

    def _draw_thin(self, history: MemberHistory, curves: Floats, x: Floats) -> None:
        """Draw all members, as they stand on the axis, as one item with a gap after each."""
        step = max(1, -(-curves.size // MOST_THIN_VERTICES))
        columns = np.arange(len(x) - 1, -1, -step)[::-1]
        ended = columns[:, None] > history.end_columns
        y = np.where(ended, np.nan, curves[columns])
        gap = np.full((1, history.members), np.nan)
        xs = np.tile(np.append(x[columns], np.nan), history.members)
        self._thin.setData(xs, np.concatenate((y, gap)).T.ravel())

    def _remember_range(self, drawn: list[Floats]) -> None:
        values = np.concatenate([values.ravel() for values in drawn])
        values = values[np.isfinite(values)]
        positive = values[values > 0]
        self.highest = float(values.max()) if values.size else np.nan
        self.lowest_positive = float(positive.min()) if positive.size else np.nan
        self.has_zeros = positive.size < values.size


class _Band(pg.GraphicsObject):
    """A filled area between two curves; painted as polygons, which cost less than paths."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        colour.setAlpha(BAND_ALPHA)
        self._brush = QBrush(colour)
        self._polygons: list[QPolygonF] = []
        self._bounds = QRectF()

    def show_between(self, x: Floats, low: Floats, high: Floats) -> None:
        """Fill between the curves wherever both are finite."""
        self.prepareGeometryChange()
        known = np.flatnonzero(np.isfinite(x) & np.isfinite(low) & np.isfinite(high))
        pieces = np.split(known, np.flatnonzero(np.diff(known) > 1) + 1)
        self._polygons = [
            pg.functions.arrayToQPolygonF(
                np.concatenate((x[piece], x[piece][::-1])),
                np.concatenate((low[piece], high[piece][::-1])),
            )
            for piece in pieces
            if len(piece) > 1
        ]
        self._bounds = QRectF()
        for polygon in self._polygons:
            self._bounds = self._bounds.united(polygon.boundingRect())
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, *_: object) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._brush)
        for polygon in self._polygons:
            painter.drawPolygon(polygon)


def _colour(part: str) -> str:
    scheme = theme.current()
    return scheme.training if part == "training" else scheme.validation


def _on_axis(values: Floats, log: bool, zero: float = np.nan) -> Floats:
    """Return where values stand on an axis, NaN where a logarithmic one has no place."""
    return log_places(values, zero) if log else values
