"""Thresholds from order statistics: median + k·MAD, Tukey's fences, percentiles.

All take values in ascending order, float64, shape (n,), n > 0. The three are compared for
geochemical data in C. Reimann, P. Filzmoser & R. G. Garrett (2005), Background and threshold:
critical comparison of methods of determination, Science of the Total Environment 346, 1–16.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# makes the MAD of a normal distribution its standard deviation: 1 / Φ⁻¹(¾) = 1.4826
MAD_FACTOR = 1.4826
INNER_FENCE, OUTER_FENCE = 1.5, 3.0


def median_and_mad(ordered: Array) -> tuple[float, float]:
    """Return the median and 1.4826 × the median of the distances from it.

    F. R. Hampel (1974), The influence curve and its role in robust estimation, Journal of the
    American Statistical Association 69, 383–393.
    """
    median = float(np.median(ordered))
    return median, MAD_FACTOR * float(np.median(np.abs(ordered - median)))


def quartiles(ordered: Array) -> tuple[float, float]:
    """Return the quartiles, linear between neighbours.

    Definition 7 of R. J. Hyndman & Y. Fan (1996), Sample quantiles in statistical packages, The
    American Statistician 50, 361–365: the one of numpy, R and spreadsheets. Tukey's hinges differ
    from it by less than the distance of two neighbouring values.
    """
    lower, upper = np.percentile(ordered, (25, 75))
    return float(lower), float(upper)


def upper_fence(ordered: Array, width: float = INNER_FENCE) -> float:
    """Return the upper quartile + `width` × the box length; 1.5: inner, 3: outer fence.

    J. W. Tukey (1977), Exploratory Data Analysis, section 2D.
    """
    lower, upper = quartiles(ordered)
    return upper + width * (upper - lower)


def percentile(ordered: Array, percent: float) -> float:
    """Return a percentile, linear between neighbours (definition 7 of Hyndman & Fan 1996)."""
    return float(np.percentile(ordered, percent))
