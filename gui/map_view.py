"""The map of a survey: cells of a grid or scattered points, coloured by class or by value."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from core.mapping import Grid
from gui.class_colours import ClassColours
from gui.map_background import Newest
from gui.map_camera import Camera
from gui.map_colours import Look
from gui.map_frame import MapFrame
from gui.map_layers import AnyLayer, Bounds, CellLayer, layer_of
from gui.map_painting import MOST_AT_ONCE, Codes, Painting, Values
from gui.map_place import MapPlaces
from gui.map_pointer import Pointer
from gui.pan_keys import PanKeys

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


class MapView(MapFrame):
    """Shows samples at their coordinates; pan and zoom move pictures and draw nothing anew.

    Signals
    -------
    hovered, selected
        The sample under the mouse, and the one that was clicked.
    selected_rows
        The samples in a rectangle drawn with Shift held down: int64, ascending.
    laid_out
        The samples have found their places, which takes a while for millions.
    """

    hovered = Signal(int)
    selected = Signal(int)
    selected_rows = Signal(object)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._x: Floats = np.empty(0)
        self._y: Floats = np.empty(0)
        self.layer: AnyLayer | None = None
        self._has_points = False
        self._survey = 0
        self._layout_work = Newest(self)
        self.places = MapPlaces(self)
        self.camera = Camera(self, self.places)
        self.painting = Painting(self)
        self.pointer = Pointer(self, self.places)
        self.pointer.hovered.connect(self.hovered)
        self.pointer.clicked.connect(self._click)
        self.pointer.drawn.connect(self.selected_rows)
        self.fit_button.clicked.connect(self.fit)
        PanKeys(self.plot, self.fit)
        self.clear()

    # --- the samples -------------------------------------------------------------------

    @property
    def has_points(self) -> bool:
        """Whether there is anything to draw."""
        return self._has_points

    @property
    def busy(self) -> bool:
        """Whether samples are being laid out or coloured."""
        return self._layout_work.busy or self.painting.busy

    @property
    def grid(self) -> Grid | None:
        """The regular grid of the samples, None for scattered ones."""
        return self.layer.grid if isinstance(self.layer, CellLayer) else None

    @property
    def bounds(self) -> Bounds | None:
        """Smallest x, smallest y, largest x, largest y of the survey, None without one."""
        return self.layer.bounds if self.layer is not None else None

    @property
    def describe(self) -> Callable[[int], str] | None:
        """What writes about a sample for the line below the map."""
        return self.pointer.describe

    @describe.setter
    def describe(self, describe: Callable[[int], str] | None) -> None:
        self.pointer.describe = describe

    def clear(self) -> None:
        """Show no survey."""
        self._survey += 1
        self._has_points = False
        self._layout_work.forget()
        self.painting.forget()
        self.layer = None
        self._x = self._y = np.empty(0)
        self.marks.clear()
        self.pointer.point_at(None, self._x, self._y)
        self.camera.look_at(None)
        self.show_nothing()

    def set_points(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        """Take the coordinates of the samples, float64, shape (P,), NaN where missing."""
        self.clear()
        x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        known = np.isfinite(x) & np.isfinite(y)
        if not known.any():
            return
        if not known.all():
            x, y = np.where(known, x, np.nan), np.where(known, y, np.nan)
        self._x, self._y = x, y
        self._has_points = True
        if len(x) <= MOST_AT_ONCE:
            self._take_layer(self._survey, layer_of(x, y))
            return
        self.show_waiting(len(x))
        survey = self._survey
        self._layout_work.ask(lambda: layer_of(x, y), lambda layer: self._take_layer(survey, layer))

    def _take_layer(self, survey: int, layer: AnyLayer) -> None:
        if survey != self._survey:
            return
        self.layer = layer
        self.show_map()
        self.pointer.point_at(layer, self._x, self._y)
        self.camera.look_at(layer.bounds)
        self.painting.lay(layer, len(self._x))
        self.laid_out.emit()

    # --- colours -----------------------------------------------------------------------

    def set_classes(
        self,
        codes: Codes | Callable[[], Codes],
        names: Sequence[str],
        overrides: Mapping[str, str] | None = None,
        hatched: int = -1,
    ) -> None:
        """Colour the samples by class code; -1 stays transparent (points: an empty ring).

        Parameters
        ----------
        codes
            Themselves, or what computes them; of many samples that is done on a thread.
        overrides
            Colours by class name, as ``#rrggbb``, for classes with colours of their own.
        hatched
            Code of the class whose cells are hatched, -1 for none.
        """
        if self._has_points:
            self.painting.set_classes(codes, names, overrides, hatched)

    def set_values(
        self,
        values: Values | Callable[[], Values],
        title: str,
        unit: str,
        limits: tuple[float, float] | None = None,
        look: Look | None = None,
    ) -> None:
        """Colour the samples by value; NaN is transparent.

        Parameters
        ----------
        values
            Themselves, or what computes them; of many samples that is done on a thread.
        limits
            Smallest and largest possible value, which are the first and the last colour; without
            them those of the 2nd and the 98th percentile.
        look
            Colours, scale and range, instead of `limits`.
        """
        whole = Look(limits=limits, is_whole=limits is not None)
        if self._has_points:
            self.painting.set_values(values, title, unit, look or whole)

    def set_opacity(self, opacity: float) -> None:
        """Let the ground show through the samples, 0 to 1; symbols and outlines stay."""
        self.painting.set_opacity(opacity)

    # --- what lies over the samples ----------------------------------------------------

    def set_symbols(self, indices: Rows, codes: Codes, names: Sequence[str] | None = None) -> None:
        """Draw these samples as symbols of their class over everything else.

        Parameters
        ----------
        names
            Class names of the codes; without them those of the classes on show.
        """
        shown = self.painting.colours
        is_same = names is None or tuple(names) == self.painting.class_names
        colours = shown if is_same or names is None else ClassColours(names)
        self.marks.set_symbols(self._x, self._y, indices, codes, colours)
        self.class_legend.show_symbols(len(indices) > 0 and is_same)

    def set_deposits(
        self,
        x: Floats,
        y: Floats,
        codes: Codes,
        labels: Sequence[str],
        names: Sequence[str] | None = None,
    ) -> None:
        """Draw symbols of their own class at places that need be no samples.

        Parameters
        ----------
        labels
            What the readout says when the mouse is on one.
        names
            Class names of the codes; without them those of the classes on show.
        """
        colours = ClassColours(names) if names is not None else self.painting.colours
        self.marks.set_deposits(x, y, codes, labels, colours)

    def set_crs(self, crs: str, *, presumed_metres: bool = False) -> None:
        """Take the coordinate system, for scale, north, aspect and degrees under the mouse."""
        self.places.set_system(crs, presumed_metres=presumed_metres)
        self.camera.take_system()

    def set_selected(self, index: int) -> None:
        """Mark a sample, and pan to it when it lies outside the view."""
        if not 0 <= index < len(self._x) or not math.isfinite(self._x[index]):
            self.marks.mark(None)
            return
        at = QPointF(float(self._x[index]), float(self._y[index]))
        self.marks.mark(at)
        self.camera.show(at)
        self.pointer.say(index)

    def set_selection(self, rows: Rows) -> None:
        """Mark many samples: few by rings, more by an outline of cells or dots on points."""
        rows = rows[(rows >= 0) & (rows < len(self._x))]
        self.marks.set_selection(self.layer, rows, self._x[rows], self._y[rows])

    # --- what is in view ---------------------------------------------------------------

    def zoom_to(self, rows: Rows) -> None:
        """Bring samples into view, with some ground around them."""
        self.camera.zoom_to(self._x[rows], self._y[rows])

    def fit(self) -> None:
        """Show the whole survey, also when the view grows, until the user pans or zooms."""
        self.camera.fit()

    def index_at(self, x: float, y: float) -> int:
        """Return the sample at a place, -1 where there is none."""
        return self.pointer.index_at(x, y)

    def _click(self, index: int) -> None:
        self.set_selected(index)
        self.selected.emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.camera.follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.camera.follow()
