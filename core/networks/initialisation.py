"""First weights of a BP network.

Member k draws from a generator of its own, seeded with seed + k: it starts from the same weights
whether alone (with the seed seed + k) or as one of many.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.networks.activations import TABLE
from core.networks.bp import BPNetwork

TANH_FACTOR = 0.7
LOGISTIC_FACTOR = 2.8
OTHER_FACTOR = 0.7


def initialise_uniform(network: BPNetwork, bound: float, seed: int) -> None:
    """Draw every weight and every bias from U(-bound, bound).

    Parameters
    ----------
    network
        Changed in place.
    bound
        Positive.
    seed
        Member k uses seed + k.
    """
    for member in range(network.members):
        generator = _generator(seed, member)
        for weight, bias in zip(network.weights, network.biases, strict=True):
            weight[member] = bound * _uniform(weight.shape[1:], generator)
            bias[member] = bound * _uniform(bias.shape[1:], generator)


def initialise_nguyen_widrow(
    network: BPNetwork,
    lowest: NDArray[np.float64],
    highest: NDArray[np.float64],
    seed: int,
) -> None:
    """Nguyen–Widrow weights in the hidden layers, U(-1, 1) in the output layer.

    As in the old `nwtan` and `nwlog` initialisations. With S0 inputs of a
    layer, S1 units, Xrng = highest - lowest and Xmid = (highest + lowest)/2::

        W = Wmag · (rows of U(-1, 1) scaled to length 1),   b = Wmag · U(-1, 1)
        W1[j, i] = 2 · W[j, i] / Xrng[i],                   b1 = b - W1 · Xmid

    Wmag = 0.7·S1^(1/S0) when all hidden layers are tanh, 2.8·S1^(1/S0) when all are logistic.
    For any other choice the document gives no factor; 0.7 is ours. The document describes one
    hidden layer; a second and further one follows the same rule here, with the output range of
    the activation below it as `lowest` and `highest`, or (-1, 1) where that is unbounded. An
    input with Xrng = 0 is constant: its weights are zero and it does not count in S0.

    Parameters
    ----------
    network
        Changed in place.
    lowest, highest
        float64, shape (S,): smallest and largest value of each input over the training samples,
        as the network sees them (prepared).
    seed
        Member k uses seed + k.
    """
    factor = hidden_factor(network.activations[:-1])
    ranges = [(torch.as_tensor(lowest), torch.as_tensor(highest))]
    for name, units in zip(network.activations, network.sizes[1:-1], strict=False):
        low, high = TABLE[name].output_range or (-1.0, 1.0)
        ranges.append(
            (
                torch.full((units,), low, dtype=torch.float64),
                torch.full((units,), high, dtype=torch.float64),
            )
        )
    for member in range(network.members):
        generator = _generator(seed, member)
        for layer, (low, high) in enumerate(ranges[:-1]):
            weight, bias = _hidden_layer(network.sizes[layer + 1], low, high, factor, generator)
            network.weights[layer][member] = weight
            network.biases[layer][member] = bias
        network.weights[-1][member] = _uniform(network.weights[-1].shape[1:], generator)
        network.biases[-1][member] = _uniform(network.biases[-1].shape[1:], generator)


def hidden_factor(hidden: Sequence[str]) -> float:
    """Return the factor of Wmag for the activations of the hidden layers."""
    if hidden and all(name == "tanh" for name in hidden):
        return TANH_FACTOR
    if hidden and all(name == "logistic" for name in hidden):
        return LOGISTIC_FACTOR
    return OTHER_FACTOR


def _hidden_layer(
    units: int, low: Tensor, high: Tensor, factor: float, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    width = high - low
    varying = width > 0
    magnitude = factor * units ** (1.0 / max(1, int(varying.sum())))
    # Constant inputs draw too, so that dropping one leaves the other draws where they were.
    rows = torch.where(varying, _uniform((units, len(low)), generator), 0.0)
    norms = rows.norm(dim=1, keepdim=True)
    rows = magnitude * rows / torch.where(norms > 0, norms, 1.0)
    bias = magnitude * _uniform((units,), generator)
    weight = 2 * rows / torch.where(varying, width, 1.0)
    return weight, bias - weight @ ((high + low) / 2)


def _generator(seed: int, member: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed + member)


def _uniform(shape: Sequence[int], generator: torch.Generator) -> Tensor:
    """U(-1, 1) in float64 on the CPU: the same draws for every dtype and device."""
    return 2 * torch.rand(tuple(shape), dtype=torch.float64, generator=generator) - 1
