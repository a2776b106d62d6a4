"""Small networks and samples for the tests of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor

from core.job import ACTIVATIONS, Activation
from core.networks.activations import FUNCTIONS
from core.networks.bp import BPNetwork

LEARNING: tuple[Activation, ...] = tuple(a for a in ACTIVATIONS if FUNCTIONS[a].learns)

# torch's own functions, whose derivatives autograd knows
WITH_AUTOGRAD: dict[Activation, Callable[[Tensor], Tensor]] = {
    "linear": lambda x: x,
    "logistic": torch.sigmoid,
    "tanh": torch.tanh,
    "ramp1": lambda x: x.clamp(0, 1),
    "ramp2": lambda x: x.clamp(-1, 1),
    "relu": torch.relu,
    "leaky_relu": torch.nn.functional.leaky_relu,
    "elu": torch.nn.functional.elu,
}


def random_network(
    sizes: Sequence[int], activations: Sequence[Activation], members: int = 1, seed: int = 1
) -> BPNetwork:
    """Return a network with weights and biases U(−1, 1)."""
    network = BPNetwork(sizes, activations, members=members)
    network.parameters.uniform_(-1, 1, generator=torch.Generator().manual_seed(seed))
    return network


def copied(network: BPNetwork) -> BPNetwork:
    """Return a network of its own with the same weights."""
    other = BPNetwork(network.sizes, network.activations, members=network.members)
    other.parameters.copy_(network.parameters)
    return other


def member(network: BPNetwork, number: int) -> BPNetwork:
    """Return one member as a network of its own."""
    other = BPNetwork(network.sizes, network.activations)
    other.parameters.copy_(network.parameters[number : number + 1])
    return other


def random_samples(count: int, inputs: int, outputs: int, seed: int = 1) -> tuple[Tensor, Tensor]:
    """Return inputs U(−1, 1) and targets U(0, 1)."""
    numbers = torch.Generator().manual_seed(1000 + seed)
    return (
        torch.rand(count, inputs, dtype=torch.float64, generator=numbers) * 2 - 1,
        torch.rand(count, outputs, dtype=torch.float64, generator=numbers),
    )


def loss_by_autograd(network: BPNetwork, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
    """Return MSE of each member, shape (K,), and its gradient, shape (K, N), without `backward`."""
    layers = [
        (weights.clone().requires_grad_(), biases.clone().requires_grad_())
        for weights, biases in zip(network.weights, network.biases, strict=True)
    ]
    values = inputs if inputs.dim() == 3 else inputs.expand(network.members, -1, -1)
    for (weights, biases), name in zip(layers, network.activations, strict=True):
        values = WITH_AUTOGRAD[name](values @ weights + biases)
    loss = ((values - targets) ** 2).sum(dim=(1, 2)) / (2 * inputs.shape[-2])
    loss.sum().backward()
    parts = []
    for pair in layers:
        for part in pair:
            assert part.grad is not None
            parts.append(part.grad.flatten(1))
    return loss.detach(), torch.cat(parts, dim=1)


@contextmanager
def one_thread() -> Iterator[None]:
    """Use one core, as `choose_device` does for small networks."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
