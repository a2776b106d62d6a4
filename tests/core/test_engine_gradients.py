"""Errors and gradients of every engine against autograd, in float64."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from torch import Tensor

from core.engines.fused import FusedEngine
from core.engines.kernel_samples import samples_of_members
from core.engines.part import Part
from core.engines.stretches import StretchEngine
from core.engines.tensors import CHUNK as TENSOR_CHUNK
from core.job import Activation, Training
from core.kernels.epochs import stretch
from core.kernels.gradient import CHUNK, STRETCH
from core.kernels.rules import OBJECTIVE
from core.networks.bp import BPNetwork
from core.training import TrainingLoop
from tests.core.small_networks import (
    KINDS,
    LEARNING,
    LOSSES,
    assert_gradients_agree,
    coded_samples,
    loop_of,
    loss_by_autograd,
    one_thread,
    random_network,
    random_samples,
    short_stretches,
    training_of,
)

SEEDS = st.integers(0, 2**31 - 1)
TOLERANCE = 1e-10


@pytest.fixture(autouse=True)
def _small() -> Iterator[None]:
    with one_thread(), short_stretches(16):
        yield


def one_epoch(l1: float = 0.0, l2: float = 0.0) -> Training:
    return training_of("bp batch", learning_rate=1e-3, epochs=1, l1=l1, l2=l2)


def assert_as_autograd(
    network: BPNetwork, inputs: Tensor, targets: Tensor, kind: str, **penalties: float
) -> TrainingLoop:
    """Train for an epoch and compare what the engine then knows of the weights as they stand."""
    before = network.parameters.clone()
    _, first = loss_by_autograd(network, inputs, targets, **penalties)
    part = Part(inputs, targets, members=network.members)
    loop = loop_of(network, one_epoch(**penalties), [part], kind)
    (block,) = loop
    # the gradient that moved the weights, and the one that is ready for the next epoch
    assert_gradients_agree((before - network.parameters) / 1e-3, first, 1e-10 + 1e-12 / 1e-3)
    errors, wanted = loss_by_autograd(network, inputs, targets, **penalties)
    np.testing.assert_allclose(block.training_loss[0], errors, rtol=1e-12)
    assert_gradients_agree(network.gradient, wanted, TOLERANCE)
    np.testing.assert_allclose(loop.losses()[0], errors, rtol=1e-12)
    return loop


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("hidden", LEARNING)
def test_every_pair_of_activations(hidden, kind):
    for output in (*LEARNING, "softmax"):
        network = random_network((5, 7, 4, 3), (hidden, hidden, output), members=3)
        assert_as_autograd(network, *random_samples(21, 5, 3), kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("members", [1, 3])
def test_every_coding_and_both_errors(members, kind):
    for output, coding, loss in LOSSES:
        outputs = 1 if coding == "ordered" else 3
        network = random_network((5, 7, outputs), ("softsign", output), members, loss=loss)
        assert_as_autograd(network, *coded_samples(network, 21, coding), kind)


@st.composite
def shapes(draw: st.DrawFn) -> BPNetwork:
    """Networks with none to three hidden layers of 1 to 13 units, 1 to 3 members."""
    sizes = draw(st.lists(st.integers(1, 13), min_size=2, max_size=5))
    activations: list[Activation] = [draw(st.sampled_from(LEARNING)) for _ in sizes[1:]]
    return random_network(sizes, activations, draw(st.integers(1, 3)), draw(SEEDS))


@pytest.mark.parametrize("kind", KINDS)
@given(
    network=shapes(),
    count=st.one_of(
        st.integers(1, 40), st.sampled_from([CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 5])
    ),
    seed=SEEDS,
    l1=st.sampled_from([0.0, 0.01]),
    l2=st.sampled_from([0.0, 0.2]),
)
@settings(deadline=None, max_examples=60)
@example(random_network((4, 8, 12, 4), ("tanh",) * 3), 8, 1, 0.0, 0.0)
@example(random_network((1, 1), ("logistic",)), 1, 1, 0.3, 0.0)
def test_every_shape_with_and_without_penalties(kind, network, count, seed, l1, l2):
    samples = random_samples(count, network.sizes[0], network.sizes[-1], seed)
    assert_as_autograd(network, *samples, kind, l1=l1, l2=l2)


@pytest.mark.parametrize("engine", ["kernel", "tensors"])
def test_more_samples_than_one_stretch(engine):
    """Nothing is patched here: the engine is the one that a run takes."""
    network = random_network((5, 6, 3), ("tanh", "softmax"), members=2, loss="cross_entropy")
    count = 2 * STRETCH + 77
    assert count > TENSOR_CHUNK
    inputs, targets = coded_samples(network, count, "softmax")
    part = Part(inputs, targets, inputs[:5000], targets[:5000], members=2)
    for few, kind in ((False, StretchEngine), (True, FusedEngine)):
        some = Part(inputs[:STRETCH], targets[:STRETCH], members=2) if few else part
        loop = TrainingLoop(network, one_epoch(), [some], engine=engine, threads=2)
        assert engine == "tensors" or type(loop.engine) is kind
        (block,) = loop
        errors, wanted = loss_by_autograd(network, some.inputs, some.targets)
        np.testing.assert_allclose(block.training_loss[0], errors, rtol=1e-12)
        assert_gradients_agree(network.gradient, wanted, TOLERANCE)
        if not few:
            held, _ = loss_by_autograd(network, inputs[:5000], targets[:5000])
            np.testing.assert_allclose(block.validation_loss[0], held, rtol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_penalties_are_no_part_of_the_error_but_of_what_is_made_small(kind):
    network = random_network((3, 5, 2), ("tanh", "logistic"), members=2)
    inputs, targets = random_samples(21, 3, 2)
    loop = assert_as_autograd(network, inputs, targets, kind, l1=0.03, l2=0.4)
    weights = network.parameters * network.is_weight()
    penalty = 0.03 * weights.abs().sum(dim=1) + 0.2 * (weights**2).sum(dim=1)
    wanted = loop.losses()[0] + penalty.numpy()
    objective = loop.engine.state()["trainer.scalars"][:, OBJECTIVE]
    np.testing.assert_allclose(objective, wanted, rtol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_folds_have_the_gradients_of_their_own_samples(kind):
    network = random_network((3, 5, 2), ("tanh", "logistic"), members=5)
    samples = [random_samples(count, 3, 2, count) for count in (21, 6, 40)]
    parts = [Part(*some, members=k) for some, k in zip(samples, (2, 1, 2), strict=True)]
    (block,) = loop_of(network, one_epoch(), parts, kind)
    start = 0
    for part in parts:
        span = slice(start, start + part.members)
        errors, wanted = loss_by_autograd(network, part.inputs, part.targets)
        np.testing.assert_allclose(block.training_loss[0, span], errors[span], rtol=1e-12)
        assert_gradients_agree(network.gradient[span], wanted[span], TOLERANCE)
        start = span.stop


def test_the_parts_of_stretches_add_up_to_the_whole():
    network = random_network((5, 7, 3), ("elu", "tanh"))
    inputs, targets = random_samples(300, 5, 3)
    kernel = network.kernel
    (rows,) = samples_of_members(network, [Part(inputs, targets)])
    weights = network.parameters[0].numpy()
    total, gradient = 0.0, np.zeros(network.parameter_count)
    for first, last in ((0, 1), (1, 130), (130, 300)):
        part = np.full_like(gradient, np.nan)
        total += stretch(
            weights, part, True, kernel.sizes, kernel.codes, kernel.loss, rows.inputs,
            rows.targets, first, last, 0.0, np.uint64(0),
        )  # fmt: skip
        gradient += part
    errors, wanted = loss_by_autograd(network, inputs, targets)
    assert total / 300 == pytest.approx(errors.item(), rel=1e-12)
    assert_gradients_agree(torch.from_numpy(gradient)[None], wanted, TOLERANCE)


@pytest.mark.parametrize("activation", [*LEARNING, "softmax"])
def test_what_is_no_number_stays_none(activation):
    """Else a net that diverges would not be noticed."""
    network = random_network((3, 4, 2), ("tanh", activation))
    network.weights[1][0, 1] = torch.nan
    loop = loop_of(network, one_epoch(), [Part(*random_samples(9, 3, 2))], "fused")
    (block,) = loop
    assert np.isnan(block.training_loss).all()
    assert block.ended == "diverged"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("output", "coding"), [("logistic", "one_hot"), ("softmax", "softmax")])
def test_cross_entropy_of_an_output_that_is_wrong_beyond_doubt_is_finite(output, coding, kind):
    network = BPNetwork((1, 2), (output,), loss="cross_entropy")
    network.weights[0][0] = torch.tensor([[-2000.0, 2000.0]])
    inputs = torch.ones(3, 1, dtype=torch.float64)
    targets = torch.tensor([[1.0, 0.0]] * 3, dtype=torch.float64)
    loop = loop_of(network, one_epoch(), [Part(inputs, targets)], kind)
    # ln of an output that is 0 counts as −100, as in torch's own losses
    wanted = 100.0 if output == "softmax" else 200.0
    (block,) = loop
    assert block.training_loss.item() == pytest.approx(wanted, rel=1e-12)
    assert loop.losses()[0].item() == pytest.approx(wanted, rel=1e-12)
    # (y − t)·x, by the sums: the wrong output is pulled down, the right one up
    assert network.gradient.tolist() == [pytest.approx([-1, 1, -1, 1], rel=1e-12)]
