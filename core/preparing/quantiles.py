"""Quantile scaling: the rank of a value among the training samples, as a normal score."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.preparing.normal import normal_quantile

Array = NDArray[np.float64]
# more would make the model longer and the scores hardly finer
MOST_QUANTILES = 256
# scores end at ±5.2, as in scikit-learn
LEAST = 1e-7 - np.spacing(1)


def fit_quantiles(values: Array) -> tuple[float, ...]:
    """Return the quantiles of finite training values, shape (P,), at even shares."""
    shares = np.linspace(0, 1, min(MOST_QUANTILES, len(values)))
    found = np.percentile(values, 100 * shares)
    # interpolation may leave them out of order in the last bit
    return tuple(np.maximum.accumulate(found).tolist())


def normal_scores(values: Array, quantiles: tuple[float, ...]) -> Array:
    """Return the normal scores of values, shape (P,), by interpolation between quantiles.

    As `sklearn.preprocessing.QuantileTransformer(output_distribution="normal")`: among equal
    quantiles the middle rank counts, and nothing goes beyond the scores of 1e-7 and 1 − 1e-7.
    """
    marks = np.array(quantiles)
    shares = np.linspace(0, 1, len(marks))
    up = np.interp(values, marks, shares)
    down = np.interp(-values, -marks[::-1], -shares[::-1])
    rank = np.where(values >= marks[-1], 1.0, 0.5 * (up - down))
    rank = np.where(values <= marks[0], 0.0, rank)
    return normal_quantile(np.clip(rank, LEAST, 1 - LEAST))
