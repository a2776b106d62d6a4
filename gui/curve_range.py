"""Which part of the curves is in sight, and what stands under the cursor."""

from __future__ import annotations

import math
from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtWidgets import QWidget

from gui.curve_header import CurveHeader
from gui.curve_marks import CurveMarks
from gui.curve_readout import CurveReadout
from gui.epoch_axis import EpochAxis
from gui.log_axis import LogAxis
from gui.log_zero import zero_row
from gui.member_curves import MemberCurves
from gui.member_history import PARTS, MemberHistory
from gui.single_curve import SingleCurve
from gui.throttle import Throttle


class CurveRange(QWidget):
    """The scales, the range and the readout of `gui.curve_view.CurveView`, which makes its parts.

    The view follows the curves while they grow, until the user zooms or pans.
    """

    history: MemberHistory
    header: CurveHeader
    legend: CurveReadout
    plot: pg.PlotWidget
    _box: pg.ViewBox
    _epoch_axis: EpochAxis
    _loss_axis: LogAxis
    _marks: CurveMarks
    _lines: dict[str, SingleCurve]
    _crowd: dict[str, MemberCurves]
    _redraw: Throttle
    _goal: float
    _picked: int
    _following: bool
    _cursor: float | None

    def fit(self) -> None:
        """Bring the whole curve into sight and follow it."""
        self._following = True
        self.header.fit.setEnabled(False)
        self._redraw.request()

    def _set_scales(self) -> None:
        self._epoch_axis.setLogMode(x=self.header.log_x)
        self._loss_axis.setLogMode(y=self.header.log_y)
        self.fit()

    def _leave(self, *_: object) -> None:
        self._following = False
        self.header.fit.setEnabled(True)

    def _range_changed(self, *_: object) -> None:
        # While following, the range only changes because a redraw is under way.
        if not self._following:
            self._redraw.request()

    def _place_zero(self) -> float:
        """Return where a loss of 0 stands on a logarithmic axis, NaN where there is none."""
        has_zeros = any(curve.has_zeros for curve in self._drawn)
        zero = zero_row(*self._y_range()) if has_zeros and self.header.log_y else math.nan
        self._loss_axis.set_zero(zero)
        return zero

    def _show_everything(self, zero: float) -> None:
        log_x = self.header.log_x
        if not self._has_points():
            self._box.setRange(xRange=(0, 3 if log_x else 1000), yRange=self._idle_range())
            return
        first, last = int(self.history.epochs[0]), self.history.newest
        x_range = (0.0, math.log10(max(last, 2.0))) if log_x else (min(first, 0), last)
        bottom, top = self._y_range()
        y_range = (bottom if math.isnan(zero) else zero, top)
        self._box.setRange(xRange=x_range, yRange=y_range, padding=0.02)

    def _idle_range(self) -> tuple[float, float]:
        return (-5.0, 0.0) if self.header.log_y else (0.0, 1.0)

    @property
    def _drawn(self) -> list[SingleCurve | MemberCurves]:
        return [*self._lines.values(), *self._crowd.values()]

    def _y_range(self) -> tuple[float, float]:
        drawn = self._drawn
        high = _extreme(max, [curve.highest for curve in drawn])
        if not self.header.log_y:
            return 0.0, high if high > 0 else 1.0
        goal = [self._goal] if self._goal > 0 else []
        low = _extreme(min, [curve.lowest_positive for curve in drawn] + goal)
        if not low > 0:
            return self._idle_range()
        bottom, top = math.log10(low), math.log10(max(high, low))
        return (bottom, top) if top - bottom > 0.1 else (bottom - 0.5, top + 0.5)

    def _has_points(self) -> bool:
        return any(self.history.has(part) for part in PARTS)

    def _line(self, part: str) -> SingleCurve:
        if part not in self._lines:
            self._lines[part] = SingleCurve(self.plot, part)
        return self._lines[part]

    @property
    def _is_crowd(self) -> bool:
        return self.history.members > 1

    # Readout

    def _point(self, place: QPointF) -> None:
        inside = self._box.sceneBoundingRect().contains(place) and self._has_points()
        self._cursor = self._box.mapSceneToView(place).x() if inside else None
        self._marks.place_cursor(self._cursor)
        self._write_values()

    def _write_values(self) -> None:
        """Write the values under the cursor, or the last ones."""
        self.legend.setVisible(self._has_points())
        if not self._has_points():
            return
        epoch = math.inf
        if self._cursor is not None:
            epoch = 10.0 ** min(self._cursor, 300) if self.header.log_x else self._cursor
        if self._is_crowd:
            self.legend.show_members(self.history, epoch, self._picked)
        else:
            self.legend.show_single({part: self._line(part).value_at(epoch) for part in PARTS})
        self.legend.show_goal(self._goal if self._goal > 0 else math.nan)
        self.legend.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._cursor = None
            self._marks.place_cursor(None)
            self._write_values()
        return False


def _extreme(choose: Callable[[list[float]], float], values: list[float]) -> float:
    known = [value for value in values if not math.isnan(value)]
    return choose(known) if known else math.nan
