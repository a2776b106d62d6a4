"""Within which bounds a share that was counted may truly lie.

E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal
of the American Statistical Association 22, 209-212: the score interval without correction for
continuity, as L. D. Brown, T. T. Cai & A. DasGupta (2001), Interval estimation for a binomial
proportion, Statistical Science 16, 101-133, recommend it. Unlike the normal one it stays within
0…1 and has a width even where all samples are right.
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Counts = NDArray[np.int64]

CONFIDENCE = 0.95


def wilson_bounds(
    counted: Counts, samples: Counts, confidence: float = CONFIDENCE
) -> tuple[Array, Array]:
    """Return the lower and upper bounds of shares of independent samples.

    Parameters
    ----------
    counted, samples
        int64, shape (K,), 0 ≤ counted ≤ samples, samples ≥ 1.

    Returns
    -------
    tuple
        float64, shape (K,), 0…1 each.
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, weight = counted / samples, z * z / samples
    middle = share + weight / 2
    reach = z * np.sqrt(share * (1 - share) / samples + weight / (4 * samples))
    # at the ends the square root is exact in theory and not in floating point
    low = np.where(counted == 0, 0.0, (middle - reach) / (1 + weight))
    high = np.where(counted == samples, 1.0, (middle + reach) / (1 + weight))
    return low, high


def wilson_interval(
    counted: int, samples: int, confidence: float = CONFIDENCE
) -> tuple[float, float] | None:
    """Return the bounds of one share, None without samples; see `wilson_bounds`."""
    if samples == 0:
        return None
    low, high = wilson_bounds(np.array([counted]), np.array([samples]), confidence)
    return float(low[0]), float(high[0])
