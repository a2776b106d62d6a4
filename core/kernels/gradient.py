"""Error and gradient of one member over a stretch of samples, a few at a time.

The samples go through all layers and back in chunks that stay in the cache, so the memory needed
does not grow with their number.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from core.kernels.activations import LOGISTIC, activate, times_slopes
from core.kernels.layers import FAST, add_outer, add_products
from core.kernels.mathematics import uniform

Array = NDArray[Any]
CHUNK = 128
# more samples than this are divided into stretches that several cores share
STRETCH = 4096
MSE, CROSS_ENTROPY = 0, 1
# a logarithm of an output that has become 0 counts as this, as in other programs
LEAST_LOG = -100.0


@numba.njit(nogil=True, error_model="numpy", fastmath=FAST)
def pass_over(
    w: Array,
    g: Array,
    wants_gradient: bool,
    sizes: Array,
    codes: Array,
    loss: int,
    inputs: Array,
    targets: Array,
    first: int,
    last: int,
    samples: int,
    dropout: float,
    key: np.uint64,
    values: Array,
    deltas: Array,
    masks: Array,
) -> float:
    """Return the sum of the errors E_p over samples `first` to `last`.

    With `wants_gradient`, the gradient of that sum divided by `samples` is added to `g`.

    Parameters
    ----------
    w, g
        float64, shape (N,). For each layer the weights (inputs, outputs), then the biases.
    inputs, targets
        float64, shapes (S, P) and (C, P): samples innermost.
    values, deltas, masks
        float64, shape (U, CHUNK). Room to work in, for U units after the inputs.
    """
    total = 0.0
    at = first
    while at < last:
        n = min(CHUNK, last - at)
        _forward(w, sizes, codes, inputs, at, n, dropout, key, values, masks)
        top = len(values) - sizes[-1]
        total += _error(loss, codes[-1], values, targets, deltas, top, sizes[-1], at, n, samples)
        if wants_gradient:
            _backward(w, g, sizes, codes, loss, inputs, at, n, dropout, values, deltas, masks)
        at += n
    return total


@numba.njit(nogil=True, error_model="numpy", fastmath=FAST, cache=True)
def outputs_between(
    w: Array, sizes: Array, codes: Array, inputs: Array, first: int, last: int, outputs: Array
) -> None:
    """Write the outputs of samples `first` to `last` into `outputs`, shape (C, P)."""
    units, outs = sizes[1:].sum(), sizes[-1]
    values, masks = np.empty((units, CHUNK)), np.empty((0, CHUNK))
    at = first
    while at < last:
        n = min(CHUNK, last - at)
        _forward(w, sizes, codes, inputs, at, n, 0.0, np.uint64(0), values, masks)
        for j in range(outs):
            outputs[j, at : at + n] = values[units - outs + j, :n]
        at += n


@numba.njit(nogil=True, error_model="numpy", fastmath=FAST)
def _forward(
    w: Array,
    sizes: Array,
    codes: Array,
    inputs: Array,
    at: int,
    n: int,
    dropout: float,
    key: np.uint64,
    values: Array,
    masks: Array,
) -> None:
    start, below, here = 0, 0, 0
    layers = len(codes)
    for layer in range(layers):
        ins, outs = sizes[layer], sizes[layer + 1]
        biases = start + ins * outs
        for j in range(outs):
            row, bias = values[here + j], w[biases + j]
            for p in range(n):
                row[p] = bias
        if layer == 0:
            add_products(values, here, outs, w, start, outs, 1, inputs, 0, ins, at, n)
        else:
            add_products(values, here, outs, w, start, outs, 1, values, below, ins, 0, n)
        activate(codes[layer], values, here, outs, n)
        if dropout > 0.0 and layer < layers - 1:
            _drop(values, masks, here, outs, at, n, dropout, key)
        start = biases + outs
        below, here = here, here + outs


@numba.njit(nogil=True, error_model="numpy")
def _drop(
    values: Array,
    masks: Array,
    first: int,
    units: int,
    at: int,
    n: int,
    dropout: float,
    key: np.uint64,
) -> None:
    """Leave units out at random; those that stay are enlarged so that sums keep their mean."""
    for j in range(units):
        row, mask = values[first + j], masks[first + j]
        for p in range(n):
            # the number depends on unit and sample alone, not on how the samples are divided
            stays = uniform(key, (at + p) * len(values) + first + j) >= dropout
            mask[p] = 1.0 / (1.0 - dropout) if stays else 0.0
            row[p] *= mask[p]


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def _undrop(
    values: Array, deltas: Array, masks: Array, first: int, units: int, n: int, dropout: float
) -> None:
    """Take deltas back through the masks, and give the units that stayed their own size."""
    for j in range(units):
        y, d, mask = values[first + j], deltas[first + j], masks[first + j]
        for p in range(n):
            d[p] *= mask[p]
            y[p] *= 1.0 - dropout


@numba.njit(nogil=True, error_model="numpy", fastmath=FAST)
def _error(
    loss: int,
    code: int,
    values: Array,
    targets: Array,
    deltas: Array,
    top: int,
    outs: int,
    at: int,
    n: int,
    samples: int,
) -> float:
    """Return Σ E_p of a chunk, and leave ∂(Σ E_p / samples)/∂y of the outputs in `deltas`.

    For cross-entropy it is the derivative by the sums x, which is y − t.
    """
    total = 0.0
    share = 1.0 / samples
    for j in range(outs):
        y, t, d = values[top + j], targets[j, at : at + n], deltas[top + j]
        for p in range(n):
            e = y[p] - t[p]
            total += 0.5 * e * e
            d[p] = e * share
    if loss == CROSS_ENTROPY:
        total = 0.0
        for j in range(outs):
            y, t = values[top + j], targets[j, at : at + n]
            for p in range(n):
                if t[p] > 0.0:
                    total -= t[p] * max(np.log(y[p]), LEAST_LOG)
                if code == LOGISTIC and t[p] < 1.0:
                    total -= (1.0 - t[p]) * max(np.log(1.0 - y[p]), LEAST_LOG)
    return total


@numba.njit(nogil=True, error_model="numpy", fastmath=FAST)
def _backward(
    w: Array,
    g: Array,
    sizes: Array,
    codes: Array,
    loss: int,
    inputs: Array,
    at: int,
    n: int,
    dropout: float,
    values: Array,
    deltas: Array,
    masks: Array,
) -> None:
    layers = len(codes)
    start, here = len(w), len(values)
    for layer in range(layers - 1, -1, -1):
        ins, outs = sizes[layer], sizes[layer + 1]
        here -= outs
        start -= (ins + 1) * outs
        if layer < layers - 1 and dropout > 0.0:
            _undrop(values, deltas, masks, here, outs, n, dropout)
        if layer < layers - 1 or loss == MSE:
            times_slopes(codes[layer], deltas, values, here, outs, n)
        for j in range(outs):
            row, total = deltas[here + j], 0.0
            for p in range(n):
                total += row[p]
            g[start + ins * outs + j] += total
        if layer == 0:
            add_outer(g, start, inputs, 0, ins, at, deltas, here, outs, n)
            return
        below = here - ins
        add_outer(g, start, values, below, ins, 0, deltas, here, outs, n)
        for i in range(ins):
            row = deltas[below + i]
            for p in range(n):
                row[p] = 0.0
        add_products(deltas, below, ins, w, start, 1, outs, deltas, here, outs, 0, n)
