"""The BP network: outputs, error and gradients."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.job import ACTIVATIONS
from core.networks.bp import BPNetwork
from tests.core.small_networks import (
    LEARNING,
    LOSSES,
    assert_gradients_agree,
    coded_samples,
    loss_by_autograd,
    member,
    one_thread,
    random_network,
    random_samples,
)

SEEDS = st.integers(0, 2**31 - 1)


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    with one_thread():
        yield


@st.composite
def networks(draw: st.DrawFn) -> BPNetwork:
    """Networks of 1 to 3 layers after the inputs, any activations that learn, 1 to 4 members."""
    sizes = draw(st.lists(st.integers(1, 8), min_size=2, max_size=4))
    activations = [draw(st.sampled_from(LEARNING)) for _ in sizes[1:]]
    return random_network(sizes, activations, draw(st.integers(1, 4)), draw(SEEDS))


# --- gradients ----------------------------------------------------------------------------


@pytest.mark.parametrize(("hidden", "output"), [*product(LEARNING, (*LEARNING, "softmax"))])
def test_gradients_are_those_of_autograd_for_every_activation(hidden, output):
    network = random_network((5, 7, 4, 3), (hidden, hidden, output), members=3)
    inputs, targets = random_samples(11, 5, 3)
    _, wanted = loss_by_autograd(network, inputs, targets)
    network.backward(inputs, targets)
    assert bool((wanted != 0).any())
    assert_gradients_agree(network.gradient, wanted, 1e-10)


@pytest.mark.parametrize(("output", "coding", "loss"), LOSSES)
@pytest.mark.parametrize("members", [1, 3])
def test_gradients_are_those_of_autograd_for_every_coding_and_loss(output, coding, loss, members):
    outputs = 1 if coding == "ordered" else 3
    network = random_network((5, 7, outputs), ("softsign", output), members, loss=loss)
    inputs, targets = coded_samples(network, 11, coding)
    error, wanted = loss_by_autograd(network, inputs, targets)
    found = network.backward(inputs, targets)
    torch.testing.assert_close(found, error, rtol=1e-12, atol=0)
    assert torch.equal(network.loss(inputs, targets), found)
    assert_gradients_agree(network.gradient, wanted, 1e-10)


@given(networks(), st.integers(1, 12), SEEDS, st.booleans())
@settings(deadline=None)
def test_gradients_are_those_of_autograd_for_every_shape(network, count, seed, own_samples):
    inputs, targets = random_samples(count, network.sizes[0], network.sizes[-1], seed)
    if own_samples:
        parts = [
            random_samples(count, network.sizes[0], network.sizes[-1], seed + k)
            for k in range(network.members)
        ]
        inputs = torch.stack([part[0] for part in parts])
        targets = torch.stack([part[1] for part in parts])
    loss, wanted = loss_by_autograd(network, inputs, targets)
    found = network.backward(inputs, targets)
    torch.testing.assert_close(found, loss, rtol=1e-12, atol=0)
    assert_gradients_agree(network.gradient, wanted, 1e-10)


def test_the_gradient_of_some_members_is_added_to_theirs_alone():
    """As the folds of a cross-validation need it, each with samples of its own."""
    network = random_network((3, 5, 2), ("tanh", "logistic"), members=4)
    inputs, targets = random_samples(9, 3, 2)
    errors, wanted = loss_by_autograd(network, inputs, targets)
    network.gradient.fill_(1.0)
    found = network.accumulate(inputs, targets, 9, slice(1, 3))
    torch.testing.assert_close(found / 9, errors[1:3], rtol=1e-12, atol=0)
    assert bool((network.gradient[[0, 3]] == 1).all())
    assert_gradients_agree(network.gradient[1:3] - 1, wanted[1:3], 1e-10)


def test_units_that_are_left_out_pass_neither_value_nor_gradient():
    network = random_network((3, 5, 2), ("tanh", "logistic"), members=2)
    inputs, targets = random_samples(9, 3, 2)
    mask = torch.zeros(2, 9, 5, dtype=torch.float64)
    mask[:, :, [0, 3]] = 2.5
    network.gradient.zero_()
    found = network.accumulate(inputs, targets, 9, masks=[mask])
    # the same network with the other units cut off, and those that stay enlarged
    smaller = BPNetwork((3, 2, 2), ("tanh", "logistic"), members=2)
    smaller.weights[0].copy_(network.weights[0][:, :, [0, 3]])
    smaller.biases[0].copy_(network.biases[0][:, :, [0, 3]])
    smaller.weights[1].copy_(2.5 * network.weights[1][:, [0, 3]])
    smaller.biases[1].copy_(network.biases[1])
    errors, wanted = loss_by_autograd(smaller, inputs, targets)
    torch.testing.assert_close(found / 9, errors, rtol=1e-12, atol=0)
    ours = network.gradient[:, :15].unflatten(1, (3, 5))
    theirs = wanted[:, :6].unflatten(1, (3, 2))
    torch.testing.assert_close(ours[:, :, [0, 3]], theirs, rtol=1e-10, atol=1e-15)
    assert not ours[:, :, [1, 2, 4]].any()


@given(networks(), st.integers(2, 40), SEEDS)
@settings(deadline=None)
def test_the_order_of_the_samples_changes_the_gradient_by_rounding_alone(network, count, seed):
    inputs, targets = random_samples(count, network.sizes[0], network.sizes[-1], seed)
    loss = network.backward(inputs, targets)
    gradient = network.gradient.clone()
    order = torch.from_numpy(np.random.default_rng(seed).permutation(count))
    shuffled = network.backward(inputs[order], targets[order])
    torch.testing.assert_close(shuffled, loss, rtol=1e-13, atol=0)
    # single samples may cancel in the sum, so rounding is measured against their size
    apart = torch.zeros_like(gradient)
    for p in range(count):
        network.backward(inputs[p : p + 1], targets[p : p + 1])
        apart += network.gradient.abs() / count
    network.backward(inputs[order], targets[order])
    assert bool(((network.gradient - gradient).abs() <= 1e-12 * apart.amax()).all())


def test_the_gradient_is_the_mean_of_those_of_single_samples():
    network = random_network((3, 4, 2), ("tanh", "logistic"), members=2)
    inputs, targets = random_samples(9, 3, 2)
    total = torch.zeros_like(network.gradient)
    for p in range(9):
        network.backward(inputs[p : p + 1], targets[p : p + 1])
        total += network.gradient / 9
    network.backward(inputs, targets)
    torch.testing.assert_close(network.gradient, total, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("step", ["step1", "step2"])
def test_behind_a_step_no_weight_has_a_gradient(step):
    network = random_network((3, 5, 4, 2), ("tanh", step, "logistic"), members=2)
    network.backward(*random_samples(9, 3, 2))
    behind = (3 + 1) * 5 + (5 + 1) * 4
    assert not network.gradient[:, :behind].any()
    assert bool(network.gradient[:, behind:].any())


def test_the_gradient_of_a_member_does_not_depend_on_the_others():
    network = random_network((3, 5, 2), ("tanh", "logistic"), members=4)
    inputs, targets = random_samples(9, 3, 2)
    loss = network.backward(inputs, targets)
    gradient = network.gradient.clone()
    network.parameters[2].mul_(1e3)
    network.backward(inputs, targets)
    assert torch.equal(network.gradient[[0, 1, 3]], gradient[[0, 1, 3]])
    # alone it lies elsewhere in memory, and MKL adds up in an order that depends on that
    for k in (0, 1, 3):
        alone = member(network, k)
        torch.testing.assert_close(alone.backward(inputs, targets), loss[[k]], rtol=1e-14, atol=0)
        assert_gradients_agree(alone.gradient, gradient[[k]], 1e-14)


def test_measuring_moves_no_weight():
    network = random_network((3, 5, 2), ("tanh", "logistic"), members=2)
    before = network.parameters.clone()
    inputs, targets = random_samples(9, 3, 2)
    network.backward(inputs, targets)
    network.loss(inputs, targets)
    network.predict(inputs)
    assert torch.equal(network.parameters, before)


# --- outputs and error --------------------------------------------------------------------


def test_the_error_is_half_the_squares_over_outputs_divided_by_the_number_of_samples():
    network = BPNetwork((1, 2), ("linear",))
    network.weights[0][0] = torch.tensor([[1.0, -2.0]])
    network.biases[0][0] = torch.tensor([[0.5, 0.0]])
    inputs = torch.tensor([[1.0], [2.0]], dtype=torch.float64)
    targets = torch.tensor([[1.0, 0.0], [2.5, -1.0]], dtype=torch.float64)
    # outputs (1.5, -2), (2.5, -4); errors (.5, -2), (0, -3); E_p = 2.125, 4.5
    assert network.loss(inputs, targets).tolist() == [6.625 / 2]
    assert network.backward(inputs, targets).tolist() == [6.625 / 2]
    # ∂/∂w: Σ_p e_p x_p / P; ∂/∂b: Σ_p e_p / P
    assert network.gradient.tolist() == [[0.25, -4.0, 0.25, -2.5]]


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_both_ways_to_measure_the_error_agree_to_the_last_bit(activation):
    network = random_network((3, 5, 2), (activation, activation), members=3)
    inputs, targets = random_samples(9, 3, 2)
    assert torch.equal(network.loss(inputs, targets), network.backward(inputs, targets))


@pytest.mark.parametrize("members", [1, 3])
def test_outputs_are_those_of_the_layers_one_after_the_other(members):
    network = random_network((3, 5, 4, 2), ("tanh", "logistic", "linear"), members)
    inputs, _ = random_samples(9, 3, 2)
    found = network.forward(inputs)
    assert found.shape == (members, 9, 2)
    for k in range(members):
        (w1, b1), (w2, b2), (w3, b3) = (
            (w[k].numpy(), b[k].numpy())
            for w, b in zip(network.weights, network.biases, strict=True)
        )
        hidden = np.tanh(inputs.numpy() @ w1 + b1)
        hidden = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
        np.testing.assert_allclose(found[k].numpy(), hidden @ w3 + b3, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("chunk", [1, 4, 9, 100])
def test_predictions_are_the_outputs_however_many_samples_are_taken_at_a_time(chunk):
    network = random_network((3, 5, 2), ("tanh", "logistic"), members=2)
    inputs, _ = random_samples(9, 3, 2)
    torch.testing.assert_close(
        network.predict(inputs, chunk=chunk), network.forward(inputs), rtol=1e-13, atol=0
    )


# --- parameters ---------------------------------------------------------------------------


@given(networks())
@settings(deadline=None)
def test_there_are_as_many_parameters_as_weights_and_biases(network):
    wanted = sum((a + 1) * b for a, b in zip(network.sizes[:-1], network.sizes[1:], strict=True))
    parts = [*network.weights, *network.biases]
    assert network.parameter_count == wanted
    assert network.parameters.shape == network.gradient.shape == (network.members, wanted)
    assert sum(part[0].numel() for part in parts) == wanted


def test_weights_and_biases_are_windows_on_the_parameters():
    network = BPNetwork((3, 5, 2), ("tanh", "logistic"), members=2)
    for part in (*network.weights, *network.biases):
        part.fill_(1.0)
    assert bool((network.parameters == 1).all())
    network.parameters.fill_(2.0)
    assert all(bool((part == 2).all()) for part in (*network.weights, *network.biases))


def test_a_saved_network_gives_the_same_outputs_to_the_last_bit():
    network = random_network((3, 5, 2), ("tanh", "logistic"), members=2)
    other = BPNetwork((3, 5, 2), ("tanh", "logistic"), members=2)
    other.load_state(network.state())
    inputs, _ = random_samples(9, 3, 2)
    assert torch.equal(other.parameters, network.parameters)
    assert torch.equal(other.forward(inputs), network.forward(inputs))


def test_what_was_saved_does_not_change_when_training_goes_on():
    network = random_network((3, 2), ("tanh",))
    saved = network.state()
    weights = saved["weight.0"].clone()
    network.parameters.zero_()
    assert torch.equal(saved["weight.0"], weights)


@pytest.mark.parametrize(
    "wrong",
    [
        random_network((3, 4, 2), ("tanh", "tanh")).state(),
        random_network((3, 5, 2), ("tanh", "tanh"), members=2).state(),
        random_network((3, 5), ("tanh",)).state(),
        {},
    ],
    ids=["other units", "other members", "fewer layers", "nothing"],
)
def test_weights_of_another_network_are_refused(wrong):
    network = random_network((3, 5, 2), ("tanh", "tanh"))
    with pytest.raises(ValueError, match="is missing or has another shape"):
        network.load_state(wrong)
