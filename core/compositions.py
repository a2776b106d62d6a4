"""Logratios of compositions: the centred and the isometric one, and back.

A composition is a row of positive parts that say something by their ratios alone. All parts are
in one unit; whether a row sums to 100 % changes none of these figures.

Sources: J. Aitchison (1986), *The Statistical Analysis of Compositional Data*, for the centred
logratio; J. J. Egozcue, V. Pawlowsky-Glahn, G. Mateu-Figueras and C. Barceló-Vidal (2003),
"Isometric logratio transformations for compositional data analysis", *Mathematical Geology* 35,
279–300, for the isometric one and its basis.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def clr(parts: Array) -> Array:
    """Return the centred logratio ln(x / g(x)), g the geometric mean of the row.

    Parameters
    ----------
    parts
        float64, shape (P, D), all above 0. NaN in a row makes the whole row NaN.

    Returns
    -------
    Array
        float64, shape (P, D); every row sums to 0.
    """
    logs: Array = np.log(parts)
    return clr_of_logs(logs)


def clr_of_logs(logs: Array) -> Array:
    """Return the centred logratio of natural logarithms, shape (P, D)."""
    centred: Array = logs - _row_mean(logs)[:, None]
    return centred


def clr_inverse(values: Array) -> Array:
    """Return the composition of centred logratios, each row closed to the sum 1."""
    # the largest part becomes 1 before the sum, so that nothing overflows
    parts: Array = np.exp(values - values.max(axis=1, keepdims=True))
    closed: Array = parts / parts.sum(axis=1, keepdims=True)
    return closed


def ilr(parts: Array) -> Array:
    """Return the isometric logratio in the sequential basis of Egozcue et al. (2003).

    Coordinate i, counted from 1, is √(i/(i+1)) · ln(g(x₁…xᵢ) / xᵢ₊₁).

    Parameters
    ----------
    parts
        float64, shape (P, D), all above 0.

    Returns
    -------
    Array
        float64, shape (P, D − 1). Distances are those between the centred logratios.
    """
    return ilr_of_logs(np.log(parts))


def ilr_of_logs(logs: Array) -> Array:
    """Return the isometric logratio of natural logarithms, shape (P, D − 1)."""
    rows, parts = logs.shape
    found = np.empty((rows, max(0, parts - 1)))
    total = np.zeros(rows)
    # one part after the other: a row comes out the same whatever rows stand beside it
    for i in range(1, parts):
        total = total + logs[:, i - 1]
        found[:, i - 1] = np.sqrt(i / (i + 1)) * (total / i - logs[:, i])
    return found


def ilr_inverse(values: Array) -> Array:
    """Return the composition of isometric logratios, each row closed to the sum 1.

    Parameters
    ----------
    values
        float64, shape (P, D − 1).

    Returns
    -------
    Array
        float64, shape (P, D).
    """
    return clr_inverse(values @ ilr_basis(values.shape[1] + 1))


@lru_cache(maxsize=64)
def ilr_basis(parts: int) -> Array:
    """Return the basis Ψ, shape (D − 1, D): ilr = clr · Ψᵀ and clr = ilr · Ψ; orthonormal rows."""
    basis = np.zeros((parts - 1, parts))
    for i in range(1, parts):
        basis[i - 1, :i] = np.sqrt(i / (i + 1)) / i
        basis[i - 1, i] = -np.sqrt(i / (i + 1))
    basis.setflags(write=False)
    return basis


def _row_mean(logs: Array) -> Array:
    # added up part by part: numpy's own sum would depend on how the array lies in memory
    total = np.zeros(len(logs))
    for part in logs.T:
        total = total + part
    mean: Array = total / logs.shape[1]
    return mean
