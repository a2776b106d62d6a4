"""The robust distance: χ² from tables, planted outliers, and what must not matter to it."""

from __future__ import annotations

from itertools import product
from math import factorial

import numpy as np
import pytest
from numpy.typing import NDArray

from core.thresholds.contributions import centre_values, centres_from, contributions
from core.thresholds.measured import distance_of, found_in
from core.thresholds.multivariate import distance_limit, distances_and_centre, robust_distances
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


def shapley(apart: Array, precision: Array) -> Array:
    """Mean gain of the quadratic form when a variable joins the others, over all their subsets."""
    count = len(apart)
    found = np.zeros(count)
    for subset in product((False, True), repeat=count):
        inside = np.where(subset, apart, 0.0)
        size = sum(subset)
        for j in np.flatnonzero(~np.array(subset)):
            joined = inside.copy()
            joined[j] = apart[j]
            gain = joined @ precision @ joined - inside @ precision @ inside
            found[j] += gain * factorial(size) * factorial(count - size - 1) / factorial(count)
    return found


def test_contributions_are_shapley_values_that_add_up_to_the_squared_distance() -> None:
    parts = composition()
    parts[5, 2] *= 50
    distances, centre = distances_and_centre(parts)
    found = contributions(parts, centre)
    assert found.sum(axis=1) == pytest.approx(distances**2, rel=1e-9)
    assert found[5].argmax() == 2
    apart = np.log(parts[7]) - np.log(parts[7]).mean() - centre.mean
    assert found[7] == pytest.approx(shapley(apart, centre.precision), rel=1e-9)
    # another order of the elements is another basis: the parts go with their elements
    order = [3, 1, 0, 2]
    other = contributions(parts[:, order], distances_and_centre(parts[:, order])[1])
    assert other == pytest.approx(found[:, order], rel=0.05, abs=0.02)
    again = centres_from(centre_values({"": centre}))[""]
    assert contributions(parts, again) == pytest.approx(found)


def test_a_group_that_is_too_small_is_told() -> None:
    parts = composition(230)
    codes = np.repeat([0, 1, 2, -1], [100, 110, 15, 5])
    parts[3, 0] = np.nan
    settings = ThresholdSettings(method="mahalanobis", group="rock")
    columns = [(column, None) for column in parts.T]
    measured = distance_of(columns, settings, (("granite", "schist", "dyke"), codes))
    found = found_in(measured, settings)
    assert list(found.thresholds) == ["granite", "schist"]
    assert "15 samples have a positive value in all 4 elements" in str(found.refused["dyke"])
    assert found.values[:100] == pytest.approx(robust_distances(parts[:100]), nan_ok=True)
    assert np.isnan(found.values[210:]).all()
    assert (found.judged, found.missing, found.ungrouped) == (209, 1, 5)
    assert found.thresholds["granite"].used == 99
