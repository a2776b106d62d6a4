"""The axis of the epochs: the last one always has its number, wherever the ticks fall."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QRectF

from gui.log_axis import LogAxis

# a number nearer to the last one than this is left out
APART_PX = 34
# the number at the right end reaches into the margin of the plot
MARGIN_PX = 8


class EpochAxis(LogAxis):
    """A `LogAxis` below a plot that names the last epoch on its linear scale."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._last = math.nan

    def set_last(self, epoch: float) -> None:
        """Say which epoch is the last one, planned or done; NaN: none."""
        if epoch != self._last and not (math.isnan(epoch) and math.isnan(self._last)):
            self._last = epoch
            self.picture = None
            self.update()

    def tickValues(self, low: float, high: float, size: float) -> Any:
        levels = super().tickValues(low, high, size)
        if self.logMode or not levels or not low <= self._last <= high:
            return levels
        apart = APART_PX * (high - low) / max(size, 1.0)
        kept = [
            (spacing, [value for value in values if abs(value - self._last) >= apart])
            for spacing, values in levels
        ]
        kept[0][1].append(self._last)
        return kept

    def boundingRect(self) -> QRectF:
        # labels that would leave this rectangle are not drawn
        return super().boundingRect().adjusted(-MARGIN_PX, 0, MARGIN_PX, 0)
