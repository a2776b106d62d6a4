"""Whether probabilities are right as often as they say."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.wilson import wilson_bounds

Array = NDArray[np.float64]
Codes = NDArray[np.int64]

MOST_BINS = 10
# a bin of fewer samples says little
FEWEST_IN_BIN = 10


def squared_losses(probability: Array, known: Codes) -> Array:
    """Return Σ (p_c - y_c)² over the classes for each sample, 0 to 2, shape (N,).

    Its mean is the score as G. W. Brier (1950, Monthly Weather Review 78, 1-3) gave it, twice
    what is often called so for two classes.

    Parameters
    ----------
    probability
        float64, shape (N, C), 0 to 1.
    known
        int64, shape (N,).
    """
    own = np.take_along_axis(probability, known[:, None], axis=1)[:, 0]
    losses: Array = np.einsum("nc,nc->n", probability, probability) - 2 * own + 1
    # 1 + 1 - 2 may end below 0 by rounding
    return np.maximum(losses, 0.0)


def logarithmic_losses(probability: Array, known: Codes) -> Array:
    """Return -ln p of the known class for each sample, shape (N,), in nats.

    A probability is taken as 2.2 × 10⁻¹⁶ or more, so that one sample costs 36 at most.
    """
    own = np.take_along_axis(probability, known[:, None], axis=1)[:, 0]
    tiny = np.finfo(np.float64).eps
    losses: Array = -np.log(np.clip(own, tiny, 1 - tiny))
    return losses


def reliability(highest: Array, is_right: NDArray[np.bool_]) -> dict[str, Any]:
    """Return the bins of a reliability diagram and the expected calibration error.

    Bins hold about equally many samples, 10 or more, and there are 10 at most: networks give most
    samples a probability near 1, where bins of equal width would leave one bin with nearly all.
    Bounds of the share right are Wilson's at 95 %, see `wilson_bounds`, which take the samples as
    independent. The error is
    Σ n_k / N · |share right - mean probability| (M. P. Naeini et al. 2015, AAAI, 2901-2907).

    Parameters
    ----------
    highest
        float64, shape (N,). Probability of the class that was named.
    is_right
        bool, shape (N,).
    """
    if len(highest) == 0:
        return {"bins": [], "error": None}
    edges = _edges(highest)
    # as scikit-learn's quantile strategy: equal values are never divided
    place = np.searchsorted(edges[1:-1], highest)
    samples = np.bincount(place, minlength=len(edges) - 1)
    used = np.flatnonzero(samples)
    samples = samples[used]
    probability = np.bincount(place, highest, len(edges) - 1)[used] / samples
    counted = np.bincount(place[is_right], minlength=len(edges) - 1)[used]
    right = counted / samples
    low, high = wilson_bounds(counted, samples)
    columns = (edges[used], edges[used + 1], probability, right, low, high, samples)
    names = ("from", "to", "probability", "right", "low", "high", "samples")
    return {
        "bins": [
            dict(zip(names, row, strict=True))
            for row in zip(*(column.tolist() for column in columns), strict=True)
        ],
        "error": float(np.abs(right - probability) @ samples / samples.sum()),
    }


def _edges(highest: Array) -> Array:
    bins = int(np.clip(len(highest) // FEWEST_IN_BIN, 1, MOST_BINS))
    return np.quantile(highest, np.linspace(0.0, 1.0, bins + 1))
