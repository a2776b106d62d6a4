"""Figures with their intervals, as the files of a verdict hold them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# value, low and high of a figure, each float or None
Figure = Mapping[str, Any]


def value_of(figure: Figure | None) -> float | None:
    """Return the value of a figure, None where it is not defined."""
    value = figure.get("value") if figure is not None else None
    return None if value is None else float(value)


def ends_of(figure: Figure | None) -> tuple[float, float] | None:
    """Return the ends of the interval of a figure, None where it has none."""
    if figure is None or figure.get("low") is None or figure.get("high") is None:
        return None
    return float(figure["low"]), float(figure["high"])


def turned(figure: Figure | None) -> Figure | None:
    """Return the difference the other way round: of b − a where a − b is given.

    None where the difference is not defined.
    """
    value, ends = value_of(figure), ends_of(figure)
    if value is None:
        return None
    # 0.0 − x, so that nothing becomes −0
    low, high = (None, None) if ends is None else (0.0 - ends[1], 0.0 - ends[0])
    return {"value": 0.0 - value, "low": low, "high": high}
