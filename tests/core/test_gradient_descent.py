"""Plain BP, once an epoch and after every sample."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.job import Training
from core.networks.bp import BPNetwork
from core.trainers.building import Trainer, build_trainer
from core.trainers.gradient_descent import BatchDescent, SampleDescent
from core.training import TrainingLoop
from tests.core.small_networks import (
    copied,
    loss_by_autograd,
    one_thread,
    random_network,
    random_samples,
)

Array = NDArray[np.float64]


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    with one_thread():
        yield


class PlainNumpy:
    """A network of two layers, tanh and logistic, in plain numpy."""

    def __init__(self, network: BPNetwork) -> None:
        self.w1, self.w2 = (weights[0].numpy().copy() for weights in network.weights)
        self.b1, self.b2 = (biases[0, 0].numpy().copy() for biases in network.biases)

    def descend(self, inputs: Array, targets: Array, rate: float) -> None:
        """Move down the gradient of E = Σ_p E_p / P over these samples."""
        hidden = np.tanh(inputs @ self.w1 + self.b1)
        outputs = 1 / (1 + np.exp(-(hidden @ self.w2 + self.b2)))
        outer = (outputs - targets) * outputs * (1 - outputs) / len(inputs)
        inner = (outer @ self.w2.T) * (1 - hidden**2)
        self.w2 -= rate * hidden.T @ outer
        self.b2 -= rate * outer.sum(axis=0)
        self.w1 -= rate * inputs.T @ inner
        self.b1 -= rate * inner.sum(axis=0)

    @property
    def parameters(self) -> Array:
        return np.concatenate([self.w1.ravel(), self.b1, self.w2.ravel(), self.b2])


def train(
    network: BPNetwork, trainer: Trainer, inputs: Tensor, targets: Tensor, epochs: int
) -> None:
    list(TrainingLoop(network, trainer, inputs, targets, error_goal=1e-300, epochs=epochs))


@pytest.mark.parametrize("rate", [0.1, 0.9])
def test_once_an_epoch_the_weights_move_down_the_gradient_over_all_samples(rate):
    network = random_network((3, 4, 2), ("tanh", "logistic"))
    inputs, targets = random_samples(20, 3, 2)
    wanted = PlainNumpy(network)
    for _ in range(200):
        wanted.descend(inputs.numpy(), targets.numpy(), rate)
    train(network, BatchDescent(rate), inputs, targets, 200)
    np.testing.assert_allclose(network.parameters[0], wanted.parameters, rtol=0, atol=1e-12)


@pytest.mark.parametrize("rate", [0.1, 0.9])
def test_sample_by_sample_the_weights_move_down_the_gradient_of_each(rate):
    network = random_network((3, 4, 2), ("tanh", "logistic"))
    inputs, targets = random_samples(20, 3, 2)
    wanted = PlainNumpy(network)
    for epoch in range(1, 41):
        for p in np.random.default_rng([7, epoch]).permutation(20):
            wanted.descend(inputs.numpy()[[p]], targets.numpy()[[p]], rate)
    train(network, SampleDescent(rate, seed=7), inputs, targets, 40)
    np.testing.assert_allclose(network.parameters[0], wanted.parameters, rtol=0, atol=1e-12)


def test_one_step_is_the_learning_rate_times_the_gradient_of_autograd():
    network = random_network((3, 5, 4, 2), ("elu", "ramp2", "linear"), members=3)
    inputs, targets = random_samples(20, 3, 2)
    before = network.parameters.clone()
    _, gradient = loss_by_autograd(network, inputs, targets)
    train(network, BatchDescent(0.3), inputs, targets, 1)
    torch.testing.assert_close(network.parameters, before - 0.3 * gradient, rtol=0, atol=1e-14)


def test_with_one_sample_both_ways_are_the_same():
    network = random_network((3, 4, 2), ("tanh", "logistic"))
    other = copied(network)
    inputs, targets = random_samples(1, 3, 2)
    train(network, BatchDescent(0.3), inputs, targets, 50)
    train(other, SampleDescent(0.3, seed=1), inputs, targets, 50)
    assert torch.equal(network.parameters, other.parameters)


class Watched(BPNetwork):
    """Notes the first input of every sample it is trained on."""

    def backward(self, inputs: Tensor, targets: Tensor) -> Tensor:
        self.seen: list[float] = [*getattr(self, "seen", []), *inputs[:, 0].tolist()]
        return super().backward(inputs, targets)


def orders(seed: int, epochs: int) -> list[list[float]]:
    """Return the order in which 10 samples are met in each epoch."""
    inputs = torch.arange(10, dtype=torch.float64).unsqueeze(1)
    network, trainer = Watched((1, 1), ("tanh",)), SampleDescent(0.1, seed)
    found = []
    for epoch in range(1, epochs + 1):
        network.seen = []
        trainer.step(network, inputs, inputs, epoch)
        found.append(network.seen)
    return found


def test_every_sample_is_met_once_an_epoch_in_an_order_of_the_seed_and_epoch_alone():
    first = orders(1, 20)
    assert all(sorted(order) == list(range(10)) for order in first)
    assert len({tuple(order) for order in first}) == 20
    assert orders(1, 20) == first
    assert orders(2, 20) != first


def test_members_meet_the_samples_in_the_same_order_and_share_nothing():
    network = random_network((3, 4, 2), ("tanh", "logistic"), members=3)
    inputs, targets = random_samples(12, 3, 2)
    wanted = [PlainNumpy(network) for _ in range(3)]
    for k, alone in enumerate(wanted):
        alone.w1, alone.w2 = (weights[k].numpy().copy() for weights in network.weights)
        alone.b1, alone.b2 = (biases[k, 0].numpy().copy() for biases in network.biases)
        for epoch in range(1, 11):
            for p in np.random.default_rng([7, epoch]).permutation(12):
                alone.descend(inputs.numpy()[[p]], targets.numpy()[[p]], 0.3)
    train(network, SampleDescent(0.3, seed=7), inputs, targets, 10)
    for k, alone in enumerate(wanted):
        np.testing.assert_allclose(network.parameters[k], alone.parameters, rtol=0, atol=1e-12)


@pytest.mark.parametrize("update", ["batch", "sample"])
def test_the_job_sets_kind_and_learning_rate(update):
    training = Training(trainer="bp", update=update, learning_rate=0.25, seed=3)
    wanted = BatchDescent(0.25) if update == "batch" else SampleDescent(0.25, 3)
    network = random_network((3, 4, 2), ("tanh", "logistic"))
    other = copied(network)
    inputs, targets = random_samples(12, 3, 2)
    trainer = build_trainer(training)
    assert type(trainer) is type(wanted)
    train(network, trainer, inputs, targets, 5)
    train(other, wanted, inputs, targets, 5)
    assert torch.equal(network.parameters, other.parameters)


@pytest.mark.parametrize("update", ["batch", "sample"])
def test_a_single_neuron_learns_what_a_line_can_divide(update):
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
    for values in ([0, 0, 0, 1], [0, 1, 1, 1]):
        targets = torch.tensor(values, dtype=torch.float64).unsqueeze(1)
        network = random_network((2, 1), ("logistic",))
        trainer = build_trainer(Training(trainer="bp", update=update, learning_rate=1.0))
        train(network, trainer, inputs, targets, 500)
        assert torch.equal(network.forward(inputs)[0] > 0.5, targets > 0.5)
