"""RPROP on weights of autograd: against torch's own, and against the rule written out."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from core.cnn.rprop import SMALLEST, SignSteps


def small_network() -> nn.Sequential:
    torch.manual_seed(3)
    return nn.Sequential(nn.Conv2d(1, 3, 3), nn.Tanh(), nn.Flatten(), nn.Linear(3 * 16, 4)).double()


def descend(network: nn.Module, optimizer: torch.optim.Optimizer, epochs: int) -> None:
    chance = torch.Generator().manual_seed(4)
    images = torch.randn(20, 1, 6, 6, generator=chance, dtype=torch.float64)
    labels = torch.arange(20) % 4
    for _ in range(epochs):
        optimizer.zero_grad()
        functional.cross_entropy(network(images), labels).backward()
        optimizer.step()


def test_irprop_minus_is_that_of_torch() -> None:
    ours, theirs = small_network(), small_network()
    steps = SignSteps([{"params": ours.parameters()}], initial=0.01, largest=1.0, forgets=True)
    # torch's first step is its rate; ours is 1.2 Δ₀
    rprop = torch.optim.Rprop(theirs.parameters(), lr=0.012, step_sizes=(SMALLEST, 1.0))
    descend(ours, steps, 200)
    descend(theirs, rprop, 200)
    for one, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.allclose(one, other, rtol=0, atol=1e-12)


@pytest.mark.parametrize("forgets", [False, True])
def test_each_weight_follows_the_rule(forgets: bool) -> None:
    gradients = np.random.default_rng(5).normal(size=(60, 7)).round(1)
    weight = nn.Parameter(torch.zeros(7, dtype=torch.float64))
    optimizer = SignSteps([{"params": [weight]}], initial=0.1, largest=0.5, forgets=forgets)
    for gradient in gradients:
        weight.grad = torch.from_numpy(gradient)
        optimizer.step()
    assert weight.detach().numpy() == pytest.approx(by_hand(gradients, forgets), abs=1e-12)


def by_hand(gradients: np.ndarray, forgets: bool) -> np.ndarray:
    weights = np.zeros(gradients.shape[1])
    for number in range(len(weights)):
        size, previous = 0.1, gradients[0, number]
        for gradient in gradients[:, number]:
            if gradient * previous > 0:
                size = min(1.2 * size, 0.5)
            elif gradient * previous < 0:
                size = max(0.5 * size, SMALLEST)
                gradient = 0.0 if forgets else gradient
            weights[number] -= np.sign(gradient) * size
            previous = gradient
    return weights


def test_weight_decay_is_part_of_the_gradient() -> None:
    weight = nn.Parameter(torch.tensor([2.0, -2.0]))
    optimizer = SignSteps(
        [{"params": [weight], "weight_decay": 0.5}], initial=0.1, largest=1.0, forgets=False
    )
    weight.grad = torch.tensor([-0.5, -0.5])
    optimizer.step()
    assert weight.tolist() == pytest.approx([2.0 - 0.12, -2.0 + 0.12])
