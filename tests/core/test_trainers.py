"""Every trainer in every engine against transcriptions of its rule and against torch's own.

RPROP reads signs alone: its weights are the same to the last bit as long as no sign differs, and
part for good where a gradient lies within its rounding of 0. The samples here have random targets,
which no weights fit, so no gradient gets that close to 0 in 200 epochs. With penalties one does
sooner, since |w| has its corner just where it drives the weights.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.engines.part import Part
from core.job import Training
from core.kernels import rules as codes
from core.kernels.epochs import _shuffle, draw_key
from core.networks.bp import BPNetwork
from core.trainers.rules import Rule, rule_of
from tests.core.small_networks import (
    IN_BATCHES,
    KINDS,
    TRAINERS,
    copied,
    loop_of,
    loss_by_autograd,
    one_thread,
    random_network,
    random_samples,
    short_stretches,
    training_of,
    ways,
)
from tests.core.transcriptions import (
    Move,
    Problem,
    adam,
    adamw,
    gradient_descent,
    irprop_minus,
    irprop_plus,
    rprop_minus,
    rprop_plus,
)
from tests.thorough import thorough

Array = NDArray[np.float64]
SAMPLES = 19
SIZES = (3, 4, 2)
# of a network of SIZES, in the order of its parameters
IS_BIAS = np.repeat([False, True, False, True], [12, 4, 8, 2])
COMBINATIONS = ways([name for name in TRAINERS if name != "lbfgs"], KINDS)


@pytest.fixture(autouse=True)
def _small() -> Iterator[None]:
    with one_thread(), short_stretches(8):
        yield


class PlainNumpy:
    """Error and gradient of a network 3-4-2, tanh and logistic, written out in numpy."""

    def __init__(self, inputs: Tensor, targets: Tensor, l1: float = 0.0, l2: float = 0.0) -> None:
        self.inputs, self.targets = inputs.numpy(), targets.numpy()
        self.l1, self.l2 = l1, l2

    def __call__(self, weights: Array) -> tuple[float, Array]:
        w1, b1, w2, b2 = np.split(weights, [12, 16, 24])
        w1, w2 = w1.reshape(3, 4), w2.reshape(4, 2)
        hidden = np.tanh(self.inputs @ w1 + b1)
        outputs = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
        apart = outputs - self.targets
        outer = apart / len(self.inputs) * outputs * (1 - outputs)
        inner = outer @ w2.T * (1 - hidden**2)
        gradient = np.concatenate(
            [
                (self.inputs.T @ inner).ravel(),
                inner.sum(0),
                (hidden.T @ outer).ravel(),
                outer.sum(0),
            ]
        )
        kept = np.where(IS_BIAS, 0.0, weights)
        error = float((apart**2).sum()) / (2 * len(self.inputs))
        error += self.l1 * float(np.abs(kept).sum()) + self.l2 / 2 * float((kept**2).sum())
        return error, gradient + self.l1 * np.sign(kept) + self.l2 * kept


def in_turn(batches: Iterator[tuple[Tensor, Tensor]], l1: float = 0.0, l2: float = 0.0) -> Problem:
    """Return a problem whose samples are other ones whenever it is asked."""

    def problem(weights: Array) -> tuple[float, Array]:
        return PlainNumpy(*next(batches), l1, l2)(weights)

    return problem


def decaying(problem: Problem, start: Array, *, rate: float, decay: float) -> Iterator[Move]:
    """AdamW that lets weights decay and biases not: two rules over one vector, each for its own."""
    now = start.copy()

    def seen_by(chosen: NDArray[np.bool_]) -> Problem:
        def part(_: Array) -> tuple[float, Array]:
            error, gradient = problem(now)
            return error, gradient[chosen]

        return part

    weights = adamw(seen_by(~IS_BIAS), start[~IS_BIAS], rate=rate, decay=decay)
    biases = adamw(seen_by(IS_BIAS), start[IS_BIAS], rate=rate, decay=0.0)
    while True:
        moved, shifted = next(weights), next(biases)
        now = now.copy()
        now[~IS_BIAS], now[IS_BIAS] = moved.weights, shifted.weights
        yield Move(moved.error, now, moved.steps)


FAMILY: dict[str, Callable[..., Iterator[Move]]] = {
    "rprop-": rprop_minus,
    "rprop+": rprop_plus,
    "irprop-": irprop_minus,
    "irprop+": irprop_plus,
}


def transcribed(training: Training, problem: Problem, start: Array) -> Iterator[Move]:
    """Return the transcription of the rule that the job names."""
    if training.trainer in FAMILY:
        steps = {"initial": training.initial_step, "largest": training.largest_step}
        return FAMILY[training.trainer](problem, start, **steps)
    if training.trainer == "adamw":
        return decaying(problem, start, rate=training.learning_rate, decay=training.l2)
    if training.trainer == "adam":
        return adam(problem, start, rate=training.learning_rate)
    rate, momentum = training.learning_rate, training.momentum
    return gradient_descent(problem, start, rate=rate, momentum=momentum)


class Watched(BPNetwork):
    """Notes the samples of each batch that it is trained on."""

    seen: list[tuple[Tensor, Tensor]]

    def accumulate(self, inputs: Tensor, targets: Tensor, *more: Any, **named: Any) -> Tensor:
        self.seen.append((inputs, targets))
        return super().accumulate(inputs, targets, *more, **named)


def batch_size(training: Training) -> int:
    """Return samples a step, 0 for all."""
    return rule_of(training).batch


def order_of(seed: int, member: int, epoch: int) -> list[int]:
    """Return the order in which the kernel visits the samples."""
    order = np.arange(SAMPLES)
    _shuffle(order, np.uint64(draw_key(seed, member, epoch)))
    found: list[int] = order.tolist()
    return found


def kernel_batches(
    training: Training, inputs: Tensor, targets: Tensor, member: int = 0
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield the samples of each step, epoch after epoch."""
    size = batch_size(training) or SAMPLES
    for epoch in itertools.count(1):
        order = order_of(training.seed, member, epoch)
        if size >= SAMPLES:
            order = list(range(SAMPLES))
        for first in range(0, SAMPLES, size):
            yield inputs[order[first : first + size]], targets[order[first : first + size]]


def follow(
    training: Training, kind: str, network: BPNetwork, inputs: Tensor, targets: Tensor
) -> list[tuple[Array, float]]:
    """Return weights of member 0 and its loss after each epoch."""
    part = Part(inputs, targets, members=network.members)
    loop = loop_of(network, training, [part], kind)
    return [(network.parameters[0].numpy().copy(), b.training_loss[0, 0]) for b in loop]


# --- against the transcriptions -----------------------------------------------------------


@pytest.mark.parametrize(("name", "kind"), COMBINATIONS)
@pytest.mark.parametrize(
    ("epochs", "penalties"),
    [(60, {"l1": 1e-4, "l2": 1e-3}), *thorough([(200, {})])],
    ids=["penalties", "plain"],
)
def test_epoch_for_epoch_the_weights_are_those_of_the_transcription(name, kind, epochs, penalties):
    training = training_of(name, epochs=epochs, seed=5, **penalties)
    network = Watched(SIZES, ("tanh", "logistic"), members=2)
    network.seen = []
    network.parameters.copy_(random_network(SIZES, ("tanh", "logistic"), members=2).parameters)
    start = network.parameters[0].numpy().copy()
    inputs, targets = random_samples(SAMPLES, 3, 2)
    found = follow(training, kind, network, inputs, targets)
    batch = batch_size(training)
    if kind == "tensors" and batch:
        batches = iter(network.seen)
    else:
        batches = kernel_batches(training, inputs, targets)
    l2 = 0.0 if training.trainer == "adamw" else training.l2
    problem = in_turn(batches, l1=training.l1, l2=l2)
    if training.trainer == "adamw":
        # its two halves ask one after the other, of the same samples
        problem = PlainNumpy(inputs, targets, l1=training.l1)
    moves = transcribed(training, problem, start)
    steps = len(range(0, SAMPLES, batch)) if batch else 1
    whole = PlainNumpy(inputs, targets)
    for weights, loss in found:
        *_, move = itertools.islice(moves, steps)
        np.testing.assert_allclose(weights, move.weights, rtol=1e-10, atol=1e-10)
        assert loss == pytest.approx(whole(move.weights)[0], rel=1e-9)
    assert np.abs(found[-1][0] - start).max() > 0.1


@pytest.mark.parametrize("name", FAMILY)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("initial", "largest"), [(0.1, 0.15), *thorough([(0.0125, 0.1), (0.5, 0.2)])]
)
def test_steps_of_the_rprop_family_are_those_of_the_transcription(name, kind, initial, largest):
    training = training_of(name, epochs=60, initial_step=initial, largest_step=largest)
    network = random_network(SIZES, ("tanh", "logistic"), members=3)
    inputs, targets = random_samples(SAMPLES, 3, 2)
    rules = [
        transcribed(training, PlainNumpy(inputs, targets), row.numpy().copy())
        for row in network.parameters
    ]
    loop = loop_of(network, training, [Part(inputs, targets, members=3)], kind)
    reached = 0.0
    for _ in loop:
        moves = [next(rule) for rule in rules]
        reached = max(reached, loop.engine.steps().max())
        np.testing.assert_array_equal(loop.engine.steps(), [move.steps for move in moves])
        np.testing.assert_allclose(
            network.parameters, [move.weights for move in moves], rtol=0, atol=1e-13
        )
    assert reached == largest


def test_each_member_of_the_kernel_visits_the_samples_in_an_order_of_its_own():
    inputs, targets = random_samples(SAMPLES, 3, 2)
    network = random_network(SIZES, ("tanh", "logistic"), members=3)
    training = training_of("bp sample", epochs=20, seed=7)
    starts = network.parameters.numpy().copy()
    part = Part(inputs, targets, members=3)
    list(loop_of(network, training, [part], "fused", first_number=10))
    orders = {tuple(order_of(7, member, epoch)) for member in range(3) for epoch in range(1, 21)}
    assert len(orders) == 60
    for k in range(3):
        problem = in_turn(kernel_batches(training, inputs, targets, 10 + k))
        *_, last = itertools.islice(transcribed(training, problem, starts[k]), 20 * SAMPLES)
        np.testing.assert_allclose(network.parameters[k], last.weights, rtol=0, atol=1e-11)


@pytest.mark.parametrize("name", IN_BATCHES)
def test_with_tensors_every_sample_is_met_once_an_epoch_in_ever_new_orders(name):
    training = training_of(name, epochs=12)
    inputs, targets = random_samples(SAMPLES, 3, 2)
    inputs[:, 0] = torch.arange(SAMPLES)
    runs = []
    for seed in (1, 1, 2):
        network = Watched(SIZES, ("tanh", "logistic"))
        network.seen = []
        follow(training.model_copy(update={"seed": seed}), "tensors", network, inputs, targets)
        met = torch.cat([batch[:, 0] for batch, _ in network.seen]).reshape(12, SAMPLES)
        assert torch.equal(met.sort(dim=1).values[0], inputs[:, 0])
        assert len({tuple(row) for row in met.tolist()}) == 12
        runs.append(met)
    assert torch.equal(runs[0], runs[1])
    assert not torch.equal(runs[0], runs[2])


@pytest.mark.parametrize("kind", ["fused", "tensors"])
@pytest.mark.parametrize("size", [SAMPLES, 100])
def test_one_batch_of_all_samples_is_a_step_an_epoch(kind, size):
    """The tensor engine adds them up in another order, so there is rounding."""
    runs = []
    for batch in (0, size):
        training = Training(
            trainer="sgd", batch_size=batch, learning_rate=0.3, momentum=0.5, epochs=100,
            error_goal=1e-300,
        )  # fmt: skip
        network = random_network(SIZES, ("tanh", "logistic"))
        runs.append(follow(training, kind, network, *random_samples(SAMPLES, 3, 2))[-1][0])
    np.testing.assert_allclose(runs[0], runs[1], rtol=0, atol=1e-12)


@pytest.mark.parametrize("name", [name for name in TRAINERS if name not in ("lbfgs", *IN_BATCHES)])
def test_all_engines_agree_but_for_rounding(name):
    training = training_of(name, epochs=100, l1=1e-3)
    inputs, targets = random_samples(SAMPLES, 3, 2)
    found = []
    for kind in KINDS:
        network = random_network((3, 5, 4, 2), ("softsign", "elu", "logistic"), members=3)
        part = Part(inputs, targets, members=3)
        blocks = list(loop_of(network, training, [part], kind))
        found.append((network.parameters, np.concatenate([b.training_loss for b in blocks])))
    for parameters, losses in found[1:]:
        torch.testing.assert_close(parameters, found[0][0], rtol=0, atol=1e-10)
        np.testing.assert_allclose(losses, found[0][1], rtol=1e-10)


# --- against torch ------------------------------------------------------------------------


def by_torch(
    make: Callable[[list[dict[str, Any]]], torch.optim.Optimizer],
    network: BPNetwork,
    inputs: Tensor,
    targets: Tensor,
    epochs: int,
) -> Iterator[Array]:
    """Yield the weights after each epoch of an optimizer of torch; weights and biases apart."""
    free = copied(network)
    weights = torch.nn.Parameter(free.parameters[0, ~torch.from_numpy(IS_BIAS)].clone())
    biases = torch.nn.Parameter(free.parameters[0, torch.from_numpy(IS_BIAS)].clone())
    optimizer = make([{"params": [weights]}, {"params": [biases], "weight_decay": 0.0}])
    for _ in range(epochs):
        _, gradient = loss_by_autograd(free, inputs, targets)
        weights.grad, biases.grad = gradient[0, ~IS_BIAS], gradient[0, IS_BIAS]
        optimizer.step()
        free.parameters[0, ~torch.from_numpy(IS_BIAS)] = weights.detach()
        free.parameters[0, torch.from_numpy(IS_BIAS)] = biases.detach()
        yield free.parameters[0].numpy().copy()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("settings", "make"),
    [
        (
            {"trainer": "irprop-", "initial_step": 0.1},
            # g(0) = g(1) here, so that the first step is 1.2·Δ0; it is Δ0 in torch
            lambda groups: torch.optim.Rprop(_bare(groups), lr=0.12, step_sizes=(0.0, 50.0)),
        ),
        (
            {"trainer": "irprop-", "initial_step": 0.01, "largest_step": 0.05},
            lambda groups: torch.optim.Rprop(_bare(groups), lr=0.012, step_sizes=(0.0, 0.05)),
        ),
        (
            {"trainer": "adam", "batch_size": 0, "learning_rate": 0.05},
            lambda groups: torch.optim.Adam(groups, lr=0.05),
        ),
        (
            {"trainer": "adam", "batch_size": 0, "learning_rate": 0.05, "l2": 0.02},
            lambda groups: torch.optim.Adam(groups, lr=0.05, weight_decay=0.02),
        ),
        (
            {"trainer": "adamw", "batch_size": 0, "learning_rate": 0.05, "l2": 0.3},
            lambda groups: torch.optim.AdamW(groups, lr=0.05, weight_decay=0.3),
        ),
        (
            {"trainer": "sgd", "batch_size": 0, "learning_rate": 0.4, "momentum": 0.7, "l2": 0.01},
            lambda groups: torch.optim.SGD(groups, lr=0.4, momentum=0.7, weight_decay=0.01),
        ),
        (
            {"trainer": "bp", "update": "batch", "learning_rate": 0.9},
            lambda groups: torch.optim.SGD(groups, lr=0.9),
        ),
    ],
    ids=["irprop-", "irprop- small", "adam", "adam l2", "adamw", "sgd momentum", "bp"],
)
def test_200_epochs_are_those_of_torchs_optimizer(settings, make, kind):
    training = Training(error_goal=1e-300, epochs=200, **settings)
    network = random_network(SIZES, ("tanh", "logistic"))
    inputs, targets = random_samples(SAMPLES, 3, 2)
    wanted = by_torch(make, copied(network), inputs, targets, 200)
    for weights, _ in follow(training, kind, network, inputs, targets):
        np.testing.assert_allclose(weights, next(wanted), rtol=0, atol=1e-10)


def _bare(groups: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"params": group["params"]} for group in groups]


@pytest.mark.parametrize("l2", [0.0, 0.01])
def test_lbfgs_is_torchs_on_the_gradient_of_autograd(l2):
    training = training_of("lbfgs", epochs=60, l2=l2)
    network = random_network(SIZES, ("tanh", "logistic"), members=2)
    inputs, targets = random_samples(SAMPLES, 3, 2)
    free = copied(network, slice(0, 1))
    weights = torch.nn.Parameter(free.parameters[0].clone())
    optimizer = torch.optim.LBFGS(
        [weights], max_iter=1, max_eval=25, history_size=10, line_search_fn="strong_wolfe"
    )
    part = Part(inputs, targets, members=2)
    loop = loop_of(network, training, [part], "fused")

    def closure() -> Tensor:
        free.parameters[0] = weights.detach()
        error, gradient = loss_by_autograd(free, inputs, targets, l2=l2)
        weights.grad = gradient[0]
        kept = weights.detach() * free.is_weight()
        return error[0] + l2 / 2 * (kept**2).sum()

    for _ in loop:
        optimizer.step(closure)
        torch.testing.assert_close(network.parameters[0], weights.detach(), rtol=0, atol=1e-7)
    assert loop.epoch == 60


# --- from the job -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("training", "rule"),
    [
        (
            Training(initial_step=0.2, largest_step=3.0, learning_rate=9.0, l1=0.1),
            Rule(codes.RPROP_MINUS, initial_step=0.2, largest_step=3.0, l1=0.1),
        ),
        (
            Training(trainer="bp", update="sample", learning_rate=0.9, momentum=0.3, batch_size=7),
            Rule(codes.MOMENTUM, learning_rate=0.9, momentum=0.3, batch=1),
        ),
        (
            Training(trainer="bp", update="batch", learning_rate=0.9, batch_size=7),
            Rule(codes.MOMENTUM, learning_rate=0.9),
        ),
        (
            Training(trainer="sgd", learning_rate=0.9, batch_size=7, dropout=0.2),
            Rule(codes.MOMENTUM, learning_rate=0.9, batch=7, dropout=0.2),
        ),
        (
            Training(trainer="adam", learning_rate=0.9, momentum=0.5, l2=0.1, batch_size=0),
            Rule(codes.ADAM, learning_rate=0.9, l2=0.1),
        ),
        (
            Training(trainer="adamw", learning_rate=0.9, l2=0.1, l1=0.2),
            Rule(codes.ADAM, learning_rate=0.9, decay=0.1, l1=0.2, batch=32),
        ),
        (Training(trainer="lbfgs", learning_rate=0.9, l2=0.1, dropout=0.3), Rule(-1, l2=0.1)),
    ],
)
def test_the_job_sets_what_its_trainer_reads_and_nothing_else(training, rule):
    assert rule_of(training) == rule


@pytest.mark.parametrize("name", ["bp batch", "bp sample"])
def test_a_single_unit_learns_what_a_line_can_divide(name):
    inputs = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
    for values in ([0, 0, 0, 1], [0, 1, 1, 1]):
        targets = torch.tensor(values, dtype=torch.float64).unsqueeze(1)
        network = random_network((2, 1), ("logistic",))
        training = training_of(name, learning_rate=1.0, epochs=500)
        list(loop_of(network, training, [Part(inputs, targets)], "fused"))
        assert torch.equal(network.forward(inputs)[0] > 0.5, targets > 0.5)
