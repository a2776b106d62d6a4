"""The trainers of a CNN: what they are built of, and their state as named tensors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import torch
from torch import Tensor, nn

from core.cnn.fused import FusedAdam, FusedSGD
from core.cnn.rprop import SignSteps
from core.job_sections.cnn import BY_BATCH, CNNTraining

# what keeps Adam's quotient finite, and its two decays: the figures of Kingma & Ba 2015
ADAM_BETAS, ADAM_EPSILON = (0.9, 0.999), 1e-8


def is_full_batch(training: CNNTraining) -> bool:
    """Whether the trainer changes the weights once an epoch, by the gradient of all samples."""
    return training.trainer not in BY_BATCH


def build_optimizer(training: CNNTraining, network: nn.Module) -> torch.optim.Optimizer:
    """Return the trainer of the weights that can be trained.

    Weight decay acts on weights of convolutions and fully connected layers alone: on whatever has
    more than one dimension (Goyal et al. 2017, 5.3 leave out normalisation and biases too).
    """
    groups = decay_groups(training.weight_decay, network.parameters())
    fuses = _can_fuse(network)
    if training.trainer == "sgd":
        return (FusedSGD if fuses else torch.optim.SGD)(
            groups,
            lr=training.learning_rate,
            momentum=training.momentum,
            nesterov=training.momentum > 0,
        )
    if training.trainer in ("adam", "adamw"):
        return (FusedAdam if fuses else torch.optim.Adam)(
            groups,
            lr=training.learning_rate,
            betas=ADAM_BETAS,
            eps=ADAM_EPSILON,
            decoupled_weight_decay=training.trainer == "adamw",
        )
    return SignSteps(
        groups,
        initial=training.initial_step,
        largest=training.largest_step,
        forgets=training.trainer == "irprop-",
    )


def decay_groups(decay: float, parameters: Iterable[nn.Parameter]) -> list[dict[str, Any]]:
    """Return the weights in two groups: with and without weight decay."""
    trained = [weight for weight in parameters if weight.requires_grad]
    decayed = [weight for weight in trained if weight.ndim > 1]
    free = [weight for weight in trained if weight.ndim <= 1]
    if decay == 0.0:
        # one group is one call of a fused trainer
        return [{"params": [*decayed, *free], "weight_decay": 0.0}]
    groups = [{"params": decayed, "weight_decay": decay}, {"params": free, "weight_decay": 0.0}]
    return [group for group in groups if group["params"]]


def _can_fuse(network: nn.Module) -> bool:
    kinds = {weight.device.type for weight in network.parameters()}
    return kinds <= {"cpu"} or kinds <= {"cuda"}


def optimizer_state(optimizer: torch.optim.Optimizer) -> dict[str, Tensor]:
    """Return what the trainer remembers, by the number of the weight and a name: "3.size"."""
    state = optimizer.state_dict()["state"]
    return {
        f"{number}.{name}": value
        for number, values in state.items()
        for name, value in values.items()
        if isinstance(value, Tensor)
    }


def load_optimizer_state(optimizer: torch.optim.Optimizer, tensors: Mapping[str, Tensor]) -> None:
    """Take what `optimizer_state` gave.

    Raises
    ------
    ValueError
        When it is the state of other weights.
    """
    weights = [weight for group in optimizer.param_groups for weight in group["params"]]
    state: dict[int, dict[str, Tensor]] = {}
    for key, value in tensors.items():
        number, _, name = key.partition(".")
        at = int(number)
        if at >= len(weights) or (value.ndim and value.shape != weights[at].shape):
            raise ValueError(f"{key} is of other weights")
        state.setdefault(at, {})[name] = _laid_out_as(weights[at], value)
    groups = optimizer.state_dict()["param_groups"]
    optimizer.load_state_dict({"state": state, "param_groups": groups})


def _laid_out_as(weight: Tensor, value: Tensor) -> Tensor:
    """Return a value in the memory layout of its weight: fused trainers go through both in step."""
    return torch.empty_like(weight).copy_(value) if value.shape == weight.shape else value
