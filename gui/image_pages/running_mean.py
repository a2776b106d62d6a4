"""The mean of the batches just learned: single batches jump too far to be read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# epochs that the mean looks back
SPAN = 0.25


def running_mean(
    epochs: NDArray[np.float64], values: NDArray[np.float64], span: float = SPAN
) -> NDArray[np.float64]:
    """Return the mean of each value and those up to `span` epochs before it.

    Parameters
    ----------
    epochs
        Where each value was noted, ascending, shape (N,); it stands for the epochs since the one
        before, and counts by them.
    values
        Finite, shape (N,), not below 0.
    """
    weights = np.diff(epochs, prepend=0.0)
    sums = np.concatenate([[0.0], np.cumsum(weights * values)])
    lengths = np.concatenate([[0.0], np.cumsum(weights)])
    first = np.searchsorted(epochs, epochs - span, side="right")
    last = np.arange(len(epochs)) + 1
    covered = lengths[last] - lengths[first]
    total = sums[last] - sums[first]
    return np.divide(total, covered, out=np.array(values, np.float64), where=covered > 0)
