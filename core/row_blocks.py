"""Many samples a block at a time, on all cores, so that a block stays in the caches."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

BLOCK = 8192


def in_blocks(found_of: Callable[[slice], Array], rows: int) -> Array:
    """Return one number a row, float64, shape (P,).

    Parameters
    ----------
    found_of
        Returns those of a block of rows, shape (b,). Called by several threads, but by this one
        where all rows are one block: a block of a block starts no threads of its own.
    """
    if rows <= BLOCK:
        return found_of(slice(0, rows))
    blocks = [slice(first, first + BLOCK) for first in range(0, rows, BLOCK)]
    with ThreadPoolExecutor(os.cpu_count() or 1, "measuring") as pool:
        return np.concatenate(list(pool.map(found_of, blocks)))
