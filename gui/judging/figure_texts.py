"""Figures between −1 and 1 and their intervals, as tables and sentences write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.numbers import NOTHING, three_digits

# ends that lie nearer together than this need a third decimal to be told apart
NARROW = 0.03

# value, low and high of a figure, each float or None, as verdict.json holds them
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


def figure_text(value: float | None) -> str:
    """Write a figure with three significant digits: ``0.612``, ``1.00``; a dash for None."""
    return NOTHING if value is None else three_digits(value, keep_zeros=True)


def end_texts(ends: tuple[float, float], *, signed: bool = False) -> tuple[str, str]:
    """Write the ends of an interval: ``0.52``, ``0.71``; of a narrow one ``0.981``, ``0.993``."""
    places = 3 if ends[1] - ends[0] < NARROW else 2
    low, high = (_decimals(end, places, signed) for end in ends)
    return low, high


def interval_text(figure: Figure | None) -> str:
    """Write the interval of a figure, ``0.52 – 0.71``; "" where it has none."""
    ends = ends_of(figure)
    return " – ".join(end_texts(ends)) if ends is not None else ""


def signed_text(value: float | None) -> str:
    """Write a difference with its sign: ``+0.062``, ``−0.010``; a dash for None."""
    return NOTHING if value is None else _decimals(value, 3, True)


def turned(figure: Figure | None) -> Figure | None:
    """Return the difference the other way round: of b − a where a − b is given."""
    if figure is None:
        return None
    value, low, high = (figure.get(key) for key in ("value", "low", "high"))
    # 0.0 − x, so that nothing becomes −0
    return {
        "value": None if value is None else 0.0 - value,
        "low": None if high is None else 0.0 - high,
        "high": None if low is None else 0.0 - low,
    }


def _decimals(value: float, places: int, signed: bool) -> str:
    text = f"{value:z.{places}f}".replace("-", "−")
    return f"+{text}" if signed and float(f"{value:z.{places}f}") > 0 else text
