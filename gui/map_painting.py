"""The colours of the samples on a map: by class or value, at once or on a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, QTimer

from gui.class_colours import ClassColours
from gui.map_background import Newest
from gui.map_colours import (
    Look,
    Paint,
    Painted,
    class_table,
    paint_classes,
    paint_values,
    table_of,
)
from gui.map_frame import MapFrame
from gui.map_layers import AnyLayer, CloudLayer
from gui.map_picture import picture_of

# up to so many samples everything is done at once; more are laid out and coloured on a thread
MOST_AT_ONCE = 100_000
SHARPEN_MS = 120
Codes = NDArray[np.int64]
Values = NDArray[np.floating]


class Painting(QObject):
    """Colours the layer that `lay` was given, as last asked for."""

    def __init__(self, frame: MapFrame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._layer: AnyLayer | None = None
        self._rows = 0
        self._paint: Paint | None = None
        self._legend: Callable[[Painted], None] | None = None
        self._again: Callable[[], None] = lambda: None
        self.colours = ClassColours(())
        self._hatched = -1
        self._hidden: set[int] = set()
        self._opacity = 1.0
        self._paint_work, self._sharp_work = Newest(self), Newest(self)
        self._sharpen = QTimer(self, singleShot=True, interval=SHARPEN_MS)
        self._sharpen.timeout.connect(self._ask_sharp)
        frame.box.sigRangeChanged.connect(lambda *_: self._moved())
        frame.class_legend.toggled.connect(self._toggle_class)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes on show, without the one that is hatched."""
        names = self.colours.names
        return tuple(name for code, name in enumerate(names) if code != self._hatched)

    @property
    def busy(self) -> bool:
        """Whether samples are being coloured."""
        return self._paint_work.busy or self._sharp_work.busy or self._sharpen.isActive()

    # --- which samples -----------------------------------------------------------------

    def forget(self) -> None:
        """Colour nothing any more."""
        for item in self._items():
            self._frame.plot.removeItem(item)
        self._layer = None
        self._paint = self._legend = None
        self._again = lambda: None
        for work in (self._paint_work, self._sharp_work):
            work.forget()

    def lay(self, layer: AnyLayer, rows: int) -> None:
        """Take a layer of so many samples, and colour it as was asked for already."""
        self._layer, self._rows = layer, rows
        for item in layer.items:
            item.setOpacity(self._opacity)
            self._frame.plot.addItem(item)
        self._colour()

    def _items(self) -> list[Any]:
        return self._layer.items if self._layer is not None else []

    # --- which colours -----------------------------------------------------------------

    def set_classes(
        self,
        codes: Codes | Callable[[], Codes],
        names: Sequence[str],
        overrides: Mapping[str, str] | None,
        hatched: int = -1,
    ) -> None:
        """Colour by class code, see `MapView.set_classes`."""
        table = self._take_names(names, overrides, hatched)
        self._again = lambda: self.set_classes(codes, names, overrides, hatched)
        self._frame.raster.hide()
        self._show(
            lambda: paint_classes(codes() if callable(codes) else codes, table, hatched),
            self._show_class_legend,
        )

    def set_values(
        self, values: Values | Callable[[], Values], title: str, unit: str, look: Look
    ) -> None:
        """Colour by value, see `MapView.set_values`."""
        table = table_of(look)
        self._frame.raster.hide()

        def legend(painted: Painted) -> None:
            self._show_range(title, unit, painted, look)

        self._show(
            lambda: paint_values(values() if callable(values) else values, look, table), legend
        )

    def set_raster(
        self, values: NDArray[np.floating], rect: QRectF, title: str, unit: str, look: Look
    ) -> None:
        """Lay a raster over the samples until these are coloured again; NaN is a gap.

        Parameters
        ----------
        values
            Shape (rows, columns), row 0 at the smallest y.
        rect
            Outer edges of the cells: ``QRectF(left, bottom, width, height)``.
        """
        flat = np.asarray(values, np.float64).ravel()
        painted = paint_values(flat, look, table_of(look))
        self._lay_raster(painted, values.shape, rect)
        self._show_range(title, unit, painted, look)

    def set_class_raster(
        self,
        codes: Codes,
        rect: QRectF,
        names: Sequence[str],
        overrides: Mapping[str, str] | None,
        hatched: int = -1,
    ) -> None:
        """Lay a raster of class codes over the samples as `set_raster` does; -1 is a gap."""
        table = self._take_names(names, overrides, hatched)
        self._again = lambda: self.set_class_raster(codes, rect, names, overrides, hatched)
        # a cell far from every sample is a gap, and not a sample without a class
        table[-1] = 0
        painted = paint_classes(codes.ravel(), table, hatched)
        self._lay_raster(painted, codes.shape, rect)
        self._show_class_legend(painted)

    def set_opacity(self, opacity: float) -> None:
        """Let the ground show through, 0 to 1."""
        self._opacity = opacity
        for item in (self._frame.raster, *self._items()):
            item.setOpacity(opacity)

    def _take_names(
        self, names: Sequence[str], overrides: Mapping[str, str] | None, hatched: int
    ) -> NDArray[np.uint32]:
        colours = ClassColours(names, overrides)
        if colours.names != self.colours.names:
            self._hidden = set()
        self.colours, self._hatched = colours, hatched
        return class_table(colours, self._hidden)

    def _lay_raster(self, painted: Painted, shape: tuple[int, ...], rect: QRectF) -> None:
        pixels = np.take(painted.table, painted.places, mode="wrap")
        painted.hatch(pixels, painted.hatched_samples, shape[1])
        raster = self._frame.raster
        raster.set_picture(picture_of(pixels.reshape(shape), rect))
        raster.setOpacity(self._opacity)
        raster.show()
        self._show_samples(False)

    # --- doing -------------------------------------------------------------------------

    def _show(self, paint: Paint, legend: Callable[[Painted], None]) -> None:
        self._paint, self._legend = paint, legend
        self._colour()

    def _colour(self) -> None:
        """Colour the samples as last asked for: at once where they are few."""
        layer, paint = self._layer, self._paint
        if layer is None or paint is None:
            return
        self._show_samples(True)
        if self._rows <= MOST_AT_ONCE:
            painted = paint()
            self._install(layer, painted, layer.draw(painted))
            return

        def work() -> tuple[Painted, Any]:
            painted = paint()
            return painted, layer.draw(painted)

        self._paint_work.ask(work, lambda found: self._install(layer, *found))

    def _install(self, layer: AnyLayer, painted: Painted, drawn: Any) -> None:
        if layer is not self._layer:
            return
        layer.install(drawn)
        if self._frame.raster.isVisible():
            return
        if self._legend is not None:
            self._legend(painted)
        self._sharpen.start()

    def _show_class_legend(self, painted: Painted) -> None:
        self._frame.class_legend.show_classes(self.colours, painted.counts, painted.hatched)
        self._frame.show_class_legend()

    def _show_range(self, title: str, unit: str, painted: Painted, look: Look) -> None:
        self._frame.value_legend.show_range(title, unit, painted.low, painted.high, look)
        self._frame.show_value_legend()

    def _toggle_class(self, code: int) -> None:
        self._hidden ^= {code}
        self._again()

    def _show_samples(self, shown: bool) -> None:
        for item in self._items():
            item.setVisible(shown)

    # --- a sharp part of many points ---------------------------------------------------

    def _moved(self) -> None:
        if isinstance(self._layer, CloudLayer):
            self._sharpen.start()

    def _ask_sharp(self) -> None:
        """Draw what is in view in the pixels of the screen, once it has come to rest."""
        layer = self._layer
        if not isinstance(layer, CloudLayer) or layer.painted is None:
            return
        view, (width, height) = self._frame.box.viewRect(), self._frame.pixel()
        ratio = self._frame.devicePixelRatioF()
        if not layer.wants_sharp(view, width / ratio):
            layer.install_sharp(None)
            return
        painted, cloud = layer.painted, layer.cloud

        def take(picture: Any) -> None:
            if layer is self._layer and layer.painted is painted:
                layer.install_sharp(picture)

        self._sharp_work.ask(
            lambda: cloud.sharp(painted, view, width / ratio, height / ratio), take
        )
