"""A truth table whose targets are changed by hand, with what the unit answers beside them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from core.networks.perceptron import Weights, net_input
from core.truth_tables import TruthTable
from gui import theme


class TruthTableEditor(QWidget):
    """A row for each sample: its inputs, a button with its target, and the output now."""

    toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: TruthTable | None = None
        self.buttons: list[QPushButton] = []
        self._outputs: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)

    def show_table(self, table: TruthTable) -> None:
        """Show the targets; the rows stay when only a target is another."""
        if self._table is None or self._table.inputs != table.inputs:
            self._build(table)
        self._table = table
        for button, target in zip(self.buttons, table.targets, strict=True):
            button.setText(str(target))
            button.setChecked(bool(target))

    def show_weights(self, weights: Weights) -> None:
        """Write the output of the unit for each sample, and whether it is right."""
        if self._table is None:
            return
        scheme = theme.current()
        samples = zip(self._outputs, self._table.samples, self._table.targets, strict=True)
        for place, inputs, target in samples:
            output = int(net_input(weights, inputs) >= 0)
            sign, colour = ("✓", scheme.success) if output == target else ("✕", scheme.error)
            place.setText(f'{output} <span style="color:{colour}">{sign}</span>')

    def output(self, sample: int) -> str:
        """Return what is written as the output of a sample."""
        return self._outputs[sample].text()

    def _build(self, table: TruthTable) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons, self._outputs = [], []
        heads = [*("x₁", "x₂")[: table.inputs], self.tr("Target t"), self.tr("Output o")]
        for column, text in enumerate(heads):
            self._grid.addWidget(_cell(text, "caption"), 0, column)
        for sample, inputs in enumerate(table.samples):
            for column, value in enumerate(inputs):
                self._grid.addWidget(_cell(str(value)), sample + 1, column)
            button = QPushButton()
            button.setCheckable(True)
            button.setToolTip(self.tr("Change the target."))
            button.setAccessibleName(
                self.tr("Target of ({inputs})").format(inputs=", ".join(map(str, inputs)))
            )
            button.clicked.connect(partial(self._tell, sample))
            output = _cell("")
            self._grid.addWidget(button, sample + 1, table.inputs)
            self._grid.addWidget(output, sample + 1, table.inputs + 1)
            self.buttons.append(button)
            self._outputs.append(output)

    def _tell(self, sample: int, _: bool = False) -> None:
        self.toggled.emit(sample)


def _cell(text: str, role: str = "") -> QLabel:
    cell = QLabel(text)
    cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if role:
        theme.set_role(cell, role)
    return cell
