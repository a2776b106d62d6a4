"""Shares of right samples in per cent: never rounded up to all, nor down to none."""

from __future__ import annotations

import math

from core.numbers import NOTHING

# from so many samples on, a hundredth of a per cent is at least half a sample
MANY = 5_000


def share_text(share: float | None, samples: int = 0) -> str:
    """Write a share of 1: ``98.9 %``, of many samples ``99.62 %``, ``100 %`` only of all.

    Parameters
    ----------
    samples
        How many it is a share of; 0 where that does not matter.
    """
    if share is None or not math.isfinite(share):
        return NOTHING
    if share in (0.0, 1.0):
        return f"{100 * share:.0f} %"
    places = 2 if samples >= MANY else 1
    smallest = 10.0**-places
    return f"{min(max(100 * share, smallest), 100 - smallest):.{places}f} %"


def interval_text(interval: tuple[float, float] | list[float], samples: int = 0) -> str:
    """Write an interval of a share: ``98.6–99.1 %``."""
    low, high = (share_text(end, samples) for end in interval)
    return f"{low.removesuffix(' %')}–{high}"
