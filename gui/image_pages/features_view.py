"""Feature maps: what one layer makes of the image, below a strip of all layers."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from core.numbers import three_digits
from gui.controls import Segments
from gui.diverging import cell_text
from gui.image_pages.asking import Asking
from gui.image_pages.graph_words import size_text
from gui.image_pages.inside_answers import Answer, Question
from gui.image_pages.inside_subject import Looked
from gui.image_pages.inside_view import InsideView
from gui.image_pages.layer_strip import LayerStrip
from gui.image_pages.map_tiles import Tiles
from gui.image_pages.maps_view import MapsView
from gui.image_pages.value_legend import ValueLegend
from gui.pages.page import label

# so many units have their values written below them
MOST_WRITTEN = 64


class FeaturesView(InsideView):
    """All maps of a chosen layer, and the first ones of every layer."""

    layer_view = "features"
    needs_image = True

    def __init__(self, asking: Asking, all_layers: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.all_layers = all_layers
        all_layers.setParent(self)
        self.strip = LayerStrip()
        self.strip.chosen.connect(self.layer_wanted)
        self.maps = MapsView(self.tr("Feature maps; Enter enlarges one"))
        self.maps.pointed.connect(self._read_out)
        self.legend = ValueLegend()
        self._about = label("", "caption")
        self.head.addWidget(self.legend)
        self.beside.append(self.legend)
        self.content.addWidget(self.strip)
        self.content.addWidget(self._about)
        self.content.addWidget(self.maps, 1)
        self.scale = Segments(
            {"layer": self.tr("One for the layer"), "map": self.tr("Each map its own")},
            self.tr("Scale of the colours"),
        )
        self.scale.changed.connect(lambda _: self._show_tiles())
        self.settings.addWidget(label(self.tr("Scale of the colours"), "caption"))
        self.settings.addWidget(self.scale)
        all_layers.changed.connect(self._show_strip)
        all_layers.bug.connect(self.bug)

    def question(self, looked: Looked) -> Question | None:
        if not self.layer:
            return None
        return looked.question_of_image("features", "--layer", self.layer)

    def ask(self) -> None:
        super().ask()
        looked = self.looked
        ready = looked is not None and looked.has_image
        self.all_layers.want(looked.question_of_image("features") if looked and ready else None)
        self.strip.choose(self.layer)

    def _forget(self) -> None:
        super()._forget()
        self.all_layers.want(None)
        self.strip.show_answer(None)

    def _show_strip(self) -> None:
        self.strip.show_answer(self.all_layers.found)
        self.strip.choose(self.layer)

    def draw(self, answer: Answer) -> None:
        (told,) = answer.values["layers"]
        self._about.setText(f"{told['name']}: {size_text(tuple(told['shape']))}")
        self._show_tiles()

    def _show_tiles(self) -> None:
        if self.shown is None:
            return
        values = self.shown.array("maps_0")
        is_units = values.ndim == 1
        tiles = Tiles(
            values.reshape(-1, 1, 1) if is_units else values,
            shares_scale=is_units or self.scale.value() == "layer",
        )
        self.scale.setEnabled(not is_units)
        self.legend.set_scale(tiles.largest if tiles.shares_scale else None, signed=tiles.is_signed)
        self.maps.name_of = self._unit_name if is_units else self._map_name
        self.maps.show_tiles(tiles)

    def _map_name(self, number: int) -> str:
        return str(number + 1)

    def _unit_name(self, number: int) -> str:
        if self.shown is None or self.looked is None:
            return str(number + 1)
        values, classes = self.shown.array("maps_0"), self.looked.network.classes
        name = classes[number] if len(values) == len(classes) else str(number + 1)
        if len(values) > MOST_WRITTEN:
            return name
        return f"{name}: {cell_text(float(values[number]))}"

    def set_old(self, is_old: bool) -> None:
        self.maps.set_old(is_old)

    def _read_out(self, number: int, line: int, column: int) -> None:
        tiles = self.maps.tiles
        if number < 0 or tiles is None:
            self.readout.setText("")
            return
        value = three_digits(self.maps.value(number, line, column))
        if tiles.size == (1, 1):
            text = self.tr("unit {number}: {value}").format(number=number + 1, value=value)
        else:
            values = tiles.values[number]
            text = self.tr(
                "map {number}, line {line}, column {column}: {value}  ·  {low} to {high}"
            ).format(
                number=number + 1,
                line=line + 1,
                column=column + 1,
                value=value,
                low=three_digits(float(np.min(values))),
                high=three_digits(float(np.max(values))),
            )
        self.readout.setText(text)
