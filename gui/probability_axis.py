"""The axis of a probability plot: cumulative shares at their normal scores."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from core.distributions import normal_scores
from gui.plotting import NumberAxis

# shares that the axis can name, per cent: where room is short, those named first here stay
PERCENTS = (50, 1, 99, 10, 90, 0.1, 99.9, 25, 75, 0.01, 99.99)
_PERCENT_AT = dict(zip(normal_scores(np.array(PERCENTS) / 100).tolist(), PERCENTS, strict=True))


class ProbabilityAxis(NumberAxis):
    """Names as many shares as do not touch each other."""

    def tickValues(self, low: float, high: float, size: float) -> Any:
        room = QFontMetricsF(QApplication.font()).height() * (high - low) / max(size, 1.0)
        return [(1.0, named_scores(low, high, room))]

    def tickStrings(self, values: Any, scale: float, spacing: float) -> list[str]:
        return [f"{_PERCENT_AT[value]:g} %" for value in values]


def named_scores(low: float, high: float, room: float) -> list[float]:
    """Return the normal scores to label between `low` and `high`, at least `room` apart."""
    named: list[float] = []
    for score in _PERCENT_AT:
        if low <= score <= high and all(abs(score - other) >= room for other in named):
            named.append(score)
    return sorted(named)
