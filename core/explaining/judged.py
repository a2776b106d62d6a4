"""Which rows of a table judge the networks of each fold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.parts import Parts
from datasets.messages import InputError

Rows = NDArray[np.int64]


def judged_rows(parts: Parts) -> tuple[Rows, tuple[Rows, ...]]:
    """Return N rows of the table that folds held out, and for each fold those of its own.

    Returns
    -------
    tuple
        int64, shape (N,), ascending; and for each fold places among them.

    Raises
    ------
    InputError
        When no row was held out.
    """
    held_out = [fold.held_out for fold in parts.folds]
    rows: Rows = np.unique(np.concatenate(held_out)).astype(np.int64)
    if not len(rows):
        raise InputError(
            "No sample is held out, so there is nothing to explain the network by; choose how the "
            "network is judged and run again."
        )
    return rows, tuple(np.searchsorted(rows, each) for each in held_out)


def judged_by_all(samples: int, parts: Parts) -> tuple[Rows, ...]:
    """Return for each fold all places among samples that no network was trained on."""
    return tuple(np.arange(samples) for _ in parts.folds)


def judged_by_none(parts: Parts) -> tuple[Rows, ...]:
    """Return for each fold no place."""
    return tuple(np.empty(0, np.int64) for _ in parts.folds)
