"""The weights of a fully connected layer as a heat map: units down, what they read across."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from core.numbers import three_digits
from gui.controls import Segments
from gui.image_pages.asking import Asking
from gui.image_pages.heat_map import HeatMap
from gui.image_pages.inside_answers import Answer, Question
from gui.image_pages.inside_subject import Looked
from gui.image_pages.inside_view import InsideView
from gui.image_pages.map_tiles import largest_of, value_pixels
from gui.image_pages.value_legend import ValueLegend
from gui.pages.page import label
from gui.translating import core_message


class WeightHeatView(InsideView):
    """Colours are symmetric about zero; of many weights each cell is the mean of a block."""

    layer_view = "weights"

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self._about = label("", "caption")
        self.map = HeatMap(self.tr("Weights; the arrow keys go from one to the next"))
        self.map.pointed.connect(self._read_out)
        self.legend = ValueLegend()
        self.head.addWidget(self.legend)
        self.beside.append(self.legend)
        self.content.addWidget(self._about)
        self.content.addWidget(self.map, 1)
        self.kind = Segments(
            {"mean": self.tr("With sign"), "magnitude": self.tr("Magnitude")},
            self.tr("Weights shown"),
        )
        self.kind.changed.connect(lambda _: self._show_cells())
        self.settings.addWidget(label(self.tr("Weights shown"), "caption"))
        self.settings.addWidget(self.kind)

    def question(self, looked: Looked) -> Question | None:
        return looked.question("weights", "--layer", self.layer) if self.layer else None

    def draw(self, answer: Answer) -> None:
        self._about.setText(core_message(answer.said))
        self._show_cells()

    def _show_cells(self) -> None:
        if self.shown is None or self.looked is None:
            return
        values = self.shown.array(self.kind.value()).astype(np.float64)
        signed = self.kind.value() == "mean"
        limit = largest_of(values)
        self.legend.set_scale(limit, signed=signed)
        rows, columns = values.shape
        units, inputs = self.shown.values["units"], self.shown.values["inputs"]
        classes = self.looked.network.classes
        names = list(classes) if units == len(classes) == rows else _numbers(rows, units)
        self.map.set_cells(
            value_pixels(values, limit, signed=signed),
            (names, _numbers(columns, inputs)),
            (self.tr("units"), self.tr("inputs")),
        )

    def set_old(self, is_old: bool) -> None:
        self.map.set_old(is_old)

    def _read_out(self, row: int, column: int) -> None:
        if row < 0 or self.shown is None:
            self.readout.setText("")
            return
        values = self.shown.array(self.kind.value())
        names = [
            _span(row, values.shape[0], self.shown.values["units"]),
            _span(column, values.shape[1], self.shown.values["inputs"]),
        ]
        self.readout.setText(
            self.tr("input {input} → unit {unit}: {value}").format(
                input=names[1], unit=names[0], value=three_digits(float(values[row, column]))
            )
        )


def _edges(cells: int, whole: int) -> np.ndarray:
    """Return where the blocks begin, as the core cuts them."""
    return np.arange(cells + 1, dtype=np.int64) * whole // cells


def _numbers(cells: int, whole: int) -> list[str]:
    return [str(first + 1) for first in _edges(cells, whole)[:-1].tolist()]


def _span(cell: int, cells: int, whole: int) -> str:
    """Name the units or inputs of a cell, from 1."""
    first, after = _edges(cells, whole)[cell : cell + 2].tolist()
    return f"{first + 1:,}" if after - first == 1 else f"{first + 1:,}–{after:,}"
