"""The map of a survey: cells of a grid or scattered points, coloured by class or by value."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.mapping import Grid, find_grid
from gui import theme
from gui.class_colours import ClassColours
from gui.empty_state import EmptyState
from gui.icons import icon
from gui.map_layers import CellLayer, PointLayer, class_pixels, value_pixels
from gui.map_legend import ClassLegend, LegendArea, ValueLegend
from gui.pan_keys import PanKeys
from gui.plotting import calm_plot
from gui.scale_bar import ScaleBar

SYMBOL_PX = 11


class MapView(QWidget):
    """Shows samples at their coordinates; pan and zoom move pictures and draw nothing anew."""

    hovered = Signal(int)
    selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._x: NDArray[np.float64] = np.empty(0)
        self._y: NDArray[np.float64] = np.empty(0)
        self._layer: CellLayer | PointLayer | None = None
        self._codes: NDArray[np.int64] = np.empty(0, np.int64)
        self._symbol_at: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None
        self._colours = ClassColours(())
        self._hidden: set[int] = set()
        self._following = True
        self.describe: Callable[[int], str] | None = None
        self.plot = calm_plot(self, grid=False)
        self._box = self.plot.getPlotItem().getViewBox()
        self._box.setAspectLocked(True)
        self._box.disableAutoRange()
        self._symbols = pg.ScatterPlotItem(pxMode=True, size=SYMBOL_PX)
        self._symbols.setZValue(20)
        self.plot.addItem(self._symbols)
        # a dark and a light ring: one of them stands out from any class
        self._marker = pg.ScatterPlotItem(pxMode=True, symbol="o", brush=None)
        self._marker.setZValue(30)
        self.plot.addItem(self._marker)
        self._scale = ScaleBar()
        self._scale.hide()
        self.class_legend = ClassLegend()
        self.class_legend.toggled.connect(self._toggle_class)
        self._legend_area = LegendArea(self.class_legend)
        self.value_legend = ValueLegend()
        self._readout = QLabel("")
        theme.set_role(self._readout, "caption")
        self._readout.setMinimumHeight(18)
        self._fit = QPushButton(icon("fit-to-page-outline"), self.tr("Fit"))
        self._fit.setToolTip(self.tr("Show the whole survey."))
        theme.set_role(self._fit, "quiet")
        self._fit.clicked.connect(self.fit)
        self._empty = EmptyState(
            self.tr("No coordinates: choose Coordinate X and Y on the Data page to see a map."),
            self.plot,
        )
        self._lay_out()
        self.plot.scene().sigMouseMoved.connect(self._hover)
        self.plot.scene().sigMouseClicked.connect(self._click)
        self._box.sigRangeChanged.connect(lambda *_: self._place_scale())
        self._box.sigRangeChangedManually.connect(self._leave)
        PanKeys(self.plot, self.fit)
        self.plot.setAccessibleName(self.tr("Map: arrow keys pan, plus and minus zoom, Home fits"))
        self.plot.viewport().installEventFilter(self)
        self.clear()

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
        foot.addWidget(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    # --- what is shown -----------------------------------------------------------------

    @property
    def has_points(self) -> bool:
        """Whether there is anything to draw."""
        return self._layer is not None

    @property
    def grid(self) -> Grid | None:
        """The regular grid of the samples, None for scattered ones."""
        return self._layer.grid if isinstance(self._layer, CellLayer) else None

    def clear(self) -> None:
        """Show no survey."""
        self._remove_layer()
        self._codes = np.empty(0, np.int64)
        self._legend_area.hide()
        self.value_legend.hide()
        self._fit.setEnabled(False)
        self._scale.hide()
        for side in ("left", "bottom"):
            self.plot.getPlotItem().hideAxis(side)
        self._empty.show()

    def set_points(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        """Take the coordinates of the samples, float64, shape (P,), NaN where missing."""
        self.clear()
        self._x, self._y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        if not (np.isfinite(self._x) & np.isfinite(self._y)).any():
            return
        grid = find_grid(self._x, self._y)
        self._layer = CellLayer(grid) if grid is not None else PointLayer(self._x, self._y)
        for item in self._layer.items:
            self.plot.addItem(item)
        self._empty.hide()
        for side in ("left", "bottom"):
            self.plot.getPlotItem().showAxis(side)
        self._fit.setEnabled(True)
        self.fit()

    def set_classes(self, codes: NDArray[np.int64], names: Sequence[str]) -> None:
        """Colour the samples by class code; -1 stays transparent (points: an empty ring)."""
        if self._layer is None:
            return
        if tuple(names) != self._colours.names:
            self._colours = ClassColours(names)
            self._hidden = set()
        self._codes = codes
        self._layer.set_pixels(class_pixels(codes, self._colours, self._hidden))
        counts = np.bincount(codes[codes >= 0], minlength=len(names))
        self.class_legend.show_classes(self._colours, counts)
        self._legend_area.fit_width()
        self._legend_area.show()
        self.value_legend.hide()

    def set_values(
        self,
        values: NDArray[np.float64],
        title: str,
        unit: str,
        limits: tuple[float, float] | None = None,
    ) -> None:
        """Colour the samples by value; NaN is transparent.

        The colours span the 2nd to the 98th percentile, or `limits`.
        """
        if self._layer is None:
            return
        pixels, low, high = value_pixels(values, limits)
        self._layer.set_pixels(pixels)
        self.value_legend.show_range(title, unit, low, high)
        self.value_legend.show()
        self._legend_area.hide()

    def set_symbols(self, indices: NDArray[np.int64], codes: NDArray[np.int64]) -> None:
        """Draw these samples as symbols of their class over everything else."""
        at = (indices, codes)
        if self._symbol_at is not None and all(
            np.array_equal(old, new) for old, new in zip(self._symbol_at, at, strict=True)
        ):
            return
        self._symbol_at = at
        scheme = theme.current()
        pen = pg.mkPen("#000000" if not scheme.dark else "#ffffff", width=1.2)
        self._symbols.setData(
            x=self._x[indices],
            y=self._y[indices],
            symbol=[self._colours.symbol(code) for code in codes.tolist()],
            brush=[pg.mkBrush(self._colours.colour(code)) for code in codes.tolist()],
            pen=pen,
        )
        self.class_legend.show_symbols(len(indices) > 0)

    def set_crs_metres(self, in_metres: bool) -> None:
        """Show a scale bar, for coordinates that are metres."""
        self._scale.setVisible(in_metres)
        self._place_scale()

    def set_selected(self, index: int) -> None:
        """Mark a sample, and pan to it when it lies outside the view."""
        if not 0 <= index < len(self._x) or not math.isfinite(self._x[index]):
            self._marker.setData(x=[], y=[])
            return
        x, y = float(self._x[index]), float(self._y[index])
        rings = [pg.mkPen("#000000", width=2), pg.mkPen("#ffffff", width=2)]
        self._marker.setData(x=[x, x], y=[y, y], size=[24, 20], pen=rings)
        if not self._box.viewRect().contains(QPointF(x, y)):
            view = self._box.viewRect()
            view.moveCenter(QPointF(x, y))
            self._box.setRange(view, padding=0)
        self._say(index)

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
        width, height = self._box.viewPixelSize()
        return self._layer.index_at(x, y, 12 * abs(float(width)), 12 * abs(float(height)))

    def _hover(self, place: QPointF) -> None:
        if self._layer is None or not self._box.sceneBoundingRect().contains(place):
            return
        at = self._box.mapSceneToView(place)
        index = self.index_at(at.x(), at.y())
        if index >= 0:
            self._say(index)
            self.hovered.emit(index)
        else:
            self._readout.setText(f"{at.x():,.6g}, {at.y():,.6g}")

    def _say(self, index: int) -> None:
        text = f"{self._x[index]:,.10g}, {self._y[index]:,.10g}"
        if self.describe is not None:
            text = f"{self.describe(index)}   ·   {text}"
        self._readout.setText(text)

    def _click(self, event: Any) -> None:
        if self._layer is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._box.mapSceneToView(event.scenePos())
        index = self.index_at(at.x(), at.y())
        if index >= 0:
            self.set_selected(index)
            self.selected.emit(index)

    def _toggle_class(self, code: int) -> None:
        self._hidden ^= {code}
        self.set_classes(self._codes, self._colours.names)

    # --- small things ------------------------------------------------------------------

    def _remove_layer(self) -> None:
        if self._layer is not None:
            for item in self._layer.items:
                self.plot.removeItem(item)
        self._layer = None
        self._symbols.setData(x=[], y=[])
        self._symbol_at = None
        self._marker.setData(x=[], y=[])

    def _place_scale(self) -> None:
        if not self._scale.isHidden():
            self._scale.show_for(abs(float(self._box.viewPixelSize()[0])))

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
