"""The map of a survey: cells of a grid or scattered points, coloured by class or by value."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.mapping import Grid
from gui import map_overlays as overlays
from gui import theme
from gui.class_colours import ClassColours
from gui.empty_state import EmptyState
from gui.icons import icon
from gui.map_background import Newest
from gui.map_box import MapBox
from gui.map_colours import (
    Look,
    Paint,
    Painted,
    argb,
    class_table,
    paint_classes,
    paint_values,
    table_of,
)
from gui.map_layers import CellLayer, CloudLayer, DotLayer, layer_of
from gui.map_legend import ClassLegend, LegendArea
from gui.map_marks import Marks
from gui.map_picture import PictureItem, picture_of
from gui.map_place import MapPlaces
from gui.map_value_legend import ValueLegend
from gui.pan_keys import PanKeys
from gui.plotting import calm_plot
from gui.scale_bar import NorthArrow, ScaleBar

# up to so many samples everything is done at once; more are laid out and coloured on a thread
MOST_AT_ONCE = 100_000
SHARPEN_MS = 120
REACH_PX = 12
AnyLayer = CellLayer | DotLayer | CloudLayer
Codes = NDArray[np.int64]
Values = NDArray[np.float64]


class MapView(QWidget):
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
        self._x: NDArray[np.float64] = np.empty(0)
        self._y: NDArray[np.float64] = np.empty(0)
        self._layer: AnyLayer | None = None
        self._has_points = False
        self._survey = 0
        self._paint: Paint | None = None
        self._legend: Callable[[Painted], None] | None = None
        self._codes: Codes | Callable[[], Codes] = np.empty(0, np.int64)
        self._colours = ClassColours(())
        self._overrides: Mapping[str, str] | None = None
        self._hidden: set[int] = set()
        self._opacity = 1.0
        self._following = True
        self.describe: Callable[[int], str] | None = None
        self._layout_work, self._paint_work = Newest(self), Newest(self)
        self._sharp_work = Newest(self)
        self.places = MapPlaces(self)
        self.places.found.connect(self._take_system)
        self._build_plot()
        self._build_legends()
        self._lay_out()
        self._connect()
        self.clear()

    # --- building ----------------------------------------------------------------------

    def _build_plot(self) -> None:
        self._box = MapBox()
        self.plot = calm_plot(self, grid=False, box=self._box)
        self._box.setAspectLocked(True)
        self._box.disableAutoRange()
        self._raster = PictureItem(2)
        self._raster.hide()
        self.plot.addItem(self._raster)
        self.marks = Marks(self.plot)
        self._symbols, self._marker = self.marks.symbols, self.marks.marker
        self._outlines: dict[str, overlays.Outlines] = {}
        self.plot.setAccessibleName(self.tr("Map: arrow keys pan, plus and minus zoom, Home fits"))
        self._sharpen = QTimer(self, singleShot=True, interval=SHARPEN_MS)
        self._sharpen.timeout.connect(self._ask_sharp)

    def _build_legends(self) -> None:
        self._scale = ScaleBar()
        self._scale.hide()
        self._north = NorthArrow()
        self.class_legend = ClassLegend()
        self.class_legend.toggled.connect(self._toggle_class)
        self._legend_area = LegendArea(self.class_legend)
        self.value_legend = ValueLegend()
        self._readout = QLabel("")
        theme.set_role(self._readout, "caption")
        self._readout.setMinimumHeight(18)
        self._readout.setMinimumWidth(40)
        self._fit = QPushButton(icon("fit-to-page-outline"), self.tr("Fit"))
        self._fit.setToolTip(self.tr("Show the whole survey."))
        theme.set_role(self._fit, "quiet")
        self._fit.clicked.connect(self.fit)
        self._no_places = self.tr(
            "No coordinates: choose Coordinate X and Y on the Data page to see a map."
        )
        self._empty = EmptyState(self._no_places, self.plot)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(8, 4, 8, 0)
        side.addWidget(self._legend_area, 1)
        side.addWidget(self.value_legend)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.plot, 1)
        middle.addLayout(side)
        side.setAlignment(self.value_legend, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._readout, 1)
        foot.addWidget(self._scale)
        foot.addWidget(self._north)
        foot.addWidget(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.plot.scene().sigMouseMoved.connect(self._hover)
        self.plot.scene().sigMouseClicked.connect(self._click)
        self._box.drawn.connect(self._take_rectangle)
        self._box.sigRangeChanged.connect(self._range_changed)
        self._box.sigRangeChangedManually.connect(self._leave)
        PanKeys(self.plot, self.fit)
        self.plot.viewport().installEventFilter(self)

    # --- the samples -------------------------------------------------------------------

    @property
    def has_points(self) -> bool:
        """Whether there is anything to draw."""
        return self._has_points

    @property
    def busy(self) -> bool:
        """Whether samples are being laid out or coloured."""
        works = (self._layout_work, self._paint_work, self._sharp_work)
        return any(work.busy for work in works) or self._sharpen.isActive()

    @property
    def grid(self) -> Grid | None:
        """The regular grid of the samples, None for scattered ones."""
        return self._layer.grid if isinstance(self._layer, CellLayer) else None

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """Smallest x, smallest y, largest x, largest y of the survey, None without one."""
        return self._layer.bounds if self._layer is not None else None

    def clear(self) -> None:
        """Show no survey."""
        self._survey += 1
        self._has_points = False
        self._remove_layer()
        self._paint = self._legend = None
        for work in (self._layout_work, self._paint_work, self._sharp_work):
            work.forget()
        self._codes = np.empty(0, np.int64)
        self._raster.hide()
        self._legend_area.hide()
        self.value_legend.hide()
        self._fit.setEnabled(False)
        self._scale.hide()
        self._north.hide()
        self._show_axes(False)
        self._empty.set_text(self._no_places)
        self._empty.show()

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
        self._empty.set_text(
            self.tr("{rows} samples find their places…").format(rows=f"{len(x):,}")
        )
        survey = self._survey
        self._layout_work.ask(lambda: layer_of(x, y), lambda layer: self._take_layer(survey, layer))

    def _take_layer(self, survey: int, layer: AnyLayer) -> None:
        if survey != self._survey:
            return
        self._layer = layer
        for item in layer.items:
            item.setOpacity(self._opacity)
            self.plot.addItem(item)
        self._empty.hide()
        self._show_axes(True)
        self._fit.setEnabled(True)
        self._take_system()
        self.fit()
        self._colour()
        self.laid_out.emit()

    def _remove_layer(self) -> None:
        if self._layer is not None:
            for item in self._layer.items:
                self.plot.removeItem(item)
        self._layer = None
        self._x = self._y = np.empty(0)
        self.marks.clear()

    # --- colours -----------------------------------------------------------------------

    def set_classes(
        self,
        codes: Codes | Callable[[], Codes],
        names: Sequence[str],
        overrides: Mapping[str, str] | None = None,
    ) -> None:
        """Colour the samples by class code; -1 stays transparent (points: an empty ring).

        Parameters
        ----------
        codes
            Themselves, or what computes them; of many samples that is done on a thread.
        overrides
            Colours by class name, as ``#rrggbb``, for classes with colours of their own.
        """
        if not self._has_points:
            return
        colours = ClassColours(names, overrides)
        if colours.names != self._colours.names:
            self._hidden = set()
        self._colours, self._codes, self._overrides = colours, codes, overrides
        table = class_table(colours, self._hidden)
        self._raster.hide()
        self._show(
            lambda: paint_classes(codes() if callable(codes) else codes, table),
            self._show_class_legend,
        )

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
            The values of the first and the last colour; without them those of the 2nd and the
            98th percentile.
        look
            Colours, scale and range, instead of `limits`.
        """
        if not self._has_points:
            return
        look = look if look is not None else Look(limits=limits)
        table = table_of(look)
        self._raster.hide()

        def legend(painted: Painted) -> None:
            self.value_legend.show_range(title, unit, painted.low, painted.high, look)
            self.value_legend.show()
            self._legend_area.hide()

        self._show(
            lambda: paint_values(values() if callable(values) else values, look, table), legend
        )

    def set_raster(
        self,
        values: NDArray[np.floating],
        rect: QRectF,
        title: str,
        unit: str,
        look: Look | None = None,
    ) -> None:
        """Lay a raster over the samples until these are coloured again; NaN is a gap.

        Parameters
        ----------
        values
            Shape (rows, columns), row 0 at the smallest y.
        rect
            Outer edges of the cells: ``QRectF(left, bottom, width, height)``.
        """
        look = look if look is not None else Look()
        flat = np.asarray(values, np.float64).ravel()
        painted = paint_values(flat, look, table_of(look))
        pixels = np.take(painted.table, painted.places, mode="wrap").reshape(values.shape)
        self._raster.set_picture(picture_of(pixels, rect))
        self._raster.setOpacity(self._opacity)
        self._raster.show()
        self._show_samples(False)
        self.value_legend.show_range(title, unit, painted.low, painted.high, look)
        self.value_legend.show()
        self._legend_area.hide()

    def set_opacity(self, opacity: float) -> None:
        """Let the ground show through the samples, 0 to 1; symbols and outlines stay."""
        self._opacity = opacity
        self._raster.setOpacity(opacity)
        for item in self._layer.items if self._layer is not None else ():
            item.setOpacity(opacity)

    def _show(self, paint: Paint, legend: Callable[[Painted], None]) -> None:
        self._paint, self._legend = paint, legend
        self._colour()

    def _colour(self) -> None:
        """Colour the samples as last asked for: at once where they are few."""
        layer, paint, survey = self._layer, self._paint, self._survey
        if layer is None or paint is None:
            return
        self._show_samples(True)
        if len(self._x) <= MOST_AT_ONCE:
            painted = paint()
            self._install(survey, painted, layer.draw(painted))
            return

        def work() -> tuple[Painted, Any]:
            painted = paint()
            return painted, layer.draw(painted)

        self._paint_work.ask(work, lambda found: self._install(survey, *found))

    def _install(self, survey: int, painted: Painted, drawn: Any) -> None:
        if survey != self._survey or self._layer is None:
            return
        self._layer.install(drawn)
        if self._raster.isVisible():
            return
        if self._legend is not None:
            self._legend(painted)
        self._sharpen.start()

    def _show_class_legend(self, painted: Painted) -> None:
        self.class_legend.show_classes(self._colours, painted.counts)
        # shown first: rows that are not on screen yet have no width
        self._legend_area.show()
        self._legend_area.fit_width()
        self.value_legend.hide()

    def _toggle_class(self, code: int) -> None:
        self._hidden ^= {code}
        self.set_classes(self._codes, self._colours.names, self._overrides)

    def _show_samples(self, shown: bool) -> None:
        for item in self._layer.items if self._layer is not None else ():
            item.setVisible(shown)

    # --- what lies over the samples ----------------------------------------------------

    def set_symbols(
        self,
        indices: NDArray[np.int64],
        codes: NDArray[np.int64],
        names: Sequence[str] | None = None,
    ) -> None:
        """Draw these samples as symbols of their class over everything else.

        Parameters
        ----------
        names
            Class names of the codes; without them those of the classes on show.
        """
        is_same = names is None or tuple(names) == self._colours.names
        colours = self._colours if is_same or names is None else ClassColours(names)
        self.marks.set_symbols(self._x, self._y, indices, codes, colours)
        self.class_legend.show_symbols(len(indices) > 0 and is_same)

    def set_deposits(
        self,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        codes: NDArray[np.int64],
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
        colours = ClassColours(names) if names is not None else self._colours
        self.marks.set_deposits(x, y, codes, labels, colours)

    def set_links(self, pairs: NDArray[np.float64]) -> None:
        """Draw thin lines, float64, shape (L, 4): x and y of a deposit, x and y of its sample."""
        self.marks.set_links(pairs)

    def set_outlines(self, files: Sequence[str]) -> None:
        """Draw the lines that the command ``outlines`` wrote, and none of other files."""
        for path in set(self._outlines) - set(files):
            self.plot.removeItem(self._outlines.pop(path))
        for path in files:
            if path not in self._outlines:
                self._outlines[path] = overlays.Outlines(Path(path))
                self.plot.addItem(self._outlines[path])

    def set_graticule(self, shown: bool) -> None:
        """Draw lines of equal coordinates over the map."""
        item = self.plot.getPlotItem()
        item.showGrid(x=shown, y=shown, alpha=1.0)
        for side in ("left", "bottom"):
            item.getAxis(side).setZValue(overlays.OUTLINES_Z - 1 if shown else -1000)

    def set_crs(self, crs: str, *, presumed_metres: bool = False) -> None:
        """Take the coordinate system, for scale, north, aspect and degrees under the mouse."""
        self.places.set_system(crs, presumed_metres=presumed_metres)
        self._take_system()

    def set_selected(self, index: int) -> None:
        """Mark a sample, and pan to it when it lies outside the view."""
        if not 0 <= index < len(self._x) or not math.isfinite(self._x[index]):
            self.marks.mark(None)
            return
        at = QPointF(float(self._x[index]), float(self._y[index]))
        self.marks.mark(at)
        if not self._box.viewRect().contains(at):
            view = self._box.viewRect()
            view.moveCenter(at)
            self._box.setRange(view, padding=0)
        self._say(index)

    def set_selection(self, rows: NDArray[np.int64]) -> None:
        """Mark many samples: rings, and where they are very many one picture."""
        rows = rows[(rows >= 0) & (rows < len(self._x))]
        mark = argb(overlays.mark_colour())
        if isinstance(self._layer, CellLayer) and len(rows) > self.marks.most_rings:
            picked = np.full(len(self._x), -1, np.int16)
            picked[rows] = 0
            self.marks.show_picture(
                self._layer.draw(Painted(picked, np.array([mark, 0], np.uint32)))
            )
        else:
            self.marks.set_selection(self._x[rows], self._y[rows], mark)

    def zoom_to(self, rows: NDArray[np.int64]) -> None:
        """Bring samples into view, with some ground around them."""
        x, y = self._x[rows], self._y[rows]
        known = np.isfinite(x)
        if not known.any() or self._layer is None:
            return
        x, y = x[known], y[known]
        left, bottom, right, top = self._layer.bounds
        # a single sample: a twentieth of the survey around it
        room_x = max(0.15 * float(np.ptp(x)), 0.025 * (right - left))
        room_y = max(0.15 * float(np.ptp(y)), 0.025 * (top - bottom))
        corner = QPointF(float(x.min()) - room_x, float(y.min()) - room_y)
        end = QPointF(float(x.max()) + room_x, float(y.max()) + room_y)
        self._following = False
        self._box.setRange(QRectF(corner, end), padding=0)

    def fit(self) -> None:
        """Show the whole survey, also when the view grows, until the user pans or zooms."""
        self._following = True
        if self._layer is None:
            return
        left, bottom, right, top = self._layer.bounds
        self._box.setRange(QRectF(left, bottom, right - left, top - bottom), padding=0.03)

    # --- the mouse ---------------------------------------------------------------------

    def index_at(self, x: float, y: float) -> int:
        """Return the sample at a place, -1 where there is none."""
        if self._layer is None:
            return -1
        width, height = self._pixel()
        return self._layer.index_at(x, y, REACH_PX * width, REACH_PX * height)

    def _hover(self, place: QPointF) -> None:
        if self._layer is None or not self._box.sceneBoundingRect().contains(place):
            return
        at = self._box.mapSceneToView(place)
        width, height = self._pixel()
        deposit = self.marks.label_at(at.x(), at.y(), REACH_PX * width, REACH_PX * height)
        index = self.index_at(at.x(), at.y())
        if deposit:
            self._readout.setText(f"{deposit} · {self.places.text(at.x(), at.y(), height)}")
        elif index >= 0:
            self._say(index)
        else:
            self._readout.setText(self.places.text(at.x(), at.y(), height))
        if index >= 0:
            self.hovered.emit(index)

    def _say(self, index: int) -> None:
        text = self.places.text(float(self._x[index]), float(self._y[index]), self._pixel()[1])
        if self.describe is not None:
            text = f"{self.describe(index)} · {text}"
        self._readout.setText(text)
        self._readout.setToolTip(text)

    def _click(self, event: Any) -> None:
        if self._layer is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._box.mapSceneToView(event.scenePos())
        index = self.index_at(at.x(), at.y())
        if index >= 0:
            self.set_selected(index)
            self.selected.emit(index)

    def _take_rectangle(self, rect: QRectF) -> None:
        if self._layer is not None:
            self.selected_rows.emit(self._layer.rows_in(rect))

    # --- scale, north and what is in view ----------------------------------------------

    def _pixel(self) -> tuple[float, float]:
        width, height = self._box.viewPixelSize()
        return abs(float(width)), abs(float(height))

    def _range_changed(self, *_: object) -> None:
        self._place_scale()
        if isinstance(self._layer, CloudLayer):
            self._sharpen.start()

    def _ask_sharp(self) -> None:
        """Draw what is in view in the pixels of the screen, once it has come to rest."""
        layer, survey = self._layer, self._survey
        if not isinstance(layer, CloudLayer) or layer.painted is None:
            return
        view, (width, height) = self._box.viewRect(), self._pixel()
        ratio = self.devicePixelRatioF()
        if not layer.wants_sharp(view, width / ratio):
            layer.install_sharp(None)
            return
        painted, cloud = layer.painted, layer.cloud

        def take(picture: Any) -> None:
            if survey == self._survey and layer.painted is painted:
                layer.install_sharp(picture)

        self._sharp_work.ask(
            lambda: cloud.sharp(painted, view, width / ratio, height / ratio), take
        )

    def _take_system(self) -> None:
        """Draw a degree of longitude as long as it is at the middle of the survey."""
        if self._layer is None:
            return
        left, bottom, right, top = self._layer.bounds
        middle = (left + right) / 2, (bottom + top) / 2
        units = self.places.metres_of_units(*middle)
        ratio = units[0] / units[1] if units is not None and units[0] > 0 else 1.0
        if not math.isclose(self._box.state["aspectLocked"] or 1.0, ratio, rel_tol=1e-6):
            self._box.setAspectLocked(True, ratio)
            if self._following:
                self.fit()
        self._scale.setVisible(units is not None)
        self._north.setVisible(units is not None)
        self._north.set_true_north(self.places.true_north(*middle))
        self._place_scale()

    def _place_scale(self) -> None:
        if self._scale.isHidden():
            return
        middle = self._box.viewRect().center()
        units = self.places.metres_of_units(
            middle.x(), max(-90.0, min(90.0, middle.y())) if self.places.in_degrees else middle.y()
        )
        if units is not None:
            self._scale.show_for(self._pixel()[0] * units[0])

    def _show_axes(self, shown: bool) -> None:
        for side in ("left", "bottom"):
            self.plot.getPlotItem().showAxis(side, shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._readout.setText("")
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._following:
            self.fit()
        self._place_scale()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._following:
            self.fit()

    def _leave(self, *_: object) -> None:
        self._following = False
