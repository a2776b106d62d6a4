"""The parts around a map: plot, legends, and below it readout, scale, north and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import map_overlays as overlays
from gui import theme
from gui.empty_state import EmptyState
from gui.icons import icon
from gui.map_box import MapBox
from gui.map_legend import ClassLegend, LegendArea
from gui.map_marks import Marks
from gui.map_picture import PictureItem
from gui.map_value_legend import ValueLegend
from gui.plotting import calm_plot
from gui.scale_bar import NorthArrow, ScaleBar
from gui.translating import counted


class MapFrame(QWidget):
    """Lays a map out; `MapView` fills it.

    Attributes
    ----------
    plot, box
        The plot and the part of it that the map lies in.
    raster
        A picture over the samples.
    marks
        What lies over everything.
    class_legend, value_legend
        One of them is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_plot()
        self._build_legends()
        self._build_foot()
        self._lay_out()

    def _build_plot(self) -> None:
        self.box = MapBox()
        self.plot = calm_plot(self, grid=False, box=self.box)
        self.box.setAspectLocked(True)
        self.box.disableAutoRange()
        self.raster = PictureItem(2)
        self.raster.hide()
        self.plot.addItem(self.raster)
        self.marks = Marks(self.plot)
        self._outlines: dict[str, overlays.Outlines] = {}
        self.plot.setAccessibleName(self.tr("Map: arrow keys pan, plus and minus zoom, Home fits"))
        self.plot.viewport().installEventFilter(self)

    def _build_legends(self) -> None:
        self.class_legend = ClassLegend()
        self.legend_area = LegendArea(self.class_legend)
        self.value_legend = ValueLegend()
        self._no_places = self.tr(
            "No coordinates: choose Coordinate X and Y on the Data page to see a map."
        )
        self.empty = EmptyState(self._no_places, self.plot)

    def _build_foot(self) -> None:
        self.scale_bar, self.north = ScaleBar(), NorthArrow()
        self.readout = QLabel("")
        theme.set_role(self.readout, "caption")
        self.readout.setMinimumHeight(18)
        self.readout.setMinimumWidth(40)
        self.fit_button = QPushButton(icon("fit-to-page-outline"), self.tr("Fit"))
        self.fit_button.setToolTip(self.tr("Show the whole survey."))
        theme.set_role(self.fit_button, "quiet")

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(8, 4, 8, 0)
        side.addWidget(self.legend_area, 1)
        side.addWidget(self.value_legend)
        side.setAlignment(self.value_legend, Qt.AlignmentFlag.AlignTop)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.plot, 1)
        middle.addLayout(side)
        foot = QHBoxLayout()
        foot.addWidget(self.readout, 1)
        for widget in (self.scale_bar, self.north, self.fit_button):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    # --- what is shown -----------------------------------------------------------------

    def show_nothing(self) -> None:
        """Say that there are no coordinates, and hide what would explain a map."""
        for part in (
            self.raster, self.legend_area, self.value_legend, self.scale_bar, self.north
        ):  # fmt: skip
            part.hide()
        self.fit_button.setEnabled(False)
        self._show_axes(False)
        self.empty.set_text(self._no_places)
        self.empty.show()

    def show_waiting(self, rows: int) -> None:
        """Say that many samples are being laid out."""
        self.empty.set_text(counted(self.tr("{rows} samples find their places…"), rows=f"{rows:,}"))

    def show_map(self) -> None:
        """Show the plot with its axes."""
        self.empty.hide()
        self._show_axes(True)
        self.fit_button.setEnabled(True)

    def _show_axes(self, shown: bool) -> None:
        for side in ("left", "bottom"):
            self.plot.getPlotItem().showAxis(side, shown)

    def show_class_legend(self) -> None:
        """Show the legend of classes, as wide as it is."""
        # shown first: rows that are not on screen yet have no width
        self.legend_area.show()
        self.legend_area.fit_width()
        self.value_legend.hide()

    def show_value_legend(self) -> None:
        """Show the legend of values."""
        self.value_legend.show()
        self.legend_area.hide()

    # --- what needs no samples ---------------------------------------------------------

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

    def pixel(self) -> tuple[float, float]:
        """Return width and height of a pixel of the screen in units of the map."""
        width, height = self.box.viewPixelSize()
        return abs(float(width)), abs(float(height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.readout.setText("")
        return False
