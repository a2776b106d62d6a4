"""The robust distance: χ² from tables, planted outliers, and what must not matter to it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.thresholds.measured import distance_of, found_in
from core.thresholds.multivariate import distance_limit, robust_distances
from core.thresholds.settings import ThresholdSettings
from datasets.messages import InputError

Array = NDArray[np.float64]


def composition(rows: int = 400, parts: int = 4, seed: int = 2) -> Array:
    random = np.random.default_rng(seed)
    shared = random.standard_normal((rows, 1))
    return np.exp(0.5 * shared + 0.4 * random.standard_normal((rows, parts)) + np.arange(parts))


def test_the_cut_off_is_that_of_tables() -> None:
    # χ² with 3 degrees of freedom is exceeded by 2.5 % at 9.348, with 13 at 24.736
    assert distance_limit(4, 0.975) ** 2 == pytest.approx(9.348, abs=1e-3)
    assert distance_limit(14, 0.975) ** 2 == pytest.approx(24.736, abs=1e-3)


def test_outliers_that_would_mask_each_other_stand_apart() -> None:
    parts = composition()
    # a quarter lies together elsewhere, and draws the classical mean and covariance to itself
    parts[:100, 0] *= 40
    distances = robust_distances(parts)
    limit = distance_limit(4, 0.975)
    assert (distances[:100] > limit).all()
    assert 0.0 < np.mean(distances[100:] > limit) < 0.07


def test_without_outliers_distances_are_those_of_the_covariance() -> None:
    parts = composition(5000)
    logs = np.log(parts)
    ratios = logs[:, :3] - logs[:, 3:]
    inverse = np.linalg.inv(np.cov(ratios.T))
    centred = ratios - ratios.mean(axis=0)
    classical = np.sqrt(np.einsum("pi,ij,pj->p", centred, inverse, centred))
    assert np.median(robust_distances(parts) / classical) == pytest.approx(1, abs=0.05)


def test_units_closure_and_order_do_not_matter() -> None:
    parts = composition()
    distances = robust_distances(parts)
    others = (
        parts * np.array([1e-3, 1.0, 1e3, 10.0]),
        parts / parts.sum(axis=1, keepdims=True),
        parts[:, [2, 0, 3, 1]],
    )
    for other in others:
        assert robust_distances(other) == pytest.approx(distances, rel=0.02)
    assert (robust_distances(parts) == distances).all()


def test_a_sample_without_logratios_has_no_distance() -> None:
    parts = composition()
    parts[3, 1], parts[4, 0], parts[5, 2] = np.nan, 0.0, -1.0
    distances = robust_distances(parts)
    assert np.flatnonzero(np.isnan(distances)).tolist() == [3, 4, 5]


def test_what_has_no_distance_is_refused() -> None:
    parts = composition(40)
    with pytest.raises(InputError, match="at least two columns"):
        robust_distances(parts[:, :1])
    with pytest.raises(InputError, match="needs 20 or more"):
        robust_distances(parts[:12])
    with pytest.raises(InputError, match="do not vary freely"):
        robust_distances(np.column_stack((parts, 3 * parts[:, 0])))


def test_found_in_holds_distances_against_their_cut_off() -> None:
    parts = composition()
    settings = ThresholdSettings(method="mahalanobis", quantile=0.99)
    below = np.zeros(len(parts), bool)
    below[7] = True
    measured = distance_of([(column, below) for column in parts.T], settings)
    found = found_in(measured, settings)
    assert found.single is not None
    assert found.single.value == distance_limit(4, 0.99)
    assert found.count == np.count_nonzero(measured.values > distance_limit(4, 0.99))
    assert found.settings == settings
    halved = parts.copy()
    halved[7] /= 2
    assert measured.values == pytest.approx(robust_distances(halved))
