"""The activations and their derivatives on rows of samples, in place.

Conditions are written so that a NaN stays one: a net that diverges must be seen to.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from core.job import ACTIVATIONS
from core.kernels.mathematics import OVERFLOW, expm1
from core.networks.forward import LEAK

Array = NDArray[Any]
CODES = {name: number for number, name in enumerate(ACTIVATIONS)}
LINEAR, LOGISTIC, TANH = CODES["linear"], CODES["logistic"], CODES["tanh"]
STEP1, STEP2 = CODES["step1"], CODES["step2"]
RAMP1, RAMP2 = CODES["ramp1"], CODES["ramp2"]
RELU, LEAKY_RELU, ELU = CODES["relu"], CODES["leaky_relu"], CODES["elu"]
SOFTSIGN, SOFTMAX = CODES["softsign"], CODES["softmax"]


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def activate(code: int, rows: Array, first: int, units: int, n: int) -> None:
    """Turn the first `n` places of `units` rows from sums x into values f(x)."""
    if code == SOFTMAX:
        _softmax(rows, first, units, n)
        return
    for j in range(units):
        y = rows[first + j]
        if code == TANH:
            for p in range(n):
                e = expm1(2.0 * y[p])
                y[p] = e / (e + 2.0)
        elif code == LOGISTIC:
            for p in range(n):
                x = y[p]
                found = 1.0 / (expm1(-x) + 2.0)
                # exactly 0 where e^−x overflows, as everywhere else; a rest would have a gradient
                y[p] = 0.0 if x < -OVERFLOW else found
        elif code == STEP1:
            for p in range(n):
                y[p] = 1.0 if y[p] >= 0.0 else 0.0
        elif code == STEP2:
            for p in range(n):
                y[p] = 1.0 if y[p] >= 0.0 else -1.0
        elif code == RAMP1:
            for p in range(n):
                x = y[p]
                x = 0.0 if x < 0.0 else x
                y[p] = 1.0 if x > 1.0 else x
        elif code == RAMP2:
            for p in range(n):
                x = y[p]
                x = -1.0 if x < -1.0 else x
                y[p] = 1.0 if x > 1.0 else x
        elif code == RELU:
            for p in range(n):
                y[p] = 0.0 if y[p] < 0.0 else y[p]
        elif code == LEAKY_RELU:
            for p in range(n):
                y[p] *= LEAK if y[p] < 0.0 else 1.0
        elif code == ELU:
            for p in range(n):
                e = expm1(y[p])
                y[p] = y[p] if y[p] > 0.0 else e
        elif code == SOFTSIGN:
            for p in range(n):
                y[p] = y[p] / (1.0 + abs(y[p]))


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def _softmax(rows: Array, first: int, units: int, n: int) -> None:
    highest, total = np.empty(n), np.zeros(n)
    highest[:] = rows[first, :n]
    for j in range(1, units):
        y = rows[first + j]
        for p in range(n):
            highest[p] = max(highest[p], y[p])
    for j in range(units):
        y = rows[first + j]
        for p in range(n):
            y[p] = expm1(y[p] - highest[p]) + 1.0
            total[p] += y[p]
    for j in range(units):
        y = rows[first + j]
        for p in range(n):
            y[p] /= total[p]


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def times_slopes(code: int, deltas: Array, values: Array, first: int, units: int, n: int) -> None:
    """Turn ∂E/∂y into ∂E/∂x, given y: multiply by f′, which every activation knows from y."""
    if code == SOFTMAX:
        _times_softmax_slopes(deltas, values, first, units, n)
        return
    for j in range(units):
        d, y = deltas[first + j], values[first + j]
        if code == TANH:
            for p in range(n):
                d[p] *= 1.0 - y[p] * y[p]
        elif code == LOGISTIC:
            for p in range(n):
                d[p] *= y[p] * (1.0 - y[p])
        elif code in (STEP1, STEP2):
            for p in range(n):
                d[p] = 0.0
        elif code == RAMP1:
            for p in range(n):
                d[p] = d[p] if 0.0 < y[p] < 1.0 else 0.0
        elif code == RAMP2:
            for p in range(n):
                d[p] = d[p] if -1.0 < y[p] < 1.0 else 0.0
        elif code == RELU:
            for p in range(n):
                d[p] = d[p] if y[p] > 0.0 else 0.0
        elif code == LEAKY_RELU:
            for p in range(n):
                d[p] *= 1.0 if y[p] > 0.0 else LEAK
        elif code == ELU:
            for p in range(n):
                d[p] *= 1.0 if y[p] > 0.0 else y[p] + 1.0
        elif code == SOFTSIGN:
            for p in range(n):
                d[p] *= (1.0 - abs(y[p])) * (1.0 - abs(y[p]))


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def _times_softmax_slopes(deltas: Array, values: Array, first: int, units: int, n: int) -> None:
    """δ_j = y_j·(e_j − Σ_k e_k y_k)."""
    mean = np.zeros(n)
    for j in range(units):
        d, y = deltas[first + j], values[first + j]
        for p in range(n):
            mean[p] += d[p] * y[p]
    for j in range(units):
        d, y = deltas[first + j], values[first + j]
        for p in range(n):
            d[p] = y[p] * (d[p] - mean[p])
