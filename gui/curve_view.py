"""Loss against epoch, live or from an old run."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.controls import Segments
from gui.curve_legend import CurveLegend
from gui.decimation import MOST_VERTICES, Envelope
from gui.empty_state import EmptyState
from gui.icons import icon
from gui.numbers import count, three_digits
from gui.pan_keys import PanKeys
from gui.plotting import calm_plot
from gui.throttle import Throttle

REDRAW_MS = 67
PARTS = ("training", "validation")


@dataclass
class _Line:
    item: pg.PlotCurveItem
    points: Envelope = field(default_factory=Envelope)


class CurveView(QWidget):
    """Training and validation loss of one or several members of a run.

    The view follows the curve while it grows, until the user zooms or pans; *Fit* follows again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[tuple[int, str], _Line] = {}
        self._goal = math.nan
        self._following = True
        self._cursor: float | None = None
        self.header = QHBoxLayout()
        self.plot = calm_plot(self)
        self._box = self.plot.getPlotItem().getViewBox()
        self._box.disableAutoRange()
        self._make_marks()
        self._make_header()
        self._make_overlays()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.header)
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
        self.clear()

    # What is shown

    def append(
        self, epochs: ArrayLike, training: ArrayLike, validation: ArrayLike, member: int = 0
    ) -> None:
        """Add points to the curves of a member; a validation loss that is NaN is left out."""
        for part, values in zip(PARTS, (training, validation), strict=True):
            self._line(member, part).points.append(epochs, values)
        self._redraw.request()

    def set_history(
        self, epochs: ArrayLike, training: ArrayLike, validation: ArrayLike, member: int = 0
    ) -> None:
        """Show the curves of a member from their start."""
        for part in PARTS:
            self._line(member, part).points.clear()
        self.append(epochs, training, validation, member)

    def clear(self) -> None:
        """Forget every curve and follow the next one."""
        for line in self._lines.values():
            self.plot.removeItem(line.item)
        self._lines.clear()
        self.fit()

    def set_goal(self, goal: float | None) -> None:
        """Draw the error goal as a dashed line, or no line."""
        self._goal = math.nan if goal is None else goal
        self._redraw.request()

    # How it is shown

    @property
    def following(self) -> bool:
        """Whether the view keeps the whole curve in sight while it grows."""
        return self._following

    def fit(self) -> None:
        """Bring the whole curve into sight and follow it."""
        self._following = True
        self._fit_button.setEnabled(False)
        self._redraw.request()

    def set_log(self, *, x: bool | None = None, y: bool | None = None) -> None:
        """Choose logarithmic or linear axes."""
        for segments, log in ((self._x_scale, x), (self._y_scale, y)):
            if log is not None:
                segments.set_value("log" if log else "linear")
        self._set_scales()

    def redraw(self) -> None:
        """Draw what is new, now. Called by itself, at most 15 times a second."""
        if not self.isVisible():
            return
        if self._following:
            self._show_everything()
        (start, end), _ = self._box.viewRange()
        if self._log_x:
            start, end = 10.0 ** min(start, 300), 10.0 ** min(end, 300)
        most = min(MOST_VERTICES, 4 * max(200, self.plot.width()))
        for line in self._lines.values():
            x, y = line.points.vertices(start, end, most, log_x=self._log_x, log_y=self._log_y)
            line.item.setData(np.log10(x) if self._log_x else x, np.log10(y) if self._log_y else y)
        self._place_goal()
        self._write_values()
        self._empty.setVisible(not self._has_points())
        self._place_legend()

    # Making

    def _make_marks(self) -> None:
        scheme = theme.current()
        self._goal_line = pg.InfiniteLine(
            angle=0, pen=pg.mkPen(scheme.success, style=Qt.PenStyle.DashLine)
        )
        self._cursor_line = pg.InfiniteLine(angle=90, pen=pg.mkPen(scheme.outline))
        for line in (self._goal_line, self._cursor_line):
            line.hide()
            self.plot.addItem(line, ignoreBounds=True)
        axes = self.plot.getPlotItem()
        axes.getAxis("left").set_title(self.tr("Mean squared error"))
        axes.getAxis("left").setWidth(64)
        axes.getAxis("bottom").set_title(self.tr("Epoch"))

    def _make_header(self) -> None:
        names = {"log": self.tr("Log"), "linear": self.tr("Linear")}
        self._y_scale = Segments(names, self.tr("Scale of the loss"), self)
        self._x_scale = Segments(names, self.tr("Scale of the epochs"), self)
        self._x_scale.set_value("linear")
        self._fit_button = QPushButton(icon("fit-to-page-outline"), self.tr("Fit"), self)
        self._fit_button.setToolTip(self.tr("Show the whole curve and follow it while it grows."))
        self._fit_button.clicked.connect(self.fit)
        theme.set_role(self._fit_button, "quiet")
        self.header.setSpacing(8)
        self.header.addStretch(1)
        for title, segments in (
            (self.tr("Loss"), self._y_scale),
            (self.tr("Epochs"), self._x_scale),
        ):
            label = QLabel(title, self)
            theme.set_role(label, "caption")
            self.header.addWidget(label)
            self.header.addWidget(segments)
            segments.changed.connect(lambda _: self._set_scales())
        self.header.addWidget(self._fit_button)

    def _make_overlays(self) -> None:
        scheme = theme.current()
        self.legend = CurveLegend(self.plot)
        self.legend.add("epoch", self.tr("Epoch"))
        self.legend.add("training", self.tr("Training"), scheme.training)
        self.legend.add("validation", self.tr("Validation"), scheme.validation)
        self.legend.add("goal", self.tr("Error goal"), scheme.success, dashed=True)
        self._empty = EmptyState(self.tr("Press Train to see the loss fall."), self.plot)

    @property
    def empty(self) -> EmptyState:
        """What is shown while there is no curve; give it a button with `set_action`."""
        return self._empty

    def _line(self, member: int, part: str) -> _Line:
        if (member, part) not in self._lines:
            scheme = theme.current()
            colour = QColor(scheme.training if part == "training" else scheme.validation)
            colour.setAlpha(255 if member == 0 else 110)
            item = pg.PlotCurveItem(pen=pg.mkPen(colour, width=1), antialias=False)
            item.setZValue(-member)
            self.plot.addItem(item, ignoreBounds=True)
            self._lines[member, part] = _Line(item)
        return self._lines[member, part]

    # Scales and range

    @property
    def _log_x(self) -> bool:
        return self._x_scale.value() == "log"

    @property
    def _log_y(self) -> bool:
        return self._y_scale.value() == "log"

    def _set_scales(self) -> None:
        axes = self.plot.getPlotItem()
        axes.getAxis("bottom").setLogMode(x=self._log_x)
        axes.getAxis("left").setLogMode(y=self._log_y)
        self.fit()

    def _leave(self, *_: object) -> None:
        self._following = False
        self._fit_button.setEnabled(True)

    def _range_changed(self, *_: object) -> None:
        # While following, the range only changes because a redraw is under way.
        if not self._following:
            self._redraw.request()

    def _show_everything(self) -> None:
        filled = [line.points for line in self._lines.values() if len(line.points)]
        if not filled:
            self._box.setRange(xRange=(0, 3 if self._log_x else 1000), yRange=self._idle_range())
            return
        last = max(points.x[-1] for points in filled)
        first = min(points.x[0] for points in filled)
        x_range = (0.0, math.log10(max(last, 2.0))) if self._log_x else (min(first, 0), last)
        self._box.setRange(xRange=x_range, yRange=self._y_range(filled), padding=0.02)

    def _idle_range(self) -> tuple[float, float]:
        return (-5.0, 0.0) if self._log_y else (0.0, 1.0)

    def _y_range(self, filled: list[Envelope]) -> tuple[float, float]:
        goal = [self._goal] if self._goal > 0 else []
        high = max(points.highest for points in filled)
        if not self._log_y:
            return 0.0, high if high > 0 else 1.0
        lows = [points.lowest_positive for points in filled] + goal
        low = np.nanmin(lows) if not np.all(np.isnan(lows)) else math.nan
        if not low > 0:
            return self._idle_range()
        bottom, top = math.log10(low), math.log10(max(high, low))
        return (bottom, top) if top - bottom > 0.1 else (bottom - 0.5, top + 0.5)

    def _place_goal(self) -> None:
        shown = self._goal > 0 and self._has_points()
        if shown:
            self._goal_line.setValue(math.log10(self._goal) if self._log_y else self._goal)
        self._goal_line.setVisible(shown)

    def _has_points(self) -> bool:
        return any(len(line.points) for line in self._lines.values())

    # Readout

    def _point(self, place: QPointF) -> None:
        inside = self._box.sceneBoundingRect().contains(place) and self._has_points()
        self._cursor = self._box.mapSceneToView(place).x() if inside else None
        self._cursor_line.setVisible(inside)
        if self._cursor is not None:
            self._cursor_line.setValue(self._cursor)
        self._write_values()

    def _write_values(self) -> None:
        """Write the values under the cursor, or the last ones."""
        self.legend.setVisible(self._has_points())
        if not self._has_points():
            return
        epoch = math.inf
        if self._cursor is not None:
            epoch = 10.0 ** min(self._cursor, 300) if self._log_x else self._cursor
        for part in PARTS:
            line = self._lines.get((min(self._lines)[0], part))
            place, value = line.points.value_at(epoch) if line else (math.nan, math.nan)
            self.legend.set_shown(part, not math.isnan(value))
            self.legend.set_value(part, three_digits(value, keep_zeros=True))
            if part == "training" and not math.isnan(place):
                self.legend.set_value("epoch", count(round(place)))
        self.legend.set_shown("goal", self._goal > 0)
        self.legend.set_value("goal", three_digits(self._goal))

    def _place_legend(self) -> None:
        self.legend.adjustSize()
        if self._log_y:
            # a falling loss leaves the lower left free, above the goal
            bottom = self._box.sceneBoundingRect().bottom()
            self.legend.move(80, round(bottom) - self.legend.height() - 24)
        else:
            self.legend.move(self.plot.width() - self.legend.width() - 16, 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._cursor = None
            self._cursor_line.hide()
            self._write_values()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw.request()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw.request()
