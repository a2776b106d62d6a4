"""The training loop: how it ends, what it reports, which weights it keeps, and exact resume."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch import Tensor

from core.job import Training, default_activations
from core.networks.bp import BPNetwork
from core.trainers.building import Trainer, build_trainer
from core.trainers.gradient_descent import BatchDescent
from core.trainers.rprop import RpropMinus
from core.training import Epoch, TrainingLoop
from tests.core.small_networks import (
    copied,
    loss_by_autograd,
    member,
    one_thread,
    random_network,
    random_samples,
)

TRAINERS = {
    "rprop-": Training(trainer="rprop-"),
    "bp batch": Training(trainer="bp", update="batch", learning_rate=0.9),
    "bp sample": Training(trainer="bp", update="sample", learning_rate=0.3),
}
NEVER = 1e-300


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    with one_thread():
        yield


@pytest.fixture(params=list(TRAINERS))
def training(request: pytest.FixtureRequest) -> Training:
    """Each of the trainers in turn."""
    return TRAINERS[request.param]


def noisy_network(members: int = 2, seed: int = 1) -> BPNetwork:
    return random_network((3, 4, 2), ("tanh", "logistic"), members, seed)


def noisy_loop(
    network: BPNetwork,
    trainer: Trainer,
    *,
    goal: float = NEVER,
    epochs: int = 25,
    patience: int = 0,
    held_out: bool = True,
) -> TrainingLoop:
    """Targets are random, so the validation loss soon rises."""
    inputs, targets = random_samples(20, 3, 2)
    return TrainingLoop(
        network,
        trainer,
        inputs[:14],
        targets[:14],
        inputs[14:] if held_out else None,
        targets[14:] if held_out else None,
        error_goal=goal,
        epochs=epochs,
        patience=patience,
    )


def followed(loop: TrainingLoop, network: BPNetwork) -> tuple[list[Epoch], list[Tensor]]:
    """Train to the end; return each epoch and the weights after it, those of the start first."""
    weights, epochs = [network.parameters.clone()], []
    for epoch in loop:
        epochs.append(epoch)
        weights.append(network.parameters.clone())
    return epochs, weights


# --- what is reported ---------------------------------------------------------------------


@pytest.mark.parametrize("patience", [0, 6])
def test_reported_losses_belong_to_the_weights_as_they_stand(training, patience):
    network = noisy_network()
    inputs, targets = random_samples(20, 3, 2)
    for epoch in noisy_loop(network, build_trainer(training), patience=patience):
        # of a copy, so that the measurement cannot disturb the training
        stand = copied(network)
        for rows, reported in (
            (slice(None, 14), epoch.training_loss),
            (slice(14, None), epoch.validation_loss),
        ):
            assert np.array_equal(reported, stand.loss(inputs[rows], targets[rows]).numpy())
            wanted, _ = loss_by_autograd(stand, inputs[rows], targets[rows])
            np.testing.assert_allclose(reported, wanted, rtol=1e-12)


def test_epochs_are_counted_from_one_and_only_the_last_has_ended(training):
    epochs = list(noisy_loop(noisy_network(), build_trainer(training)))
    assert [epoch.epoch for epoch in epochs] == list(range(1, 26))
    assert [epoch.ended for epoch in epochs] == [""] * 24 + ["epochs"]


def test_without_a_validation_part_its_loss_is_not_a_number():
    network = noisy_network()
    loop = noisy_loop(network, RpropMinus(), held_out=False, patience=3)
    epochs = list(loop)
    assert all(np.isnan(epoch.validation_loss).all() for epoch in epochs)
    assert len(epochs) == 25  # and a patience has nothing to wait for
    assert loop.losses()[1] is None


def test_the_final_losses_are_means_over_members_of_the_weights_that_were_kept(training):
    network = noisy_network(members=3)
    loop = noisy_loop(network, build_trainer(training), patience=6, epochs=500)
    list(loop)
    loop.finish()
    inputs, targets = random_samples(20, 3, 2)
    for found, rows in zip(loop.losses(), (slice(None, 14), slice(14, None)), strict=True):
        wanted, _ = loss_by_autograd(network, inputs[rows], targets[rows])
        assert found == pytest.approx(float(wanted.mean()), rel=1e-12)


def test_a_loss_too_large_for_a_number_is_none():
    network = BPNetwork((1, 1), ("linear",))
    network.weights[0].fill_(1e10)
    small = torch.ones(1, 1, dtype=torch.float64)
    large = 1e150 * small
    for inputs, held_out in ((large, small), (small, large)):
        loop = TrainingLoop(
            network, RpropMinus(), inputs, small, held_out, small, error_goal=1.0, epochs=5
        )
        finite = pytest.approx((1e10 - 1) ** 2 / 2)
        assert loop.losses() == ((None, finite) if inputs is large else (finite, None))


# --- how it ends, and with which weights --------------------------------------------------


def test_training_ends_at_the_first_epoch_at_which_every_member_meets_the_goal(training):
    goal = 0.045
    network = noisy_network()
    loop = noisy_loop(network, build_trainer(training), goal=goal, epochs=100_000)
    epochs, weights = followed(loop, network)
    assert loop.ended == epochs[-1].ended == "goal"
    met = [(epoch.training_loss < goal).all() for epoch in epochs]
    assert met == [False] * (len(epochs) - 1) + [True]
    # one alone does not end it
    assert any((epoch.training_loss < goal).any() for epoch in epochs[:-1])
    loop.finish()
    assert torch.equal(network.parameters, weights[-1])


def test_a_goal_met_keeps_the_last_weights_in_spite_of_a_patience():
    network = noisy_network()
    loop = noisy_loop(network, RpropMinus(), goal=0.02, epochs=100_000, patience=100_000)
    epochs, weights = followed(loop, network)
    assert loop.ended == "goal"
    validation = np.array([epoch.validation_loss for epoch in epochs])
    assert (validation.argmin(axis=0) < len(epochs) - 1).all()
    loop.finish()
    assert torch.equal(network.parameters, weights[-1])


def test_the_epoch_limit_keeps_the_last_weights(training):
    network = noisy_network()
    loop = noisy_loop(network, build_trainer(training))
    epochs, weights = followed(loop, network)
    assert (len(epochs), loop.epoch, loop.ended) == (25, 25, "epochs")
    loop.finish()
    assert torch.equal(network.parameters, weights[-1])


@pytest.mark.parametrize("patience", [1, 5, 20])
def test_out_of_patience_each_member_keeps_its_weights_of_lowest_validation_loss(
    training, patience
):
    network = noisy_network(members=4)
    loop = noisy_loop(network, build_trainer(training), epochs=20_000, patience=patience)
    epochs, weights = followed(loop, network)
    assert loop.ended == epochs[-1].ended == "validation"
    validation = np.array([epoch.validation_loss for epoch in epochs])
    best = validation.argmin(axis=0)
    # the member that improved last decides, and no epoch is trained after its patience
    assert len(epochs) == best.max() + 1 + patience
    loop.finish()
    for k in range(4):
        assert torch.equal(network.parameters[k], weights[best[k] + 1][k])
    assert loop.losses()[1] == pytest.approx(validation.min(axis=0).mean(), rel=1e-14)


def test_a_validation_loss_that_stays_as_it_is_has_not_improved():
    network = random_network((3, 4, 2), ("tanh", "step1"))
    loop = noisy_loop(network, RpropMinus(), patience=5)
    assert [epoch.ended for epoch in loop] == [""] * 5 + ["validation"]


@pytest.mark.parametrize("stopped_at", [None, 12])
def test_with_a_patience_left_the_best_weights_are_kept_too(stopped_at):
    network = noisy_network()
    loop = noisy_loop(network, RpropMinus(), epochs=60, patience=1000)
    weights, losses = [], []
    for epoch in loop:
        weights.append(network.parameters.clone())
        losses.append(epoch.validation_loss)
        if epoch.epoch == stopped_at:
            break
    assert loop.ended == ("" if stopped_at else "epochs")
    loop.finish()
    best = np.array(losses).argmin(axis=0)
    assert (best < len(losses) - 1).all()
    for k in range(2):
        assert torch.equal(network.parameters[k], weights[best[k]][k])


def test_stopped_before_the_first_epoch_the_first_weights_are_kept():
    network = noisy_network()
    before = network.parameters.clone()
    loop = noisy_loop(network, RpropMinus(), patience=5)
    loop.finish()
    assert torch.equal(network.parameters, before)


@pytest.mark.parametrize("patience", [0, 1000])
def test_a_run_that_diverges_keeps_the_last_weights_with_a_finite_loss(patience):
    inputs, targets = random_samples(20, 3, 2)
    network = random_network((3, 2), ("linear",), members=3)
    network.parameters[:2].zero_()
    loop = TrainingLoop(
        network,
        BatchDescent(100.0),
        inputs[:14],
        targets[:14],
        inputs[14:],
        targets[14:],
        error_goal=NEVER,
        epochs=100_000,
        patience=patience,
    )
    epochs, weights = followed(loop, network)
    assert loop.ended == epochs[-1].ended == "diverged"
    assert all(np.isfinite(epoch.training_loss).all() for epoch in epochs[:-1])
    assert not np.isfinite(epochs[-1].training_loss).all()
    loop.finish()
    assert torch.equal(network.parameters, weights[-2])
    assert bool(network.parameters.isfinite().all())
    training_loss, _ = loop.losses()
    assert training_loss == pytest.approx(epochs[-2].training_loss.mean())


def test_after_the_end_no_epoch_is_trained(training):
    network = noisy_network()
    loop = noisy_loop(network, build_trainer(training), patience=3, epochs=20_000)
    list(loop)
    after = network.parameters.clone()
    assert list(loop) == []
    assert torch.equal(network.parameters, after)


# --- members ------------------------------------------------------------------------------


@pytest.mark.parametrize("sizes", [(14, 9, 5, 8), (3, 3, 4), (39, 32, 16, 8), (5, 7, 3)], ids=str)
def test_members_trained_at_once_are_those_trained_one_by_one(sizes, training):
    members, samples = 7, 33
    activations = default_activations(sizes)
    inputs, _ = random_samples(samples, sizes[0], 1)
    codes = torch.arange(samples) % sizes[-1]
    targets = torch.nn.functional.one_hot(codes, sizes[-1]).double()

    def trained(network: BPNetwork) -> tuple[Tensor, np.ndarray]:
        trainer = build_trainer(training)
        loop = TrainingLoop(network, trainer, inputs, targets, error_goal=NEVER, epochs=60)
        losses = [epoch.training_loss for epoch in loop]
        return network.parameters, np.array(losses)

    network = random_network(sizes, activations, members)
    apart = [trained(member(network, k)) for k in range(members)]
    parameters, losses = trained(network)
    for k, (alone, alone_losses) in enumerate(apart):
        if training.trainer == "rprop-":
            # it reads signs alone, so not a bit may differ
            assert torch.equal(parameters[k], alone[0])
        # MKL adds up in an order that depends on where a member lies in memory, and 33 updates
        # in each of 60 epochs carry that rounding on
        torch.testing.assert_close(parameters[k], alone[0], rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(losses[:, k], alone_losses[:, 0], rtol=1e-9)


@pytest.mark.parametrize("step", ["step1", "step2"])
def test_a_network_with_a_step_at_the_output_learns_nothing(step, training):
    network = random_network((3, 4, 2), ("tanh", step), members=2)
    before = network.parameters.clone()
    epochs = list(noisy_loop(network, build_trainer(training)))
    assert torch.equal(network.parameters, before)
    assert all(np.array_equal(e.training_loss, epochs[0].training_loss) for e in epochs)


@pytest.mark.parametrize("step", ["step1", "step2"])
def test_weights_before_a_step_learn_nothing(step, training):
    network = random_network((3, 4, 2), (step, "logistic"), members=2)
    before = copied(network)
    list(noisy_loop(network, build_trainer(training)))
    assert torch.equal(network.weights[0], before.weights[0])
    assert torch.equal(network.biases[0], before.biases[0])
    assert not torch.equal(network.weights[1], before.weights[1])


# --- pausing and resuming -----------------------------------------------------------------


def test_the_same_start_gives_the_same_run_to_the_last_bit(training):
    runs = []
    for _ in range(2):
        network = noisy_network()
        epochs = list(noisy_loop(network, build_trainer(training)))
        runs.append((network.parameters, np.array([epoch.validation_loss for epoch in epochs])))
    assert torch.equal(runs[0][0], runs[1][0])
    assert np.array_equal(runs[0][1], runs[1][1])


def test_measuring_while_it_is_paused_does_not_change_the_run(training):
    undisturbed = noisy_network()
    list(noisy_loop(undisturbed, build_trainer(training)))
    network = noisy_network()
    loop = noisy_loop(network, build_trainer(training))
    for _ in loop:
        loop.losses()
        loop.state()
        network.predict(random_samples(5, 3, 2)[0])
    assert torch.equal(network.parameters, undisturbed.parameters)


def test_leaving_the_loop_and_coming_back_does_not_change_the_run(training):
    undisturbed = noisy_network()
    list(noisy_loop(undisturbed, build_trainer(training)))
    network = noisy_network()
    loop = noisy_loop(network, build_trainer(training))
    for epoch in loop:
        if epoch.epoch == 9:
            break
    assert [epoch.epoch for epoch in loop] == list(range(10, 26))
    assert torch.equal(network.parameters, undisturbed.parameters)


@pytest.mark.parametrize(
    ("goal", "patience"),
    [(NEVER, 0), (NEVER, 8), (0.055, 0), (0.055, 100_000)],
    ids=["epochs", "patience", "goal", "goal and patience"],
)
def test_resumed_after_any_epoch_a_run_is_the_same_to_the_last_bit(training, goal, patience):
    def fresh(network: BPNetwork) -> TrainingLoop:
        trainer = build_trainer(training)
        return noisy_loop(network, trainer, goal=goal, patience=patience, epochs=40)

    whole = noisy_network()
    loop = fresh(whole)
    saved = [loop.state()]
    epochs = []
    for epoch in loop:
        epochs.append(epoch)
        saved.append(loop.state())
    loop.finish()
    for done, (tensors, values) in enumerate(saved):
        network = noisy_network(seed=99)
        resumed = fresh(network)
        resumed.load_state(tensors, json.loads(json.dumps(values, allow_nan=False)))
        rest = list(resumed)
        assert [epoch.epoch for epoch in rest] == list(range(done + 1, len(epochs) + 1))
        for found, wanted in zip(rest, epochs[done:], strict=True):
            assert np.array_equal(found.training_loss, wanted.training_loss)
            assert np.array_equal(found.validation_loss, wanted.validation_loss)
            assert found.ended == wanted.ended
        assert (resumed.epoch, resumed.ended) == (loop.epoch, loop.ended)
        resumed.finish()
        assert torch.equal(network.parameters, whole.parameters)
        assert resumed.losses() == loop.losses()


def test_a_diverged_run_stays_diverged_when_it_is_resumed():
    def fresh(network: BPNetwork) -> TrainingLoop:
        return noisy_loop(network, BatchDescent(100.0), epochs=100_000)

    network = random_network((3, 2), ("linear",), members=2)
    loop = fresh(network)
    list(loop)
    assert loop.ended == "diverged"
    tensors, values = loop.state()
    other = random_network((3, 2), ("linear",), members=2, seed=99)
    resumed = fresh(other)
    resumed.load_state(tensors, json.loads(json.dumps(values, allow_nan=False)))
    assert list(resumed) == []
    assert (resumed.epoch, resumed.ended) == (loop.epoch, "diverged")
    assert torch.equal(other.parameters, network.parameters)


def test_what_was_saved_does_not_change_when_training_goes_on(training):
    loop = noisy_loop(noisy_network(), build_trainer(training), patience=20)
    epochs = iter(loop)
    for _ in range(5):
        next(epochs)
    tensors, values = loop.state()
    before = {name: tensor.clone() for name, tensor in tensors.items()}, json.dumps(values)
    list(epochs)
    assert all(torch.equal(tensors[name], tensor) for name, tensor in before[0].items())
    assert json.dumps(values) == before[1]
