"""Selecting with the mouse on a plot: a drag is a range or a rectangle, a click a place."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QRubberBand

LEFT = Qt.MouseButton.LeftButton
ADDING = Qt.KeyboardModifier.ShiftModifier


class Brush(QObject):
    """Takes the left button of a plot, and tells what was dragged over in the plot's own units.

    Parameters
    ----------
    across
        A drag selects a range of the horizontal axis alone.
    """

    # what the drag covers so far, whether it adds to the selection, whether it has ended
    dragged = Signal(QRectF, bool, bool)
    clicked = Signal(QPointF, bool)

    def __init__(self, plot: pg.PlotWidget, *, across: bool) -> None:
        super().__init__(plot)
        self._plot = plot
        self._box = plot.getPlotItem().getViewBox()
        self._across = across
        self._start: QPoint | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, plot.viewport())
        plot.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        kind, place = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == LEFT:
            if self._room().contains(place):
                self._start = place
                self._plot.setFocus(Qt.FocusReason.MouseFocusReason)
                return True
        elif kind == QEvent.Type.MouseMove and self._start is not None:
            self._move(place, event)
            return True
        elif kind == QEvent.Type.MouseButtonRelease and event.button() == LEFT:
            return self._end(place, event)
        return False

    def _move(self, place: QPoint, event: QMouseEvent) -> None:
        if self._start is None or not self._is_drag(place):
            return
        covered = self._covered(place)
        self._band.setGeometry(covered)
        self._band.show()
        self.dragged.emit(self._in_units(covered), _adds(event), False)

    def _end(self, place: QPoint, event: QMouseEvent) -> bool:
        if self._start is None:
            return False
        if self._is_drag(place):
            self.dragged.emit(self._in_units(self._covered(place)), _adds(event), True)
        else:
            self.clicked.emit(self._at(place), _adds(event))
        self._start = None
        self._band.hide()
        return True

    def _is_drag(self, place: QPoint) -> bool:
        if self._start is None:
            return False
        way = place - self._start
        length = abs(way.x()) if self._across else way.manhattanLength()
        return self._band.isVisible() or length >= QApplication.startDragDistance()

    def _covered(self, place: QPoint) -> QRect:
        """Return the pixels from where the drag began, within the plot."""
        room = self._room()
        covered = QRect(self._start or place, place).normalized()
        if self._across:
            covered.setTop(room.top())
            covered.setBottom(room.bottom())
        return covered.intersected(room)

    def _room(self) -> QRect:
        return self._plot.mapFromScene(self._box.sceneBoundingRect()).boundingRect()

    def _in_units(self, pixels: QRect) -> QRectF:
        corners = self._at(pixels.bottomLeft()), self._at(pixels.topRight())
        return QRectF(*corners).normalized()

    def _at(self, place: QPoint) -> QPointF:
        return self._box.mapSceneToView(self._plot.mapToScene(place))


def _adds(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & ADDING)
