"""A training loop that was interrupted goes on to the same bits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core.job import Training
from core.networks.bp import BPNetwork
from core.training import Block, TrainingLoop
from tests.core.small_networks import (
    KINDS,
    TRAINERS,
    loop_of,
    noisy_loop,
    noisy_network,
    noisy_part,
    one_thread,
    random_samples,
    short_stretches,
    training_of,
    ways,
)
from tests.thorough import thorough

EVERY_WAY = pytest.mark.parametrize(("name", "kind"), ways(TRAINERS, KINDS))
# what ends the training
ENDS: dict[str, dict[str, Any]] = {
    "epochs": {},
    "patience": {"patience": 8},
    "goal": {"error_goal": 0.1},
    "goal, patience and dropout": {"error_goal": 0.1, "patience": 1000, "dropout": 0.2},
}


@pytest.fixture(autouse=True)
def _small() -> Iterator[None]:
    with one_thread(), short_stretches(4):
        yield


def resumed(
    training: Training, kind: str, saved: tuple[dict[str, Tensor], dict[str, Any]]
) -> tuple[TrainingLoop, BPNetwork]:
    """Return a loop in the state that was saved, of a network that was another one before."""
    network = noisy_network(seed=99)
    loop = noisy_loop(network, training, kind)
    tensors, values = saved
    loop.load_state(tensors, json.loads(json.dumps(values, allow_nan=False)))
    return loop, network


def assert_same_blocks(found: list[Block], wanted: list[Block]) -> None:
    assert [block.first for block in found] == [block.first for block in wanted]
    assert [block.ended for block in found] == [block.ended for block in wanted]
    for ours, theirs in zip(found, wanted, strict=True):
        assert np.array_equal(ours.training_loss, theirs.training_loss, equal_nan=True)
        assert np.array_equal(ours.validation_loss, theirs.validation_loss, equal_nan=True)


@EVERY_WAY
@pytest.mark.parametrize(
    "end", [*thorough(list(ENDS.values())[:-1]), list(ENDS.values())[-1]], ids=ENDS
)
def test_resumed_after_any_epoch_a_run_is_the_same_to_the_last_bit(name, kind, end):
    training = training_of(name, **{"epochs": 24, **end})
    whole = noisy_network()
    loop = noisy_loop(whole, training, kind)
    saved = [loop.state()]
    blocks = []
    for block in loop:
        blocks.append(block)
        saved.append(loop.state())
    loop.finish()
    for done in {0, 1, 2, 7, len(blocks) // 2, len(blocks) - 1, len(blocks)} & set(
        range(len(saved))
    ):
        again, network = resumed(training, kind, saved[done])
        assert_same_blocks(list(again), blocks[done:])
        assert (again.epoch, again.ended) == (loop.epoch, loop.ended)
        assert again.endings == loop.endings
        assert again.standing.epochs.tolist() == loop.standing.epochs.tolist()
        again.finish()
        assert torch.equal(network.parameters, whole.parameters)
        for ours, theirs in zip(again.losses(), loop.losses(), strict=True):
            assert np.array_equal(ours, theirs)


@EVERY_WAY
def test_stopped_over_and_over_in_blocks_of_any_length(name, kind):
    training = training_of(name, epochs=40, patience=12, dropout=0.1)
    whole = noisy_network()
    straight = noisy_loop(whole, training, kind)
    straight.block = 40
    list(straight)
    straight.finish()
    loop, network = noisy_loop(noisy_network(), training, kind), noisy_network()
    for length in (1, 3, 8, 2, 11, 40):
        loop.block = length
        for _ in loop:
            break
        loop, network = resumed(training, kind, loop.state())
    assert loop.ended == straight.ended
    loop.finish()
    assert torch.equal(network.parameters, whole.parameters)


@pytest.mark.parametrize("kind", KINDS)
def test_members_of_several_folds_are_resumed(kind):
    training = training_of("irprop+", patience=6, epochs=60)
    parts = [noisy_part(2, seed=1), noisy_part(1, seed=2, held_out=False), noisy_part(1, seed=3)]
    whole = noisy_network(members=4)
    loop = loop_of(whole, training, parts, kind, first_number=8)
    list(loop)
    network = noisy_network(members=4)
    early = loop_of(network, training, parts, kind, first_number=8)
    for block in early:
        if block.last == 9:
            break
    tensors, values = early.state()
    again = noisy_network(members=4, seed=99)
    late = loop_of(again, training, parts, kind, first_number=8)
    late.load_state(tensors, values)
    list(late)
    assert late.endings == loop.endings == ["validation", "validation", "epochs", "validation"]
    assert torch.equal(again.parameters, whole.parameters)


@EVERY_WAY
def test_measuring_while_it_is_paused_does_not_change_the_run(name, kind):
    training = training_of(name, dropout=0.2)
    undisturbed = noisy_network()
    list(noisy_loop(undisturbed, training, kind))
    network = noisy_network()
    loop = noisy_loop(network, training, kind)
    for _ in loop:
        loop.losses()
        loop.state()
        loop.engine.steps()
        network.predict(random_samples(5, 3, 2)[0])
    assert torch.equal(network.parameters, undisturbed.parameters)


@EVERY_WAY
def test_looking_at_the_errors_of_other_weights_does_not_change_the_run(name, kind):
    """As the views of the inside do between two blocks."""
    training = training_of(name)
    undisturbed = noisy_network()
    list(noisy_loop(undisturbed, training, kind))
    network = noisy_network()
    loop = noisy_loop(network, training, kind)
    for _ in loop:
        after = network.parameters.clone()
        network.parameters.mul_(-3.0)
        loop.engine.training_loss()
        network.parameters.copy_(after)
    assert torch.equal(network.parameters, undisturbed.parameters)


@pytest.mark.parametrize("name", TRAINERS)
def test_leaving_the_loop_and_coming_back_does_not_change_the_run(name):
    undisturbed = noisy_network()
    list(noisy_loop(undisturbed, training_of(name)))
    network = noisy_network()
    loop = noisy_loop(network, training_of(name))
    for block in loop:
        if block.last == 9:
            break
    assert [block.first for block in loop] == list(range(10, 26))
    assert torch.equal(network.parameters, undisturbed.parameters)


@pytest.mark.parametrize("kind", KINDS)
def test_a_diverged_run_stays_diverged_when_it_is_resumed(kind):
    training = training_of("bp batch", learning_rate=100.0, epochs=1000)
    network = BPNetwork((3, 4, 2), ("linear", "linear"), members=2)
    network.parameters.copy_(noisy_network().parameters)
    loop = noisy_loop(network, training, kind)
    list(loop)
    assert loop.endings == ["diverged", "diverged"]
    tensors, values = loop.state()
    other = BPNetwork((3, 4, 2), ("linear", "linear"), members=2)
    again = noisy_loop(other, training, kind)
    again.load_state(tensors, json.loads(json.dumps(values, allow_nan=False)))
    assert list(again) == []
    assert (again.epoch, again.ended) == (loop.epoch, "diverged")
    assert torch.equal(other.parameters, network.parameters)


@EVERY_WAY
def test_what_was_saved_does_not_change_when_training_goes_on(name, kind):
    loop = noisy_loop(noisy_network(), training_of(name, patience=20), kind)
    blocks = iter(loop)
    for _ in range(5):
        next(blocks)
    tensors, values = loop.state()
    before = {key: tensor.clone() for key, tensor in tensors.items()}, json.dumps(values)
    list(blocks)
    assert all(torch.equal(tensors[key], tensor) for key, tensor in before[0].items())
    assert json.dumps(values) == before[1]
