"""A CNN on windows is asked about the windows that it reads, with what is put into them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from captum.attr import IntegratedGradients

from core.explaining.dependence import dependence_of
from core.explaining.importance import groups_of, importance_of
from core.explaining.table_subject import usual_coordinates
from core.explaining.window_members import said_by
from core.explaining.window_subject import WindowSubject, window_subject_of
from core.parts import Parts
from core.preparing.compiled import prepared_samples
from core.protocols.second_file import SecondFile, Surroundings
from core.windows.model import votes_of
from core.windows.samples import cut_windows
from tests.core.explaining.small_windows import cnn_of, random_parts, random_windows

PREPARATIONS: list[dict[str, Any]] = [
    {"transform": "none"},
    {"transform": "log10", "scaling": "quantile"},
    {"transform": "clr"},
    {"transform": "ilr", "reduction": "whitening", "components": 2},
    {"transform": "clr", "scaling": "quantile"},
]
BY_ELEMENTS = PREPARATIONS[:-1]
every = pytest.mark.parametrize("preparation", PREPARATIONS, ids=str)
by_elements = pytest.mark.parametrize("preparation", BY_ELEMENTS, ids=str)


def said_of(subject: WindowSubject, fold: int, features: np.ndarray) -> np.ndarray:
    """What the members of a fold say of the samples of a whole table, as a run classifies them."""
    model = subject.model
    inputs = prepared_samples(model.preparations[fold], features, subject.table.censored)
    samples = cut_windows(inputs, subject.table.grid, subject.cells, mask=model.window.mask)
    members = model.of_fold(fold)
    return np.stack([votes_of([member], samples).probability[subject.rows] for member in members])


@every
@pytest.mark.parametrize("mask", [True, False])
def test_samples_as_they_are_are_classified_as_in_the_run(
    preparation: dict[str, Any], mask: bool
) -> None:
    """With edges, gaps, cells of two samples and a sample without a place."""
    subject = random_windows(mask=mask, **preparation)
    places = np.arange(subject.size)
    for fold in range(2):
        found = subject.exchanged(fold, places, (), places).numpy()
        np.testing.assert_allclose(found, said_of(subject, fold, subject.table.features), atol=1e-5)
    assert np.ptp(found, axis=1).min() > 0.1


@by_elements
def test_a_value_is_set_in_the_whole_window(preparation: dict[str, Any]) -> None:
    """As if the whole survey had it."""
    subject = random_windows(**preparation)
    features = subject.table.features.copy()
    features[:, 1] = 2.5
    places = np.arange(subject.size)
    found = subject.moved(1, places, 1, np.full(subject.size, 2.5)).numpy()
    np.testing.assert_allclose(found, said_of(subject, 1, features), atol=1e-5)
    assert np.abs(found - subject.exchanged(1, places, (), places).numpy()).max() > 0.05


@by_elements
def test_the_whole_patch_of_an_element_comes_from_another_window(
    preparation: dict[str, Any],
) -> None:
    """A survey in which the one window stands where the other one does says the same."""
    parts = random_parts(**preparation)
    grid = full_grid(parts)
    subject = window_subject_of(cnn_of(grid), grid)
    first, second = 8, 26
    features = subject.table.features.copy()
    for shift in np.add.outer(6 * np.arange(-1, 2), np.arange(-1, 2)).ravel():
        features[first + shift, [1, 3]] = subject.table.features[second + shift, [1, 3]]
    at = np.searchsorted(subject.rows, [first, second])
    found = subject.exchanged(0, at[:1], (1, 3), at[1:]).numpy()[:, 0]
    np.testing.assert_allclose(found, said_of(subject, 0, features)[:, at[0]], atol=1e-5)
    plain = subject.exchanged(0, at[:1], (), at[1:]).numpy()[:, 0]
    assert np.abs(found - plain).max() > 1e-4


def full_grid(parts: Parts) -> Parts:
    """The same preparations on 7 × 6 cells with a sample each, all held out."""
    rng = np.random.default_rng(1)
    row, column = np.divmod(np.arange(42), 6)
    dataset = replace(
        parts.dataset,
        features=np.exp(rng.normal(size=(42, 4))),
        censored=np.zeros((42, 4), bool),
        target=np.arange(42) % 3,
        coordinates=np.column_stack([100.0 * column, 100.0 * row]),
        row_numbers=np.arange(1, 43),
    )
    folds = tuple(replace(each, held_out=np.arange(42)) for each in parts.folds)
    return replace(parts, dataset=dataset, folds=folds)


def test_where_the_other_window_ends_the_usual_value_stands() -> None:
    grid = full_grid(random_parts(transform="none"))
    subject = window_subject_of(cnn_of(grid), grid)
    inner, corner = 8, 0
    usual = usual_coordinates(grid, 0)
    fitted = subject.model.preparations[0]
    values = fitted.scaled(fitted.transformed(subject.table.features))
    # south and west of the corner there is nothing
    window = np.ones((5, 3, 3), np.float32)
    window[:4] = values.reshape(7, 6, 4)[:3, 1:4].transpose(2, 0, 1)
    window[2] = usual[2]
    window[2, 1:, 1:] = values.reshape(7, 6, 4)[:2, :2, 2]
    with torch.no_grad():
        expected = [
            member.probabilities(torch.from_numpy(window[np.newaxis]))[0].numpy()
            for member in subject.model.of_fold(0)
        ]
    found = subject.exchanged(0, np.array([inner]), (2,), np.array([corner]))
    np.testing.assert_allclose(found[:, 0].numpy(), expected, atol=1e-6)


def test_logratios_that_do_not_lead_back_are_shuffled_themselves() -> None:
    subject = random_windows(transform="clr", scaling="quantile")
    assert subject.names == ("clr Cu", "clr Pb", "clr Zn", "clr Ag")
    assert subject.units == ("",) * 4
    found = importance_of(subject, groups_of(subject, 1), 2, 1, lambda: None)
    assert [each["name"] for each in found.to_values()["elements"]] == list(subject.names)
    moved = dependence_of(subject, 0, 1)
    assert not moved.is_log
    # scores of a normal distribution, about 0
    assert moved.grid.min() < -1 < 1 < moved.grid.max()


@pytest.mark.parametrize(
    ("preparation", "layers"),
    [
        *((preparation, "CONV-TANH-FC-SOFTMAX") for preparation in PREPARATIONS),
        (PREPARATIONS[2], "CONV-RELU-CONV-RELU-FC-SOFTMAX"),
    ],
    ids=str,
)
def test_contributions_add_up_to_the_change(preparation: dict[str, Any], layers: str) -> None:
    """From a window of medians to the sample, for every class and member."""
    subject = random_windows(layers, **preparation)
    fold, places = 1, subject.places[1]
    cells, around = subject.cells_of(fold), subject.neighbours.around[places]
    usual = cells.windows(np.broadcast_to(cells.usual, (*around.shape, len(cells.usual))), around)
    before = said_by(subject.model.of_fold(fold), usual).numpy()
    after = subject.exchanged(fold, places, (), places).numpy()
    assert np.abs(after - before).max() > 0.1
    for code in range(subject.classes):
        found = subject.contributions(fold, places, np.full(len(places), code))
        change = after[..., code] - before[..., code]
        np.testing.assert_allclose(found.values.sum(axis=-1), change, atol=5e-3)
        assert found.missing.max() < 5e-3
        assert found.cells is not None
        np.testing.assert_allclose(np.nansum(found.cells, axis=(2, 3)), change, atol=5e-3)
        assert (np.isnan(found.cells) == (around < 0)).all()


def test_agrees_with_captum() -> None:
    subject = random_windows(transform="log10", mask=False)
    places = subject.places[0]
    cells, around = subject.cells_of(0), subject.neighbours.around[places]
    coordinates = cells.coordinates(around)
    windows = torch.from_numpy(cells.windows(coordinates, around))
    usual = cells.windows(np.broadcast_to(cells.usual, coordinates.shape), around)
    found = subject.contributions(0, places, subject.known[places])
    for number, member in enumerate(subject.model.of_fold(0)):
        expected = IntegratedGradients(member.probabilities).attribute(
            windows,
            baselines=torch.from_numpy(usual),
            target=torch.from_numpy(subject.known[places]),
            n_steps=400,
        )
        np.testing.assert_allclose(
            found.values[number], expected.sum(dim=(2, 3)).detach().numpy(), atol=1e-3
        )


def test_a_linear_network_shares_by_weight_and_way() -> None:
    """Of a softmax of two classes all gradients along the way are the weights times one number."""
    parts = random_parts(transform="none", classes=2)
    subject = window_subject_of(cnn_of(parts, "FC-SOFTMAX", members=1), parts)
    (member,) = subject.model.of_fold(0)
    (name,) = (name for name, _ in member.named_parameters() if name.endswith("weight"))
    weights = member.state_dict()[name].double().numpy()
    weights = (weights[1] - weights[0]).reshape(5, 3, 3)[:4]
    places = subject.places[0]
    cells, around = subject.cells_of(0), subject.neighbours.around[places]
    way = (cells.coordinates(around) - cells.usual) * (around >= 0)[..., np.newaxis]
    parts_of_sum = np.einsum("uij,piju->puij", weights, way)
    found = subject.contributions(0, places, np.ones(len(places), np.int64))
    share = found.values[0].sum(axis=1) / parts_of_sum.sum(axis=(1, 2, 3))
    expected = parts_of_sum.sum(axis=(2, 3)) * share[:, np.newaxis]
    np.testing.assert_allclose(found.values[0], expected, atol=2e-3)
    assert found.cells is not None
    by_cell = parts_of_sum.sum(axis=1) * share[:, np.newaxis, np.newaxis]
    np.testing.assert_allclose(np.nan_to_num(found.cells[0]), by_cell, atol=2e-3)


def test_samples_of_a_second_file_have_the_cells_of_that_file_around_them() -> None:
    parts = random_parts(folds=1)
    other = random_parts(folds=1, classes=2).dataset
    assert other.coordinates is not None
    features = other.features[::-1].copy()
    around = Surroundings(features, other.censored, other.coordinates, "")
    rows = np.array([2, 9, 30])
    second = SecondFile(
        features[rows], other.censored[rows], np.array([0, 2, 1]), rows + 1, (), around
    )
    judged = replace(parts, second=second)
    model = cnn_of(judged)
    subject = window_subject_of(model, judged)
    places = np.arange(3)
    found = subject.exchanged(0, places, (), places).numpy().mean(axis=0)
    expected = model.classify(features, other.coordinates, "").probability[rows]
    np.testing.assert_allclose(found, expected, atol=1e-5)
    # a single row is one of the table that was learned
    one = subject.of_row(9).exchanged(0, places[:1], (), places[:1]).numpy().mean(axis=0)
    dataset = parts.dataset
    assert dataset.coordinates is not None
    whole = model.classify(dataset.features, dataset.coordinates, "").probability
    np.testing.assert_allclose(one[0], whole[9], atol=1e-5)


def test_thinned_samples_keep_their_windows_and_folds() -> None:
    subject = random_windows(folds=3)
    some = subject.some(9, 1)
    assert some.size == 9
    for fold, places in some.folds():
        before = np.searchsorted(subject.rows, some.rows[places])
        assert np.isin(before, subject.places[fold]).all()
        np.testing.assert_allclose(
            some.exchanged(fold, places, (), places).numpy(),
            subject.exchanged(fold, before, (), before).numpy(),
            atol=1e-6,
        )
