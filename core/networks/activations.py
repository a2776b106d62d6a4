"""The activations a layer can have, each with its derivative and its range."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import torch
from torch import Tensor

from core.job import Activation
from core.networks.forward import LEAK


@dataclass(frozen=True)
class Function:
    """An activation f.

    Attributes
    ----------
    f
        The activation; takes and returns a tensor of any shape.
    derivative
        f′ from x and y = f(x).
    low, high
        Range of y; infinite where unbounded.
    learns
        False where f′ is 0 everywhere, so that no gradient passes.
    """

    f: Callable[[Tensor], Tensor]
    derivative: Callable[[Tensor, Tensor], Tensor]
    low: float
    high: float
    learns: bool = True

    @property
    def is_bounded(self) -> bool:
        return self.high - self.low < float("inf")


_INFINITE = float("inf")

FUNCTIONS: Mapping[Activation, Function] = MappingProxyType(
    {
        "linear": Function(lambda x: x, lambda x, y: torch.ones_like(y), -_INFINITE, _INFINITE),
        "logistic": Function(torch.sigmoid, lambda x, y: y * (1 - y), 0.0, 1.0),
        "tanh": Function(torch.tanh, lambda x, y: 1 - y * y, -1.0, 1.0),
        "step1": Function(
            lambda x: (x >= 0).to(x.dtype), lambda x, y: torch.zeros_like(y), 0.0, 1.0, False
        ),
        "step2": Function(
            lambda x: 2 * (x >= 0).to(x.dtype) - 1,
            lambda x, y: torch.zeros_like(y),
            -1.0,
            1.0,
            False,
        ),
        "ramp1": Function(
            lambda x: x.clamp(0, 1), lambda x, y: ((x > 0) & (x < 1)).to(x.dtype), 0.0, 1.0
        ),
        "ramp2": Function(
            lambda x: x.clamp(-1, 1), lambda x, y: ((x > -1) & (x < 1)).to(x.dtype), -1.0, 1.0
        ),
        "relu": Function(torch.relu, lambda x, y: (x > 0).to(x.dtype), 0.0, _INFINITE),
        "leaky_relu": Function(
            lambda x: torch.where(x > 0, x, LEAK * x),
            lambda x, y: torch.where(x > 0, torch.ones_like(x), LEAK),
            -_INFINITE,
            _INFINITE,
        ),
        "elu": Function(
            lambda x: torch.where(x > 0, x, torch.expm1(x)),
            lambda x, y: torch.where(x > 0, torch.ones_like(y), y + 1),
            -1.0,
            _INFINITE,
        ),
        "softsign": Function(
            lambda x: x / (1 + x.abs()), lambda x, y: (1 - y.abs()) ** 2, -1.0, 1.0
        ),
        # every output hangs on every sum, so there is no f′ of one number; see `delta_of`
        "softmax": Function(
            lambda x: torch.softmax(x, dim=-1), lambda x, y: torch.full_like(y, torch.nan), 0.0, 1.0
        ),
    }
)


def delta_of(activation: Activation, slope: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """Return ∂E/∂x from ∂E/∂y (`slope`), all of shape (..., units).

    That is f′(x)·∂E/∂y, and for softmax y_j·(∂E/∂y_j − Σ_k ∂E/∂y_k·y_k).
    """
    if activation == "softmax":
        return y * (slope - (slope * y).sum(dim=-1, keepdim=True))
    return slope * FUNCTIONS[activation].derivative(x, y)
