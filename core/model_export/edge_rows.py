"""Rows that a model is rarely given and must treat as the program does all the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
# of a table so many rows, evenly spaced, are taken
MOST_ROWS = 10_000
# so many rows are seen with gaps and limits as well
MOST_MARKED = 500
FARTHEST = 1e6


def rows_to_check(features: Array, censored: Mask, fill: Array) -> tuple[Array, Mask]:
    """Return rows of a table, the same with gaps and limits, and rows at the ends of the ranges.

    Parameters
    ----------
    features, censored
        float64 and bool, shape (P, S).
    fill
        float64, shape (S,). A usual value of each feature.

    Returns
    -------
    tuple
        float64 and bool, shape (Q, S).
    """
    count = min(MOST_ROWS, len(features))
    rows = np.unique(np.linspace(0, len(features) - 1, count).astype(np.int64))
    table, below = features[rows], censored[rows]
    parts = [
        (table, below),
        *_marked(table[:MOST_MARKED], below[:MOST_MARKED]),
        *_one_by_one(fill),
        _extremes(features, fill),
    ]
    values, masks = zip(*parts, strict=True)
    return np.ascontiguousarray(np.concatenate(values)), np.concatenate(masks)


def _marked(table: Array, below: Mask) -> list[tuple[Array, Mask]]:
    """Return rows with every third cell missing, with every third a limit, and all limits."""
    third = np.add.outer(np.arange(len(table)), np.arange(table.shape[1])) % 3 == 0
    return [
        (np.where(third, np.nan, table), below),
        (table, below | third),
        (table, np.ones_like(below)),
    ]


def _one_by_one(fill: Array) -> list[tuple[Array, Mask]]:
    """Return usual rows with one feature each missing, infinite, zero, or a limit."""
    size = len(fill)
    usual, none = np.tile(fill, (size, 1)), np.zeros((size, size), bool)
    alone = np.eye(size, dtype=bool)
    changed = [(np.where(alone, value, usual), none) for value in (np.nan, np.inf, 0.0)]
    return [*changed, (usual, alone)]


def _extremes(features: Array, fill: Array) -> tuple[Array, Mask]:
    """Return rows of the least and largest values, far beyond them, of nothing and below 0."""
    finite = np.where(np.isfinite(features), features, fill)
    low, high = finite.min(axis=0), finite.max(axis=0)
    far = [low / FARTHEST, low, high, high * FARTHEST, np.zeros_like(fill), -high]
    far += [np.full_like(fill, np.nan), np.full_like(fill, -np.inf)]
    values = np.repeat(np.array(far), 2, axis=0)
    censored = np.zeros(values.shape, bool)
    censored[1::2] = True
    return values, censored
