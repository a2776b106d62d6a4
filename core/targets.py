"""Classes as the outputs of a network, and outputs read as classes again."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.job import Activation, Coding
from core.networks.activations import FUNCTIONS


def limits(activation: Activation) -> tuple[float, float]:
    """Return the outputs that stand for "not this class" and "this class"."""
    return (-1.0, 1.0) if activation in ("tanh", "step2", "ramp2", "softsign") else (0.0, 1.0)


def encode(
    codes: NDArray[np.int64],
    classes: int,
    activation: Activation,
    coding: Coding = "one_hot",
) -> Tensor:
    """Return targets, float64, shape (P, outputs), for class codes of shape (P,).

    One-hot and softmax: 0 and 1 in an output for each class, or −1 and 1 where the output
    activation reaches down to −1. Ordered: one output, the classes evenly spaced from the lower to
    the upper of these values.
    """
    low, high = limits(activation)
    if coding == "ordered":
        places = torch.from_numpy(codes).to(torch.float64) / max(classes - 1, 1)
        return (low + (high - low) * places).unsqueeze(1)
    targets = torch.full((len(codes), classes), low, dtype=torch.float64)
    targets[torch.arange(len(codes)), torch.from_numpy(codes)] = high
    return targets


def probabilities(
    outputs: Tensor, activation: Activation, coding: Coding = "one_hot", classes: int = 0
) -> Tensor:
    """Return the share of each class, shape (..., C), summing to 1, from outputs (..., outputs).

    Softmax outputs are shares already. One-hot outputs are mapped so that "not this class" is 0
    and "this class" is 1; those below 0 count as 0, and all are divided by their sum; where every
    output is 0 the classes share equally. One ordered output is shared between the two classes it
    lies between, by its distance from each. Nothing has calibrated these estimates.

    Parameters
    ----------
    classes
        Number of classes, for the ordered coding.
    """
    if coding == "softmax":
        return outputs
    low, high = limits(activation)
    if coding == "ordered":
        place = ((outputs - low) / (high - low) * (classes - 1)).clamp(0, classes - 1)
        distance = (place - torch.arange(classes, dtype=place.dtype, device=place.device)).abs()
        return (1 - distance).clamp(min=0)
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
