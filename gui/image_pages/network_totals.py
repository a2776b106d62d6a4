"""What a network has in all: parameters, multiply–adds, memory."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from core.networks.cnn.planned import Plan
from core.numbers import count, three_digits
from gui import theme

BYTES_EACH = 4


class NetworkTotals(QLabel):
    """A line such as 61,706 parameters · 416,520 multiply–adds an image · 0.247 MB."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFont(theme.tabular(self.font()))

    def show_plan(self, plan: Plan | None) -> None:
        """Count a plan; nothing is said without one."""
        self.setText(self._text(plan) if plan is not None else "")

    def _text(self, plan: Plan) -> str:
        parts = [self.tr("{number} parameters").format(number=count(plan.parameters))]
        if plan.fixed_parameters:
            parts.append(self.tr("{number} fixed ones").format(number=count(plan.fixed_parameters)))
        parts.append(self.tr("{number} multiply–adds an image").format(number=count(plan.macs)))
        megabytes = (plan.parameters + plan.fixed_parameters) * BYTES_EACH / 1e6
        parts.append(self.tr("{size} MB in single precision").format(size=three_digits(megabytes)))
        parts.append(self.tr("{layers} layers").format(layers=count(len(plan.layers))))
        return " · ".join(parts)
