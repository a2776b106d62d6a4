"""What part of a survey is in view: fitted, zoomed to samples, in its true proportions."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF

from gui.map_frame import MapFrame
from gui.map_layers import Bounds
from gui.map_place import MapPlaces


class Camera(QObject):
    """Moves the view of a map, and keeps scale bar and north arrow true."""

    def __init__(self, frame: MapFrame, places: MapPlaces) -> None:
        super().__init__(frame)
        self._frame, self._box, self._places = frame, frame.box, places
        self._bounds: Bounds | None = None
        self._following = True
        self._box.sigRangeChanged.connect(lambda *_: self.place_scale())
        self._box.sigRangeChangedManually.connect(self._leave)
        places.found.connect(self.take_system)

    def look_at(self, bounds: Bounds | None) -> None:
        """Take the extent of another survey, and show all of it."""
        self._bounds = bounds
        if bounds is not None:
            self.take_system()
            self.fit()

    def fit(self) -> None:
        """Show the whole survey, also when the view grows, until the user pans or zooms."""
        self._following = True
        if self._bounds is None:
            return
        left, bottom, right, top = self._bounds
        self._box.setRange(QRectF(left, bottom, right - left, top - bottom), padding=0.03)

    def follow(self) -> None:
        """Fit again where nobody has panned or zoomed."""
        if self._following:
            self.fit()
        self.place_scale()

    def show(self, at: QPointF) -> None:
        """Bring a place into view, in its middle where it lies outside."""
        view = self._box.viewRect()
        if not view.contains(at):
            view.moveCenter(at)
            self._box.setRange(view, padding=0)

    def zoom_to(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        """Bring places into view, with some ground around them."""
        known = np.isfinite(x)
        if not known.any() or self._bounds is None:
            return
        x, y = x[known], y[known]
        left, bottom, right, top = self._bounds
        # a single sample: a twentieth of the survey around it
        room_x = max(0.15 * float(np.ptp(x)), 0.025 * (right - left))
        room_y = max(0.15 * float(np.ptp(y)), 0.025 * (top - bottom))
        corner = QPointF(float(x.min()) - room_x, float(y.min()) - room_y)
        end = QPointF(float(x.max()) + room_x, float(y.max()) + room_y)
        self._following = False
        self._box.setRange(QRectF(corner, end), padding=0)

    def take_system(self) -> None:
        """Draw a degree of longitude as long as it is at the middle of the survey."""
        if self._bounds is None:
            return
        left, bottom, right, top = self._bounds
        middle = (left + right) / 2, (bottom + top) / 2
        units = self._places.metres_of_units(*middle)
        ratio = units[0] / units[1] if units is not None and units[0] > 0 else 1.0
        if not math.isclose(self._box.state["aspectLocked"] or 1.0, ratio, rel_tol=1e-6):
            self._box.setAspectLocked(True, ratio)
            if self._following:
                self.fit()
        scale, north = self._frame.scale_bar, self._frame.north
        scale.setVisible(units is not None)
        north.setVisible(units is not None)
        north.set_true_north(self._places.true_north(*middle))
        self.place_scale()

    def place_scale(self) -> None:
        """Let the scale bar show the length that it has in the middle of the view."""
        if self._frame.scale_bar.isHidden():
            return
        middle = self._box.viewRect().center()
        up = max(-90.0, min(90.0, middle.y())) if self._places.in_degrees else middle.y()
        units = self._places.metres_of_units(middle.x(), up)
        if units is not None:
            self._frame.scale_bar.show_for(self._frame.pixel()[0] * units[0])

    def _leave(self, *_: object) -> None:
        self._following = False
