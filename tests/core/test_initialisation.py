"""First weights: what each method demands of them."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.job import Activation, Initialisation, default_activations
from core.networks.bp import BPNetwork
from core.networks.initialisation import (
    Array,
    first_weights,
    generator,
    magnitude,
    nguyen_widrow,
)

UNITS = st.integers(1, 12)
SEEDS = st.integers(0, 2**31 - 1)
METHODS: tuple[Initialisation, ...] = get_args(Initialisation)

# hidden activations, the factor of Wmag, and the range each layer hands on
CASES = [
    (("tanh", "tanh"), 0.7, (-1.0, 1.0)),
    (("logistic", "logistic"), 2.8, (0.0, 1.0)),
    (("logistic", "tanh"), 0.7, (0.0, 1.0)),
    (("ramp1", "ramp1"), 0.7, (0.0, 1.0)),
    (("step2", "tanh"), 0.7, (-1.0, 1.0)),
    (("relu", "relu"), 0.7, (-1.0, 1.0)),
    (("linear", "elu"), 0.7, (-1.0, 1.0)),
    (("softsign", "softsign"), 0.7, (-1.0, 1.0)),
]


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Array, Array]:
    """Ranges of 1 to 8 inputs, some of them constant."""
    low = draw(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8))
    width = st.one_of(st.just(0.0), st.floats(1e-3, 1e6))
    return np.array(low), np.array([at + draw(width) for at in low])


def middle_and_half(low: Array, high: Array) -> tuple[Array, Array]:
    return (high + low) / 2, np.where(high > low, (high - low) / 2, 1.0)


@pytest.mark.parametrize(("hidden", "factor", "_"), CASES)
def test_the_length_of_a_row_has_the_factor_of_its_case(hidden, factor, _):
    assert magnitude(9, 14, hidden) == pytest.approx(factor * 9 ** (1 / 14), rel=1e-15)
    assert magnitude(5, 9, hidden) == pytest.approx(factor * 5 ** (1 / 9), rel=1e-15)


@given(SEEDS, UNITS, UNITS, st.floats(0.1, 10), st.booleans())
@settings(deadline=None)
def test_on_inputs_from_minus_one_to_one_each_row_has_its_length_and_no_bias_more(
    seed, units, inputs, size, normal
):
    one = np.ones(inputs)
    weights, biases = nguyen_widrow(generator(seed, 0), units, -one, one, size, normal=normal)
    assert np.linalg.norm(weights, axis=1) == pytest.approx(np.full(units, size), rel=1e-12)
    assert (np.abs(biases) <= size).all()


@given(SEEDS, UNITS, ranges(), st.floats(0.1, 10))
@settings(deadline=None)
def test_inputs_of_any_range_give_the_sums_of_inputs_mapped_to_minus_one_to_one(
    seed, units, limits, size
):
    low, high = limits
    one = np.ones(len(low))
    weights, biases = nguyen_widrow(generator(seed, 0), units, low, high, size)
    mapped_weights, mapped_biases = nguyen_widrow(generator(seed, 0), units, -one, one, size)
    middle, half = middle_and_half(low, high)
    inputs = np.random.default_rng(seed).uniform(low, high, (20, len(low)))
    mapped = (inputs - middle) / half
    # the sums are differences of numbers as large as |weight · input|
    error = 1e-13 * (1 + np.abs(weights) @ np.maximum(np.abs(low), np.abs(high)))
    found = inputs @ weights.T + biases
    assert (np.abs(found - (mapped @ mapped_weights.T + mapped_biases)) <= error).all()


@given(SEEDS, UNITS, ranges(), st.floats(0.1, 10))
@settings(deadline=None)
def test_weights_follow_the_rule_as_it_is_written(seed, units, limits, size):
    low, high = limits
    rng = generator(seed, 0)
    directions = rng.uniform(-1, 1, (units, len(low)))
    offsets = rng.uniform(-1, 1, units)
    wanted, wanted_biases = np.empty((units, len(low))), np.empty(units)
    middle, half = middle_and_half(low, high)
    for j in range(units):
        length = np.sqrt((directions[j] ** 2).sum())
        wanted[j] = size * directions[j] / length / half
        wanted_biases[j] = size * offsets[j] - wanted[j] @ middle
    weights, biases = nguyen_widrow(generator(seed, 0), units, low, high, size)
    assert weights == pytest.approx(wanted, rel=1e-12)
    assert biases == pytest.approx(wanted_biases, rel=1e-12, abs=1e-12 * np.abs(biases).max())


def test_a_constant_input_is_never_divided_by_its_range():
    low, high = np.array([3.0, 0.0, -1.0]), np.array([3.0, 0.0, 1.0])
    with np.errstate(all="raise"):
        weights, biases = nguyen_widrow(generator(1, 0), 4, low, high, 0.7)
    assert np.linalg.norm(weights, axis=1) == pytest.approx(np.full(4, 0.7))
    assert np.isfinite(biases).all()


@pytest.mark.parametrize("method", ["nguyen_widrow", "nguyen_widrow_normal"])
@pytest.mark.parametrize(("hidden", "factor", "handed_on"), CASES)
def test_each_hidden_layer_is_fitted_to_the_range_of_the_layer_before_it(
    hidden, factor, handed_on, method
):
    low, high = np.array([-3.0, 0.0, 10.0]), np.array([5.0, 0.1, 400.0])
    layers = first_weights((3, 6, 4, 2), (*hidden, "logistic"), low, high, 1, 0, method=method)
    seen = [(low, high), (np.full(6, handed_on[0]), np.full(6, handed_on[1]))]
    for (weights, biases), limits in zip(layers[:2], seen, strict=True):
        size = factor * weights.shape[0] ** (1 / weights.shape[1])
        middle, half = middle_and_half(*limits)
        assert np.linalg.norm(weights * half, axis=1) == pytest.approx(np.full(len(biases), size))
        assert (np.abs(biases + weights @ middle) <= size * (1 + 1e-12)).all()


@pytest.mark.parametrize("sizes", [(40, 50), (3, 40, 50)])
def test_output_weights_are_uniform_from_minus_one_to_one(sizes):
    low = np.full(sizes[0], 100.0)
    activations = default_activations(sizes)
    weights, biases = first_weights(sizes, activations, low, low + 1, 1, 0)[-1]
    assert weights.shape == (50, 40)
    drawn = np.concatenate((weights.ravel(), biases))
    assert (np.abs(drawn) <= 1).all()
    assert np.histogram(drawn, 4, (-1, 1))[0] / len(drawn) == pytest.approx(0.25, abs=0.03)
    assert (np.abs(biases) > 0).all()


def test_biases_spread_over_their_whole_range():
    one = np.ones(5)
    _, biases = nguyen_widrow(generator(1, 0), 4000, -one, one, 0.7)
    assert np.histogram(biases, 4, (-0.7, 0.7))[0] / 4000 == pytest.approx(0.25, abs=0.03)


def angles(*, normal: bool) -> Array:
    """Return the directions of many rows of two weights, in quarters of a turn from 0 to 1."""
    one = np.ones(2)
    weights, _ = nguyen_widrow(generator(1, 0), 40_000, -one, one, 0.7, normal=normal)
    return np.arctan2(weights[:, 1], weights[:, 0]) % (np.pi / 2) / (np.pi / 2)


def test_normal_directions_favour_no_side_and_uniform_ones_the_corners():
    """With U(−1, 1) alone, more than a third of the rows point near a corner of the square."""
    third = (1 / 3, 2 / 3)
    shares = [
        ((angles(normal=normal) > third[0]) & (angles(normal=normal) < third[1])).mean()
        for normal in (True, False)
    ]
    deviation = np.sqrt(1 / 3 * 2 / 3 / 40_000)
    assert abs(shares[0] - 1 / 3) < 5 * deviation
    # of the square's first quarter, the part between 30° and 60° is 1 − tan 30°
    assert abs(shares[1] - (1 - np.tan(np.pi / 6))) < 5 * deviation


# --- the other methods --------------------------------------------------------------------

WIDE = (60, 80, 40)


def drawn(method: Initialisation, member: int = 0, **more: float) -> list[tuple[Array, Array]]:
    low = np.full(WIDE[0], -7.0)
    activations = default_activations(WIDE)
    return first_weights(WIDE, activations, low, low + 20, 5, member, method=method, **more)


def assert_uniform(values: Array, limit: float) -> None:
    """Compare range, mean, variance and quarters, within five standard deviations."""
    count = values.size
    assert np.abs(values).max() <= limit
    assert np.abs(values).max() > limit * (1 - 20 / count)
    assert abs(values.mean()) < 5 * limit / np.sqrt(3 * count)
    assert abs((values**2).mean() / limit**2 - 1 / 3) < 5 * np.sqrt(4 / 45 / count)
    quarters = np.histogram(values, 4, (-limit, limit))[0] / count
    assert np.abs(quarters - 0.25).max() < 5 * np.sqrt(3 / 16 / count)


@pytest.mark.parametrize("spread", [1.0, 0.01, 30.0])
def test_uniform_weights_and_biases_fill_their_range(spread):
    for weights, biases in drawn("uniform", spread=spread):
        assert_uniform(np.concatenate((weights.ravel(), biases)), spread)
    assert np.abs(drawn("uniform", spread=spread)[0][1]).min() > 0


def test_xavier_weights_are_uniform_up_to_their_limit_and_biases_are_zero():
    for (weights, biases), (ins, outs) in zip(drawn("xavier"), pairwise(WIDE), strict=True):
        assert weights.shape == (outs, ins)
        assert_uniform(weights.ravel(), np.sqrt(6 / (ins + outs)))
        assert not biases.any()


def test_he_weights_are_normal_with_their_deviation_and_biases_are_zero():
    for (weights, biases), (ins, outs) in zip(drawn("he"), pairwise(WIDE), strict=True):
        assert weights.shape == (outs, ins)
        count = weights.size
        scaled = weights.ravel() / np.sqrt(2 / ins)
        assert abs(scaled.mean()) < 5 / np.sqrt(count)
        assert abs((scaled**2).mean() - 1) < 5 * np.sqrt(2 / count)
        assert abs((scaled**4).mean() - 3) < 5 * np.sqrt(96 / count)
        assert (np.abs(scaled) < 1).mean() == pytest.approx(0.6827, abs=5 * 0.466 / np.sqrt(count))
        assert not biases.any()


def test_the_range_of_the_inputs_matters_to_nguyen_widrow_alone():
    low = np.zeros(4)
    for method in METHODS:
        near, far = (
            first_weights((4, 5, 2), ("tanh", "tanh"), low, high, 1, 0, method=method)
            for high in (low + 1, low + 9)
        )
        same = all(np.array_equal(a, b) for one, two in zip(near, far, strict=True)
                   for a, b in zip(one, two, strict=True))  # fmt: skip
        assert same == (not method.startswith("nguyen"))


# --- members and seeds --------------------------------------------------------------------


@pytest.mark.parametrize("method", METHODS)
def test_a_member_starts_alike_alone_and_among_any_number(method):
    inputs = torch.rand(30, 4, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    low, high = inputs.amin(0).numpy(), inputs.amax(0).numpy()
    sizes = (4, 6, 3)
    activations: tuple[Activation, ...] = ("tanh", "logistic")
    for members, first in ((1, 0), (2, 0), (7, 0), (3, 5)):
        network = BPNetwork(sizes, activations, members=members)
        network.initialise(inputs, seed=3, method=method, spread=0.4, first_number=first)
        for k in range(members):
            alone = first_weights(
                sizes, activations, low, high, 3, first + k, method=method, spread=0.4
            )
            for number, (weights, biases) in enumerate(alone):
                assert np.array_equal(network.weights[number][k].numpy(), weights.T)
                assert np.array_equal(network.biases[number][k, 0].numpy(), biases)


def test_members_of_a_fold_are_fitted_to_its_inputs_and_the_others_left_alone():
    network = BPNetwork((2, 3, 1), ("tanh", "tanh"), members=4)
    inputs = torch.tensor([[-1.0, -1.0], [1.0, 1.0]], dtype=torch.float64)
    network.initialise(inputs, 1)
    whole = network.parameters.clone()
    network.initialise(10 * inputs, 1, members=slice(1, 3))
    assert torch.equal(network.parameters[[0, 3]], whole[[0, 3]])
    # the same numbers are drawn, for inputs ten times as wide
    torch.testing.assert_close(network.weights[0][1:3] * 10, whole[1:3, :6].unflatten(1, (2, 3)))
    assert torch.equal(network.parameters[1:3, 9:], whole[1:3, 9:])


@pytest.mark.parametrize("method", METHODS)
def test_members_and_seeds_start_differently(method):
    network = BPNetwork((4, 6, 3), ("tanh", "logistic"), members=5)
    inputs = torch.tensor([[-1.0] * 4, [1.0] * 4], dtype=torch.float64)
    found = []
    for seed in (1, 2):
        network.initialise(inputs, seed, method=method)
        found.append(network.parameters.clone())
    together = torch.cat(found)
    assert len(torch.unique(together[:, 0])) == 10


@pytest.mark.parametrize("method", METHODS)
def test_the_seed_alone_decides_whatever_else_draws_random_numbers(method):
    inputs = torch.tensor([[-1.0] * 4, [1.0] * 4], dtype=torch.float64)
    found = []
    for _ in range(2):
        network = BPNetwork((4, 6, 3), ("tanh", "logistic"))
        network.initialise(inputs, 1, method=method)
        found.append(network.parameters)
        torch.rand(3)
        np.random.default_rng().random(3)
    assert torch.equal(*found)
