"""The shape of each activation for its small picture; the network computes them in core."""

from __future__ import annotations

import math
from collections.abc import Callable

from core.job import Activation

_SHAPES: dict[Activation, Callable[[float], float]] = {
    "linear": lambda x: x / 3,
    "logistic": lambda x: 1 / (1 + math.exp(-2 * x)),
    "tanh": math.tanh,
    "step1": lambda x: float(x >= 0),
    "step2": lambda x: 1.0 if x >= 0 else -1.0,
    "ramp1": lambda x: min(1.0, max(0.0, x)),
    "ramp2": lambda x: min(1.0, max(-1.0, x)),
    "relu": lambda x: max(0.0, x) / 3,
    "leaky_relu": lambda x: (x if x > 0 else 0.1 * x) / 3,
    "softsign": lambda x: x / (1 + abs(x)) * 1.3,
    # of one output against another that stays at 0
    "softmax": lambda x: 1 / (1 + math.exp(-2 * x)),
    "elu": lambda x: (x if x > 0 else math.expm1(x)) / 3 * (1.0 if x > 0 else 2.0),
}


def curve_points(activation: Activation) -> list[tuple[float, float]]:
    """Return points from x = −3 to 3, drawn so that the shape is recognised at icon size."""
    shape = _SHAPES[activation]
    return [(x / 20, shape(x / 20)) for x in range(-60, 61)]
