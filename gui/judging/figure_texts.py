"""Figures between −1 and 1 and their intervals, as tables and sentences write them."""

from __future__ import annotations

from core.numbers import NOTHING, three_digits
from core.verdict_values import Figure, ends_of

# ends that lie nearer together than this need a third decimal to be told apart
NARROW = 0.03


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


def _decimals(value: float, places: int, signed: bool) -> str:
    text = f"{value:z.{places}f}".replace("-", "−")
    return f"+{text}" if signed and float(f"{value:z.{places}f}") > 0 else text
