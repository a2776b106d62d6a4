"""Figures between −1 and 1 as a report writes them."""

from __future__ import annotations

from core.numbers import NOTHING


def short(value: float | None) -> str:
    """Write a figure with three decimals, ``−0.050``; a dash for None."""
    return NOTHING if value is None else f"{value:.3f}".replace("-", "−")
