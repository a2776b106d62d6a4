"""Members share nothing: K at once are K one by one, to the last bit, whatever is trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from torch import Tensor

from core.engines.fused import FusedEngine
from core.engines.lbfgs import LbfgsEngine
from core.engines.part import Part
from core.engines.stretches import StretchEngine
from core.engines.tensors import TensorEngine
from core.job import Training, default_activations
from core.networks.bp import BPNetwork
from tests.core.small_networks import (
    FULL_BATCH,
    KINDS,
    TRAINERS,
    copied,
    goes_with,
    loop_of,
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

# in the engines of the kernel; those of tensors add up in an order that hangs on the others
COMPILED = pytest.mark.parametrize(("name", "kind"), ways(TRAINERS, ("fused", "stretches")))
EVERY_WAY = pytest.mark.parametrize(("name", "kind"), ways(TRAINERS, KINDS))
MORE: dict[str, dict[str, Any]] = {
    "plain": {},
    "dropout": {"dropout": 0.3},
    "patience and penalties": {"patience": 9, "l1": 1e-3, "l2": 1e-2},
}


@pytest.fixture(autouse=True)
def _small() -> Iterator[None]:
    with one_thread(), short_stretches(5):
        yield


def trained(
    network: BPNetwork,
    training: Training,
    parts: Sequence[Part],
    kind: str,
    *,
    blocks: Sequence[int] = (),
    **options: Any,
) -> tuple[Tensor, NDArray[np.float64]]:
    """Return the weights that are kept and all losses, shape (epochs, 2, K)."""
    loop = loop_of(network, training, parts, kind, **options)
    ahead = iter(blocks)
    losses = []
    loop.block = next(ahead, 7)
    for block in loop:
        losses.append(np.stack([block.training_loss, block.validation_loss], axis=1))
        loop.block = next(ahead, 7)
    loop.finish()
    return network.parameters, np.concatenate(losses)


def assert_alone_as_among_others(
    together: BPNetwork,
    training: Training,
    parts: Sequence[Part],
    kind: str,
    threads: int = 1,
) -> None:
    """Train all members at once, then each by itself under its number."""
    starts = copied(together)
    weights, losses = trained(together, training, parts, kind, threads=threads, first_number=4)
    of_member = [part for part in parts for _ in range(part.members)]
    for k, part in enumerate(of_member):
        alone = copied(starts, slice(k, k + 1))
        single = Part(part.inputs, part.targets, part.held_inputs, part.held_targets)
        own, own_losses = trained(alone, training, [single], kind, first_number=4 + k)
        assert torch.equal(own[0], weights[k])
        epochs = len(own_losses)
        assert np.array_equal(own_losses[:, :, 0], losses[:epochs, :, k], equal_nan=True)
        assert np.isnan(losses[epochs:, :, k]).all()


@COMPILED
@pytest.mark.parametrize(
    ("more", "threads"), [("plain", 1), ("plain", 2), ("dropout", 2), ("patience and penalties", 1)]
)
def test_members_trained_at_once_are_those_trained_one_by_one(name, kind, more, threads):
    training = training_of(name, epochs=30, **MORE[more])
    network = random_network((3, 5, 4, 2), ("tanh", "softsign", "logistic"), members=3)
    assert_alone_as_among_others(network, training, [noisy_part(3)], kind, threads)


@COMPILED
@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_members_of_several_folds_are_those_trained_one_by_one(name, kind, dropout):
    training = training_of(name, epochs=30, dropout=dropout, patience=9)
    network = random_network((3, 5, 4, 2), ("tanh", "softsign", "logistic"), members=5)
    parts = [
        noisy_part(2, seed=1),
        noisy_part(1, seed=2, held_out=False),
        noisy_part(2, seed=3),
    ]
    # folds need not be of one size
    first = parts[0]
    parts[0] = Part(
        first.inputs[:9], first.targets[:9], parts[2].held_inputs, parts[2].held_targets, 2
    )
    assert_alone_as_among_others(network, training, parts, kind, threads=2)


@pytest.mark.parametrize("sizes", [(14, 9, 5, 8), (3, 3, 4), (39, 32, 16, 8)], ids=str)
@pytest.mark.parametrize("name", ["rprop-", "sgd"])
def test_members_of_networks_of_every_size_are_those_trained_one_by_one(name, sizes):
    inputs, _ = random_samples(33, sizes[0], 1)
    codes = torch.arange(33) % sizes[-1]
    targets = torch.nn.functional.one_hot(codes, sizes[-1]).double()
    network = random_network(sizes, default_activations(sizes), members=5)
    part = Part(inputs, targets, members=5)
    assert_alone_as_among_others(network, training_of(name, epochs=60), [part], "fused", 2)


@pytest.mark.parametrize("name", [name for name in TRAINERS if goes_with(name, "tensors")])
def test_with_tensors_they_agree_but_for_rounding(name):
    training = training_of(name, epochs=30)
    network = noisy_network(members=4)
    starts = copied(network)
    weights, losses = trained(network, training, [noisy_part(4)], "tensors")
    for k in range(4):
        alone = copied(starts, slice(k, k + 1))
        own, own_losses = trained(alone, training, [noisy_part(1)], "tensors", first_number=k)
        torch.testing.assert_close(own[0], weights[k], rtol=0, atol=1e-11)
        np.testing.assert_allclose(own_losses[:, :, 0], losses[:, :, k], rtol=1e-11)


@pytest.mark.parametrize(("name", "kind"), [("rprop-", "stretches"), ("lbfgs", "fused")])
@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_the_number_of_cores_changes_nothing(name, kind, dropout):
    training = training_of(name, dropout=dropout)
    runs = [
        trained(noisy_network(), training, [noisy_part()], kind, threads=threads)
        for threads in (1, 2, 3)
    ]
    for weights, losses in runs[1:]:
        assert torch.equal(weights, runs[0][0])
        assert np.array_equal(losses, runs[0][1])


@EVERY_WAY
def test_another_member_that_diverges_changes_nothing(name, kind):
    training = training_of(name)
    network = noisy_network(members=3)
    weights, losses = trained(network, training, [noisy_part(3)], kind)
    disturbed = noisy_network(members=3)
    disturbed.parameters[1] = torch.nan
    others, other_losses = trained(disturbed, training, [noisy_part(3)], kind)
    assert torch.equal(others[[0, 2]], weights[[0, 2]])
    assert np.array_equal(other_losses[:, :, [0, 2]], losses[:, :, [0, 2]])


# --- blocks and orders --------------------------------------------------------------------


@EVERY_WAY
@given(blocks=st.lists(st.integers(1, 25), min_size=0, max_size=12), data=st.data())
@settings(deadline=None, max_examples=5)
def test_however_the_epochs_are_divided_the_bits_are_the_same(name, kind, blocks, data):
    more = data.draw(st.sampled_from(list(MORE.values())))
    training = training_of(name, **{"epochs": 60, **more})
    whole, losses = trained(noisy_network(), training, [noisy_part()], kind, blocks=[60])
    weights, divided = trained(noisy_network(), training, [noisy_part()], kind, blocks=blocks)
    assert torch.equal(weights, whole)
    assert np.array_equal(divided, losses, equal_nan=True)


@pytest.mark.parametrize(("name", "kind"), ways(FULL_BATCH, KINDS))
def test_the_order_of_the_samples_changes_nothing_but_rounding(name, kind):
    training = training_of(name)
    part = noisy_part()
    order = torch.from_numpy(np.random.default_rng(1).permutation(14))
    shuffled = Part(
        part.inputs[order], part.targets[order], part.held_inputs, part.held_targets, members=2
    )
    weights, losses = trained(noisy_network(), training, [part], kind)
    others, other_losses = trained(noisy_network(), training, [shuffled], kind)
    # a line search carries rounding on
    tolerance = 1e-7 if name == "lbfgs" else 1e-12
    torch.testing.assert_close(others, weights, rtol=0, atol=tolerance)
    np.testing.assert_allclose(other_losses, losses, rtol=tolerance)


@EVERY_WAY
def test_the_same_start_gives_the_same_run_and_another_seed_another_one(name, kind):
    found = []
    for seed in (1, 1, 2):
        training = training_of(name, seed=seed, dropout=0.3)
        found.append(trained(noisy_network(), training, [noisy_part()], kind))
    assert torch.equal(found[0][0], found[1][0])
    assert np.array_equal(found[0][1], found[1][1])
    # L-BFGS draws nothing: its line search needs an error that stays the same
    assert torch.equal(found[0][0], found[2][0]) == (name == "lbfgs")


def test_each_kind_is_the_engine_that_it_says():
    wanted = {"fused": FusedEngine, "stretches": StretchEngine, "tensors": TensorEngine}
    for kind, engine in wanted.items():
        assert type(noisy_loop(noisy_network(), training_of("rprop-"), kind).engine) is engine
    for kind in KINDS:
        loop = noisy_loop(noisy_network(), training_of("lbfgs"), kind)
        assert type(loop.engine) is LbfgsEngine
