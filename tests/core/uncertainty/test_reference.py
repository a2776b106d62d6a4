"""Distances from training samples, against scikit-learn and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.covariance import LedoitWolf, MinCovDet
from sklearn.neighbors import NearestNeighbors

from core.row_blocks import BLOCK
from core.uncertainty.fitting import fit_reference
from core.uncertainty.reference import MOST_POINTS, Measure, reference_of

Array = NDArray[np.float64]
MEASURES: tuple[Measure, ...] = ("neighbours", "mahalanobis")


def survey(rows: int, inputs: int = 5, seed: int = 1) -> Array:
    random = np.random.default_rng(seed)
    mixing = np.eye(inputs) + 0.5 * np.random.default_rng(9).standard_normal((inputs, inputs))
    return random.standard_normal((rows, inputs)) @ mixing


def test_the_robust_distance_is_that_of_scikit_learn() -> None:
    training, cells = survey(200), survey(50, seed=2)
    found = fit_reference(training, "mahalanobis", 3).distances(cells)
    assert found**2 == pytest.approx(MinCovDet(random_state=3).fit(training).mahalanobis(cells))


def test_few_samples_are_shrunk() -> None:
    training, cells = survey(14), survey(50, seed=2)
    found = fit_reference(training, "mahalanobis").distances(cells)
    assert found**2 == pytest.approx(LedoitWolf().fit(training).mahalanobis(cells))


def test_neighbours_are_those_of_scikit_learn() -> None:
    training, cells = survey(100), 2 * survey(40, seed=2)
    reference = fit_reference(training, "neighbours")
    ellipsoid = LedoitWolf().fit(training)
    whitening = np.linalg.cholesky(ellipsoid.precision_)
    points = training @ whitening
    search = NearestNeighbors(n_neighbors=10).fit(points)
    spacing = search.kneighbors()[0].mean(axis=1)
    spacing = np.maximum(spacing, np.quantile(spacing, 0.1))
    far, who = search.kneighbors(cells @ whitening)
    assert reference.distances(cells) == pytest.approx(far.mean(axis=1) / spacing[who].mean(axis=1))


@pytest.mark.parametrize("measure", MEASURES)
def test_what_does_not_matter(measure: Measure) -> None:
    training, cells = survey(80), survey(30, seed=2)
    found = fit_reference(training, measure, 1).distances(cells)
    assert (fit_reference(training, measure, 1).distances(cells) == found).all()
    if measure == "neighbours":
        order = np.random.default_rng(0).permutation(80)
        assert fit_reference(training[order], measure).distances(cells) == pytest.approx(found)
    # a cell by itself has the same distance, bit for bit
    single = [fit_reference(training, measure, 1).distances(cells[k : k + 1])[0] for k in range(3)]
    assert single == found[:3].tolist()


@pytest.mark.parametrize("measure", MEASURES)
def test_blocks_are_put_together(measure: Measure) -> None:
    reference = fit_reference(survey(30, 2), measure)
    cells = survey(BLOCK + 5, 2, seed=3)
    found = reference.distances(cells)
    assert found.shape == (BLOCK + 5,)
    assert (found[BLOCK - 2 :] == reference.distances(cells[BLOCK - 2 :])).all()
    assert reference.distances(cells[:0]).shape == (0,)


@given(st.integers(2, 12), st.integers(1, 6), st.sampled_from(MEASURES), st.integers(0, 99))
def test_few_and_equal_samples_have_distances(
    rows: int, inputs: int, measure: Measure, seed: int
) -> None:
    training = np.round(survey(rows, inputs, seed))
    training[:, 0] = 0.0
    reference = fit_reference(np.vstack([training, training[:1]]), measure)
    found = reference.distances(survey(9, inputs, seed + 1))
    assert np.isfinite(found).all()
    assert (found >= 0).all()
    assert reference.is_sound()


def test_many_samples_are_thinned() -> None:
    training = survey(MOST_POINTS + 200, 3)
    kept = [fit_reference(training, "neighbours", seed).arrays()["points"] for seed in (1, 1, 2)]
    assert kept[0].shape == (MOST_POINTS, 3)
    assert (kept[0] == kept[1]).all()
    assert (kept[0] != kept[2]).any()


@pytest.mark.parametrize("measure", MEASURES)
def test_it_comes_back_from_its_arrays(measure: Measure) -> None:
    reference, cells = fit_reference(survey(60), measure), survey(20, seed=2)
    again = reference_of(measure, reference.arrays())
    assert (again.distances(cells) == reference.distances(cells)).all()
    damaged = {**reference.arrays(), "whitening": np.full((5, 5), np.nan)}
    with pytest.raises(ValueError, match="do not fit together"):
        reference_of(measure, damaged)
