"""What a perceptron sees: the samples, its decision line, and on which side the output is 1."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPolygonF
from PySide6.QtWidgets import QGraphicsPolygonItem, QLabel, QVBoxLayout, QWidget

from core.networks.perceptron import Step
from core.truth_tables import TruthTable
from gui import theme
from gui.half_plane import clipped, foot
from gui.plotting import calm_plot

MARGIN = 0.45
POINT_PX, RING_PX = 22, 38
TINT = 34


class DecisionView(QWidget):
    """The unit square with a symbol for each sample; a click on one asks for its other target."""

    toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = TruthTable((0, 0, 0, 1))
        self._weights: tuple[float, ...] = (0.0, 0.0, 0.0)
        self._before: tuple[float, ...] | None = None
        self.plot = calm_plot(self, grid=False)
        self.plot.setAccessibleName(self.tr("Samples and decision line"))
        self.plot.setToolTip(self.tr("Click a point to change its target."))
        # the page has the keys; targets are changed by keyboard in the truth table beside it
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = self.plot.getPlotItem().getViewBox()
        self._box.setAspectLocked(True)
        self._box.setMouseEnabled(x=False, y=False)
        self._make_sides()
        self._make_lines()
        self._make_points()
        self._box.sigRangeChanged.connect(lambda *_: self._draw())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.plot, 1)
        column.addWidget(self._key())

    # --- what is shown -----------------------------------------------------------------

    def show_table(self, table: TruthTable) -> None:
        """Mark each sample by its target."""
        self._table = table
        scheme = theme.current()
        spots = [
            {
                "pos": _place(inputs),
                "data": sample,
                "symbol": "o" if target else "s",
                "brush": scheme.training if target else scheme.plot,
                "pen": pg.mkPen(scheme.training if target else scheme.validation, width=3),
            }
            for sample, (inputs, target) in enumerate(
                zip(table.samples, table.targets, strict=True)
            )
        ]
        self._points.setData(spots=spots)
        self._name_points()
        self._show_axes()

    def show_weights(self, weights: Sequence[float], before: Sequence[float] | None = None) -> None:
        """Draw the line where w·x + b = 0, and dashed the one before it.

        Parameters
        ----------
        weights, before
            One for each input, then the bias.
        """
        self._weights = tuple(weights)
        self._before = tuple(before) if before is not None else None
        self._draw()

    def show_step(self, step: Step | None) -> None:
        """Ring the sample of a step; a cross beside it says that its output was wrong."""
        if step is None:
            self._ring.setData([])
            self._cross.setData([])
            return
        scheme = theme.current()
        colour = scheme.success if step.error == 0 else scheme.error
        x, y = _place(step.inputs)
        self._ring.setData(pos=[(x, y)], pen=pg.mkPen(colour, width=3))
        self._cross.setData(pos=[(x, y + 0.17)] if step.error else [])

    # --- making ------------------------------------------------------------------------

    def _make_sides(self) -> None:
        scheme = theme.current()
        self._sides: list[QGraphicsPolygonItem] = []
        self._side_names: list[pg.TextItem] = []
        for output, name in enumerate((scheme.validation, scheme.training)):
            colour = QColor(name)
            words = pg.TextItem(
                self.tr("output {number}").format(number=output), color=colour, anchor=(0.5, 0.5)
            )
            colour.setAlpha(TINT)
            side = QGraphicsPolygonItem()
            side.setPen(pg.mkPen(None))
            side.setBrush(QBrush(colour))
            side.setZValue(-100)
            self.plot.addItem(side, ignoreBounds=True)
            self.plot.addItem(words, ignoreBounds=True)
            self._sides.append(side)
            self._side_names.append(words)

    def _make_lines(self) -> None:
        scheme = theme.current()
        dashed = pg.mkPen(scheme.muted, width=1.5, style=Qt.PenStyle.DashLine)
        self._earlier = pg.PlotCurveItem(pen=dashed, antialias=True)
        self._line = pg.PlotCurveItem(pen=pg.mkPen(scheme.text, width=2), antialias=True)
        self._shaft = pg.PlotCurveItem(pen=pg.mkPen(scheme.accent, width=3), antialias=True)
        self._head = pg.ArrowItem(headLen=16, tipAngle=40, pen=None, brush=scheme.accent)
        self._arrow_name = pg.TextItem("w", color=scheme.accent, anchor=(0.5, 0.5))
        for item in (self._earlier, self._line, self._shaft, self._head, self._arrow_name):
            self.plot.addItem(item, ignoreBounds=True)

    def _make_points(self) -> None:
        scheme = theme.current()
        self._points = pg.ScatterPlotItem(
            size=POINT_PX, hoverable=True, hoverPen=pg.mkPen(scheme.text, width=3), tip=None
        )
        self._points.setCursor(Qt.CursorShape.PointingHandCursor)
        self._points.sigClicked.connect(
            lambda _, points, event: self.toggled.emit(int(points[0].data()))
        )
        self._ring = pg.ScatterPlotItem(size=RING_PX, symbol="o", brush=None)
        self._cross = pg.ScatterPlotItem(
            size=14, symbol="x", brush=scheme.error, pen=pg.mkPen(None)
        )
        self._names: list[pg.TextItem] = []
        for item in (self._ring, self._points, self._cross):
            self.plot.addItem(item, ignoreBounds=True)

    def _key(self) -> QLabel:
        scheme = theme.current()
        parts = (
            (scheme.training, "●", self.tr("target 1")),
            (scheme.validation, "□", self.tr("target 0")),
            (scheme.success, "◯", self.tr("sample presented")),
            (scheme.error, "✕", self.tr("its output was wrong")),
            (scheme.muted, "╌", self.tr("line before the step")),
        )
        key = QLabel(
            "&nbsp;&nbsp; ".join(
                f'<span style="color:{colour}">{sign}</span>&nbsp;{words.replace(" ", "&nbsp;")}'
                for colour, sign, words in parts
            )
        )
        key.setWordWrap(True)
        key.setTextFormat(Qt.TextFormat.RichText)
        theme.set_role(key, "caption")
        return key

    # --- drawing -----------------------------------------------------------------------

    def _name_points(self) -> None:
        for name in self._names:
            self.plot.removeItem(name)
        self._names = []
        for inputs, target in zip(self._table.samples, self._table.targets, strict=True):
            x, y = _place(inputs)
            is_right = x > 0.5
            name = pg.TextItem(
                f"t = {target}", color=theme.current().text, anchor=(0 if is_right else 1, 0.5)
            )
            name.setPos(x + (0.12 if is_right else -0.12), y)
            self.plot.addItem(name, ignoreBounds=True)
            self._names.append(name)

    def _show_axes(self) -> None:
        one = self._table.inputs == 1
        axes = self.plot.getPlotItem()
        axes.getAxis("bottom").set_title("x₁")
        axes.getAxis("left").set_title("" if one else "x₂")
        ends = [[(0, "0"), (1, "1")]]
        axes.getAxis("bottom").setTicks(ends)
        axes.getAxis("left").setTicks([[]] if one else ends)
        middle = 0.0 if one else 0.5
        span = 0.5 + MARGIN
        self._box.setRange(
            xRange=(0.5 - span, 0.5 + span), yRange=(middle - span, middle + span), padding=0
        )

    def _draw(self) -> None:
        view = self._box.viewRect()
        w1, w2, bias = _in_plane(self._weights)
        ones, line = clipped(view, w1, w2, bias)
        zeros, _ = clipped(view, -w1, -w2, -bias)
        if not line:
            # without a line the whole view lies on one side; a bias of 0 counts as output 1
            zeros = [] if ones else zeros
        self._sides[0].setPolygon(QPolygonF(zeros))
        self._sides[1].setPolygon(QPolygonF(ones))
        self._line.setData([p.x() for p in line], [p.y() for p in line])
        self._draw_earlier(view)
        self._draw_arrow(view, w1, w2, bias)
        self._place_side_names(view, line, w1, w2)

    def _draw_earlier(self, view: QRectF) -> None:
        line: list[QPointF] = []
        if self._before is not None and self._before != self._weights:
            line = clipped(view, *_in_plane(self._before))[1]
        self._earlier.setData([p.x() for p in line], [p.y() for p in line])

    def _draw_arrow(self, view: QRectF, w1: float, w2: float, bias: float) -> None:
        """Draw the weights as an arrow on the line, towards the side of output 1."""
        length = math.hypot(w1, w2)
        for item in (self._shaft, self._head, self._arrow_name):
            item.setVisible(length > 0)
        if not length:
            return
        centre = QPointF(0.5, 0.5 if self._table.inputs == 2 else 0.0)
        start = foot(centre, w1, w2, bias)
        if not view.contains(start):
            start = centre
        # longer weights draw a longer arrow, which stays inside the view however they grow
        shown = 0.12 + 0.2 * length / (1 + length)
        across, up = w1 / length, w2 / length
        tip = start + QPointF(across, up) * shown
        self._shaft.setData([start.x(), tip.x()], [start.y(), tip.y()])
        self._head.setPos(tip + QPointF(across, up) * 0.04)
        self._head.setStyle(angle=180 - math.degrees(math.atan2(up, across)))
        self._arrow_name.setPos(_inside(view, tip + QPointF(across, up) * 0.12, margin=0.05))

    def _place_side_names(self, view: QRectF, line: list[QPointF], w1: float, w2: float) -> None:
        """Write what the output is on either side of the line, or at the foot without one."""
        for output, words in enumerate(self._side_names):
            words.setVisible(bool(line) or not self._sides[output].polygon().isEmpty())
            if not line:
                words.setPos(view.center().x(), view.top() + 0.12 * view.height())
                continue
            towards = QPointF(w1, w2) / math.hypot(w1, w2) * (1 if output else -1)
            words.setPos(self._beside(view, line, towards, self._size(words)))

    def _size(self, words: pg.TextItem) -> QPointF:
        """Return half the width and half the height of words in units of the plot."""
        across, up = self._box.viewPixelSize()
        shape = words.boundingRect()
        return QPointF(shape.width() * across / 2, shape.height() * up / 2)

    def _beside(
        self, view: QRectF, line: list[QPointF], towards: QPointF, half: QPointF
    ) -> QPointF:
        """Return the place beside the line, inside the view, that is farthest from all else."""
        away = abs(towards.x()) * half.x() + abs(towards.y()) * half.y() + 0.02
        room = view.adjusted(half.x(), half.y(), -half.x(), -half.y())
        places = [
            _inside(room, line[0] + (line[1] - line[0]) * part + towards * away)
            for part in (0.06, 0.2, 0.35, 0.65, 0.8, 0.94)
        ]

        def room_around(place: QPointF) -> float:
            # words that were pushed back into the view may lie across the line now
            clear = QPointF.dotProduct(place - line[0], towards) > away - 0.02
            return min(math.hypot(place.x() - x, place.y() - y) for x, y in self._taken()) + clear

        return max(places, key=room_around)

    def _taken(self) -> list[tuple[float, float]]:
        """Return where the samples, the words beside them and the tip of the arrow are."""
        samples = [_place(inputs) for inputs in self._table.samples]
        names = [(x + (0.24 if x > 0.5 else -0.24), y) for x, y in samples]
        tip = self._arrow_name.pos()
        return [*samples, *names, (tip.x(), tip.y())]


def _inside(view: QRectF, place: QPointF, margin: float = 0.0) -> QPointF:
    room = view.adjusted(margin, margin, -margin, -margin)
    x = min(max(place.x(), room.left()), room.right())
    return QPointF(x, min(max(place.y(), room.top()), room.bottom()))


def _place(inputs: tuple[int, ...]) -> tuple[float, float]:
    """Return where a sample is drawn; a single input lies on the line x₂ = 0."""
    return float(inputs[0]), float(inputs[1]) if len(inputs) == 2 else 0.0


def _in_plane(weights: Sequence[float]) -> tuple[float, float, float]:
    """Return w₁, w₂ and the bias; a single input has a w₂ of 0."""
    return weights[0], weights[1] if len(weights) == 3 else 0.0, weights[-1]
