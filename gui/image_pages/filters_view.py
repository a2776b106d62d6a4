"""The filters of a convolution, each as a small picture with its sign."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from core.numbers import three_digits
from gui.controls import SpinBox
from gui.image_pages.asking import Asking
from gui.image_pages.inside_answers import Answer, Question
from gui.image_pages.inside_subject import Looked
from gui.image_pages.inside_view import InsideView
from gui.image_pages.map_tiles import Tiles, side_by_side
from gui.image_pages.maps_view import MapsView
from gui.image_pages.value_legend import ValueLegend
from gui.pages.page import label

# with more maps to read, the weights for one of them are shown at a time
MOST_BESIDE = 8


class FiltersView(InsideView):
    """Every filter of a layer; colours mean the same in all of them."""

    layer_view = "filters"

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.maps = MapsView(self.tr("Filters; Enter enlarges one"))
        self.maps.pointed.connect(self._read_out)
        self.legend = ValueLegend()
        self._about = label("", "caption")
        self.content.addWidget(self._about)
        self.content.addWidget(self.maps, 1)
        self.head.addWidget(self.legend)
        self.beside.append(self.legend)
        self._of = label(self.tr("Map that they read"), "caption")
        self.map_read = SpinBox()
        self.map_read.setAccessibleName(self._of.text())
        self.map_read.setMinimum(1)
        self.map_read.valueChanged.connect(lambda _: self._show_tiles())
        self.settings.addWidget(self._of)
        self.settings.addWidget(self.map_read)

    def question(self, looked: Looked) -> Question | None:
        if not self.layer:
            return None
        return looked.question("filters", "--layer", self.layer)

    def draw(self, answer: Answer) -> None:
        count, channels, height, width = answer.values["shape"]
        with QSignalBlocker(self.map_read):
            self.map_read.setMaximum(channels)
        for each in (self._of, self.map_read):
            each.setVisible(channels > MOST_BESIDE)
        self.legend.set_scale(answer.values["largest"], signed=True)
        self._about.setText(self._words(answer.values["layer"], count, channels, height, width))
        self._show_tiles()

    def _words(self, layer: str, count: int, channels: int, height: int, width: int) -> str:
        words = self.tr("Filters of {layer}: {count}, each of {height} × {width} weights").format(
            layer=layer, count=f"{count:,}", height=height, width=width
        )
        if channels == 1:
            return words
        read = (
            self.tr("for each of the {channels} maps that they read, side by side")
            if channels <= MOST_BESIDE
            else self.tr("for one of the {channels} maps that they read")
        )
        return f"{words}, {read.format(channels=f'{channels:,}')}"

    def _show_tiles(self) -> None:
        if self.shown is None:
            return
        values = self.shown.array("filters")
        if values.shape[1] <= MOST_BESIDE:
            tiles = Tiles(side_by_side(values))
        else:
            tiles = Tiles(values[:, self.map_read.value() - 1])
        # one scale for all maps that are read, and always both hues
        tiles.largest, tiles.is_signed = self.shown.values["largest"], True
        self.maps.show_tiles(tiles)

    def set_old(self, is_old: bool) -> None:
        self.maps.set_old(is_old)

    def _read_out(self, number: int, line: int, column: int) -> None:
        if number < 0 or self.shown is None:
            self.readout.setText("")
            return
        value = self.maps.value(number, line, column)
        width = self.shown.values["shape"][3] + 1
        beside = self.shown.values["shape"][1] <= MOST_BESIDE
        read = column // width + 1 if beside else self.map_read.value()
        said = three_digits(value) if np.isfinite(value) else self.tr("does not read it")
        self.readout.setText(
            self.tr("filter {number}, map {read}, line {line}, column {column}: {value}").format(
                number=number + 1, read=read, line=line + 1, column=column % width + 1, value=said
            )
        )
