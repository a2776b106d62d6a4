"""First weights: Nguyen–Widrow, uniform, Xavier or He."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.job import Activation, Initialisation
from core.networks.activations import FUNCTIONS

Array = NDArray[np.float64]


def generator(seed: int, member: int) -> np.random.Generator:
    """Return the random numbers of one member; they do not depend on the other members."""
    return np.random.default_rng([seed, member])


def magnitude(units: int, inputs: int, hidden: Sequence[Activation]) -> float:
    """Return Wmag, the length of every row of a hidden layer's weights.

    0.7·S1^(1/S0) when all hidden layers are tanh, 2.8·S1^(1/S0) when all are logistic, with S1
    units reading S0 inputs (Nguyen and Widrow 1990, as in the functions ``nwtan`` and
    ``nwlog``). For other activations no factor is published; 0.7 is our choice.
    """
    factor = 2.8 if set(hidden) == {"logistic"} else 0.7
    return float(factor * units ** (1 / inputs))


def nguyen_widrow(
    rng: np.random.Generator,
    units: int,
    low: Array,
    high: Array,
    size: float,
    *,
    normal: bool = False,
) -> tuple[Array, Array]:
    """Return weights, shape (units, inputs), and biases, shape (units,), of a hidden layer.

    Every row has length `size` and every |bias| is at most `size` on inputs mapped to [-1, 1];
    both are then mapped back to the inputs' own ranges `low` to `high`, shape (inputs,). An input
    with a range of 0 is constant and treated as if its range were 2, so nothing is divided by 0.
    The directions of the rows come from U(−1, 1), or from N(0, 1) with `normal`.
    """
    shape = (units, len(low))
    rows = rng.standard_normal(shape) if normal else rng.uniform(-1.0, 1.0, shape)
    rows *= size / np.linalg.norm(rows, axis=1, keepdims=True)
    offsets = size * rng.uniform(-1.0, 1.0, units)
    spread = np.where(high > low, high - low, 2.0)
    weights = 2.0 * rows / spread
    return weights, offsets - weights @ ((high + low) / 2.0)


def first_weights(
    sizes: Sequence[int],
    activations: Sequence[Activation],
    low: Array,
    high: Array,
    seed: int,
    member: int,
    *,
    method: Initialisation = "nguyen_widrow",
    spread: float = 1.0,
) -> list[tuple[Array, Array]]:
    """Return weights (outputs, inputs) and biases of each layer for one member.

    Parameters
    ----------
    low, high
        Range of the inputs, shape (S,).
    method
        "nguyen_widrow": the first hidden layer sees inputs from `low` to `high`, each further one
        the range of the activation before it (−1 to 1 where that is unbounded); the output layer
        is U(−1, 1). "nguyen_widrow_normal": the same with normal directions. "uniform":
        U(−spread, spread) throughout. "xavier": U(±√(6 / (inputs + outputs))), biases 0 (Glorot
        and Bengio 2010). "he": N(0, 2 / inputs), biases 0 (He et al. 2015).
    """
    rng = generator(seed, member)
    if method in ("nguyen_widrow", "nguyen_widrow_normal"):
        return _nguyen_widrow_layers(rng, sizes, activations, low, high, method.endswith("normal"))
    return [_by_width(rng, ins, outs, method, spread) for ins, outs in pairwise(sizes)]


def _nguyen_widrow_layers(
    rng: np.random.Generator,
    sizes: Sequence[int],
    activations: Sequence[Activation],
    low: Array,
    high: Array,
    normal: bool,
) -> list[tuple[Array, Array]]:
    hidden = activations[:-1]
    layers: list[tuple[Array, Array]] = []
    for number, units in enumerate(sizes[1:-1]):
        size = magnitude(units, sizes[number], hidden)
        layers.append(nguyen_widrow(rng, units, low, high, size, normal=normal))
        low, high = _range_of(activations[number], units)
    outputs, inputs = sizes[-1], sizes[-2]
    layers.append((rng.uniform(-1.0, 1.0, (outputs, inputs)), rng.uniform(-1.0, 1.0, outputs)))
    return layers


def _by_width(
    rng: np.random.Generator, inputs: int, outputs: int, method: Initialisation, spread: float
) -> tuple[Array, Array]:
    shape = (outputs, inputs)
    if method == "uniform":
        return rng.uniform(-spread, spread, shape), rng.uniform(-spread, spread, outputs)
    if method == "xavier":
        limit = np.sqrt(6.0 / (inputs + outputs))
        return rng.uniform(-limit, limit, shape), np.zeros(outputs)
    return rng.standard_normal(shape) * np.sqrt(2.0 / inputs), np.zeros(outputs)


def _range_of(activation: Activation, units: int) -> tuple[Array, Array]:
    function = FUNCTIONS[activation]
    low, high = (function.low, function.high) if function.is_bounded else (-1.0, 1.0)
    return np.full(units, low), np.full(units, high)
