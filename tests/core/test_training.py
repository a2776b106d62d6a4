"""The training loop: how it ends, what it reports, and which weights it keeps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.engines.part import Part
from core.job import Training
from core.networks.bp import BPNetwork
from core.training import Block, TrainingLoop
from tests.core.small_networks import (
    KINDS,
    NEVER,
    TRAINERS,
    copied,
    loop_of,
    loss_by_autograd,
    noisy_loop,
    noisy_network,
    noisy_part,
    one_thread,
    random_network,
    random_samples,
    short_stretches,
    training_of,
    ways,
)
from tests.thorough import thorough

Losses = NDArray[np.float64]
EVERY_WAY = pytest.mark.parametrize(("name", "kind"), ways(TRAINERS, KINDS))
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
# one of each engine, and the ways in which they change weights
SOME_WAYS = pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("rprop-", "fused"),
        ("rprop-", "stretches"),
        ("rprop-", "tensors"),
        ("bp batch", "fused"),
        ("bp sample", "fused"),
        ("sgd", "tensors"),
        ("lbfgs", "fused"),
    ],
)


@pytest.fixture(autouse=True)
def _small() -> Iterator[None]:
    with one_thread(), short_stretches(4):
        yield


def followed(loop: TrainingLoop, network: BPNetwork) -> tuple[list[Block], list[Tensor]]:
    """Train to the end; return each epoch and the weights after it, those of the start first."""
    weights, blocks = [network.parameters.clone()], []
    for block in loop:
        assert len(block.training_loss) == 1
        blocks.append(block)
        weights.append(network.parameters.clone())
    return blocks, weights


def losses_of(blocks: list[Block]) -> tuple[Losses, Losses]:
    """Return training and validation losses, shape (epochs, K) each."""
    return (
        np.concatenate([block.training_loss for block in blocks]),
        np.concatenate([block.validation_loss for block in blocks]),
    )


# --- what is reported ---------------------------------------------------------------------


@EVERY_WAY
@pytest.mark.parametrize("patience", [6, *thorough([0])])
def test_reported_losses_belong_to_the_weights_as_they_stand(name, kind, patience):
    network = noisy_network()
    part = noisy_part()
    assert part.held_inputs is not None
    assert part.held_targets is not None
    for block in noisy_loop(network, training_of(name, patience=patience), kind):
        # of a copy, so that the measurement cannot disturb the training
        stand = copied(network)
        running = ~np.isnan(block.training_loss[0])
        for inputs, targets, reported in (
            (part.inputs, part.targets, block.training_loss),
            (part.held_inputs, part.held_targets, block.validation_loss),
        ):
            wanted, _ = loss_by_autograd(stand, inputs, targets)
            np.testing.assert_allclose(reported[0, running], wanted[running], rtol=1e-12)


@SOME_WAYS
def test_epochs_are_counted_from_one_and_only_the_last_has_ended(name, kind):
    blocks = list(noisy_loop(noisy_network(), training_of(name), kind))
    assert [block.first for block in blocks] == list(range(1, 26))
    assert [block.last for block in blocks] == list(range(1, 26))
    assert [block.ended for block in blocks] == [""] * 24 + ["epochs"]


@EVERY_KIND
def test_blocks_have_the_length_asked_for_and_stop_at_the_limit(kind):
    loop = noisy_loop(noisy_network(), training_of("rprop-"), kind)
    found = []
    for block in loop:
        found.append((block.first, block.last, block.ended))
        loop.block += 5
    assert found == [(1, 1, ""), (2, 7, ""), (8, 18, ""), (19, 25, "epochs")]
    assert loop.epoch == 25


@EVERY_KIND
def test_without_a_validation_part_its_loss_is_not_a_number(kind):
    for part in (noisy_part(held_out=False), noisy_part()):
        if part.held_inputs is not None:  # a part of no samples is none
            part = Part(part.inputs, part.targets, part.inputs[:0], part.targets[:0], members=2)
        loop = loop_of(noisy_network(), training_of("rprop-", patience=3), [part], kind)
        blocks = list(loop)
        assert np.isnan(losses_of(blocks)[1]).all()
        assert len(blocks) == 25  # and a patience has nothing to wait for
        assert np.isnan(loop.losses()[1]).all()


@EVERY_KIND
@pytest.mark.parametrize("every", [1, 3, 10])
def test_validation_comes_every_so_many_epochs(kind, every):
    loop = loop_of(
        noisy_network(), training_of("rprop-"), [noisy_part()], kind, validate_every=every
    )
    loop.block = 4
    known = ~np.isnan(losses_of(list(loop))[1]).any(axis=1)
    assert (np.flatnonzero(known) + 1).tolist() == list(range(every, 26, every))


@SOME_WAYS
def test_the_final_losses_are_those_of_the_weights_that_were_kept(name, kind):
    network = noisy_network(members=3)
    loop = noisy_loop(network, training_of(name, patience=6, epochs=500), kind)
    list(loop)
    loop.finish()
    part = noisy_part()
    samples = ((part.inputs, part.targets), (part.held_inputs, part.held_targets))
    for found, (inputs, targets) in zip(loop.losses(), samples, strict=True):
        assert inputs is not None
        assert targets is not None
        wanted, _ = loss_by_autograd(network, inputs, targets)
        np.testing.assert_allclose(found, wanted, rtol=1e-12)


# --- how it ends, and with which weights --------------------------------------------------


@EVERY_WAY
def test_each_member_ends_when_it_meets_the_goal_and_the_loop_with_the_last_of_them(name, kind):
    goal = 0.06
    network = noisy_network(members=3)
    training = training_of(name, error_goal=goal, epochs=20_000)
    loop = noisy_loop(network, training, kind)
    blocks, weights = followed(loop, network)
    assert loop.ended == blocks[-1].ended == "goal"
    training_losses, _ = losses_of(blocks)
    for k in range(3):
        met = int(loop.standing.epochs[k])
        assert (training_losses[: met - 1, k] >= goal).all()
        assert training_losses[met - 1, k] < goal
        assert np.isnan(training_losses[met:, k]).all()
        # from then on it stays as it is, while the others go on
        assert all(torch.equal(later[k], weights[met][k]) for later in weights[met:])
    assert loop.standing.epochs.max() == loop.epoch == len(blocks)
    assert len(set(loop.standing.epochs.tolist())) > 1
    loop.finish()
    assert torch.equal(network.parameters, weights[-1])


@EVERY_KIND
def test_a_goal_met_keeps_the_last_weights_in_spite_of_a_patience(kind):
    network = noisy_network()
    training = training_of("rprop-", error_goal=0.02, epochs=20_000, patience=20_000)
    loop = noisy_loop(network, training, kind)
    blocks, weights = followed(loop, network)
    assert loop.ended == "goal"
    _, validation = losses_of(blocks)
    assert (np.nanargmin(validation, axis=0) + 1 < loop.standing.epochs).all()
    loop.finish()
    assert torch.equal(network.parameters, weights[-1])


@EVERY_WAY
def test_the_epoch_limit_keeps_the_last_weights(name, kind):
    network = noisy_network()
    loop = noisy_loop(network, training_of(name), kind)
    blocks, weights = followed(loop, network)
    assert (len(blocks), loop.epoch, loop.ended) == (25, 25, "epochs")
    assert loop.endings == ["epochs", "epochs"]
    loop.finish()
    assert torch.equal(network.parameters, weights[-1])


@SOME_WAYS
@pytest.mark.parametrize("patience", [1, 5, 20])
def test_out_of_patience_each_member_keeps_its_weights_of_lowest_validation_loss(
    name, kind, patience
):
    network = noisy_network(members=4)
    loop = noisy_loop(network, training_of(name, epochs=20_000, patience=patience), kind)
    blocks, weights = followed(loop, network)
    assert loop.ended == blocks[-1].ended == "validation"
    _, validation = losses_of(blocks)
    best = np.nanargmin(validation, axis=0)
    # no epoch is trained after its patience
    assert loop.standing.epochs.tolist() == (best + 1 + patience).tolist()
    assert loop.epoch == len(blocks) == best.max() + 1 + patience
    loop.finish()
    for k in range(4):
        assert torch.equal(network.parameters[k], weights[best[k] + 1][k])
    np.testing.assert_allclose(loop.losses()[1], np.nanmin(validation, axis=0), rtol=1e-14)


@EVERY_KIND
def test_a_validation_loss_that_stays_as_it_is_has_not_improved(kind):
    network = random_network((3, 4, 2), ("tanh", "step1"), members=2)
    loop = noisy_loop(network, training_of("rprop-", patience=5), kind)
    # the first one is the best; five epochs later patience is at its end
    assert [block.ended for block in loop] == [""] * 5 + ["validation"]


@EVERY_KIND
@pytest.mark.parametrize("stopped_at", [None, 12])
def test_with_a_patience_left_the_best_weights_are_kept_too(kind, stopped_at):
    network = noisy_network()
    loop = noisy_loop(network, training_of("rprop-", epochs=60, patience=1000), kind)
    weights, losses = [], []
    for block in loop:
        weights.append(network.parameters.clone())
        losses.append(block.validation_loss[0])
        if block.last == stopped_at:
            break
    assert loop.ended == ("" if stopped_at else "epochs")
    loop.finish()
    best = np.array(losses).argmin(axis=0)
    assert (best < len(losses) - 1).all()
    for k in range(2):
        assert torch.equal(network.parameters[k], weights[best[k]][k])


@EVERY_KIND
def test_the_best_weights_can_be_kept_without_a_patience_and_the_last_ones_with_it(kind):
    for keeps_best, patience in ((True, 0), (False, 8)):
        network = noisy_network()
        training = training_of("rprop-", patience=patience, epochs=60)
        loop = loop_of(network, training, [noisy_part()], kind, keeps_best=keeps_best)
        blocks, weights = followed(loop, network)
        best = np.nanargmin(losses_of(blocks)[1], axis=0)
        loop.finish()
        if keeps_best:
            assert loop.ended == "epochs"
            assert all(torch.equal(network.parameters[k], weights[best[k] + 1][k]) for k in (0, 1))
        else:
            assert torch.equal(network.parameters, weights[-1])


@EVERY_KIND
def test_stopped_before_the_first_epoch_the_first_weights_are_kept(kind):
    network = noisy_network()
    before = network.parameters.clone()
    loop = noisy_loop(network, training_of("rprop-", patience=5), kind)
    loop.finish()
    assert torch.equal(network.parameters, before)


def diverging(kind: str, **more: object) -> tuple[TrainingLoop, BPNetwork]:
    """Return a loop whose first two members start where they stay, and whose third diverges."""
    inputs, _ = random_samples(20, 3, 2)
    network = random_network((3, 2), ("linear",), members=3)
    network.parameters[:2].zero_()
    targets = torch.zeros(20, 2, dtype=torch.float64)
    part = Part(inputs[:14], targets[:14], inputs[14:], targets[14:], members=3)
    training = training_of("bp batch", learning_rate=100.0, **{"epochs": 1000, **more})
    return loop_of(network, training, [part], kind), network


@EVERY_KIND
@pytest.mark.parametrize("patience", [0, 1000])
def test_a_member_that_diverges_keeps_its_last_weights_with_a_finite_loss(kind, patience):
    loop, network = diverging(kind, patience=patience, error_goal=NEVER)
    network.parameters[0] = 1e-3
    blocks, weights = followed(loop, network)
    training, _ = losses_of(blocks)
    # the second one meets any goal at once
    assert loop.endings == ["diverged", "goal", "diverged"]
    assert loop.ended == "goal"
    for k in (0, 2):
        last = int(loop.standing.epochs[k])
        assert np.isfinite(training[: last - 1, k]).all()
        assert not np.isfinite(training[last - 1, k])
        assert torch.equal(weights[-1][k], weights[last - 1][k])
    loop.finish()
    assert torch.equal(network.parameters, weights[-1])
    assert bool(network.parameters.isfinite().all())
    assert np.isfinite(loop.losses()[0]).all()


@EVERY_KIND
def test_the_loop_has_diverged_when_all_members_have(kind):
    loop, network = diverging(kind)
    network.parameters[:2] = 1e-3
    *_, last = loop
    assert last.ended == loop.ended == "diverged"
    assert loop.endings == ["diverged"] * 3


@EVERY_KIND
def test_a_loop_ends_as_its_best_member_does(kind):
    loop = noisy_loop(noisy_network(members=4), training_of("rprop-", epochs=9), kind)
    next(iter(loop))
    loop.end(np.array([2]), "time")
    loop.end(np.array([3]), "diverged")
    assert loop.ended == ""
    *_, last = loop
    assert last.ended == "epochs"
    assert loop.endings == ["epochs", "epochs", "time", "diverged"]
    assert np.isnan(last.training_loss[0, 2:]).all()


@SOME_WAYS
def test_after_the_end_no_epoch_is_trained(name, kind):
    network = noisy_network()
    loop = noisy_loop(network, training_of(name, patience=3, epochs=20_000), kind)
    list(loop)
    after = network.parameters.clone()
    assert list(loop) == []
    assert torch.equal(network.parameters, after)


# --- steps --------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["step1", "step2"])
@SOME_WAYS
def test_a_network_with_a_step_at_the_output_learns_nothing(name, kind, step):
    network = random_network((3, 4, 2), ("tanh", step), members=2)
    before = network.parameters.clone()
    training, _ = losses_of(list(noisy_loop(network, training_of(name), kind)))
    assert torch.equal(network.parameters, before)
    assert (training == training[0]).all()


@pytest.mark.parametrize("step", ["step1", "step2"])
@SOME_WAYS
def test_weights_before_a_step_learn_nothing(name, kind, step):
    network = random_network((3, 4, 2), (step, "logistic"), members=2)
    before = copied(network)
    list(noisy_loop(network, training_of(name), kind))
    assert torch.equal(network.weights[0], before.weights[0])
    assert torch.equal(network.biases[0], before.biases[0])
    assert not torch.equal(network.weights[1], before.weights[1])


# --- dropout ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [("rprop-", k) for k in KINDS] + [("sgd", "fused"), ("sgd", "tensors")],
)
def test_dropout_changes_the_training_and_not_what_is_measured(name, kind):
    weights = []
    for dropout in (0.0, 0.5):
        network = noisy_network()
        loop = noisy_loop(network, training_of(name, dropout=dropout), kind)
        for block in loop:
            part = noisy_part()
            wanted, _ = loss_by_autograd(copied(network), part.inputs, part.targets)
            np.testing.assert_allclose(block.training_loss[0], wanted, rtol=1e-12)
        weights.append(network.parameters)
    assert not torch.allclose(weights[0], weights[1])


@EVERY_KIND
@pytest.mark.parametrize("dropout", [0.2, 0.5])
def test_dropout_leaves_units_out_as_often_as_it_says_and_keeps_their_mean(kind, dropout):
    """A linear network whose hidden units are all 1: the gradients tell who was left out."""
    units, samples = 40, 60
    network = BPNetwork((1, units, 1), ("linear", "linear"))
    network.weights[0].fill_(1.0)
    inputs = torch.ones(samples, 1, dtype=torch.float64)
    # outputs are 0 whoever stays, so each output weight has the gradient −1·(mean of its masks)
    training = Training(
        trainer="bp", update="batch", learning_rate=1e-9, dropout=dropout, error_goal=NEVER,
        epochs=20,
    )  # fmt: skip
    loop = loop_of(network, training, [Part(inputs, torch.ones_like(inputs))], kind)
    masks = []
    for _ in loop:
        gradient = network.gradient[0, 2 * units : 3 * units].numpy()
        masks.append(-gradient)
    found = np.array(masks)
    # each is a mean of `samples` masks that are 0 or 1 / (1 − dropout)
    shares = found * (1 - dropout) * samples
    np.testing.assert_allclose(shares, shares.round(), atol=1e-4)
    deviation = np.sqrt(dropout / (1 - dropout) / samples)
    assert abs(found.mean() - 1) < 5 * deviation / np.sqrt(found.size)
    assert found.std() == pytest.approx(deviation, rel=0.15)
    # other units in each epoch, and for each unit
    assert np.abs(np.corrcoef(found) - np.eye(20)).max() < 5.5 / np.sqrt(units)


# --- stopped in the middle of an epoch ----------------------------------------------------


@SOME_WAYS
def test_an_epoch_that_is_left_in_the_middle_never_was(
    name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Weights are those of the last whole epoch, and from there all goes on as if unbroken."""
    training = training_of(name, epochs=6, patience=100)
    network = noisy_network(members=3)
    _, weights = followed(noisy_loop(network, training, kind), network)
    monkeypatch.setattr("core.training.LONG_BLOCK", -1.0)
    network = noisy_network(members=3)
    loop = noisy_loop(network, training, kind)
    blocks = iter(loop)
    for _ in range(3):
        next(blocks)
    losses = loop.losses()
    # after the weights of some member have moved
    asked = iter([True] if kind == "tensors" else [False, True])
    loop.interrupted = lambda: next(asked)
    assert list(blocks) == []
    assert next(asked, None) is None
    assert (loop.epoch, loop.ended, loop.standing.epochs.tolist()) == (3, "", [3, 3, 3])
    assert torch.equal(network.parameters, weights[3])
    assert np.array_equal(loop.losses(), losses, equal_nan=True)
    loop.interrupted = lambda: False
    assert len(list(loop)) == 3
    assert torch.equal(network.parameters, weights[6])


def test_quick_epochs_and_the_first_one_are_never_left() -> None:
    loop = noisy_loop(noisy_network(), training_of("rprop-", epochs=3))
    loop.interrupted = lambda: True
    assert len(list(loop)) == 3
