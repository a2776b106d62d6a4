"""A pad to draw on with the mouse, a pen or a finger."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme

# pixels of a side of the picture that the ink is drawn into
RASTER = 448
# width of the pen as a share of the side of the pad
USUAL_WIDTH = 0.07
# share of the width that a pen without any pressure has
LIGHTEST = 0.35
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Stroke:
    """Points as shares of the side of the pad, x to the right, y down, and the pen's width."""

    width: float
    points: list[tuple[float, float]] = field(default_factory=list)
    pressures: list[float] = field(default_factory=list)


class DrawPad(QWidget):
    """Square; what is drawn grows with the stroke and is told at each movement."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen_width = USUAL_WIDTH
        self.strokes: list[Stroke] = []
        self._present: Stroke | None = None
        self._ink = _blank()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(200, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pad to draw on with the mouse, a pen or a finger"))

    # --- what is drawn -------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        return not self.strokes

    def lines(self) -> list[NDArray[np.float64]]:
        """Return the points of each stroke, float64, shape (N, 2)."""
        return [np.array(stroke.points, np.float64) for stroke in self.strokes]

    def ink(self) -> NDArray[np.uint8]:
        """Return the drawing with the widths of its pen, uint8, square, 0 without ink."""
        grey = self._ink.convertToFormat(QImage.Format.Format_Alpha8)
        bits = np.frombuffer(grey.constBits(), np.uint8).reshape(RASTER, grey.bytesPerLine())
        return bits[:, :RASTER].copy()

    def undo(self) -> None:
        """Take the last stroke back."""
        if self.strokes:
            self.strokes.pop()
            self._present = None
            self._draw_anew()

    def clear(self) -> None:
        """Take everything back."""
        if self.strokes:
            self.strokes, self._present = [], None
            self._draw_anew()

    def put_down(self, x: float, y: float, pressure: float = 1.0) -> None:
        """Put the pen down at a place, as shares of the side."""
        self._present = Stroke(self.pen_width)
        self.strokes.append(self._present)
        self._extend(x, y, pressure)

    def draw_to(self, x: float, y: float, pressure: float = 1.0) -> None:
        """Draw on to a place."""
        if self._present is not None and self._present.points[-1] != (x, y):
            self._extend(x, y, pressure)

    def lift(self) -> None:
        """Lift the pen."""
        self._present = None

    def _extend(self, x: float, y: float, pressure: float) -> None:
        stroke = self._present
        assert stroke is not None
        stroke.points.append((x, y))
        stroke.pressures.append(pressure)
        painter = self._artist()
        _draw_end(painter, stroke, len(stroke.points) - 1)
        painter.end()
        self.update()
        self.changed.emit()

    def _draw_anew(self) -> None:
        self._ink = _blank()
        painter = self._artist()
        for stroke in self.strokes:
            for number in range(len(stroke.points)):
                _draw_end(painter, stroke, number)
        painter.end()
        self.update()
        self.changed.emit()

    def _artist(self) -> QPainter:
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    # --- drawing -----------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    def room(self) -> QRect:
        """Return the square of the widget that is drawn on."""
        side = min(self.width(), self.height())
        return QRect(0, 0, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme, room = theme.current(), self.room()
        painter = QPainter(self)
        painter.fillRect(room, QColor(scheme.panel))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(room, self._ink)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(scheme.focus if focused else scheme.outline), 1 + focused))
        painter.drawRect(room.adjusted(0, 0, -1, -1))
        if self.is_empty:
            painter.setPen(QColor(scheme.muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.tr("Draw here"))
        painter.end()

    # --- mouse, pen and finger -----------------------------------------------------------

    def _share(self, place: QPointF) -> tuple[float, float]:
        side = max(1, self.room().width())
        x, y = place.x() / side, place.y() / side
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == LEFT:
            self.put_down(*self._share(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & LEFT:
            self.draw_to(*self._share(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == LEFT:
            self.lift()

    def tabletEvent(self, event: QTabletEvent) -> None:
        place, pressure = self._share(event.position()), event.pressure()
        if event.type() == QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.put_down(*place, pressure)
        elif event.type() == QEvent.Type.TabletMove and pressure > 0:
            self.draw_to(*place, pressure)
        elif event.type() == QEvent.Type.TabletRelease:
            self.lift()
        # otherwise the same movement comes once more as that of a mouse
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """Follow the first finger; others rest."""
        points = event.points()
        if not points or event.type() == QEvent.Type.TouchCancel:
            self.lift()
        elif event.type() == QEvent.Type.TouchBegin:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.put_down(*self._share(points[0].position()))
        elif event.type() == QEvent.Type.TouchUpdate:
            self.draw_to(*self._share(points[0].position()))
        else:
            self.lift()
        event.accept()


def _blank() -> QImage:
    image = QImage(RASTER, RASTER, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _draw_end(painter: QPainter, stroke: Stroke, number: int) -> None:
    """Draw the line that leads to a point of a stroke; the first point is a dot."""
    weight = LIGHTEST + (1 - LIGHTEST) * stroke.pressures[number]
    pen = QPen(QColor(theme.current().text), stroke.width * RASTER * weight)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    end = QPointF(*stroke.points[number]) * RASTER
    if number == 0:
        painter.drawPoint(end)
    else:
        painter.drawLine(QPointF(*stroke.points[number - 1]) * RASTER, end)
