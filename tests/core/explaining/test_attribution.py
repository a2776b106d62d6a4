"""Integrated gradients: against captum, complete, and led back to the elements."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from captum.attr import IntegratedGradients
from hypothesis import given, settings
from hypothesis import strategies as st

from core.explaining.attribution import attributions_of, mean_and_spread
from core.explaining.coordinates import coordinate_names, coordinates_of
from core.explaining.gradients import mean_gradients
from core.explaining.members import FoldMembers, members_of
from core.explaining.table_subject import TableSubject
from core.preparing.compiled import prepared_samples
from tests.core.explaining.small_subjects import planted, random_subject

PREPARATIONS: list[dict[str, Any]] = [
    {"transform": transform, "scaling": scaling, "reduction": reduction, "components": 3}
    for transform in ("none", "log10", "clr", "ilr")
    for scaling in ("standardise", "quantile")
    for reduction in ("none", "pca", "whitening")
]
CODINGS: list[dict[str, Any]] = [
    {"activations": ("tanh", "softmax"), "coding": "softmax"},
    {"activations": ("tanh", "logistic"), "coding": "one_hot"},
    {"activations": ("relu", "tanh"), "coding": "one_hot"},
    {"activations": ("logistic", "linear"), "coding": "ordered"},
]


def inputs_of(subject: TableSubject, fold: int = 0) -> np.ndarray:
    fitted = subject.model.preparations[fold]
    return prepared_samples(fitted, subject.features, subject.censored)


def probabilities_of(subject: TableSubject, inputs: np.ndarray, fold: int = 0) -> np.ndarray:
    """Of every member of a fold and class, shape (V, P, C)."""
    network = subject.model.network
    outputs = network.forward(torch.from_numpy(inputs), members_of(subject.model, fold))
    return subject.voters.shares(outputs).numpy()


@pytest.mark.parametrize("preparation", PREPARATIONS, ids=str)
def test_inputs_are_a_straight_function_of_the_coordinates(preparation: dict[str, Any]) -> None:
    subject = random_subject(**preparation)
    subject.censored[3, 1] = True
    subject.features[4, 2] = np.nan
    subject.features[5, 0] = -1.0
    fitted = subject.model.preparations[0]
    found = coordinates_of(fitted, subject.features, subject.censored)
    np.testing.assert_allclose(found.inputs(found.values), inputs_of(subject), atol=1e-9)
    names = coordinate_names(fitted, subject.model.feature_names)
    assert len(names) == found.values.shape[1]
    bent = preparation["scaling"] == "quantile" and preparation["transform"] in ("clr", "ilr")
    assert (names == list(subject.model.feature_names)) is not bent


@pytest.mark.parametrize("coding", CODINGS, ids=str)
@pytest.mark.parametrize("preparation", PREPARATIONS[::3], ids=str)
def test_contributions_add_up_to_the_change(
    coding: dict[str, Any], preparation: dict[str, Any]
) -> None:
    """From the baseline to the sample, for every class, member and fold."""
    subject = random_subject(folds=2, spread=2.0, **coding, **preparation)
    fold, places = 1, subject.places[1]
    dataset, training = subject.parts.dataset, subject.parts.folds[fold].training
    fitted = subject.model.preparations[fold]
    of_training = coordinates_of(fitted, dataset.features[training], dataset.censored[training])
    baseline = of_training.inputs(np.median(of_training.values, axis=0)[np.newaxis])
    before = probabilities_of(subject, baseline, fold)
    after = probabilities_of(subject, inputs_of(subject, fold)[places], fold)
    assert np.abs(after - before).max() > 0.1
    for code in range(subject.classes):
        classes = np.full(len(places), code)
        found = subject.contributions(fold, places, classes)
        change = after[..., code] - before[..., code]
        np.testing.assert_allclose(found.values.sum(axis=-1), change, atol=1e-3)
        assert found.missing.max() < 1e-3


@pytest.mark.parametrize("coding", CODINGS[:2], ids=str)
def test_agrees_with_captum(coding: dict[str, Any]) -> None:
    subject = random_subject(members=2, **coding)
    inputs = inputs_of(subject)
    baseline = np.median(inputs, axis=0)
    found = mean_gradients(FoldMembers(subject.model, 0), inputs, baseline, subject.known)
    for member in range(2):

        def shares(points: torch.Tensor, number: int = member) -> torch.Tensor:
            outputs = subject.model.network.forward(points, slice(number, number + 1))
            return subject.voters.shares(outputs)[0]

        expected = IntegratedGradients(shares).attribute(
            torch.from_numpy(inputs),
            baselines=torch.from_numpy(baseline[np.newaxis]),
            target=torch.from_numpy(subject.known),
            n_steps=400,
        )
        np.testing.assert_allclose(
            found.slopes[member] * (inputs - baseline), expected.numpy(), atol=2e-4
        )


def test_a_turn_within_a_millionth_of_the_way_is_not_missed() -> None:
    """Even steps would pass it by: the gradient is 0 nearly everywhere."""
    subject = planted([[1e6, 0.0, 0.0], [1e6, 0.0, 0.0]])
    inputs = inputs_of(subject)
    found = mean_gradients(
        FoldMembers(subject.model, 0), inputs, np.full(3, -0.1234), np.ones(subject.size, np.int64)
    )
    change = (inputs[:, 0] > 0).astype(float)
    np.testing.assert_allclose(
        (found.slopes[..., 0] * (inputs[:, 0] + 0.1234))[0], change, atol=1e-3
    )
    assert found.missing.max() < 1e-3


@settings(max_examples=20)
@given(st.floats(0.1, 50.0), st.integers(1, 4))
def test_only_elements_with_a_weight_contribute(weight: float, members: int) -> None:
    subject = planted([[weight, 0.0, 0.0]] * members, samples=20)
    found = subject.contributions(0, np.arange(subject.size), subject.known)
    assert np.abs(found.values[..., 1:]).max() == 0
    assert np.abs(found.values[..., 0]).max() > 0.01


@pytest.mark.parametrize("folds", [1, 3, 30])
def test_the_element_that_decides_speaks_for_both_classes(folds: int) -> None:
    found = attributions_of(
        planted([[4.0, 0.0, 0.0]] * 2 * folds, samples=60, folds=folds, noise=0.2), 1, lambda: None
    )
    assert found is not None
    assert found.absolute.argmax(axis=1).tolist() == [0, 0]
    assert (found.mean[:, 0] > 0.2).all()
    assert (np.abs(found.mean[:, 1:]) < 0.1).all()
    assert found.samples.sum() == (30 if folds == 1 else 60)
    assert (found.mean_spread[:, 0] > 0).all()
    assert found.missing < 0.01


def test_logratios_share_one_element_among_all_that_it_is_held_against() -> None:
    """The network reads clr Cu = ln Cu less the mean of all logarithms."""
    subject = random_subject(transform="clr", scaling="none", members=1)
    network = subject.model.network
    network.parameters.zero_()
    network.weights[0][0, 0, 0] = 0.01
    network.weights[1][0, 0, 0] = 1.0
    found = subject.contributions(0, np.arange(subject.size), np.zeros(subject.size, np.int64))
    coordinates = coordinates_of(subject.model.preparations[0], subject.features, subject.censored)
    training = subject.parts.folds[0].training
    logs = np.log(subject.parts.dataset.features[training])
    way = np.log(subject.features) - np.median(logs, axis=0)
    # nearly linear for so small weights: softmax of (x, 0, 0) rises by 2/9 a unit
    expected = 0.01 * 2 / 9 * way * np.array([0.75, -0.25, -0.25, -0.25])
    np.testing.assert_allclose(found.values[0], expected, rtol=0.1, atol=2e-5)
    assert coordinates.values.shape == subject.features.shape


def test_steps_pass_no_gradient() -> None:
    subject = random_subject(activations=("step1", "softmax"))
    assert attributions_of(subject, 1, lambda: None) is None


def test_mean_and_spread_leave_gaps_out() -> None:
    mean, spread = mean_and_spread(
        np.array([[1.0, np.nan, np.nan], [3.0, 5.0, np.nan], [5.0, np.nan, np.nan]])
    )
    np.testing.assert_array_equal(mean, [3.0, 5.0, np.nan])
    np.testing.assert_array_equal(spread, [2.0, np.nan, np.nan])
