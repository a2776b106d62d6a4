"""Partial dependence: against scikit-learn, with grid, band and spread."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.inspection import partial_dependence

from core.explaining.dependence import asked_along, dependence_of, grid_of
from core.explaining.table_subject import TableSubject
from core.model import TrainedModel
from tests.core.explaining.small_subjects import planted, random_subject


class Shares(ClassifierMixin, BaseEstimator):
    """The network of a subject as scikit-learn sees an estimator."""

    def __init__(self, model: TrainedModel | None = None) -> None:
        self.model = model

    def fit(self, x: object, y: object) -> Shares:
        return self

    def __sklearn_is_fitted__(self) -> bool:
        return True

    @property
    def classes_(self) -> np.ndarray:
        assert self.model is not None
        return np.arange(len(self.model.class_names))

    def predict_proba(self, x: np.ndarray) -> np.ndarray:
        assert self.model is not None
        return self.model.classify(x).probability


@pytest.mark.parametrize("transform", ["none", "log10", "clr"])
def test_agrees_with_scikit_learn(transform: str) -> None:
    subject = random_subject(transform=transform)
    found = dependence_of(subject, 2, seed=1)
    expected = partial_dependence(
        Shares(subject.model),
        subject.features,
        [2],
        kind="both",
        custom_values={2: found.grid},
        method="brute",
        response_method="predict_proba",
    )
    np.testing.assert_allclose(found.mean, expected["average"], atol=1e-12)
    low, high = np.percentile(expected["individual"], [10, 90], axis=1)
    np.testing.assert_allclose(found.low, low, atol=1e-12)
    np.testing.assert_allclose(found.high, high, atol=1e-12)
    assert np.ptp(found.mean, axis=1).max() > 0.05


def test_the_grid_lies_between_percentiles_of_the_survey() -> None:
    subject = random_subject(transform="none")
    values = subject.parts.dataset.features[:, 1]
    low, high = np.percentile(values, [2, 98]).tolist()
    grid, is_log = grid_of(subject, 1, 1)
    np.testing.assert_allclose(grid, np.linspace(low, high, 40))
    assert not is_log
    grid, is_log = grid_of(random_subject(transform="log10"), 1, 1)
    np.testing.assert_allclose(grid, np.geomspace(low, high, 40))
    assert is_log


def test_an_element_that_does_not_vary_has_one_point() -> None:
    subject = random_subject()
    subject.parts.dataset.features[:, 0] = 7.0
    assert grid_of(subject, 0, 1)[0].tolist() == [7.0]
    subject.parts.dataset.features[:, 0] = np.nan
    grid, _ = grid_of(subject, 0, 1)
    assert grid.tolist() == [subject.model.preparations[0].fill[0]]


def test_the_element_that_decides_turns_the_classes_round() -> None:
    subject = planted([[6.0, 0.0, 0.0], [8.0, 0.0, 0.0]])
    decides, noise = (dependence_of(subject, column, 1) for column in (0, 1))
    assert decides.mean[1, 0] < 0.01
    assert decides.mean[1, -1] > 0.99
    np.testing.assert_allclose(decides.mean.sum(axis=0), 1)
    # nothing but Cu is read: no sample differs from another, members do by their weights
    np.testing.assert_allclose(decides.low, decides.high)
    assert decides.members.max() > 0.01
    assert np.ptp(noise.mean) < 1e-12 + np.ptp(noise.mean[:, 0])
    assert noise.high[1, 0] - noise.low[1, 0] > 0.9


@pytest.mark.parametrize("folds", [2, 40])
def test_each_sample_is_asked_of_the_members_that_never_saw_it(folds: int) -> None:
    subject = random_subject(folds=folds, members=2)
    grid = np.array([1.0, 3.0])
    of_samples, of_members = asked_along(subject, 0, grid)
    assert of_members.shape == (2, 2, 3)
    fold, place = 1, int(subject.places[1][0])
    features = subject.features[[place, place]]
    features[:, 0] = grid
    np.testing.assert_allclose(of_samples[place], _by_fold(subject, fold, features), atol=1e-12)
    np.testing.assert_allclose(of_members.mean(axis=0), of_samples.mean(axis=0), atol=1e-12)


def _by_fold(subject: TableSubject, fold: int, features: np.ndarray) -> np.ndarray:
    import torch

    prepared = subject.model.preparations[fold].apply(features)
    return subject.model.votes_of_fold(fold, torch.from_numpy(prepared)).count().probability
