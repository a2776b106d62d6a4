"""What the plots of one element are drawn from: bins, box, ranks and normal scores."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

MOST_BINS = 200
FENCE = 1.5
# more points than this lie on each other on any screen
MOST_POINTS = 1000
_TAIL = 150
# values below it have fewer digits
_SMALLEST = float(np.finfo(np.float64).tiny)
_NORMAL = NormalDist()


def bin_edges(values: Array) -> Array:
    """Return edges of bins as wide as 2·IQR·n^(-1/3) says.

    The rule is that of Freedman & Diaconis 1981 (Zeitschrift für Wahrscheinlichkeitstheorie 57,
    453-476). Where half of the values are equal it says nothing, and the number of bins is that of
    Sturges 1926, 1 + log2(n). A few values far out would ask for more than 200 bins; there are 200
    then.

    Parameters
    ----------
    values
        Finite, float64, shape (n,).
    """
    if len(values) == 0:
        return np.array([0.0, 1.0])
    low, lower, upper, high = np.percentile(values, (0, 25, 75, 100))
    # a span that a float64 near these values cannot divide counts as none
    if high - low <= max(1e-12 * max(abs(low), abs(high)), MOST_BINS * _SMALLEST):
        half = max(0.5 * abs(low), high - low) or 0.5
        return np.array([low - half, low + half])
    width = 2 * (upper - lower) * len(values) ** (-1 / 3)
    if width <= 0:
        bins = 1 + math.log2(len(values))
    else:
        # a width too small to divide by asks for more than there are
        bins = (high - low) / width if width * MOST_BINS > high - low else MOST_BINS
    return np.linspace(low, high, 1 + int(np.clip(math.ceil(bins), 1, MOST_BINS)))


def counts_in(ordered: Array, edges: Array) -> NDArray[np.int64]:
    """Return how many of ascending values lie in each bin; the last has its upper edge too."""
    starts = np.searchsorted(ordered, edges[:-1], side="left")
    return np.diff(starts, append=np.searchsorted(ordered, edges[-1], side="right"))


@dataclass(frozen=True)
class Box:
    """A box plot: quartiles, whiskers and fences.

    The fences lie 1.5 box lengths beyond the quartiles, and the whiskers reach to the last values
    within them (Tukey 1977, Exploratory Data Analysis, section 2C). The quartiles are those of
    `core.statistics.Figures`.
    """

    lower: float
    median: float
    upper: float
    low_whisker: float
    high_whisker: float
    low_fence: float
    high_fence: float


def box_of(ordered: Array) -> Box | None:
    """Return the box of values in ascending order, None without any."""
    if len(ordered) == 0:
        return None
    lower, median, upper = np.percentile(ordered, (25, 50, 75))
    low_fence, high_fence = lower - FENCE * (upper - lower), upper + FENCE * (upper - lower)
    first = np.searchsorted(ordered, low_fence, side="left")
    last = np.searchsorted(ordered, high_fence, side="right") - 1
    return Box(
        float(lower),
        float(median),
        float(upper),
        float(min(ordered[first], lower)),
        float(max(ordered[last], upper)),
        float(low_fence),
        float(high_fence),
    )


def cumulative(places: Rows, number: int) -> Array:
    """Return the share of values up to the one at each place of the ascending order, i/n."""
    return (places + 1) / number


def shares(places: Rows, number: int) -> Array:
    """Return plotting positions (i - 0.5)/n (Hazen 1914), which avoid the shares 0 and 1."""
    return (places + 0.5) / number


def normal_scores(parts: Array) -> Array:
    """Return the quantiles of the standard normal distribution at shares between 0 and 1."""
    return np.array([_NORMAL.inv_cdf(part) for part in parts.tolist()])


def thinned(number: int) -> Rows:
    """Return places of an ascending order to draw: all up to 1,000, else some and both tails."""
    if number <= MOST_POINTS:
        return np.arange(number)
    middle = np.linspace(0, number - 1, MOST_POINTS - 2 * _TAIL).round().astype(np.int64)
    tails = np.concatenate((np.arange(_TAIL), np.arange(number - _TAIL, number)))
    return np.unique(np.concatenate((middle, tails)))
