"""Trainers: what decays, and a state that survives being written down."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from core.cnn.optimizers import (
    ADAM_BETAS,
    ADAM_EPSILON,
    build_optimizer,
    decay_groups,
    load_optimizer_state,
    optimizer_state,
)
from core.image_job import CNNTraining

TRAINERS = ["sgd", "adam", "adamw", "rprop-", "irprop-"]


def network(layout: torch.memory_format = torch.contiguous_format) -> nn.Sequential:
    torch.manual_seed(1)
    made = nn.Sequential(
        nn.Conv2d(1, 2, 3),
        nn.BatchNorm2d(2),
        nn.Conv2d(2, 2, 3, padding=1),
        nn.Flatten(),
        nn.Linear(32, 3),
    )
    return made.to(memory_format=layout)  # type: ignore[call-overload]


def go(of: nn.Sequential, optimizer: torch.optim.Optimizer, steps: int) -> None:
    images = torch.arange(4 * 36.0).reshape(4, 1, 6, 6).sin()
    for _ in range(steps):
        optimizer.zero_grad()
        of(images).square().sum().backward()
        optimizer.step()


@pytest.mark.parametrize("trainer", TRAINERS)
def test_only_kernels_decay(trainer: str) -> None:
    training = CNNTraining.model_validate({"trainer": trainer, "weight_decay": 0.3})
    groups = build_optimizer(training, network()).param_groups
    assert [(len(group["params"]), group["weight_decay"]) for group in groups] == [
        (3, 0.3),
        (5, 0.0),
    ]


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
@pytest.mark.parametrize("trainer", TRAINERS)
def test_a_state_goes_on_bit_for_bit(trainer: str, layout: torch.memory_format) -> None:
    training = CNNTraining.model_validate({"trainer": trainer, "learning_rate": 0.01})
    one, other = network(layout), network(layout)
    first = build_optimizer(training, one)
    go(one, first, 3)
    second = build_optimizer(training, other)
    other.load_state_dict(one.state_dict())
    load_optimizer_state(
        second, {name: t.clone().contiguous() for name, t in optimizer_state(first).items()}
    )
    go(one, first, 3)
    go(other, second, 3)
    for ours, theirs in zip(one.parameters(), other.parameters(), strict=True):
        assert torch.equal(ours, theirs)


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
@pytest.mark.parametrize(
    ("trainer", "momentum"), [("sgd", 0.0), ("sgd", 0.9), ("adam", 0.9), ("adamw", 0.9)]
)
def test_steps_are_those_of_torch_bit_for_bit(
    trainer: str, momentum: float, layout: torch.memory_format
) -> None:
    training = CNNTraining.model_validate(
        {"trainer": trainer, "momentum": momentum, "learning_rate": 0.01, "weight_decay": 0.1}
    )
    one, other = network(layout), network(layout)
    ours = build_optimizer(training, one)
    groups = decay_groups(training.weight_decay, other.parameters())
    if trainer == "sgd":
        theirs: torch.optim.Optimizer = torch.optim.SGD(
            groups, lr=0.01, momentum=momentum, nesterov=momentum > 0, fused=True
        )
    else:
        kind = torch.optim.Adam if trainer == "adam" else torch.optim.AdamW
        theirs = kind(groups, lr=0.01, betas=ADAM_BETAS, eps=ADAM_EPSILON, fused=True)
    for rate in (0.01, 0.02, 0.005):
        for optimizer, of in ((ours, one), (theirs, other)):
            for group in optimizer.param_groups:
                group["lr"] = rate
            go(of, optimizer, 2)
    for first, second in zip(one.parameters(), other.parameters(), strict=True):
        assert torch.equal(first, second)
    # and nothing is remembered under other names
    assert optimizer_state(ours).keys() == optimizer_state(theirs).keys()


def test_a_state_of_other_weights_is_refused() -> None:
    training = CNNTraining()
    of = network()
    optimizer = build_optimizer(training, of)
    go(of, optimizer, 1)
    state = optimizer_state(optimizer)
    with pytest.raises(ValueError, match="other weights"):
        load_optimizer_state(optimizer, {**state, "99.momentum_buffer": torch.zeros(1)})
    name = next(iter(state))
    with pytest.raises(ValueError, match="other weights"):
        load_optimizer_state(optimizer, {**state, name: torch.zeros(5, 5)})
