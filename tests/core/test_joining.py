"""Joining deposits to samples, against brute force."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from core.background import draw, outside_buffer
from core.distances import Metric, reproject
from core.joining import Places, join_nearest, join_within
from datasets.messages import InputError

METRES = Metric("EPSG:4509", degrees=False)
DEGREES = Metric("EPSG:4490", degrees=True)
GEOD = Geod(ellps="GRS80")

whole = st.integers(-20, 20).map(float)
places = st.lists(st.tuples(whole, whole), min_size=1, max_size=25)


def as_places(points) -> Places:
    return Places(*np.array(points, np.float64).T.copy())


def all_distances(samples: Places, deposits: Places):
    return np.hypot(deposits.x[:, None] - samples.x[None], deposits.y[:, None] - samples.y[None])


@settings(max_examples=150, deadline=None)
@given(places, places, st.sampled_from([0.0, 1.0, 5.0]))
def test_nearest_is_that_of_brute_force(sample_points, deposit_points, farthest):
    samples, deposits = as_places(sample_points), as_places(deposit_points)
    between = all_distances(samples, deposits)
    # argmin takes the first of equals, as the join does
    nearest = between.argmin(axis=1)
    far = between.min(axis=1)
    candidates = [k for k in range(len(deposits)) if farthest == 0 or far[k] <= farthest]
    owners: dict[int, int] = {}
    for k in candidates:
        row = int(nearest[k])
        if row not in owners or far[k] < far[owners[row]]:
            owners[row] = k
    join = join_nearest(METRES, samples, deposits, farthest)
    assert dict(zip(join.sample.tolist(), join.deposit.tolist(), strict=True)) == owners
    np.testing.assert_allclose(join.distance, far[join.deposit])
    assert set(join.beyond) == set(range(len(deposits))) - set(candidates)
    assert join.beaten == {
        k: owners[int(nearest[k])] for k in candidates if k not in owners.values()
    }


@settings(max_examples=150, deadline=None)
@given(places, places, st.sampled_from([1.0, 4.0, 12.0]), st.integers(1, 3))
def test_radius_is_that_of_brute_force(sample_points, deposit_points, radius, kinds):
    samples, deposits = as_places(sample_points), as_places(deposit_points)
    classes = np.arange(len(deposits)) % kinds
    between = all_distances(samples, deposits)
    join = join_within(METRES, samples, deposits, classes, radius)
    reached = between <= radius
    assert join.sample.tolist() == np.flatnonzero(reached.any(axis=0)).tolist()
    np.testing.assert_allclose(join.distance, between[:, join.sample].min(axis=0))
    np.testing.assert_allclose(between[join.deposit, join.sample], join.distance)
    contested = [len(set(classes[reached[:, row]])) > 1 for row in range(len(samples))]
    assert join.contested == sum(contested)
    left = set(range(len(deposits))) - set(join.deposit.tolist())
    assert set(join.beyond) == {k for k in left if not reached[k].any()}
    assert set(join.beaten) == left - set(join.beyond)
    assert all(owner in join.deposit for owner in join.beaten.values())


def test_degrees_are_measured_in_metres_along_the_geodesic():
    rng = np.random.default_rng(3)
    samples = Places(rng.uniform(-180, 180, 400), rng.uniform(-89, 89, 400))
    deposits = Places(rng.uniform(-180, 180, 60), rng.uniform(-89, 89, 60))
    join = join_nearest(DEGREES, samples, deposits, 0)
    for k, row, distance in zip(join.deposit, join.sample, join.distance, strict=True):
        lengths = GEOD.inv(
            np.full(400, deposits.x[k]), np.full(400, deposits.y[k]), samples.x, samples.y
        )[2]
        assert row == int(np.argmin(lengths))
        assert distance == pytest.approx(lengths.min())


def test_the_180th_meridian_is_no_edge():
    samples, deposits = as_places([(179.99, 10), (170, 10)]), as_places([(-179.99, 10)])
    join = join_within(DEGREES, samples, deposits, np.array([0]), 5000)
    assert join.sample.tolist() == [0]
    assert join.distance[0] == pytest.approx(GEOD.inv(179.99, 10, -179.99, 10)[2])


def test_a_radius_in_degrees_is_exact_at_its_edge():
    samples, deposits = as_places([(104, 26), (104.5, 26)]), as_places([(103.5, 26)])
    edge = GEOD.inv(103.5, 26, 104, 26)[2]
    inside = join_within(DEGREES, samples, deposits, np.array([0]), edge + 0.01)
    outside = join_within(DEGREES, samples, deposits, np.array([0]), edge - 0.01)
    assert inside.sample.tolist() == [0]
    assert outside.sample.tolist() == []
    assert outside.beyond[0] == pytest.approx(edge)


@settings(max_examples=100, deadline=None)
@given(places, places, st.sampled_from([0.0, 1.0, 7.0]))
def test_the_buffer_is_that_of_brute_force(sample_points, deposit_points, buffer):
    samples, deposits = as_places(sample_points), as_places(deposit_points)
    expected = (all_distances(samples, deposits) >= buffer).all(axis=0)
    assert outside_buffer(METRES, samples, deposits, buffer).tolist() == expected.tolist()


def test_a_buffer_in_degrees_is_in_metres():
    samples = as_places([(104, 26), (104.1, 26), (105, 26)])
    deposits = as_places([(104.05, 26)])
    edge = GEOD.inv(104.05, 26, 104, 26)[2]
    kept = outside_buffer(DEGREES, samples, deposits, edge - 0.01)
    assert kept.tolist() == [True, True, True]
    kept = outside_buffer(DEGREES, samples, deposits, edge + 0.01)
    assert kept.tolist() == [False, False, True]


def test_drawing_repeats_with_its_seed_and_takes_no_row_twice():
    candidates = np.arange(0, 300, 3)
    one, again, other = (draw(candidates, 40, seed) for seed in (5, 5, 6))
    assert one.tolist() == again.tolist() != other.tolist()
    assert len(set(one.tolist())) == 40
    assert set(one.tolist()) <= set(candidates.tolist())
    assert draw(candidates, 500, 1).tolist() == candidates.tolist()


def test_reprojection_keeps_gaps_and_loses_what_has_no_place():
    x, y, said = reproject(
        np.array([117.0, np.nan, 1e9]), np.array([26.0, 26.0, 1e9]), "EPSG:4326", "EPSG:4509"
    )
    # on the central meridian: the false easting, and the length of the meridian's arc
    assert (x[0], y[0]) == pytest.approx((500_000, GEOD.inv(117, 0, 117, 26)[2]), abs=1)
    assert np.isnan(x[1:]).all()
    assert np.isnan(y[1:]).all()
    assert said is None


def test_a_datum_whose_shift_is_not_public_is_told():
    _, _, said = reproject(np.array([104.0]), np.array([26.0]), "EPSG:4214", "EPSG:4490")
    assert said is not None
    assert "Beijing 1954" in str(said)


def test_an_unknown_system_is_told_in_a_sentence():
    with pytest.raises(InputError, match="Atlantis"):
        reproject(np.array([1.0]), np.array([1.0]), "Atlantis", "EPSG:4490")


def test_the_unit_of_distances():
    assert METRES.unit == DEGREES.unit == "m"
    assert Metric("", degrees=False).unit == ""
    assert Metric.of("EPSG:4326", looks_like_degrees=False).degrees
    assert not Metric.of("EPSG:4509", looks_like_degrees=True).degrees
    assert Metric("EPSG:2263", degrees=False).unit == "US survey foot"
