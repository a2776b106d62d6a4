"""An axis that has labels also where a logarithmic scale spans less than a few decades."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg

from gui.plotting import NumberAxis, put_axis

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# From so many decades on there are always two powers of ten to read the scale by.
ENOUGH_DECADES = 2.0
NICE = (1, 2, 5)
TICK_PX = 70
# nothing is written so close above the tick of zero
ZERO_PX = 14
# spacing of the ticks between the powers of ten where these are many: drawn without a number
UNNAMED = 0.0
# spacing that marks the tick of zero
ZERO = -1.0


class LogAxis(NumberAxis):
    """A `NumberAxis` that labels 2 × 10ⁿ and 5 × 10ⁿ, or even steps, where decades are few."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._zero = math.nan

    def set_zero(self, place: float) -> None:
        """Write 0 at a power of ten below which nothing else is; NaN: nowhere."""
        if place != self._zero and not (math.isnan(place) and math.isnan(self._zero)):
            self._zero = place
            self.picture = None
            self.update()

    def logTickValues(self, low: float, high: float, size: float, usual: Any) -> Any:
        if math.isnan(self._zero):
            return self._tick_values(low, high, size, usual)
        # numbers just above that place would read as values on the way to 0
        first = self._zero + ZERO_PX * (high - low) / max(size, 1.0)
        found = self._tick_values(max(low, first), high, size, usual) if high > first else []
        levels = [(spacing, [at for at in ats if at > first]) for spacing, ats in found]
        return [(ZERO, [self._zero]), *levels]

    def _tick_values(self, low: float, high: float, size: float, usual: Any) -> Any:
        if not high - low < ENOUGH_DECADES:
            found = super().logTickValues(low, high, size, usual)
            return [(UNNAMED if spacing is None else spacing, at) for spacing, at in found]
        return [(None, [math.log10(value) for value in log_ticks(low, high, size)])]

    def logTickStrings(self, values: Any, scale: float, spacing: float | None) -> list[str]:
        if spacing == ZERO:
            return ["0"] * len(values)
        if spacing is not None:
            return super().logTickStrings(values, scale, spacing)
        return tick_texts([10.0**value for value in values])


def log_ticks(low: float, high: float, size: float) -> list[float]:
    """Return the numbers to label between the powers `low` and `high` of ten.

    Parameters
    ----------
    size
        Length of the axis, in pixels.
    """
    nice = [
        factor * 10.0**power
        for power in range(math.floor(low) - 1, math.ceil(high) + 1)
        for factor in NICE
    ]
    ends = (10.0**low, 10.0**high)
    inside = [value for value in nice if ends[0] <= value <= ends[1]]
    if len(inside) >= 3:
        return inside
    wanted = max(2.0, size / TICK_PX)
    even = _even_ticks(*ends, wanted)
    return even if len(even) >= 2 else _even_ticks(*ends, 2 * wanted)


def tick_texts(values: list[float]) -> list[str]:
    """Write numbers with as many digits as tell neighbours apart."""
    gaps = np.diff(values)
    gap = float(np.min(gaps)) if len(gaps) else (values[0] if values else 1.0)
    return [_text(value, gap) for value in values]


def _even_ticks(low: float, high: float, wanted: float) -> list[float]:
    step = _nice_step((high - low) / wanted)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1) if number > 0]


def _nice_step(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return next(factor * power for factor in (*NICE, 10) if factor * power >= step * (1 - 1e-9))


def _text(value: float, gap: float) -> str:
    last_digit = math.floor(math.log10(min(gap, value)) + 1e-9)
    power = math.floor(math.log10(value) + 1e-9)
    if -3 <= power < 6:
        return f"{value:,.{max(0, -last_digit)}f}"
    factor = f"{value / 10.0**power:.{max(0, power - last_digit)}f}"
    shown = f"10{str(power).translate(_SUPERSCRIPT)}"
    return shown if factor == "1" else f"{factor} × {shown}"


def give_log_axes(plot: pg.PlotWidget, *, left: str, bottom: str) -> None:
    """Replace the axes of a calm plot by such ones, with these titles."""
    for side, title in (("left", left), ("bottom", bottom)):
        axis = LogAxis(side)
        axis.set_title(title)
        put_axis(plot, side, axis)
