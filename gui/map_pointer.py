"""The mouse on a map: what is under it, what it clicks, what it draws a rectangle round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal

from gui.map_frame import MapFrame
from gui.map_layers import AnyLayer
from gui.map_place import MapPlaces

REACH_PX = 12


class Pointer(QObject):
    """Tells of samples, and writes the line below the map.

    Attributes
    ----------
    describe
        Writes about a sample for that line; None leaves its place alone.
    between
        Whether a place lies in a cell between samples that is drawn: a click there means the
        nearest sample, however far it is.
    """

    hovered = Signal(int)
    clicked = Signal(int)
    drawn = Signal(object)

    def __init__(self, frame: MapFrame, places: MapPlaces) -> None:
        super().__init__(frame)
        self._frame, self._places = frame, places
        self._layer: AnyLayer | None = None
        self._x: NDArray[np.float64] = np.empty(0)
        self._y: NDArray[np.float64] = np.empty(0)
        self.describe: Callable[[int], str] | None = None
        self.between: Callable[[float, float], bool] = lambda x, y: False
        frame.plot.scene().sigMouseMoved.connect(self.hover)
        frame.plot.scene().sigMouseClicked.connect(self._click)
        frame.box.drawn.connect(self._take_rectangle)

    def point_at(
        self, layer: AnyLayer | None, x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> None:
        """Take the samples that are told of; none where there is no layer."""
        self._layer, self._x, self._y = layer, x, y

    def index_at(self, x: float, y: float) -> int:
        """Return the sample at a place, -1 where there is none."""
        if self._layer is None:
            return -1
        width, height = self._frame.pixel()
        return self._layer.index_at(x, y, REACH_PX * width, REACH_PX * height)

    def say(self, index: int) -> None:
        """Write about a sample."""
        place = float(self._x[index]), float(self._y[index])
        text = self._places.text(*place, self._frame.pixel()[1])
        if self.describe is not None:
            text = f"{self.describe(index)} · {text}"
        self._frame.readout.setText(text)
        self._frame.readout.setToolTip(text)

    def hover(self, place: QPointF) -> None:
        """Write about what is at a place of the scene."""
        box = self._frame.box
        if self._layer is None or not box.sceneBoundingRect().contains(place):
            return
        at = box.mapSceneToView(place)
        width, height = self._frame.pixel()
        deposit = self._frame.marks.label_at(at.x(), at.y(), REACH_PX * width, REACH_PX * height)
        index = self.index_at(at.x(), at.y())
        here = self._places.text(at.x(), at.y(), height)
        if deposit:
            self._frame.readout.setText(f"{deposit} · {here}")
        elif index >= 0:
            self.say(index)
        else:
            self._frame.readout.setText(here)
        if index >= 0:
            self.hovered.emit(index)

    def _click(self, event: Any) -> None:
        if self._layer is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._frame.box.mapSceneToView(event.scenePos())
        index = self.clicked_at(at.x(), at.y())
        if index >= 0:
            self.clicked.emit(index)

    def clicked_at(self, x: float, y: float) -> int:
        """Return the sample that a click at a place means, -1 for none."""
        index = self.index_at(x, y)
        if self._layer is None or not self.between(x, y):
            return index
        left, bottom, right, top = self._layer.bounds
        reach, whole = REACH_PX * max(self._frame.pixel()), 2 * max(right - left, top - bottom)
        # step by step: of millions of samples but the nearest are looked at
        while index < 0 and reach < whole:
            reach *= 4
            index = self._layer.index_at(x, y, reach, reach)
        return index

    def _take_rectangle(self, rect: QRectF) -> None:
        if self._layer is not None:
            self.drawn.emit(self._layer.rows_in(rect))
