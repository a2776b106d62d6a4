"""The outputs of a network by numpy are those of the network itself."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.job import ACTIVATIONS, Activation
from core.networks import activations as with_torch
from core.networks import forward
from core.networks.bp import BPNetwork
from core.networks.forward import layer_outputs, layer_parameters, parameter_count

KNOWN = [name for name in ACTIVATIONS if name in with_torch.FUNCTIONS]


def random_network(
    sizes: tuple[int, ...], activations: tuple[Activation, ...], members: int = 1
) -> BPNetwork:
    """Return a network with weights and biases U(−3, 3)."""
    network = BPNetwork(sizes, activations, members=members)
    network.parameters.uniform_(-3, 3, generator=torch.Generator().manual_seed(1))
    return network


def random_samples(count: int, inputs: int) -> torch.Tensor:
    """Return inputs U(−1, 1), shape (count, inputs)."""
    rng = np.random.default_rng(1)
    return torch.from_numpy(rng.uniform(-1, 1, (count, inputs)))


def test_every_activation_has_its_function() -> None:
    assert set(forward.ACTIVATIONS) == set(ACTIVATIONS)


@pytest.mark.parametrize("output", KNOWN)
@pytest.mark.parametrize("hidden", [name for name in KNOWN if name != "softmax"])
def test_outputs_are_those_of_the_network(hidden: Activation, output: Activation) -> None:
    network = random_network((5, 7, 4, 3), (hidden, hidden, output), members=2)
    inputs = random_samples(20, 5)
    wanted = network.forward(inputs).numpy()
    for member in range(2):
        parameters = network.parameters[member].numpy()
        found = layer_outputs(parameters, network.sizes, network.activations, inputs.numpy())
        assert [each.shape for each in found] == [(20, 5), (20, 7), (20, 4), (20, 3)]
        np.testing.assert_array_equal(found[0], inputs.numpy())
        np.testing.assert_allclose(found[-1], wanted[member], rtol=1e-12, atol=1e-12)


def test_hidden_outputs_are_those_of_the_shorter_network() -> None:
    network = random_network((3, 4, 2), ("tanh", "logistic"))
    inputs = random_samples(6, 3)
    hidden = torch.tanh(inputs @ network.weights[0][0] + network.biases[0][0]).numpy()
    parameters = network.parameters[0].numpy()
    found = layer_outputs(parameters, (3, 4, 2), network.activations, inputs.numpy())
    np.testing.assert_allclose(found[1], hidden, rtol=1e-12)


def test_softsign_and_softmax_by_their_formulas() -> None:
    x = np.array([[-3.0, 0.0, 1.0], [2.0, 2.0, 2.0]])
    softsign = forward.ACTIVATIONS["softsign"](x)
    np.testing.assert_allclose(softsign, [[-0.75, 0.0, 0.5], [2 / 3] * 3], rtol=1e-15)
    powers = np.exp(x)
    softmax = forward.ACTIVATIONS["softmax"](x)
    np.testing.assert_allclose(softmax, powers / powers.sum(axis=1, keepdims=True), rtol=1e-14)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_large_sums_overflow_nowhere(activation: Activation) -> None:
    # a warning of numpy would fail the test
    values = forward.ACTIVATIONS[activation](np.array([[-1e4, 0.0, 1e4]]))
    assert np.isfinite(values).all()


def test_infinite_weights_give_nan_without_a_warning() -> None:
    parameters = np.full(parameter_count((2, 1)), np.inf, np.float32)
    found = layer_outputs(parameters, (2, 1), ("linear",), np.array([[1.0, -1.0]]))
    assert np.isnan(found[-1]).all()


def test_parameters_lie_as_in_the_network() -> None:
    network = random_network((3, 4, 2), ("tanh", "tanh"), members=2)
    layers = layer_parameters(network.parameters[1].numpy(), network.sizes)
    for number, (weights, biases) in enumerate(layers):
        np.testing.assert_array_equal(weights, network.weights[number][1].numpy())
        np.testing.assert_array_equal(biases, network.biases[number][1, 0].numpy())
    assert parameter_count(network.sizes) == network.parameter_count


def test_another_number_of_parameters_is_refused() -> None:
    with pytest.raises(ValueError, match="27"):
        layer_parameters(np.zeros(27), (3, 4, 2))
