"""Classes as the outputs of a network, and outputs read as classes again."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.job import Activation
from core.networks.activations import FUNCTIONS


def _limits(activation: Activation) -> tuple[float, float]:
    """Return the outputs that stand for "not this class" and "this class"."""
    return (-1.0, 1.0) if activation in ("tanh", "step2", "ramp2") else (0.0, 1.0)


def encode(codes: NDArray[np.int64], classes: int, activation: Activation) -> Tensor:
    """Return one-hot targets, float64, shape (P, C), for class codes of shape (P,).

    The values are 0 and 1, or −1 and 1 where the output activation reaches down to −1.
    """
    low, high = _limits(activation)
    targets = torch.full((len(codes), classes), low, dtype=torch.float64)
    targets[torch.arange(len(codes)), torch.from_numpy(codes)] = high
    return targets


def probabilities(outputs: Tensor, activation: Activation) -> Tensor:
    """Return the share of each class, shape (..., C), summing to 1, from outputs of that shape.

    Outputs are mapped so that "not this class" is 0 and "this class" is 1; those below 0 count as
    0, and all are divided by their sum: an estimate that nothing has calibrated. Where every
    output is 0 the classes share equally.
    """
    low, high = _limits(activation)
    # outputs above 1 stay apart, so that the largest one wins; the bound keeps their sum finite
    largest = torch.finfo(outputs.dtype).max / outputs.shape[-1]
    shares = ((outputs - low) / (high - low)).clamp(0.0, largest)
    sums = shares.sum(dim=-1, keepdim=True)
    even = torch.full_like(shares, 1.0 / shares.shape[-1])
    tiny = torch.finfo(shares.dtype).tiny
    return torch.where(sums >= tiny, shares / sums.clamp(min=tiny), even)


def is_learnable(activations: tuple[Activation, ...]) -> bool:
    """Whether a gradient passes through every layer."""
    return all(FUNCTIONS[activation].learns for activation in activations)
