"""The order of computing: a pooling done before its ReLU changes no bit."""

from __future__ import annotations

import torch
from torch import nn

from core.image_job import CNN
from core.networks.cnn.building import build
from core.networks.cnn.order import order_of
from core.networks.cnn.plan import plan_network

PLAN = plan_network(CNN(name="lenet-5"), (1, 28, 28), 10)
NAMES = [planned.layer.name for planned in PLAN.layers]


def test_a_max_pooling_comes_before_the_relu_that_it_alone_reads() -> None:
    steps = order_of(PLAN, (PLAN.values_layer,))
    kinds = {planned.layer.name: planned.layer.kind for planned in PLAN.layers}
    assert [kinds[step.layer] for step in steps[:6]] == [
        "convolution",
        "max_pool",
        "activation",
    ] * 2
    for step in steps:
        assert not set(step.over) - set(step.inputs)


def test_a_relu_that_somebody_looks_at_is_computed_in_its_place() -> None:
    steps = order_of(PLAN, tuple(NAMES))
    assert [step.layer for step in steps] == NAMES
    assert all(step.result == step.layer for step in steps)
    assert all(not step.over or step.over == ("input",) for step in steps)


def test_values_and_gradients_are_those_of_the_layers_one_after_the_other() -> None:
    network = build(PLAN)
    network.initialise(1)
    plain = nn.Sequential(*(network.layers[name] for name in NAMES[:-1]))
    images = torch.rand(7, 1, 28, 28, generator=torch.Generator().manual_seed(1))
    found = []
    for outputs in (network(images), plain(images)):
        network.zero_grad()
        outputs.square().sum().backward()
        found.append([outputs.detach(), *(w.grad.clone() for w in network.parameters())])  # type: ignore[union-attr]
    assert all(torch.equal(one, other) for one, other in zip(*found, strict=True))
