"""The part of a plot that a map lies in: dragging pans, dragging with Shift takes a rectangle."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor

from gui import theme


class MapBox(pg.ViewBox):
    """A view box that tells of rectangles drawn with Shift held down."""

    drawn = Signal(QRectF)

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        accent = QColor(theme.current().accent)
        self.rbScaleBox.setPen(pg.mkPen(accent, width=1))
        accent.setAlpha(40)
        self.rbScaleBox.setBrush(pg.mkBrush(accent))

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        wants_rectangle = ev.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if not wants_rectangle or ev.button() != Qt.MouseButton.LeftButton or axis is not None:
            super().mouseDragEvent(ev, axis)
            return
        ev.accept()
        start, end = ev.buttonDownPos(ev.button()), ev.pos()
        if not ev.isFinish():
            self.updateScaleBox(start, end)
            return
        self.rbScaleBox.hide()
        corners = self.mapToView(start), self.mapToView(end)
        self.drawn.emit(QRectF(*corners).normalized())
