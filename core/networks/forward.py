"""The outputs of a network from its weights, with numpy alone: the window has no torch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from core.job import Activation

Array = NDArray[np.float64]
LEAK = 0.01


def _logistic(x: Array) -> Array:
    # of a negative exponent only, so that nothing overflows
    power = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, power) / (1.0 + power)


def _softmax(x: Array) -> Array:
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


ACTIVATIONS: Mapping[Activation, Callable[[Array], Array]] = MappingProxyType(
    {
        "linear": lambda x: x,
        "logistic": _logistic,
        "tanh": np.tanh,
        "step1": lambda x: np.where(x >= 0, 1.0, 0.0),
        "step2": lambda x: np.where(x >= 0, 1.0, -1.0),
        "ramp1": lambda x: np.clip(x, 0.0, 1.0),
        "ramp2": lambda x: np.clip(x, -1.0, 1.0),
        "relu": lambda x: np.maximum(x, 0.0),
        "leaky_relu": lambda x: np.where(x > 0, x, LEAK * x),
        "elu": lambda x: np.where(x > 0, x, np.expm1(np.minimum(x, 0.0))),
        "softsign": lambda x: x / (1.0 + np.abs(x)),
        "softmax": _softmax,
    }
)


def parameter_count(sizes: Sequence[int]) -> int:
    """Return N, the number of weights and biases between layers of these sizes."""
    return sum((inputs + 1) * outputs for inputs, outputs in pairwise(sizes))


def layer_parameters(
    parameters: NDArray[np.floating], sizes: Sequence[int]
) -> list[tuple[NDArray[np.floating], NDArray[np.floating]]]:
    """Return windows on the weights (inputs, outputs) and biases (outputs,) of each layer.

    Parameters
    ----------
    parameters
        Shape (N,): for each layer the weights row by row, then the biases.

    Raises
    ------
    ValueError
        When N is not that of the sizes.
    """
    if parameters.shape != (parameter_count(sizes),):
        raise ValueError(f"{parameters.shape} parameters for a network {tuple(sizes)}")
    layers, start = [], 0
    for inputs, outputs in pairwise(sizes):
        middle, end = start + inputs * outputs, start + (inputs + 1) * outputs
        layers.append((parameters[start:middle].reshape(inputs, outputs), parameters[middle:end]))
        start = end
    return layers


def layer_outputs(
    parameters: NDArray[np.floating],
    sizes: Sequence[int],
    activations: Sequence[Activation],
    inputs: NDArray[np.floating],
) -> list[Array]:
    """Return what every layer gives, the inputs first: float64, shapes (P, units).

    Parameters
    ----------
    parameters
        Shape (N,), as `layer_parameters` reads them.
    activations
        Activation of each layer after the inputs.
    inputs
        Prepared samples, shape (P, S).
    """
    values = [np.asarray(inputs, dtype=np.float64)]
    layers = layer_parameters(parameters.astype(np.float64), sizes)
    # weights of a run that diverged may be infinite; their outputs are then NaN, as in training
    with np.errstate(over="ignore", invalid="ignore"):
        for (weights, biases), activation in zip(layers, activations, strict=True):
            values.append(ACTIVATIONS[activation](values[-1] @ weights + biases))
    return values
