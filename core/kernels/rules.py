"""How each trainer moves the weights of one member, given the gradient.

The same rules stand in `core.trainers` for tensors of many members; tests hold both against plain
transcriptions of the papers.
"""

from __future__ import annotations

from typing import Any

import numba
from numpy.typing import NDArray

from core.kernels.layers import FAST

Array = NDArray[Any]
RPROP_MINUS, RPROP_PLUS, IRPROP_MINUS, IRPROP_PLUS, MOMENTUM, ADAM = range(6)
GROW, SHRINK = 1.2, 0.5
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8
# what a member remembers besides its arrays
STEPS_TAKEN, OBJECTIVE, OBJECTIVE_BEFORE = range(3)
# settings of a rule
LEARNING_RATE, INERTIA, LARGEST_STEP, DECAY, L1, L2 = range(6)


@numba.njit(nogil=True, error_model="numpy", fastmath=FAST)
def penalise(w: Array, g: Array, is_weight: Array, l1: float, l2: float) -> float:
    """Add the gradient of λ1·Σ|w| + ½λ2·Σw² to `g` and return its value; biases are left out."""
    if l1 == 0.0 and l2 == 0.0:
        return 0.0
    total = 0.0
    for n in range(len(w)):
        x = w[n] * is_weight[n]
        total += l1 * abs(x) + 0.5 * l2 * x * x
        sign = 1.0 if x > 0.0 else (-1.0 if x < 0.0 else 0.0)
        g[n] += l1 * sign + l2 * x
    return total


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def step(rule: int, w: Array, g: Array, memory: Array, scalars: Array, settings: Array) -> None:
    """Move the weights once.

    Parameters
    ----------
    w, g
        float64, shape (N,). Weights and gradient.
    memory
        float64, shape (3, N). RPROP: Δ, sign of the last gradient, last change. Momentum: the
        velocity. Adam: first and second moment.
    scalars
        float64, shape (3,): steps taken, objective now, objective before the last step.
    settings
        float64, shape (6,): learning rate, momentum, Δmax, weight decay, λ1, λ2.
    """
    if rule == MOMENTUM:
        _momentum(w, g, memory, settings)
    elif rule == ADAM:
        _adam(w, g, memory, scalars, settings)
    else:
        _rprop(rule, w, g, memory, scalars, settings)
    scalars[STEPS_TAKEN] += 1.0
    scalars[OBJECTIVE_BEFORE] = scalars[OBJECTIVE]


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def _rprop(rule: int, w: Array, g: Array, memory: Array, scalars: Array, settings: Array) -> None:
    steps, signs, changes = memory[0], memory[1], memory[2]
    largest = settings[LARGEST_STEP]
    if scalars[STEPS_TAKEN] == 0.0:
        # before the first step there is no last gradient: g(t−1) := g(t)
        for n in range(len(w)):
            signs[n] = 1.0 if g[n] > 0.0 else (-1.0 if g[n] < 0.0 else 0.0)
    rose = scalars[OBJECTIVE] > scalars[OBJECTIVE_BEFORE]
    if rule == RPROP_MINUS:
        for n in range(len(w)):
            sign = 1.0 if g[n] > 0.0 else (-1.0 if g[n] < 0.0 else 0.0)
            agreement = sign * signs[n]
            factor = GROW if agreement > 0.0 else (SHRINK if agreement < 0.0 else 1.0)
            grown = steps[n] * factor
            steps[n] = largest if grown > largest else grown
            signs[n] = sign
            w[n] -= sign * steps[n]
        return
    for n in range(len(w)):
        sign = 1.0 if g[n] > 0.0 else (-1.0 if g[n] < 0.0 else 0.0)
        agreement = sign * signs[n]
        factor = GROW if agreement > 0.0 else (SHRINK if agreement < 0.0 else 1.0)
        grown = steps[n] * factor
        steps[n] = largest if grown > largest else grown
        change = -sign * steps[n]
        if agreement < 0.0:
            takes_back = rule == RPROP_PLUS or (rule == IRPROP_PLUS and rose)
            change = -changes[n] if takes_back else 0.0
            sign = 0.0
        signs[n] = sign
        changes[n] = change
        w[n] += change


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def _momentum(w: Array, g: Array, memory: Array, settings: Array) -> None:
    velocity, rate, inertia = memory[0], settings[LEARNING_RATE], settings[INERTIA]
    for n in range(len(w)):
        velocity[n] = inertia * velocity[n] + g[n]
        w[n] -= rate * velocity[n]


@numba.njit(nogil=True, error_model="numpy", fastmath={"contract"})
def _adam(w: Array, g: Array, memory: Array, scalars: Array, settings: Array) -> None:
    first, second, rate = memory[0], memory[1], settings[LEARNING_RATE]
    taken = scalars[STEPS_TAKEN] + 1.0
    first_share = 1.0 - BETA1**taken
    second_share = (1.0 - BETA2**taken) ** 0.5
    for n in range(len(w)):
        # the decay is 0 but for AdamW
        w[n] *= 1.0 - rate * settings[DECAY] * memory[2, n]
        first[n] = BETA1 * first[n] + (1.0 - BETA1) * g[n]
        second[n] = BETA2 * second[n] + (1.0 - BETA2) * g[n] * g[n]
        w[n] -= rate / first_share * first[n] / (second[n] ** 0.5 / second_share + EPSILON)
