"""Each training rule as its paper writes it, one weight after the other: oracles for the engine.

Every rule is a generator. It takes a problem, which returns error E and gradient g at given
weights, and the first weights, and yields one `Move` an epoch, without end. The loops over single
weights are meant: they can be read beside the pseudo-code of the source.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Problem = Callable[[Array], tuple[float, Array]]

GROWTH, SHRINKAGE = 1.2, 0.5
INITIAL, LARGEST = 0.1, 50.0


@dataclass(frozen=True)
class Move:
    """One epoch.

    Attributes
    ----------
    error
        E where the epoch began, before the weights were moved.
    weights
        The weights it ended with, shape (N,), a copy.
    steps
        Δ of every weight in the RPROP family, shape (N,), a copy; empty elsewhere.
    """

    error: float
    weights: Array
    steps: Array


# --- the RPROP family ---------------------------------------------------------------------
# With g(t−1) := g(t) at the first epoch a weight begins with 1.2 Δ0; with g(t−1) := 0, with Δ0.


def rprop_minus(
    problem: Problem, weights: Array, *, initial: float = INITIAL, largest: float = LARGEST
) -> Iterator[Move]:
    """RPROP⁻: adapt the step by the sign of g(t)·g(t−1), then always take it.

    Riedmiller (1994), the rule that Igel and Hüsken (2000) call Rprop⁻.
    """
    w = weights.copy()
    step = np.full(w.size, initial)
    before: Array | None = None
    while True:
        error, g = problem(w.copy())
        before = g.copy() if before is None else before
        for i in range(w.size):
            s = agreement(g[i], before[i])
            if s > 0:
                step[i] = min(step[i] * GROWTH, largest)
            elif s < 0:
                step[i] = step[i] * SHRINKAGE
            w[i] = w[i] - sign(g[i]) * step[i]
            before[i] = g[i]
        yield Move(error, w.copy(), step.copy())


def rprop_plus(
    problem: Problem, weights: Array, *, initial: float = INITIAL, largest: float = LARGEST
) -> Iterator[Move]:
    """RPROP⁺: after a change of sign take the last change of the weight back.

    Riedmiller and Braun (1993). The stored gradient is set to 0, so that the next epoch does not
    adapt the step a second time.
    """
    w = weights.copy()
    step = np.full(w.size, initial)
    change = np.zeros(w.size)
    before: Array | None = None
    while True:
        error, g = problem(w.copy())
        before = g.copy() if before is None else before
        for i in range(w.size):
            s = agreement(g[i], before[i])
            if s > 0:
                step[i] = min(step[i] * GROWTH, largest)
                change[i] = -sign(g[i]) * step[i]
                w[i] = w[i] + change[i]
                before[i] = g[i]
            elif s < 0:
                step[i] = step[i] * SHRINKAGE
                w[i] = w[i] - change[i]
                before[i] = 0.0
            else:
                change[i] = -sign(g[i]) * step[i]
                w[i] = w[i] + change[i]
                before[i] = g[i]
        yield Move(error, w.copy(), step.copy())


def irprop_plus(
    problem: Problem, weights: Array, *, initial: float = INITIAL, largest: float = LARGEST
) -> Iterator[Move]:
    """iRPROP⁺: after a change of sign take the last change back only where E has risen.

    Igel and Hüsken (2000). Where E has not risen, the weight stays where it is for this epoch.
    """
    w = weights.copy()
    step = np.full(w.size, initial)
    change = np.zeros(w.size)
    before: Array | None = None
    error_before = math.inf
    while True:
        error, g = problem(w.copy())
        before = g.copy() if before is None else before
        for i in range(w.size):
            s = agreement(g[i], before[i])
            if s > 0:
                step[i] = min(step[i] * GROWTH, largest)
                change[i] = -sign(g[i]) * step[i]
                w[i] = w[i] + change[i]
                before[i] = g[i]
            elif s < 0:
                step[i] = step[i] * SHRINKAGE
                if error > error_before:
                    w[i] = w[i] - change[i]
                before[i] = 0.0
            else:
                change[i] = -sign(g[i]) * step[i]
                w[i] = w[i] + change[i]
                before[i] = g[i]
        error_before = error
        yield Move(error, w.copy(), step.copy())


def irprop_minus(
    problem: Problem,
    weights: Array,
    *,
    initial: float = INITIAL,
    largest: float = LARGEST,
    begin_with_zero: bool = False,
) -> Iterator[Move]:
    """iRPROP⁻: after a change of sign shrink the step and let the weight rest for an epoch.

    Igel and Hüsken (2000). The gradient itself is set to 0, and sign(0) = 0.

    Parameters
    ----------
    begin_with_zero
        Take g(t−1) as 0 at the first epoch, as `torch.optim.Rprop` does.
    """
    w = weights.copy()
    step = np.full(w.size, initial)
    before: Array | None = np.zeros(w.size) if begin_with_zero else None
    while True:
        error, g = problem(w.copy())
        g = g.copy()
        before = g.copy() if before is None else before
        for i in range(w.size):
            s = agreement(g[i], before[i])
            if s > 0:
                step[i] = min(step[i] * GROWTH, largest)
            elif s < 0:
                step[i] = step[i] * SHRINKAGE
                g[i] = 0.0
            w[i] = w[i] - sign(g[i]) * step[i]
            before[i] = g[i]
        yield Move(error, w.copy(), step.copy())


def agreement(now: float, before: float) -> float:
    """Return the sign of s = g(t)·g(t−1), also where the product itself would underflow to 0."""
    return sign(now) * sign(before)


def sign(number: float) -> float:
    """Return −1, 0 or 1."""
    return float(np.sign(number))


# --- gradient descent ---------------------------------------------------------------------


def gradient_descent(
    problem: Problem, weights: Array, *, rate: float, momentum: float = 0.0
) -> Iterator[Move]:
    """Plain BP, once an epoch: v = μ·v − η·g, w = w + v.

    Rumelhart, Hinton and Williams (1986); μ = 0 leaves the momentum out.
    """
    return descent_by_parts([problem], weights, rate=rate, momentum=momentum)


def descent_by_parts(
    parts: Sequence[Problem],
    weights: Array,
    *,
    rate: float,
    momentum: float = 0.0,
    orders: Iterable[Sequence[int]] | None = None,
) -> Iterator[Move]:
    """Plain BP sample by sample, and SGD: the same move after every part of the samples.

    Parameters
    ----------
    parts
        The problem of each sample, or of each mini-batch.
    orders
        For each epoch the order of the parts; when it ends, so does this. The order given, for
        ever, without.

    Yields
    ------
    Move
        With the sum of the errors of the parts, each where its turn came.
    """
    w = weights.copy()
    v = np.zeros(w.size)
    for order in _same_order(len(parts)) if orders is None else orders:
        total = 0.0
        for number in order:
            error, g = parts[number](w.copy())
            total += error
            for i in range(w.size):
                v[i] = momentum * v[i] - rate * g[i]
                w[i] = w[i] + v[i]
        yield Move(total, w.copy(), np.empty(0))


def _same_order(count: int) -> Iterator[Sequence[int]]:
    while True:
        yield range(count)


# --- Adam ---------------------------------------------------------------------------------


def adam(
    problem: Problem,
    weights: Array,
    *,
    rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
) -> Iterator[Move]:
    """Adam, algorithm 1 of Kingma and Ba (2015)."""
    return adamw(problem, weights, rate=rate, beta1=beta1, beta2=beta2, epsilon=epsilon, decay=0.0)


def adamw(
    problem: Problem,
    weights: Array,
    *,
    rate: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
    decay: float = 0.01,
) -> Iterator[Move]:
    """AdamW, Loshchilov and Hutter (2019): Adam, and apart from its gradient w = w − η·λ·w.

    The decay comes before the step and takes part in no average, as in `torch.optim.AdamW`.
    """
    w = weights.copy()
    m, v = np.zeros(w.size), np.zeros(w.size)
    t = 0
    while True:
        error, g = problem(w.copy())
        t += 1
        for i in range(w.size):
            w[i] = w[i] - rate * decay * w[i]
            m[i] = beta1 * m[i] + (1 - beta1) * g[i]
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
            m_corrected = m[i] / (1 - beta1**t)
            v_corrected = v[i] / (1 - beta2**t)
            w[i] = w[i] - rate * m_corrected / (math.sqrt(v_corrected) + epsilon)
        yield Move(error, w.copy(), np.empty(0))
