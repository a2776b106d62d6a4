"""Which learning rates are advised against."""

from __future__ import annotations

import pytest

from core.image_job import CNN, CNNTraining
from core.networks.cnn.plan import plan_network
from core.networks.cnn.rate_advice import rate_advice


def advised(network: str, trainer: str, rate: float) -> float | None:
    plan = plan_network(CNN(name=network), (1, 28, 28), 10)
    training = CNNTraining.model_validate({"trainer": trainer, "learning_rate": rate})
    found = rate_advice(plan, training)
    return None if found is None else found.rate


@pytest.mark.parametrize("network", ["alexnet", "vgg-16", "googlenet"])
def test_deep_networks_without_normalisation_want_a_small_rate(network: str) -> None:
    assert advised(network, "sgd", 0.1) == 0.01
    assert advised(network, "sgd", 0.01) is None


@pytest.mark.parametrize("network", ["lenet-5", "resnet-18", "densenet-121", "digits"])
def test_shallow_and_normalised_ones_are_left_alone(network: str) -> None:
    assert advised(network, "sgd", 0.1) is None


def test_adam_wants_a_small_rate_and_rprop_has_none() -> None:
    assert advised("lenet-5", "adam", 0.1) == 0.001
    assert advised("lenet-5", "adamw", 0.003) is None
    assert advised("vgg-16", "irprop-", 0.1) is None
