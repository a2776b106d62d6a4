"""Activations of a BP network by the names a job uses.

Every derivative is computed from the output y alone, so that a layer keeps one tensor, not two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import torch
from torch import Tensor

from datasets.messages import Message, message

LEAKY_SLOPE = 0.01


@dataclass(frozen=True)
class Activation:
    """An activation y = f(x), with its derivative.

    Attributes
    ----------
    apply
        Replaces a tensor x by f(x) in place and returns it.
    chain
        Given δ and y = f(x), replaces δ by δ·f′(x) in place and returns it. y is left alone.
    output_range
        Smallest and largest output, or None where it is unbounded on a side.
    learnable
        False where f′ is zero everywhere: no gradient comes back through it.
    """

    apply: Callable[[Tensor], Tensor]
    chain: Callable[[Tensor, Tensor], Tensor]
    output_range: tuple[float, float] | None
    learnable: bool = True


def _logistic_chain(delta: Tensor, y: Tensor) -> Tensor:
    return delta.mul_(y).mul_(1 - y)


def _tanh_chain(delta: Tensor, y: Tensor) -> Tensor:
    return delta.mul_(1 - y * y)


def _leaky_relu(x: Tensor) -> Tensor:
    return torch.maximum(x, x * LEAKY_SLOPE, out=x)


def _leaky_relu_chain(delta: Tensor, y: Tensor) -> Tensor:
    return torch.where(y > 0, delta, delta * LEAKY_SLOPE, out=delta)


def _elu_chain(delta: Tensor, y: Tensor) -> Tensor:
    return torch.where(y > 0, delta, delta * (y + 1), out=delta)


def _nothing(delta: Tensor, y: Tensor) -> Tensor:
    return delta.zero_()


TABLE: Mapping[str, Activation] = MappingProxyType(
    {
        "linear": Activation(lambda x: x, lambda delta, y: delta, None),
        "logistic": Activation(torch.sigmoid_, _logistic_chain, (0.0, 1.0)),
        "tanh": Activation(torch.tanh_, _tanh_chain, (-1.0, 1.0)),
        "step1": Activation(lambda x: x.ge_(0), _nothing, (0.0, 1.0), learnable=False),
        "step2": Activation(
            lambda x: x.ge_(0).mul_(2).sub_(1), _nothing, (-1.0, 1.0), learnable=False
        ),
        "ramp1": Activation(
            lambda x: x.clamp_(0, 1),
            lambda delta, y: delta.mul_((y > 0) & (y < 1)),
            (0.0, 1.0),
        ),
        "ramp2": Activation(
            lambda x: x.clamp_(-1, 1),
            lambda delta, y: delta.mul_((y > -1) & (y < 1)),
            (-1.0, 1.0),
        ),
        "relu": Activation(torch.relu_, lambda delta, y: delta.mul_(y > 0), None),
        "leaky_relu": Activation(_leaky_relu, _leaky_relu_chain, None),
        "elu": Activation(torch.nn.functional.elu_, _elu_chain, None),
    }
)


def learning_notices(activations: Sequence[str]) -> tuple[Message, ...]:
    """Say which layers cannot learn because a step activation lets no gradient through.

    Parameters
    ----------
    activations
        Name of the activation of each layer after the inputs.

    Returns
    -------
    tuple of Message
        Empty, or one sentence for the deepest step: every layer up to it keeps its first weights.
    """
    steps = [layer for layer, name in enumerate(activations, 1) if not TABLE[name].learnable]
    if not steps:
        return ()
    if steps[-1] == len(activations):
        return (
            message(
                "Nothing in this network can be learned: the activation of the last layer is a "
                "step, whose derivative is 0."
            ),
        )
    return (
        message(
            "The weights of layers 1 to {layer} cannot be learned: the activation of layer "
            "{layer} is a step, whose derivative is 0.",
            layer=steps[-1],
        ),
    )
