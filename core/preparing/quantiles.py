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
# Share of the largest mark within which a value stands at a mark. A log-ratio of two limits is the
# same for all samples but for rounding, which must not make another rank of it.
CLOSE = 1e-12


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
    marks = marks_of(quantiles)
    values = _at_marks(values, marks)
    shares = np.linspace(0, 1, len(marks))
    up = np.interp(values, marks, shares)
    down = np.interp(-values, -marks[::-1], -shares[::-1])
    rank = np.where(values >= marks[-1], 1.0, 0.5 * (up - down))
    rank = np.where(values <= marks[0], 0.0, rank)
    return normal_quantile(np.clip(rank, LEAST, 1 - LEAST))


def marks_of(quantiles: tuple[float, ...]) -> Array:
    """Return quantiles, shape (T,), those that only rounding parts as the first of them."""
    marks = np.array(quantiles)
    begins = np.append(True, np.diff(marks) > nearness(marks))
    first: Array = marks[begins][np.cumsum(begins) - 1]
    return first


def nearness(marks: Array) -> float:
    """Return how far from a mark a value may lie and still stand at it."""
    return float(CLOSE * np.abs(marks).max())


def _at_marks(values: Array, marks: Array) -> Array:
    """Return the values, those near a mark as that mark."""
    above = np.searchsorted(marks, values)
    for beside in (marks[np.maximum(above - 1, 0)], marks[np.minimum(above, len(marks) - 1)]):
        values = np.where(np.abs(values - beside) <= nearness(marks), beside, values)
    return values
