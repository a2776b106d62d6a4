"""Classes as outputs, and outputs read as classes."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.job import ACTIVATIONS, Activation
from core.networks.activations import FUNCTIONS
from core.targets import encode, is_learnable, probabilities

FROM_MINUS_ONE = {"tanh", "step2", "ramp2", "softsign"}
ACTIVATION = st.sampled_from(ACTIVATIONS)
# softmax goes with its own coding
OF_ONE_NUMBER = tuple(name for name in ACTIVATIONS if name != "softmax")


@st.composite
def outputs(draw: st.DrawFn) -> tuple[torch.Tensor, Activation]:
    """Outputs of 1 to 6 samples and 1 to 8 classes that an activation can give."""
    activation = draw(ACTIVATION)
    function = FUNCTIONS[activation]
    numbers = st.floats(max(function.low, -1e6), min(function.high, 1e6))
    classes = draw(st.integers(1, 8))
    row = st.lists(numbers, min_size=classes, max_size=classes)
    rows = draw(st.lists(row, min_size=1, max_size=6))
    return torch.tensor(rows, dtype=torch.float64), activation


def nothing(activation: Activation) -> float:
    return -1.0 if activation in FROM_MINUS_ONE else 0.0


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_target_of_its_own_class_is_1_and_of_the_others_as_low_as_they_are_coded(activation):
    low = nothing(activation)
    targets = encode(np.array([2, 0, 1, 2]), 3, activation)
    assert targets.dtype == torch.float64
    assert targets.tolist() == [[low, low, 1], [1, low, low], [low, 1, low], [low, low, 1]]


@given(ACTIVATION, st.integers(1, 8), st.data())
@settings(deadline=None)
def test_targets_can_be_reached_and_are_read_as_their_class_with_certainty(
    activation, classes, data
):
    codes = np.array(data.draw(st.lists(st.integers(0, classes - 1), max_size=9)), dtype=np.int64)
    targets = encode(codes, classes, activation)
    assert targets.shape == (len(codes), classes)
    function = FUNCTIONS[activation]
    assert all(function.low <= value <= function.high for value in targets.unique().tolist())
    shares = probabilities(targets, activation)
    assert torch.equal(shares, torch.eye(classes, dtype=torch.float64)[torch.from_numpy(codes)])


@given(outputs())
@settings(deadline=None)
def test_probabilities_are_shares_that_sum_to_1(given_outputs):
    found = probabilities(*given_outputs)
    assert found.shape == given_outputs[0].shape
    assert bool(((found >= 0) & (found <= 1)).all())
    torch.testing.assert_close(
        found.sum(dim=-1), torch.ones(len(found), dtype=torch.float64), rtol=1e-14, atol=0
    )


@given(outputs())
@settings(deadline=None)
def test_the_class_of_the_largest_output_is_the_most_probable(given_outputs):
    values, activation = given_outputs
    found = probabilities(values, activation)
    for row, shares in zip(values, found, strict=True):
        # below 1e-300 it counts as 0, and the classes share equally
        if row.max() > nothing(activation) + 1e-300:
            assert shares[row.argmax()] == shares.max()
            # and an output that is clearly smaller never stands level with it
            assert not (
                shares[row < row.max() - 1e-6 * row.max().abs() - 1e-6] == shares.max()
            ).any()


@pytest.mark.parametrize("activation", ["linear", "relu", "leaky_relu", "elu"])
def test_of_two_outputs_above_1_the_larger_one_wins(activation):
    values = torch.tensor([[1.02, 1.3, 0.2]], dtype=torch.float64)
    assert probabilities(values, activation).argmax(dim=1).tolist() == [1]


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("classes", [1, 2, 7])
def test_where_every_output_is_0_the_classes_share_equally(activation, classes):
    values = torch.full((2, classes), nothing(activation), dtype=torch.float64)
    assert probabilities(values, activation).tolist() == [[1 / classes] * classes] * 2


def test_outputs_below_0_count_as_0():
    values = torch.tensor([[-0.5, 0.25, 0.75], [-3.0, -0.1, -2.0]], dtype=torch.float64)
    assert probabilities(values, "linear").tolist() == [[0, 0.25, 0.75], [1 / 3] * 3]


def test_outputs_down_to_minus_one_are_mapped_before_they_are_shared():
    values = torch.tensor([[-1.0, 0.0, 1.0]], dtype=torch.float64)
    assert probabilities(values, "tanh").tolist() == [[0, 0.5 / 1.5, 1 / 1.5]]


@given(st.floats(0, 1e-300), st.floats(0, 1e-300))
@settings(deadline=None)
@example(5e-324, 0.0)
def test_however_small_the_outputs_are_the_shares_sum_to_1(first, second):
    values = torch.tensor([[first, second]], dtype=torch.float64)
    assert probabilities(values, "logistic").sum().item() == pytest.approx(1, rel=1e-14)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_outputs_too_large_for_a_number_still_give_shares(activation):
    values = torch.tensor([[math.inf, 0.5, 0.0]], dtype=torch.float64)
    found = probabilities(values, activation)
    assert found.argmax().item() == 0
    assert found.sum().item() == pytest.approx(1)


def test_each_sample_of_each_member_is_read_on_its_own():
    values = torch.rand(3, 5, 4, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    found = probabilities(values, "logistic")
    for k in range(3):
        for p in range(5):
            assert torch.equal(probabilities(values[k, p], "logistic"), found[k, p])


@given(st.lists(ACTIVATION, min_size=1, max_size=4))
@settings(deadline=None)
def test_a_network_is_learnable_unless_a_layer_is_a_step(activations):
    assert is_learnable(tuple(activations)) == (not {"step1", "step2"} & set(activations))


# --- the other codings --------------------------------------------------------------------


@given(outputs())
@settings(deadline=None)
def test_softmax_outputs_are_shares_already(given_outputs):
    values = torch.softmax(given_outputs[0], dim=-1)
    assert torch.equal(probabilities(values, "softmax", "softmax"), values)


def test_softmax_targets_are_0_and_1():
    targets = encode(np.array([1, 0]), 3, "softmax", "softmax")
    assert targets.tolist() == [[0, 1, 0], [1, 0, 0]]


@pytest.mark.parametrize("activation", OF_ONE_NUMBER)
def test_one_ordered_output_spaces_the_classes_evenly(activation):
    low = nothing(activation)
    targets = encode(np.array([0, 1, 2, 3, 4]), 5, activation, "ordered")
    assert targets.shape == (5, 1)
    assert targets[:, 0].tolist() == pytest.approx(np.linspace(low, 1, 5).tolist(), rel=1e-15)
    assert targets[0].item() == low
    assert targets[4].item() == 1


@given(st.sampled_from(OF_ONE_NUMBER), st.integers(1, 200), st.data())
@settings(deadline=None)
def test_an_ordered_class_comes_back_with_certainty(activation, classes, data):
    codes = np.array(data.draw(st.lists(st.integers(0, classes - 1), max_size=9)), dtype=np.int64)
    targets = encode(codes, classes, activation, "ordered")
    shares = probabilities(targets, activation, "ordered", classes)
    wanted = torch.eye(classes, dtype=torch.float64)[torch.from_numpy(codes)]
    torch.testing.assert_close(shares, wanted, rtol=0, atol=1e-12)
    assert shares.argmax(dim=1).tolist() == codes.tolist()


@given(st.floats(-1e9, 1e9), st.sampled_from(OF_ONE_NUMBER), st.integers(1, 30))
@settings(deadline=None)
def test_one_ordered_output_is_shared_between_the_two_classes_it_lies_between(
    value, activation, classes
):
    outputs = torch.tensor([[value]], dtype=torch.float64)
    shares = probabilities(outputs, activation, "ordered", classes)[0]
    assert shares.sum().item() == pytest.approx(1, rel=1e-12)
    assert bool((shares >= 0).all())
    found = shares.nonzero().flatten().tolist()
    assert len(found) <= 2
    assert found[-1] - found[0] <= 1
    # the nearest class is the most probable, and the mean is the output, held to its range
    low = nothing(activation)
    place = float(np.clip((value - low) / (1 - low) * (classes - 1), 0, classes - 1))
    mean = (shares * torch.arange(classes)).sum().item()
    assert mean == pytest.approx(place, abs=1e-9)
    assert abs(int(shares.argmax()) - place) <= 0.5 + 1e-9


def test_ordered_outputs_of_many_members_and_samples_are_read_one_by_one():
    values = torch.tensor([[[0.0], [0.125]], [[0.5], [7.0]]], dtype=torch.float64)
    shares = probabilities(values, "logistic", "ordered", 5)
    assert shares.tolist() == [
        [[1, 0, 0, 0, 0], [0.5, 0.5, 0, 0, 0]],
        [[0, 0, 1, 0, 0], [0, 0, 0, 0, 1]],
    ]


def test_a_single_class_has_all_of_one_ordered_output():
    assert encode(np.array([0]), 1, "tanh", "ordered").tolist() == [[-1]]
    found = probabilities(torch.tensor([[0.3]], dtype=torch.float64), "tanh", "ordered", 1)
    assert found.tolist() == [[1]]
