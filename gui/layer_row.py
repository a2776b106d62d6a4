"""One layer after the inputs: its units, its activation and a button to remove it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.activation_icons import HEIGHT, WIDTH, activation_icon
from gui.controls import ComboBox, SpinBox
from gui.icons import icon


class LayerRow(QWidget):
    """Edits one layer.

    Parameters
    ----------
    choices
        Name on screen of each activation.
    """

    changed = Signal()
    removed = Signal()

    def __init__(
        self, title: str, choices: Mapping[str, str], most_units: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self.units = SpinBox(self)
        self.units.setRange(1, most_units)
        self.units.setFixedWidth(72)
        self.activation = ComboBox(self)
        self.activation.setIconSize(QSize(WIDTH, HEIGHT))
        self.activation.setMinimumContentsLength(5)
        for name, text in choices.items():
            self.activation.addItem(activation_icon(name), text, name)
        self.activation.view().setMinimumWidth(160)
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._label.setMinimumWidth(56)
        row.addWidget(self._label)
        row.addWidget(self.units)
        row.addWidget(self.activation, 1)
        row.addWidget(self.remove)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        self.units.valueChanged.connect(lambda _: self.changed.emit())
        self.activation.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(lambda: self.removed.emit())
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Name the layer, on screen and for screen readers."""
        self._label.setText(title)
        self.units.setAccessibleName(self.tr("{layer}: units").format(layer=title))
        self.activation.setAccessibleName(self.tr("{layer}: activation").format(layer=title))
        self.remove.setAccessibleName(self.tr("Remove {layer}").format(layer=title))
        self.remove.setToolTip(self.tr("Remove this layer"))

    def title(self) -> str:
        """Return the name of the layer."""
        return self._label.text()

    def set_layer(self, units: int, activation: str) -> None:
        """Show a layer without a signal."""
        for widget in (self.units, self.activation):
            widget.blockSignals(True)
        self.units.setValue(units)
        self.activation.setCurrentIndex(self.activation.findData(activation))
        for widget in (self.units, self.activation):
            widget.blockSignals(False)
