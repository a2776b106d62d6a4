"""Small networks and samples for the tests of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
import torch
from _pytest.mark import ParameterSet
from torch import Tensor
from torch.nn import functional

from core.engines import choosing, stretches
from core.engines.part import Part
from core.job import ACTIVATIONS, Activation, Coding, Loss, Training
from core.networks.activations import FUNCTIONS
from core.networks.bp import BPNetwork
from core.targets import encode
from core.training import TrainingLoop

# a training that nothing but the epoch limit ends
NEVER = 1e-300
# softmax learns too, but at the outputs alone
LEARNING: tuple[Activation, ...] = tuple(
    a for a in ACTIVATIONS if FUNCTIONS[a].learns and a != "softmax"
)
# output activation, coding and error that go together
LOSSES: list[tuple[Activation, Coding, Loss]] = [
    *((output, "one_hot", "mse") for output in LEARNING),
    *((output, "ordered", "mse") for output in LEARNING),
    ("softmax", "softmax", "mse"),
    ("logistic", "one_hot", "cross_entropy"),
    ("softmax", "softmax", "cross_entropy"),
]
# the ways to compute epochs; "stretches" is for more samples than a test wants to wait for
KINDS = ("fused", "stretches", "tensors")

# torch's own functions, whose derivatives autograd knows
WITH_AUTOGRAD: dict[Activation, Callable[[Tensor], Tensor]] = {
    "linear": lambda x: x,
    "logistic": torch.sigmoid,
    "tanh": torch.tanh,
    "ramp1": lambda x: x.clamp(0, 1),
    "ramp2": lambda x: x.clamp(-1, 1),
    "relu": torch.relu,
    "leaky_relu": functional.leaky_relu,
    "elu": functional.elu,
    "softsign": functional.softsign,
    "softmax": lambda x: torch.softmax(x, dim=-1),
}

# every trainer, with settings under which small networks learn
TRAINERS: Mapping[str, Mapping[str, Any]] = {
    "rprop-": {"trainer": "rprop-"},
    "rprop+": {"trainer": "rprop+"},
    "irprop-": {"trainer": "irprop-"},
    "irprop+": {"trainer": "irprop+"},
    "bp batch": {"trainer": "bp", "update": "batch", "learning_rate": 0.9},
    "bp momentum": {"trainer": "bp", "update": "batch", "learning_rate": 0.3, "momentum": 0.6},
    "bp sample": {"trainer": "bp", "update": "sample", "learning_rate": 0.3},
    "sgd": {"trainer": "sgd", "batch_size": 5, "learning_rate": 0.2, "momentum": 0.5},
    "adam": {"trainer": "adam", "batch_size": 0, "learning_rate": 0.05},
    "adam batches": {"trainer": "adam", "batch_size": 4, "learning_rate": 0.02},
    "adamw": {"trainer": "adamw", "batch_size": 0, "learning_rate": 0.05, "l2": 0.1},
    "lbfgs": {"trainer": "lbfgs"},
}

IN_BATCHES = ("bp sample", "sgd", "adam batches")
# their results hang on no order in which the samples are met
FULL_BATCH = tuple(name for name in TRAINERS if name not in IN_BATCHES)


def training_of(name: str, **more: Any) -> Training:
    """Return one of `TRAINERS` that nothing but 25 epochs end."""
    return Training(**{"error_goal": NEVER, "epochs": 25, **TRAINERS[name], **more})


def goes_with(name: str, kind: str) -> bool:
    """Whether a trainer is ever carried out this way; L-BFGS has an engine of its own."""
    return kind == "fused" or (name != "lbfgs" and not (name in IN_BATCHES and kind == "stretches"))


def ways(names: Iterable[str], kinds: Iterable[str]) -> list[ParameterSet]:
    """Return every trainer with every engine that it goes with, for `parametrize`.

    Each trainer with the engine that it has in runs, and every engine with some trainers, are
    always tested; the others thoroughly.
    """
    usual = ("rprop-", "bp momentum", "adam batches", "lbfgs")
    return [
        pytest.param(
            name, kind, marks=() if kind == "fused" or name in usual else pytest.mark.thorough
        )
        for name in names
        for kind in kinds
        if goes_with(name, kind)
    ]


def random_network(
    sizes: Sequence[int],
    activations: Sequence[Activation],
    members: int = 1,
    seed: int = 1,
    loss: Loss = "mse",
) -> BPNetwork:
    """Return a network with weights and biases U(−1, 1)."""
    network = BPNetwork(sizes, activations, members=members, loss=loss)
    network.parameters.uniform_(-1, 1, generator=torch.Generator().manual_seed(seed))
    return network


def copied(network: BPNetwork, members: slice = slice(None)) -> BPNetwork:
    """Return a network of its own with the same weights, of all members or of some."""
    parameters = network.parameters[members]
    other = BPNetwork(
        network.sizes, network.activations, members=len(parameters), loss=network.loss_name
    )
    other.parameters.copy_(parameters)
    return other


def member(network: BPNetwork, number: int) -> BPNetwork:
    """Return one member as a network of its own."""
    return copied(network, slice(number, number + 1))


def random_samples(count: int, inputs: int, outputs: int, seed: int = 1) -> tuple[Tensor, Tensor]:
    """Return inputs U(−1, 1) and targets U(0, 1)."""
    numbers = torch.Generator().manual_seed(1000 + seed)
    return (
        torch.rand(count, inputs, dtype=torch.float64, generator=numbers) * 2 - 1,
        torch.rand(count, outputs, dtype=torch.float64, generator=numbers),
    )


def coded_samples(
    network: BPNetwork, count: int, coding: Coding = "one_hot", seed: int = 1
) -> tuple[Tensor, Tensor]:
    """Return inputs U(−1, 1) and the targets of classes drawn at random."""
    inputs, _ = random_samples(count, network.sizes[0], 1, seed)
    classes = 4 if coding == "ordered" else network.sizes[-1]
    codes = np.random.default_rng(seed).integers(0, classes, count)
    return inputs, encode(codes, classes, network.activations[-1], coding)


def loop_of(
    network: BPNetwork, training: Training, parts: Sequence[Part], kind: str, **options: Any
) -> TrainingLoop:
    """Return a loop that computes in one of `KINDS` whatever the number of samples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choosing, "STRETCH", 0 if kind == "stretches" else 10**9)
        engine: Any = "tensors" if kind == "tensors" else "kernel"
        return TrainingLoop(network, training, parts, engine=engine, **options)


def noisy_network(members: int = 2, seed: int = 1) -> BPNetwork:
    """Return a network for `noisy_part`."""
    return random_network((3, 4, 2), ("tanh", "logistic"), members, seed)


def noisy_part(members: int = 2, *, held_out: bool = True, seed: int = 1) -> Part:
    """Return 14 samples and 6 for validation; targets are random, so its loss soon rises."""
    inputs, targets = random_samples(20, 3, 2, seed)
    if not held_out:
        return Part(inputs[:14], targets[:14], members=members)
    return Part(inputs[:14], targets[:14], inputs[14:], targets[14:], members)


def noisy_loop(
    network: BPNetwork, training: Training, kind: str = "fused", *, held_out: bool = True
) -> TrainingLoop:
    """Return a loop for all members of a network on one `noisy_part`."""
    return loop_of(network, training, [noisy_part(network.members, held_out=held_out)], kind)


def loss_by_autograd(
    network: BPNetwork, inputs: Tensor, targets: Tensor, l1: float = 0.0, l2: float = 0.0
) -> tuple[Tensor, Tensor]:
    """Return the mean error of each member, shape (K,), and the gradient, shape (K, N).

    Without anything of `BPNetwork` but its weights. The gradient is that of error and penalties.
    """
    layers = [
        (weights.clone().requires_grad_(), biases.clone().requires_grad_())
        for weights, biases in zip(network.weights, network.biases, strict=True)
    ]
    values = inputs if inputs.dim() == 3 else inputs.expand(network.members, -1, -1)
    sums = values
    for (weights, biases), name in zip(layers, network.activations, strict=True):
        sums = values @ weights + biases
        values = WITH_AUTOGRAD[name](sums)
    error = _error(network, sums, values, targets) / inputs.shape[-2]
    penalty = sum(l1 * w.abs().sum() + l2 / 2 * (w * w).sum() for w, _ in layers)
    (error.sum() + penalty).backward()
    parts = []
    for pair in layers:
        for part in pair:
            assert part.grad is not None
            parts.append(part.grad.flatten(1))
    return error.detach(), torch.cat(parts, dim=1)


def _error(network: BPNetwork, sums: Tensor, values: Tensor, targets: Tensor) -> Tensor:
    """Return Σ_p E_p of each member; cross-entropy from the sums, as torch has it."""
    if network.loss_name == "mse":
        return ((values - targets) ** 2).sum(dim=(1, 2)) / 2
    if network.activations[-1] == "softmax":
        return -(targets * torch.log_softmax(sums, dim=-1)).sum(dim=(1, 2))
    wanted = targets.expand_as(sums)
    each = functional.binary_cross_entropy_with_logits(sums, wanted, reduction="none")
    return each.sum(dim=(1, 2))


def assert_gradients_agree(found: Tensor, wanted: Tensor, tolerance: float) -> None:
    """Compare shapes (K, N), relative to the largest entry of each member."""
    largest = wanted.abs().amax(dim=1, keepdim=True)
    assert bool(((found - wanted).abs() <= tolerance * largest).all())


@contextmanager
def one_thread() -> Iterator[None]:
    """Use one core, as `choose_place` does for small networks."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@contextmanager
def short_stretches(samples: int) -> Iterator[None]:
    """Divide the samples into stretches of so many, so that few samples make several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "STRETCH", samples)
        yield
