"""The middle one of the losses of several members."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


def median_loss(losses: NDArray[np.float64]) -> float:
    """Return the median of the finite losses, shape (K,); NaN where there is none."""
    known = losses[np.isfinite(losses)]
    return float(np.median(known)) if len(known) else math.nan


def finite_or_none(loss: float) -> float | None:
    """Return a loss as JSON can hold it."""
    return float(loss) if math.isfinite(loss) else None
