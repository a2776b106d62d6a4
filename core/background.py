"""Samples drawn at random as background, away from deposits and from anomalies."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from core.distances import Metric, Rows
from core.joining import Places
from datasets.columns import Table
from datasets.messages import InputError


def outside_buffer(
    metric: Metric, samples: Places, deposits: Places, buffer: float
) -> NDArray[np.bool_]:
    """Return which samples lie at least `buffer` from every deposit, shape (samples,)."""
    if not len(deposits) or buffer <= 0:
        return np.ones(len(samples), dtype=bool)
    tree = cKDTree(metric.points(deposits.x, deposits.y))
    chord, near = tree.query(metric.points(samples.x, samples.y))
    far: NDArray[np.bool_] = chord >= buffer
    # a chord is shorter than its geodesic by little: only those just inside are looked at again
    close = np.flatnonzero(~far)
    near = near[close]
    lengths = metric.lengths(samples.x[close], samples.y[close], deposits.x[near], deposits.y[near])
    far[close] = lengths >= buffer
    return far


def below_thresholds(table: Table, thresholds: Mapping[str, float]) -> NDArray[np.bool_]:
    """Return which samples are anomalous in none of the columns, shape (rows,).

    A sample without a value cannot be said to be background, so it is none. One below its
    detection limit is judged by the limit.

    Raises
    ------
    InputError
        When a column is absent or holds text.
    """
    kept = np.ones(table.rows, dtype=bool)
    for name, threshold in thresholds.items():
        column = table.column(name)
        if column.kind != "number":
            raise InputError(
                "The column {column} holds text; a threshold needs a column of numbers.",
                column=name,
            )
        kept &= column.values <= threshold
        if column.above is not None:
            kept &= ~column.above
    return kept


def draw(candidates: Rows, count: int, seed: int) -> Rows:
    """Draw `count` rows without repeats, or all when there are fewer; sorted."""
    if count >= len(candidates):
        return np.sort(candidates)
    chosen = np.random.default_rng(seed).choice(len(candidates), count, replace=False)
    return np.sort(candidates[chosen])
