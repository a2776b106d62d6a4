"""Where the values of a feature are, and how far they spread."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# of a normal distribution the standard deviation is so many times the MAD
OF_MAD = 1.4826


def shift_and_scale(values: Array, scaling: str) -> tuple[float, float]:
    """Return what is subtracted from finite values, shape (P,), and what they are divided by.

    The standard deviation is divided by the number of samples. Where the MAD is 0, it stands in.
    """
    if scaling == "standardise":
        return float(values.mean()), float(values.std())
    if scaling == "minmax":
        low, high = float(values.min()), float(values.max())
        return (low + high) / 2, (high - low) / 2
    if scaling == "robust":
        return float(np.median(values)), OF_MAD * mad(values) or float(values.std())
    return 0.0, 1.0


def mad(values: Array) -> float:
    """Return the median of the absolute deviations from the median."""
    return float(np.median(np.abs(values - np.median(values))))
