"""The middle one of the losses of several members."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


def median_loss(losses: NDArray[np.float64]) -> float:
    """Return the median of the finite losses, shape (K,); NaN where there is none."""
    known = losses[np.isfinite(losses)]
    return float(np.median(known)) if len(known) else math.nan
