"""A small plot of a few curves against the epoch: names and values above, nothing in the way."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.curve_legend import CurveLegend, Sample
from gui.decimation import MOST_VERTICES, Envelope
from gui.empty_state import EmptyState
from gui.epoch_axis import EpochAxis
from gui.log_axis import LogAxis
from gui.log_zero import log_places
from gui.pan_keys import PanKeys
from gui.plotting import calm_plot, put_axis

# single points are marked while there are few: one alone makes no line
MOST_MARKED = 60
MARK_PX = 5
OTHERS_ALPHA = 80
MOST_OTHERS = 32
OTHERS_VERTICES = 200


@dataclass(frozen=True)
class Line:
    """A curve of a plot: what it is called, how it looks, and whether it has a point an epoch."""

    name: str
    sample: Sample
    by_epoch: bool = False


class LinePlot(QWidget):
    """Draws curves of one member, those of the others faintly, and a mark at the best epoch.

    It shows whatever range it is told to; `left` says that a person chose another one.
    """

    left = Signal()
    pointed = Signal(float)
    fit_wanted = Signal()

    def __init__(
        self, title: str, lines: Mapping[str, Line], empty: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = dict(lines)
        self.legend = CurveLegend(self)
        for key, line in lines.items():
            self.legend.add(key, line.name, line.sample)
        self.plot = calm_plot(self)
        self.box = self.plot.getPlotItem().getViewBox()
        self.box.disableAutoRange()
        self.epochs, self.values = EpochAxis(), LogAxis("left")
        self.values.setWidth(66)
        put_axis(self.plot, "bottom", self.epochs)
        put_axis(self.plot, "left", self.values)
        self._add_items()
        self._empty = EmptyState(empty, self.plot)
        self._empty.hide()
        self._lay_out()
        self.log = False
        self._zero = math.nan
        self.set_title(title)
        PanKeys(self.plot, self.fit_wanted.emit)
        self.box.sigRangeChangedManually.connect(lambda *_: self.left.emit())
        self.plot.scene().sigMouseMoved.connect(self._point)
        self.plot.viewport().installEventFilter(self)

    def _add_items(self) -> None:
        scheme = theme.current()
        self._paper = QColor(scheme.plot)
        faint = QColor(scheme.muted)
        faint.setAlpha(OTHERS_ALPHA)
        self.others = pg.PlotCurveItem(pen=pg.mkPen(faint, width=1), connect="finite")
        self.plan = pg.PlotCurveItem(pen=pg.mkPen(scheme.muted, style=Qt.PenStyle.DashLine))
        self.items = {
            key: pg.PlotDataItem(pen=line.sample.pen(), symbolBrush=line.sample.colour)
            for key, line in self._lines.items()
        }
        self.best = pg.InfiniteLine(
            angle=90, pen=pg.mkPen(scheme.success, style=Qt.PenStyle.DashLine)
        )
        self.pointer = pg.InfiniteLine(angle=90, pen=pg.mkPen(scheme.outline))
        for item in (self.others, self.plan, *self.items.values(), self.best, self.pointer):
            self.plot.addItem(item, ignoreBounds=True)
        self.best.hide()
        self.pointer.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.legend)
        column.addWidget(self.plot, 1)

    # --- what is shown -----------------------------------------------------------------

    def set_title(self, title: str) -> None:
        """Say what the plot measures."""
        self.values.set_title(title)
        self.plot.setAccessibleName(
            self.tr("{title}: arrow keys pan, plus and minus zoom, Home fits").format(title=title)
        )

    def set_log(self, log: bool) -> None:
        """Choose the scale of the values."""
        self.log = log
        self.values.setLogMode(y=log)

    def set_zero(self, place: float) -> None:
        """Say where 0 stands on the logarithmic axis, which names it; NaN: nowhere."""
        self._zero = place
        self.values.set_zero(place)

    def set_plan(self, x: Sequence[float] | np.ndarray, y: Sequence[float] | np.ndarray) -> None:
        """Draw a dashed line of what is planned."""
        self.plan.setData(np.asarray(x, float), np.asarray(y, float))

    def draw(self, curves: Mapping[str, Envelope], others: Sequence[Envelope] = ()) -> None:
        """Draw the curves where they lie in the range on show."""
        (start, end), _ = self.box.viewRange()
        most = min(MOST_VERTICES, 4 * max(200, self.plot.width()))
        for key, curve in curves.items():
            x, y = curve.vertices(start, end, most)
            marked = self._lines[key].by_epoch and len(x) <= MOST_MARKED
            # the data item itself takes no logarithm: the vertices are those of the axis
            self.items[key].setData(
                x,
                self._places(y),
                symbol="o" if marked else None,
                symbolSize=MARK_PX,
                symbolPen=self._lines[key].sample.colour,
                symbolBrush=self._brushes(key, y) if marked else None,
            )
        self.others.setData(*self._strung(others, start, end))
        has_points = any(len(curve) for curve in curves.values())
        planned = self.plan.getData()[0]
        self._empty.setVisible(not has_points and (planned is None or not len(planned)))

    def mark_best(self, epoch: int) -> None:
        """Draw a line at the epoch that is kept; 0 draws none."""
        self.best.setValue(epoch)
        self.best.setVisible(epoch > 0)

    def mark_cursor(self, epoch: float) -> None:
        """Draw a line at an epoch; NaN draws none."""
        if not math.isnan(epoch):
            self.pointer.setValue(epoch)
        self.pointer.setVisible(not math.isnan(epoch))

    def write(self, values: Mapping[str, str]) -> None:
        """Write the values of the curves; one without a value is not named."""
        for key, value in values.items():
            self.legend.set_value(key, value)
            self.legend.set_shown(key, bool(value))
        self.legend.place()

    def _brushes(self, key: str, values: np.ndarray) -> list[QBrush]:
        """Return what fills the marks: those of 0 on a logarithmic axis are open."""
        full, plain = QBrush(QColor(self._lines[key].sample.colour)), QBrush(self._paper)
        return [plain if self.log and value <= 0 else full for value in values.tolist()]

    def _places(self, values: np.ndarray) -> np.ndarray:
        return log_places(values, self._zero) if self.log else values

    def _strung(
        self, others: Sequence[Envelope], start: float, end: float
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return several curves as one, with gaps between them."""
        xs: list[np.ndarray] = []
        ys: list[np.ndarray] = []
        for curve in others[-MOST_OTHERS:]:
            x, y = curve.vertices(start, end, OTHERS_VERTICES)
            xs += [x, np.array([math.nan])]
            ys += [self._places(y), np.array([math.nan])]
        return (np.concatenate(xs), np.concatenate(ys)) if xs else (np.empty(0), np.empty(0))

    # --- the mouse ---------------------------------------------------------------------

    def _point(self, place: QPointF) -> None:
        inside = self.box.sceneBoundingRect().contains(place)
        self.pointed.emit(self.box.mapSceneToView(place).x() if inside else math.nan)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(math.nan)
        return False
