"""How many weights a network has, and what about it should make one careful."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.job import Activation, Coding
from core.networks.forward import parameter_count
from core.numbers import count
from gui import theme
from gui.translating import counted


class WeightCount(QWidget):
    """A number, and below it warnings where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weights = QLabel("", wordWrap=True)
        theme.set_role(self.weights, "muted")
        self.warning = QLabel("", wordWrap=True)
        theme.set_role(self.warning, "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.weights)
        column.addWidget(self.warning)

    def show_network(
        self,
        sizes: Sequence[int],
        activations: Sequence[Activation],
        coding: Coding,
        samples: int,
    ) -> None:
        """Count the weights of a network, to be learned from so many labelled samples."""
        number = parameter_count(sizes)
        self.weights.setText(
            counted(
                self.tr("{layers}: {number} weights and biases"),
                layers="-".join(str(size) for size in sizes),
                number=count(number),
            )
        )
        warnings = self._warnings(number, activations, coding, samples)
        self.warning.setText(" ".join(warnings))
        self.warning.setVisible(bool(warnings))

    def _warnings(
        self, number: int, activations: Sequence[Activation], coding: Coding, samples: int
    ) -> list[str]:
        warnings = []
        if coding == "ordered":
            warnings.append(
                self.tr(
                    "One output puts the classes in an order, as if class 2 lay between 1 and 3. "
                    "Deposit types have none: one-hot or softmax suits them better."
                )
            )
        if any(name in ("step1", "step2") for name in activations):
            warnings.append(
                self.tr("Nothing is learned through a step: its derivative is 0 everywhere.")
            )
        if 0 < samples < number:
            warnings.append(
                counted(
                    self.tr(
                        "More weights than the {samples} labelled samples: the training loss "
                        "alone proves little. Watch the held-out samples."
                    ),
                    samples=count(samples),
                )
            )
        return warnings
