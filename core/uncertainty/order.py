"""Thresholds at a place in the order of held-out values, with what few values can promise.

Of n + 1 exchangeable values each is equally likely to have any place in their order, so that a
new one exceeds the k-th smallest of n with a probability of at most (n + 1 − k) / (n + 1), whatever
their distribution. Source: Vovk, V., Gammerman, A., & Shafer, G., 2005, Algorithmic Learning in a
Random World, section 2.2; Lei, J., et al., 2018, Distribution-free predictive inference for
regression, Journal of the American Statistical Association 113, 1094-1111.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Units = NDArray[np.int64]
# 0.9 · (n + 1) comes out a little above a whole number in floating point
ROUNDING = 1e-9


def fewest_for(level: float) -> int:
    """Return how many values a threshold at a level needs: the least n with ⌈(n+1)·level⌉ ≤ n."""
    return math.ceil(level / (1 - level) - ROUNDING)


def value_at(values: Array, level: float, units: Units | None = None) -> float:
    """Return the smallest value that holds a share of `level` below it or at it.

    Of n values without units this is the ⌈(n + 1) · level⌉-th smallest: a new exchangeable value is
    no larger with a probability of at least `level`. Of K units each counts 1 / (K + 1), whatever
    the number of its values, and the promise is for a value of a new exchangeable unit.
    Source for units: Dunn, R., Wasserman, L., & Ramdas, A., 2023, Distribution-free prediction sets
    for two-layer hierarchical models, Journal of the American Statistical Association 118,
    2491-2502, pooling of the distribution functions.

    Parameters
    ----------
    values
        float64, shape (n,), finite.
    level
        Above 0, below 1.
    units
        int64, shape (n,): values with the same number belong together. None: each by itself.

    Returns
    -------
    float
        Infinite where n, or K, is below `fewest_for`: no finite threshold keeps the level.
    """
    if not len(values):
        return math.inf
    order = np.argsort(values, kind="stable")
    weights = np.ones(len(values))
    total = len(values)
    if units is not None:
        _, place, counts = np.unique(units, return_inverse=True, return_counts=True)
        weights, total = 1 / counts[place], len(counts)
    below = np.cumsum(weights[order])
    # rounding of the sum must not ask for one value more
    reached = below >= (total + 1) * level - ROUNDING
    return float(values[order[np.argmax(reached)]]) if reached[-1] else math.inf
