"""How high and low a plot of curves reaches so that what matters is in sight."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gui.decimation import Envelope

# room above the highest mean of an epoch, for what swings about it
HEADROOM = 1.15
IDLE = (0.0, 1.0)
IDLE_LOG = (-3.0, 0.0)
# powers of ten that a flat curve is given above and below
FLAT = 0.5


def value_range(
    running: Envelope, closing: Sequence[Envelope], *, log: bool, up_to: float = math.nan
) -> tuple[float, float]:
    """Return bottom and top of the axis, on a logarithmic one as powers of ten.

    Parameters
    ----------
    running
        The curve within the epochs; on a linear axis its first heights may lie out of sight.
    closing
        Curves with a point an epoch.
    up_to
        Top of a linear axis whose values end there; the bottom is then the lowest closing value.
    """
    if log:
        return _log_range([running, *closing])
    settled = [curve for curve in closing if len(curve)] or [running]
    lows = [curve.lowest for curve in settled if len(curve)]
    highs = [curve.highest for curve in settled if len(curve)]
    if not highs:
        return (0.0, up_to) if up_to > 0 else IDLE
    if up_to > 0:
        bottom = max(0.0, up_to - HEADROOM * (up_to - min(lows)))
        return (bottom, up_to) if bottom < up_to else (up_to - 1, up_to)
    top = HEADROOM * max(highs)
    return (0.0, top) if top > 0 else IDLE


def _log_range(curves: Sequence[Envelope]) -> tuple[float, float]:
    known = [curve for curve in curves if curve.lowest_positive > 0]
    if not known:
        return IDLE_LOG
    bottom = math.log10(min(curve.lowest_positive for curve in known))
    top = math.log10(max(curve.highest for curve in known))
    return (bottom, top) if top - bottom > 0.1 else (bottom - FLAT, top + FLAT)
