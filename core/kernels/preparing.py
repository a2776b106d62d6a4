"""Gaps, logarithm and scaling of samples in one pass."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from core.kernels.mathematics import log10

Array = NDArray[Any]


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"}, cache=True)
def prepare_rows(
    rows: Array, takes_log: Array, floor: Array, fill: Array, shift: Array, scale: Array
) -> None:
    """Fill, take logarithms of and scale features, in place.

    Parameters
    ----------
    rows
        float64, shape (S, P): a row for each feature.
    takes_log
        bool, shape (S,).
    floor, fill, shift, scale
        float64, shape (S,), as in `core.preparation.FittedPreparation`.
    """
    for number in range(len(rows)):
        row, missing, least = rows[number], fill[number], floor[number]
        middle, spread = shift[number], scale[number]
        if spread <= 0.0:
            row[:] = 0.0
        elif takes_log[number]:
            for p in range(len(row)):
                x = row[p]
                x = x if abs(x) < np.inf else missing
                x = x if x > 0.0 else least
                row[p] = (log10(x) - middle) / spread
        else:
            for p in range(len(row)):
                x = row[p]
                x = x if abs(x) < np.inf else missing
                row[p] = (x - middle) / spread
