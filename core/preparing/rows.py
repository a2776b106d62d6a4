"""Sums over the features of a sample that come out the same whatever samples stand beside it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# as many rows as stay in the cache
BLOCK = 4096


def weighted_sums(values: Array, weights: Array) -> Array:
    """Return values · weightsᵀ, added up feature by feature.

    A matrix product of a library sums in an order that depends on the number of rows; then one
    sample alone would be prepared otherwise, in its last bits, than the same sample in a table.

    Parameters
    ----------
    values
        float64, shape (P, T).
    weights
        float64, shape (C, T).

    Returns
    -------
    Array
        float64, shape (P, C).
    """
    found = np.empty((len(values), len(weights)))
    for first in range(0, len(values), BLOCK):
        block = np.ascontiguousarray(values[first : first + BLOCK].T)
        total = np.zeros((len(weights), block.shape[1]))
        for feature, column in enumerate(block):
            total += weights[:, feature, None] * column
        found[first : first + BLOCK] = total.T
    return found
