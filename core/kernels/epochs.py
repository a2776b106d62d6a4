"""Whole epochs of one member: step, error, gradient, and whether that was the end."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from core.kernels.gradient import CHUNK, pass_over
from core.kernels.mathematics import mixed, stream, uniform
from core.kernels.rules import L1, L2, OBJECTIVE, penalise, step

Array = NDArray[Any]
RUNNING, GOAL, PATIENCE, DIVERGED = range(4)


@numba.njit(nogil=True, error_model="numpy", cache=True)
def run_epochs(
    member: int,
    number: int,
    done: int,
    epochs: int,
    fresh: bool,
    rule: int,
    settings: Array,
    batch: int,
    dropout: float,
    seed: int,
    sizes: Array,
    codes: Array,
    loss: int,
    is_weight: Array,
    inputs: Array,
    targets: Array,
    held_inputs: Array,
    held_targets: Array,
    validate_every: int,
    goal: float,
    patience: int,
    parameters: Array,
    gradients: Array,
    memories: Array,
    scalars: Array,
    best: Array,
    best_losses: Array,
    best_epochs: Array,
    ended: Array,
    training: Array,
    validation: Array,
) -> int:
    """Train one member for up to `epochs` epochs; return how many it took.

    Parameters
    ----------
    member, number
        Its place in the arrays, and the number that its random numbers hang on.
    done
        Epochs done before.
    fresh
        Whether the gradient of the weights as they stand is not known yet.
    batch
        Samples for each step; 0: all of them.
    parameters, gradients, best
        float64, shape (K, N).
    memories, scalars
        float64, shapes (K, 3, N) and (K, 3); see `core.kernels.rules.step`.
    best_losses, best_epochs, ended
        Shape (K,).
    training, validation
        float64, shape (epochs, K). Losses of the weights after each epoch; NaN where none.
    """
    w, g, scalar = parameters[member], gradients[member], scalars[member]
    units = sizes[1:].sum()
    values, deltas = np.zeros((units, CHUNK)), np.zeros((units, CHUNK))
    masks = np.ones((units if dropout > 0.0 else 0, CHUNK))
    held = held_inputs.shape[1]
    whole = batch == 0 or batch >= inputs.shape[1]
    before = np.empty_like(w)
    taken = 0
    for epoch in range(0 if fresh else 1, epochs + 1):
        now = done + epoch
        if epoch > 0:
            before[:] = w
            if whole:
                step(rule, w, g, memories[member], scalar, settings)
            else:
                _go_through_batches(
                    w, g, rule, settings, memories[member], scalar, stream(seed, number, now),
                    batch, dropout, sizes, codes, loss, is_weight, inputs, targets, values, deltas,
                    masks,
                )  # fmt: skip
        error = _measure(
            w, g, whole, settings, scalar, stream(seed, number, now + 1),
            dropout, sizes, codes, loss, is_weight, inputs, targets, values, deltas, masks,
        )  # fmt: skip
        if epoch == 0:
            continue
        taken = epoch
        training[epoch - 1, member] = error
        if not np.isfinite(error):
            w[:] = before
            ended[member] = DIVERGED
            break
        if held > 0 and now % validate_every == 0:
            judged = pass_over(
                w, g, False, sizes, codes, loss, held_inputs, held_targets,
                0, held, held, 0.0, np.uint64(0), values, deltas, masks,
            ) / held  # fmt: skip
            validation[epoch - 1, member] = judged
            if judged < best_losses[member]:
                best_losses[member] = judged
                best_epochs[member] = now
                best[member] = w
        if error < goal:
            ended[member] = GOAL
            break
        if patience > 0 and now - best_epochs[member] >= patience:
            ended[member] = PATIENCE
            break
    return taken


@numba.njit(nogil=True, error_model="numpy")
def _go_through_batches(
    w: Array,
    g: Array,
    rule: int,
    settings: Array,
    memory: Array,
    scalar: Array,
    key: np.uint64,
    batch: int,
    dropout: float,
    sizes: Array,
    codes: Array,
    loss: int,
    is_weight: Array,
    inputs: Array,
    targets: Array,
    values: Array,
    deltas: Array,
    masks: Array,
) -> None:
    """Visit all samples once, in an order drawn for the epoch, with a step after each batch."""
    samples = inputs.shape[1]
    order = np.arange(samples)
    _shuffle(order, key)
    some_inputs = np.empty((sizes[0], batch))
    some_targets = np.empty((sizes[-1], batch))
    for first in range(0, samples, batch):
        size = min(batch, samples - first)
        _gather(order, first, size, inputs, some_inputs)
        _gather(order, first, size, targets, some_targets)
        g[:] = 0.0
        scalar[OBJECTIVE] = pass_over(
            w, g, True, sizes, codes, loss, some_inputs, some_targets,
            0, size, size, dropout, mixed(key + np.uint64(first + 1)), values, deltas, masks,
        ) / size  # fmt: skip
        scalar[OBJECTIVE] += penalise(w, g, is_weight, settings[L1], settings[L2])
        step(rule, w, g, memory, scalar, settings)


@numba.njit(inline="always")
def _measure(
    w: Array,
    g: Array,
    wants_gradient: bool,
    settings: Array,
    scalar: Array,
    key: np.uint64,
    dropout: float,
    sizes: Array,
    codes: Array,
    loss: int,
    is_weight: Array,
    inputs: Array,
    targets: Array,
    values: Array,
    deltas: Array,
    masks: Array,
) -> float:
    """Return the training error; leave gradient and objective for the next step if wanted.

    With dropout these are those of the units that stay; the error is always that of all units.
    """
    samples = inputs.shape[1]
    g[:] = 0.0
    error = pass_over(
        w, g, wants_gradient and dropout == 0.0, sizes, codes, loss, inputs, targets,
        0, samples, samples, 0.0, np.uint64(0), values, deltas, masks,
    ) / samples  # fmt: skip
    objective = error
    if wants_gradient and dropout > 0.0:
        objective = pass_over(
            w, g, True, sizes, codes, loss, inputs, targets,
            0, samples, samples, dropout, key, values, deltas, masks,
        ) / samples  # fmt: skip
    if wants_gradient:
        scalar[OBJECTIVE] = objective + penalise(w, g, is_weight, settings[L1], settings[L2])
    return float(error)


@numba.njit(nogil=True, error_model="numpy", cache=True)
def stretch(
    parameters: Array,
    gradient: Array,
    wants_gradient: bool,
    sizes: Array,
    codes: Array,
    loss: int,
    inputs: Array,
    targets: Array,
    first: int,
    last: int,
    dropout: float,
    key: np.uint64,
) -> float:
    """Return Σ E_p over samples `first` to `last`; their part of the gradient goes to `gradient`.

    The gradient is that of the mean over all samples, so the parts of all stretches add up to it.
    """
    units = sizes[1:].sum()
    values, deltas = np.zeros((units, CHUNK)), np.zeros((units, CHUNK))
    masks = np.ones((units if dropout > 0.0 else 0, CHUNK))
    gradient[:] = 0.0
    return pass_over(
        parameters, gradient, wants_gradient, sizes, codes, loss, inputs, targets,
        first, last, inputs.shape[1], dropout, key, values, deltas, masks,
    )  # fmt: skip


@numba.njit(nogil=True, error_model="numpy", cache=True)
def move(rule: int, w: Array, g: Array, memory: Array, scalar: Array, settings: Array) -> None:
    """Make one step from a gradient that was put together from stretches."""
    step(rule, w, g, memory, scalar, settings)


@numba.njit(cache=True)
def draw_key(seed: int, member: int, epoch: int) -> np.uint64:
    """Return the key of the random numbers of one member in one epoch."""
    return stream(seed, member, epoch)


@numba.njit(nogil=True, error_model="numpy")
def _shuffle(order: Array, key: np.uint64) -> None:
    """Put the samples into an order that depends on the key alone (Fisher and Yates)."""
    for n in range(len(order)):
        order[n] = n
    for n in range(len(order) - 1, 0, -1):
        other = int(uniform(key, n) * (n + 1))
        order[n], order[other] = order[other], order[n]


@numba.njit(nogil=True, error_model="numpy")
def _gather(order: Array, first: int, size: int, rows: Array, some: Array) -> None:
    for r in range(len(rows)):
        for p in range(size):
            some[r, p] = rows[r, order[first + p]]
