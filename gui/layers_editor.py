"""The layers of a BP network, typed as 14-9-5-8 or edited one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.job import (
    ACTIVATIONS,
    MAX_LAYERS,
    MAX_UNITS,
    Activation,
    Coding,
    activation_name,
    default_activations,
    parse_layers,
)
from core.numbers import count
from datasets.messages import InputError
from gui import theme
from gui.activation_icon import curve_icon
from gui.controls import ComboBox, SpinBox
from gui.icons import icon
from gui.translating import core_message, core_text
from gui.weight_count import WeightCount

# how much of an activation's name its box must show
FEWEST_LETTERS = 8


class LayersEditor(QWidget):
    """A line and a row for each layer after the inputs, always in agreement.

    The first and the last layer follow the features and the classes and cannot be edited.
    """

    changed = Signal(str, tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[int, ...] = ()
        self._activations: tuple[Activation, ...] = ()
        self._coding: Coding = "one_hot"
        self._ends: tuple[int, int] | None = None
        self._samples = 0
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Layers"))
        self.line.setPlaceholderText("14-9-5-8")
        self.line.editingFinished.connect(self._take_line)
        self.error = QLabel("", wordWrap=True)
        theme.set_role(self.error, "error")
        self.error.hide()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(6)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(2, 1)
        self.add = QPushButton(icon("plus"), self.tr("Add a hidden layer"))
        self.add.clicked.connect(self._add_layer)
        self.counts = WeightCount()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.line, self.error):
            column.addWidget(widget)
        column.addLayout(self._rows)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.counts)

    # --- from outside ------------------------------------------------------------------

    def set_ends(self, inputs: int, outputs: int) -> None:
        """Fix the first and the last layer."""
        self._ends = (inputs, outputs)

    def set_samples(self, samples: int) -> None:
        """Tell how many labelled samples there are, to compare the weights with."""
        self._samples = samples
        self._show_counts()

    def set_value(
        self, layers: str, activations: Sequence[Activation], coding: Coding = "one_hot"
    ) -> None:
        """Show a network without telling of it."""
        sizes = parse_layers(layers)
        if (sizes, tuple(activations), coding) == (self._sizes, self._activations, self._coding):
            return
        self._coding = coding
        self._sizes, self._activations = sizes, tuple(activations)
        self._show()

    # --- showing -----------------------------------------------------------------------

    def _show(self) -> None:
        self.line.setText("-".join(str(size) for size in self._sizes))
        self._show_error("")
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, heading in enumerate(
            (self.tr("Layer"), self.tr("Units"), self.tr("Activation"))
        ):
            self._rows.addWidget(_caption(heading), 0, number)
        for layer in range(1, len(self._sizes)):
            self._add_row(layer)
        self.add.setEnabled(len(self._sizes) < MAX_LAYERS)
        self._show_counts()

    def _add_row(self, layer: int) -> None:
        is_output = layer == len(self._sizes) - 1
        name = self.tr("Output") if is_output else self.tr("Hidden {n}").format(n=layer)
        self._rows.addWidget(QLabel(name), layer, 0)
        if is_output and self._ends is not None:
            fixed = QLabel(count(self._sizes[layer]))
            fixed.setToolTip(
                self.tr("One output for all classes")
                if self._coding == "ordered"
                else self.tr("One output for each class")
            )
            self._rows.addWidget(fixed, layer, 1)
        else:
            units = SpinBox()
            units.setRange(1, MAX_UNITS)
            units.setValue(self._sizes[layer])
            units.setAccessibleName(self.tr("Units of {layer}").format(layer=name))
            units.setFixedWidth(round(72 * theme.text_scale()))
            units.setKeyboardTracking(False)
            units.valueChanged.connect(lambda value, layer=layer: self._set_units(layer, value))
            self._rows.addWidget(units, layer, 1)
        self._rows.addWidget(self._activation_box(layer, name), layer, 2)
        if not is_output and len(self._sizes) > 2:
            remove = QToolButton()
            remove.setIcon(icon("close"))
            remove.setAccessibleName(self.tr("Remove {layer}").format(layer=name))
            remove.setToolTip(self.tr("Remove {layer}").format(layer=name))
            remove.clicked.connect(lambda _=False, layer=layer: self._remove(layer))
            self._rows.addWidget(remove, layer, 3)

    def _activation_box(self, layer: int, name: str) -> ComboBox:
        box = ComboBox()
        box.setIconSize(QSize(28, 18))
        # the longest name may be cut off in the box, not in its list
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(FEWEST_LETTERS)
        for activation in self._activations_for(layer):
            box.addItem(curve_icon(activation), core_text(activation_name(activation)), activation)
        box.setCurrentIndex(box.findData(self._activations[layer - 1]))
        box.setAccessibleName(self.tr("Activation of {layer}").format(layer=name))
        box.currentIndexChanged.connect(
            lambda _, layer=layer, box=box: self._set_activation(layer, box.currentData())
        )
        return box

    def _activations_for(self, layer: int) -> tuple[Activation, ...]:
        """Return what can be chosen; softmax stands and falls with the coding of the classes."""
        is_output = layer == len(self._sizes) - 1
        if is_output and self._coding == "softmax":
            return ("softmax",)
        return tuple(name for name in ACTIVATIONS if name != "softmax")

    def _show_counts(self) -> None:
        if len(self._sizes) >= 2:
            self.counts.show_network(self._sizes, self._activations, self._coding, self._samples)

    def _show_error(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.line.setProperty("invalid", "true" if text else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    # --- editing -----------------------------------------------------------------------

    def _take_line(self) -> None:
        try:
            sizes = parse_layers(self.line.text())
        except InputError as error:
            self._show_error(core_message(error.message))
            return
        if self._ends is not None and (sizes[0], sizes[-1]) != self._ends:
            self._show_error(
                self.tr(
                    "The first layer must be {inputs}, as the features are prepared, and the last "
                    "{outputs}, as the classes are coded."
                ).format(inputs=self._ends[0], outputs=self._ends[1])
            )
            return
        self._show_error("")
        if sizes != self._sizes:
            kept = len(sizes) == len(self._sizes)
            hidden = default_activations(sizes)[:-1]
            self._change(sizes, self._activations if kept else (*hidden, self._activations[-1]))

    def _set_units(self, layer: int, units: int) -> None:
        sizes = list(self._sizes)
        sizes[layer] = units
        self._sizes = tuple(sizes)
        self.line.setText("-".join(str(size) for size in sizes))
        self._show_counts()
        self._tell()

    def _set_activation(self, layer: int, activation: Activation) -> None:
        activations = list(self._activations)
        activations[layer - 1] = activation
        self._activations = tuple(activations)
        self._show_counts()
        self._tell()

    def _add_layer(self) -> None:
        sizes = (*self._sizes[:-1], max(2, self._sizes[-1]), self._sizes[-1])
        self._change(sizes, (*self._activations[:-1], "tanh", self._activations[-1]))

    def _remove(self, layer: int) -> None:
        sizes = self._sizes[:layer] + self._sizes[layer + 1 :]
        self._change(sizes, self._activations[: layer - 1] + self._activations[layer:])

    def _change(self, sizes: tuple[int, ...], activations: tuple[Activation, ...]) -> None:
        self._sizes, self._activations = sizes, activations
        self._show()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit("-".join(str(size) for size in self._sizes), self._activations)


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    theme.set_role(label, "caption")
    return label
