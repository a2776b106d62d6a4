"""Weights: a heat map of one layer, over the epochs of a run."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.networks.forward import layer_parameters
from core.numbers import count, three_digits
from core.snapshots import SnapshotAbout
from gui import theme
from gui.controls import ComboBox
from gui.diverging import DivergingLegend
from gui.frame_cursor import FrameCursor
from gui.inside_page import Inside, InsidePage
from gui.unit_names import layer_name, unit_names
from gui.weight_map import NOWHERE, WeightMap


class WeightsView(InsidePage):
    """Weights and biases of a chosen layer; colours mean the same at every epoch."""

    def __init__(self, cursor: FrameCursor, parent: QWidget | None = None) -> None:
        super().__init__(cursor, parent)
        self._inside: Inside | None = None
        self._about: SnapshotAbout | None = None
        self.layer = ComboBox()
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.currentIndexChanged.connect(lambda _: self._redraw())
        self.readout = QLabel("")
        self.readout.setFont(theme.tabular(self.readout.font()))
        self.readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.legend = DivergingLegend()
        self.legend.setToolTip(
            self.tr("The largest weight or bias of this layer in all epochs kept.")
        )
        self.map = WeightMap()
        self.map.pointed.connect(self._write_readout)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.layer)
        head.addWidget(self.readout, 1)
        head.addWidget(self.legend)
        self.content.addLayout(head)
        self.content.addWidget(self.map, 1)

    def draw(self, inside: Inside) -> None:
        self._inside = inside
        if inside.about != self._about:
            self._about = inside.about
            self._list_layers(inside.about)
        self._redraw()

    def _list_layers(self, about: SnapshotAbout) -> None:
        chosen = max(0, self.layer.currentIndex())
        self.layer.blockSignals(True)
        self.layer.clear()
        for number in range(1, len(about.sizes)):
            ends = f"{layer_name(about, number - 1)} → {layer_name(about, number)}"
            sizes = f"{count(about.sizes[number - 1])} × {count(about.sizes[number])}"
            self.layer.addItem(f"{ends}  ·  {sizes}")
        self.layer.setCurrentIndex(min(chosen, self.layer.count() - 1))
        self.layer.blockSignals(False)

    def _redraw(self) -> None:
        if self._inside is None:
            return
        about, layer = self._inside.about, max(0, self.layer.currentIndex())
        parameters = self._inside.frame.parameters[self._inside.member]
        weights, biases = layer_parameters(parameters, about.sizes)[layer]
        limit = self._inside.ranges.weights[layer]
        self.legend.set_limit(limit)
        self.map.set_names(
            unit_names(about, layer + 1), [*unit_names(about, layer), self.tr("bias")]
        )
        self.map.set_values(weights, biases, limit)
        self.map.setAccessibleName(
            self.tr("Weights {layer}; the arrow keys go from one to the next").format(
                layer=self.layer.currentText()
            )
        )

    def _write_readout(self) -> None:
        if self._inside is None or self.map.cell == NOWHERE:
            self.readout.setText("")
            return
        row, column = self.map.cell
        about, layer = self._inside.about, max(0, self.layer.currentIndex())
        unit = unit_names(about, layer + 1)[row]
        value = three_digits(self.map.value(row, column), keep_zeros=True)
        if column == about.sizes[layer]:
            text = self.tr("Bias of {unit}: {value}").format(unit=unit, value=value)
        else:
            text = f"{unit_names(about, layer)[column]} → {unit}: {value}"
        self.readout.setText(text)
