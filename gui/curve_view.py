"""Loss against epoch, live or from an old run."""

from __future__ import annotations

import math

from numpy.typing import ArrayLike
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.curve_header import CurveHeader
from gui.curve_marks import CurveMarks
from gui.curve_range import CurveRange
from gui.curve_readout import CurveReadout
from gui.empty_state import EmptyState
from gui.epoch_axis import EpochAxis
from gui.log_axis import LogAxis
from gui.member_curves import MemberCurves
from gui.member_history import PARTS, MemberHistory
from gui.pan_keys import PanKeys
from gui.plotting import calm_plot, put_axis
from gui.single_curve import SingleCurve
from gui.throttle import Throttle

REDRAW_MS = 67


class CurveView(CurveRange):
    """Training and validation loss of the one member of a run, or a summary of its many.

    One member is drawn epoch by epoch. Many are a median, a band and the members that are named;
    see `MemberCurves`. The view follows the curve while it grows, until the user zooms or pans;
    *Fit* follows again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = MemberHistory()
        self._lines: dict[str, SingleCurve] = {}
        self._crowd: dict[str, MemberCurves] = {}
        self._picked = -1
        self._goal = math.nan
        self._following = True
        self._cursor: float | None = None
        self.header = CurveHeader(self)
        self.header.changed.connect(self._set_scales)
        self.header.fit.clicked.connect(self.fit)
        self.legend = CurveReadout(self)
        self.plot = calm_plot(self)
        self._box = self.plot.getPlotItem().getViewBox()
        self._box.disableAutoRange()
        self._give_axes()
        self._marks = CurveMarks(self.plot)
        self._empty = EmptyState(self.tr("The loss will stand here."), self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.header)
        column.addWidget(self.legend)
        column.addWidget(self.plot, 1)
        self._redraw = Throttle(self.redraw, REDRAW_MS, self)
        self._box.sigRangeChangedManually.connect(self._leave)
        PanKeys(self.plot, self.fit)
        self.plot.setAccessibleName(
            self.tr("Loss curve: arrow keys pan, plus and minus zoom, Home fits")
        )
        self._box.sigXRangeChanged.connect(self._range_changed)
        self.plot.scene().sigMouseMoved.connect(self._point)
        self.plot.viewport().installEventFilter(self)
        self._set_scales()
        self.set_loss("mse")
        self.clear()

    def _give_axes(self) -> None:
        self._epoch_axis, self._loss_axis = EpochAxis(), LogAxis("left")
        self._epoch_axis.set_title(self.tr("Epoch"))
        self._loss_axis.setWidth(64)
        put_axis(self.plot, "bottom", self._epoch_axis)
        put_axis(self.plot, "left", self._loss_axis)

    # What is shown

    def append(
        self,
        epochs: ArrayLike,
        training: ArrayLike,
        validation: ArrayLike,
        member: ArrayLike = 0,
    ) -> None:
        """Add points, of one member or of each its own; a loss that is NaN is left out."""
        self.history.append(epochs, member, training, validation)
        if not self._is_crowd:
            for part, values in zip(PARTS, (training, validation), strict=True):
                self._line(part).append(epochs, values)
        self._redraw.request()

    def set_history(
        self,
        epochs: ArrayLike,
        training: ArrayLike,
        validation: ArrayLike,
        member: ArrayLike = 0,
    ) -> None:
        """Show these points and no others."""
        self.clear()
        self.append(epochs, training, validation, member)

    def clear(self) -> None:
        """Forget every curve and follow the next one."""
        self.history.clear()
        self._remove_lines()
        for curves in self._crowd.values():
            curves.remove()
        self._crowd.clear()
        self._picked = -1
        self.fit()

    def set_loss(self, loss: str) -> None:
        """Say on the axis what the loss is: ``"mse"`` or ``"cross_entropy"``."""
        names = {"mse": self.tr("Mean squared error"), "cross_entropy": self.tr("Cross-entropy")}
        self._loss_axis.set_title(names[loss])

    def set_goal(self, goal: float | None) -> None:
        """Draw the error goal as a dashed line, or no line."""
        self._goal = math.nan if goal is None else goal
        self._redraw.request()

    def set_picked(self, member: int) -> None:
        """Highlight a member among many; -1 none."""
        self._picked = member
        self._redraw.request()

    @property
    def empty(self) -> EmptyState:
        """What is shown while there is no curve; give it a button with `set_action`."""
        return self._empty

    # How it is shown

    @property
    def following(self) -> bool:
        """Whether the view keeps the whole curve in sight while it grows."""
        return self._following

    def set_log(self, *, x: bool | None = None, y: bool | None = None) -> None:
        """Choose logarithmic or linear axes."""
        self.header.set_log(x=x, y=y)
        self._set_scales()

    def redraw(self) -> None:
        """Draw what is new, now. Called by itself, at most 15 times a second."""
        if not self.isVisible():
            return
        if self._is_crowd:
            self._take_members()
        zero = self._place_zero()
        self._epoch_axis.set_last(self.history.newest if self._has_points() else math.nan)
        if self._following:
            self._show_everything(zero)
        for curve in self._drawn:
            curve.draw(log_x=self.header.log_x, log_y=self.header.log_y, zero=zero)
        goal = self._goal if self._has_points() else math.nan
        self._marks.place_goal(goal, log=self.header.log_y)
        self._write_values()
        self._empty.setVisible(not self._has_points())

    # One member

    def _remove_lines(self) -> None:
        for line in self._lines.values():
            line.remove()
        self._lines.clear()

    # Many members

    def _take_members(self) -> None:
        self._remove_lines()
        for part in PARTS:
            if part not in self._crowd and self.history.has(part):
                self._crowd[part] = MemberCurves(self.plot, part)
        for curves in self._crowd.values():
            curves.take(self.history, self._picked)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw.request()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw.request()
