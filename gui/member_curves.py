"""One loss of many members as it is drawn: a band, thin curves, the median and the named ones."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPolygonF

from gui import theme
from gui.curve_legend import BAND_ALPHA, Sample
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

    def remove(self) -> None:
        """Take everything out of the plot."""
        for item in self.items:
            self._plot.removeItem(item)

    def draw(self, history: MemberHistory, picked: int, *, log_x: bool, log_y: bool) -> None:
        """Draw the losses as they stand; `picked` is a member, or -1."""
        curves, quantiles = history.curves(self._part), history.quantiles(self._part)
        epochs = history.epochs.astype(np.float64)
        x = _on_axis(epochs, log_x)
        best, worst = history.best_and_worst()
        named = {"best": best, "worst": worst, "picked": picked}
        drawn = [quantiles]
        self._band.show_between(x, *(_on_axis(quantiles[:, side], log_y) for side in (0, 2)))
        self._lines["median"].setData(x, _on_axis(quantiles[:, 1], log_y))
        for name, member in named.items():
            y = self._until_its_end(history, curves, member)
            drawn.append(y)
            self._lines[name].setData(x, _on_axis(y, log_y))
        if history.members <= MOST_THIN_CURVES:
            drawn.append(curves)
            self._draw_thin(history, curves, x, log_y)
        else:
            self._thin.setData([], [])
        self._remember_range(drawn)

    def _until_its_end(self, history: MemberHistory, curves: Floats, member: int) -> Floats:
        """Return the curve of a member, NaN where it has ended."""
        if not 0 <= member < history.members:
            return np.full(len(history), np.nan)
        y = curves[:, member].copy()
        y[history.end_columns[member] + 1 :] = np.nan
        return y

    def _draw_thin(self, history: MemberHistory, curves: Floats, x: Floats, log_y: bool) -> None:
        """Draw all members as one item, with a gap after each."""
        step = max(1, -(-curves.size // MOST_THIN_VERTICES))
        columns = np.arange(len(x) - 1, -1, -step)[::-1]
        ended = columns[:, None] > history.end_columns
        y = np.where(ended, np.nan, _on_axis(curves[columns], log_y))
        gap = np.full((1, history.members), np.nan)
        xs = np.tile(np.append(x[columns], np.nan), history.members)
        self._thin.setData(xs, np.concatenate((y, gap)).T.ravel())

    def _remember_range(self, drawn: list[Floats]) -> None:
        values = np.concatenate([values.ravel() for values in drawn])
        values = values[np.isfinite(values)]
        positive = values[values > 0]
        self.highest = float(values.max()) if values.size else np.nan
        self.lowest_positive = float(positive.min()) if positive.size else np.nan


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


def _on_axis(values: Floats, log: bool) -> Floats:
    """Return where values stand on an axis, NaN where a logarithmic one has no place."""
    if not log:
        return values
    places = np.full(values.shape, np.nan)
    np.log10(values, out=places, where=values > 0)
    return places
