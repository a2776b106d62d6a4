"""The activations: their values, derivatives and ranges."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.job import ACTIVATIONS, Activation
from core.networks.activations import FUNCTIONS, delta_of
from tests.core.small_networks import LEARNING, WITH_AUTOGRAD

# away from −1, 0 and 1, where some have a corner
POINTS = torch.linspace(-29.97, 30.03, 4001, dtype=torch.float64)
SUM = sum(math.exp(x) for x in (-2, -0.5, 0, 0.5, 2))
# softmax has no derivative of one number: each output hangs on all sums
OF_ONE_NUMBER = tuple(name for name in ACTIVATIONS if name != "softmax")


def values(name: Activation, *x: float) -> list[float]:
    return FUNCTIONS[name].f(torch.tensor(x, dtype=torch.float64)).tolist()


def derivatives(name: Activation, *x: float) -> list[float]:
    points = torch.tensor(x, dtype=torch.float64)
    function = FUNCTIONS[name]
    return function.derivative(points, function.f(points)).tolist()


def test_every_activation_that_a_job_can_name_is_there():
    assert tuple(FUNCTIONS) == ACTIVATIONS


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("linear", [-2.0, -0.5, 0.0, 0.5, 2.0]),
        ("logistic", [1 / (1 + math.exp(-x)) for x in (-2, -0.5, 0, 0.5, 2)]),
        ("tanh", [math.tanh(x) for x in (-2, -0.5, 0, 0.5, 2)]),
        ("step1", [0.0, 0.0, 1.0, 1.0, 1.0]),
        ("step2", [-1.0, -1.0, 1.0, 1.0, 1.0]),
        ("ramp1", [0.0, 0.0, 0.0, 0.5, 1.0]),
        ("ramp2", [-1.0, -0.5, 0.0, 0.5, 1.0]),
        ("relu", [0.0, 0.0, 0.0, 0.5, 2.0]),
        ("leaky_relu", [-0.02, -0.005, 0.0, 0.5, 2.0]),
        ("elu", [math.expm1(-2), math.expm1(-0.5), 0.0, 0.5, 2.0]),
        ("softsign", [-2 / 3, -1 / 3, 0.0, 1 / 3, 2 / 3]),
        ("softmax", [math.exp(x) / SUM for x in (-2, -0.5, 0, 0.5, 2)]),
    ],
)
def test_each_activation_has_the_values_of_its_formula(name, wanted):
    assert values(name, -2.0, -0.5, 0.0, 0.5, 2.0) == pytest.approx(wanted, rel=1e-15, abs=1e-16)


@pytest.mark.parametrize("name", LEARNING)
def test_each_derivative_is_that_of_autograd(name):
    x = POINTS.clone().requires_grad_()
    WITH_AUTOGRAD[name](x).sum().backward()
    assert x.grad is not None
    mine = FUNCTIONS[name].derivative(POINTS, FUNCTIONS[name].f(POINTS))
    torch.testing.assert_close(mine, x.grad, rtol=1e-10, atol=1e-15)


def test_softmax_passes_back_what_autograd_does():
    x = torch.linspace(-9, 9, 60, dtype=torch.float64).reshape(3, 4, 5).requires_grad_()
    y = torch.softmax(x, dim=-1)
    slope = torch.sin(torch.arange(60, dtype=torch.float64)).reshape(3, 4, 5)
    y.backward(slope)
    assert x.grad is not None
    found = delta_of("softmax", slope, x.detach(), y.detach())
    torch.testing.assert_close(found, x.grad, rtol=1e-12, atol=1e-16)


def test_softmax_of_a_sample_sums_to_one_however_large_its_sums_are():
    x = torch.tensor([[1e300, 0.0, -1e300], [700.0, 710.0, 720.0]], dtype=torch.float64)
    y = FUNCTIONS["softmax"].f(x)
    assert y[0].tolist() == [1, 0, 0]
    assert y.sum(dim=1).tolist() == pytest.approx([1, 1], rel=1e-15)
    assert torch.equal(y[1], FUNCTIONS["softmax"].f(x[1] - 700))


def test_the_only_activations_that_do_not_learn_are_the_steps():
    assert {name for name in ACTIVATIONS if not FUNCTIONS[name].learns} == {"step1", "step2"}


@pytest.mark.parametrize("name", ["step1", "step2"])
def test_no_gradient_passes_a_step(name):
    assert set(derivatives(name, -3.0, -1e-300, 0.0, 1e-300, 3.0)) == {0.0}


def test_the_gradient_passes_a_ramp_inside_and_not_on_its_edges():
    assert derivatives("ramp1", -0.1, 0.0, 0.1, 0.9, 1.0, 1.1) == [0, 0, 1, 1, 0, 0]
    assert derivatives("ramp2", -1.1, -1.0, -0.9, 0.9, 1.0, 1.1) == [0, 0, 1, 1, 0, 0]


def test_at_zero_the_derivative_of_relu_is_that_of_its_negative_side():
    assert derivatives("relu", 0.0) == [0.0]
    assert derivatives("leaky_relu", 0.0) == [0.01]
    assert derivatives("elu", 0.0) == [1.0]


@pytest.mark.parametrize("name", OF_ONE_NUMBER)
@given(x=st.lists(st.floats(-1e300, 1e300), min_size=1, max_size=20))
@settings(deadline=None)
def test_values_stay_in_the_range_and_derivatives_from_zero_to_one(name, x):
    function = FUNCTIONS[name]
    assert all(function.low <= y <= function.high for y in values(name, *x))
    assert all(0 <= slope <= 1 for slope in derivatives(name, *x))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_limits_are_reached_or_approached(name):
    function = FUNCTIONS[name]
    far = 1e300 if name == "softsign" else 1e6
    low, high = values(name, -far, far)
    assert function.is_bounded == (name not in {"linear", "relu", "leaky_relu", "elu"})
    assert low == function.low or (math.isinf(function.low) and low <= -1e4)
    assert high == function.high or (math.isinf(function.high) and high >= 1e4)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_precision_of_the_input_is_kept(name):
    x = torch.tensor([-1.5, 0.5], dtype=torch.float32)
    y = FUNCTIONS[name].f(x)
    assert y.dtype == FUNCTIONS[name].derivative(x, y).dtype == torch.float32
