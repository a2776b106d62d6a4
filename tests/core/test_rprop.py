"""RPROP⁻: the rule as it is written, its limits, and the encoder that proves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.job import Training
from core.networks.bp import BPNetwork
from core.trainers.building import build_trainer
from core.trainers.rprop import RpropMinus
from core.training import TrainingLoop
from tests.core.small_networks import one_thread, random_network, random_samples

Array = NDArray[np.float64]


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    with one_thread():
        yield


class WrittenRule:
    """RPROP⁻ in plain numpy, one weight after the other as the document has it."""

    def __init__(self, initial: float, largest: float) -> None:
        self.initial, self.largest = initial, largest
        self.steps: Array | None = None
        self.last: Array | None = None

    def move(self, weights: Array, gradient: Array) -> Array:
        if self.steps is None or self.last is None:
            self.steps = np.full(gradient.shape, self.initial)
            self.last = gradient.copy()
        moved = weights.copy()
        for at in np.ndindex(gradient.shape):
            # signs, since the product of two small gradients is 0 in floating point
            agreement = np.sign(gradient[at]) * np.sign(self.last[at])
            if agreement > 0:
                self.steps[at] = min(1.2 * float(self.steps[at]), self.largest)
            elif agreement < 0:
                self.steps[at] = 0.5 * self.steps[at]
            moved[at] -= np.sign(gradient[at]) * self.steps[at]
        self.last = gradient.copy()
        return moved


def with_gradients(trainer: RpropMinus, gradients: Sequence[float]) -> tuple[list[float], Array]:
    """Give a network of one weight these gradients; return its moves and the steps Δ."""
    network = BPNetwork((1, 1), ("linear",))
    nothing = torch.zeros(1, 1, dtype=torch.float64)
    moves, steps = [], []
    for epoch, gradient in enumerate(gradients, 1):
        before = network.parameters[0, 0].item()
        network.gradient.fill_(gradient)
        trainer.step(network, nothing, nothing, epoch)
        moves.append(network.parameters[0, 0].item() - before)
        steps.append(trainer.state()["rprop.steps"][0, 0].item())
    return moves, np.array(steps)


@pytest.mark.parametrize(
    ("sizes", "activations", "members", "largest"),
    [
        ((3, 4, 2), ("tanh", "logistic"), 1, 50.0),
        ((3, 4, 2), ("logistic", "linear"), 1, 1.0),
        ((3, 5, 4, 2), ("tanh", "elu", "logistic"), 3, 50.0),
        ((3, 4, 2), ("relu", "ramp2"), 2, 0.15),
    ],
)
def test_weights_are_those_of_the_written_rule_for_200_epochs(sizes, activations, members, largest):
    network = random_network(sizes, activations, members)
    inputs, targets = random_samples(20, 3, 2)
    trainer, rule = RpropMinus(0.1, largest), WrittenRule(0.1, largest)
    network.backward(inputs, targets)
    for epoch in range(1, 201):
        wanted = rule.move(network.parameters.numpy(), network.gradient.numpy())
        trainer.step(network, inputs, targets, epoch)
        np.testing.assert_allclose(network.parameters.numpy(), wanted, rtol=0, atol=1e-12)
        network.backward(inputs, targets)
    assert rule.steps is not None
    np.testing.assert_allclose(trainer.state()["rprop.steps"].numpy(), rule.steps, rtol=1e-12)


def test_200_epochs_on_its_own_gradients_end_where_the_written_rule_ends():
    network = random_network((3, 4, 2), ("tanh", "logistic"))
    (w1, b1), (w2, b2) = (
        (w[0].numpy().copy(), b[0].numpy().copy())
        for w, b in zip(network.weights, network.biases, strict=True)
    )
    inputs, targets = (part.numpy() for part in random_samples(20, 3, 2))
    rule = WrittenRule(0.1, 50.0)
    flat = np.concatenate([w1.ravel(), b1.ravel(), w2.ravel(), b2.ravel()])
    for _ in range(200):
        w1, b1, w2, b2 = (
            part.reshape(shape)
            for part, shape in zip(
                np.split(flat, [12, 16, 24]), [(3, 4), (1, 4), (4, 2), (1, 2)], strict=True
            )
        )
        hidden = np.tanh(inputs @ w1 + b1)
        outputs = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
        outer = (outputs - targets) / 20 * outputs * (1 - outputs)
        inner = outer @ w2.T * (1 - hidden**2)
        gradient = np.concatenate(
            [(inputs.T @ inner).ravel(), inner.sum(0), (hidden.T @ outer).ravel(), outer.sum(0)]
        )
        flat = rule.move(flat, gradient)
    loop = TrainingLoop(
        network,
        RpropMinus(),
        torch.from_numpy(inputs),
        torch.from_numpy(targets),
        error_goal=1e-300,
        epochs=200,
    )
    assert len(list(loop)) == 200
    np.testing.assert_allclose(network.parameters[0].numpy(), flat, rtol=0, atol=1e-12)


def test_steps_grow_shrink_and_stay_by_the_signs_of_two_gradients():
    moves, steps = with_gradients(RpropMinus(0.1, 50.0), [3, 1e-9, -7, 0, -2, -1, 4])
    assert steps == pytest.approx([0.12, 0.144, 0.072, 0.072, 0.072, 0.0864, 0.0432], rel=1e-15)
    # after a change of sign the step is taken all the same: nothing is taken back
    assert moves == pytest.approx([-0.12, -0.144, 0.072, 0, 0.072, 0.0864, -0.0432], rel=1e-12)


@pytest.mark.parametrize("initial", [0.1, 0.0125, 1.0])
def test_the_first_step_is_the_initial_one_times_1_2(initial):
    network = random_network((3, 4, 2), ("tanh", "logistic"), members=2)
    before = network.parameters.clone()
    inputs, targets = random_samples(20, 3, 2)
    network.backward(inputs, targets)
    trainer = RpropMinus(initial, 50.0)
    trainer.step(network, inputs, targets, 1)
    moved = before - network.parameters
    wanted = 1.2 * initial * torch.sign(network.gradient)
    torch.testing.assert_close(moved, wanted, rtol=1e-12, atol=1e-15)
    assert bool((trainer.state()["rprop.steps"] == 1.2 * initial).all())


@pytest.mark.parametrize("largest", [0.05, 0.5, 1.0, 50.0])
def test_no_step_grows_beyond_the_largest(largest):
    moves, steps = with_gradients(RpropMinus(0.1, largest), [1.0] * 60)
    assert steps.max() == steps[-1] == largest
    assert max(abs(move) for move in moves) <= largest * (1 + 1e-12)
    assert moves[-1] == pytest.approx(-largest, rel=1e-12)


def test_steps_have_no_lower_bound():
    _, steps = with_gradients(RpropMinus(0.1, 50.0), [(-1.0) ** n for n in range(100)])
    assert steps[-1] == pytest.approx(0.12 * 0.5**99, rel=1e-12)


def test_a_zero_gradient_leaves_weight_and_step_alone():
    network = random_network((3, 4, 2), ("tanh", "logistic"))
    inputs, targets = random_samples(20, 3, 2)
    inputs[:, 1] = 0
    before, trainer = network.weights[0].clone(), RpropMinus()
    network.backward(inputs, targets)
    for epoch in range(1, 51):
        trainer.step(network, inputs, targets, epoch)
        network.backward(inputs, targets)
    assert torch.equal(network.weights[0][:, 1], before[:, 1])
    assert not torch.equal(network.weights[0][:, 0], before[:, 0])
    steps = trainer.state()["rprop.steps"][:, :12].unflatten(1, (3, 4))
    assert bool((steps[:, 1] == 0.1).all())
    assert bool((steps[:, 0] != 0.1).any())


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30), st.sampled_from([1e-200, 1e-9, 1e200]))
@settings(deadline=None)
def test_the_size_of_a_gradient_does_not_matter(gradients, factor):
    gradients = [gradient if abs(gradient) > 1e-90 else 0.0 for gradient in gradients]
    moves, steps = with_gradients(RpropMinus(), gradients)
    other_moves, other_steps = with_gradients(RpropMinus(), [g * factor for g in gradients])
    assert moves == other_moves
    assert np.array_equal(steps, other_steps)


def test_before_the_first_epoch_there_is_nothing_to_save():
    trainer = RpropMinus()
    assert trainer.state() == {}
    trainer.load_state({}, torch.device("cpu"))
    assert trainer.state() == {}


def test_the_job_sets_both_steps():
    trainer = build_trainer(Training(initial_step=0.0125, largest_step=1.0))
    assert isinstance(trainer, RpropMinus)
    _, steps = with_gradients(trainer, [1.0] * 60)
    assert (steps[0], steps[-1]) == (0.0125 * 1.2, 1.0)


# --- the encoder and XOR ------------------------------------------------------------------


def solve_encoder(seed: int, members: int, cap: int) -> NDArray[np.int64]:
    """Return the weight updates each member took to solve 10-5-10; 0 where it did not.

    Solved by the 40-20-40 criterion: every output of every pattern is on the right side of 0.4
    to 0.6. Members that solved it are taken out, which does not change the others.
    """
    network = random_network((10, 5, 10), ("logistic", "logistic"), members, seed)
    patterns = torch.eye(10, dtype=torch.float64)
    trainer = RpropMinus(0.1, 50.0)
    numbers, updates = np.arange(members), np.zeros(members, dtype=np.int64)
    network.backward(patterns, patterns)
    for epoch in range(1, cap + 1):
        trainer.step(network, patterns, patterns, epoch)
        outputs = network.forward(patterns)
        right = torch.where(patterns > 0.5, outputs >= 0.6, outputs <= 0.4)
        solved = right.all(dim=2).all(dim=1)
        if solved.any():
            updates[numbers[solved.numpy()]] = epoch
            numbers = numbers[~solved.numpy()]
            if not len(numbers):
                break
            smaller = BPNetwork(network.sizes, network.activations, members=len(numbers))
            smaller.parameters.copy_(network.parameters[~solved])
            kept = {name: part[~solved] for name, part in trainer.state().items()}
            trainer.load_state(kept, network.device)
            network = smaller
        network.backward(patterns, patterns)
    return updates


def test_the_10_5_10_encoder_is_solved_as_fast_and_as_often_as_published():
    updates = np.concatenate([solve_encoder(seed, 100, 3000) for seed in (1, 2, 3, 4)])
    solved = updates[updates > 0]
    assert len(solved) / len(updates) >= 0.88
    assert solved.mean() == pytest.approx(23.8, abs=1.5)


def test_xor_is_learned():
    inputs = torch.tensor([[-1, -1], [-1, 1], [1, -1], [1, 1]], dtype=torch.float64)
    targets = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)
    network = BPNetwork((2, 4, 1), ("tanh", "logistic"), members=100)
    network.initialise(inputs, seed=1)
    list(TrainingLoop(network, RpropMinus(), inputs, targets, error_goal=1e-4, epochs=500))
    learned = (network.loss(inputs, targets) < 1e-4).numpy()
    right = ((network.forward(inputs) > 0.5) == (targets > 0.5)).all(dim=2).all(dim=1).numpy()
    assert learned.mean() >= 0.9
    assert right[learned].all()


def test_without_a_hidden_layer_xor_is_never_learned():
    inputs = torch.tensor([[-1, -1], [-1, 1], [1, -1], [1, 1]], dtype=torch.float64)
    targets = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)
    network = BPNetwork((2, 1), ("logistic",), members=100)
    network.initialise(inputs, seed=1)
    list(TrainingLoop(network, RpropMinus(), inputs, targets, error_goal=1e-4, epochs=500))
    right = ((network.forward(inputs) > 0.5) == (targets > 0.5)).all(dim=2).all(dim=1)
    assert not right.any()
