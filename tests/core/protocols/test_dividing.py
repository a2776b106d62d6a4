"""No sample, group, block or buffer is on both sides of a fold."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from pyproj import Geod
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut, LeaveOneOut, StratifiedKFold

from core.protocols.blocks import lay_blocks
from core.protocols.division import Division
from core.protocols.plane import plane_of
from core.splitting import split
from datasets.dataset import Dataset
from tests.core.protocols.small_divisions import (
    Floats,
    Rows,
    dataset_of,
    divided,
    divided_if_possible,
    held_out_sets,
)

SEEDS = st.integers(0, 2**31 - 1)
IN_TURN = ("folds", "leave_one_out", "groups", "leave_one_group_out", "blocks")
PROTOCOLS = ("hold_out", *IN_TURN)
BUFFERED = ("leave_one_out", "groups", "leave_one_group_out", "blocks")


@st.composite
def surveys(draw: st.DrawFn) -> tuple[Dataset, bool]:
    """Samples in metres or degrees, some without class, place or group; and whether degrees."""
    count = draw(st.integers(6, 40))
    rng = np.random.default_rng(draw(SEEDS))
    degrees = draw(st.booleans())
    corner = np.array([draw(st.floats(-179, 170)), draw(st.floats(-75, 75))])
    extent = 5.0 if degrees else 50_000.0
    coordinates = rng.uniform(0, extent, (count, 2)) + (corner if degrees else 0.0)
    coordinates[rng.random(count) < draw(st.sampled_from([0, 0.1]))] = np.nan
    target = rng.integers(-1, draw(st.integers(2, 4)), count)
    target[:4] = [0, 1, 0, 1]
    groups = rng.integers(-1, draw(st.integers(2, 12)), count)
    groups[:4] = [0, 0, 1, 1]
    return dataset_of(target, coordinates, groups), degrees


def distances(dataset: Dataset, degrees: bool, row: int, others: Rows) -> Floats:
    """Return how far other samples are: geodesics of WGS 84, or straight lines."""
    assert dataset.coordinates is not None
    here, there = dataset.coordinates[row], dataset.coordinates[others]
    if not degrees:
        found: Floats = np.sqrt(((there - here) ** 2).sum(axis=1))
        return found
    turned = np.broadcast_to(here, there.shape)
    lengths = Geod(ellps="WGS84").inv(turned[:, 0], turned[:, 1], there[:, 0], there[:, 1])[2]
    return np.asarray(lengths)


def remaining(dataset: Dataset, division: Division, number: int) -> Rows:
    """Return the labelled rows that a fold may be trained on."""
    each = division.splits[number]
    return np.setdiff1d(dataset.labelled, np.union1d(each.held_out, each.left_out))


@given(
    surveys(),
    st.sampled_from(PROTOCOLS),
    st.integers(2, 6),
    st.floats(500, 40_000),
    st.sampled_from([0.0, 100.0, 2000.0, 10_000.0]),
    st.sampled_from([0.0, 0.2, 0.5]),
    st.booleans(),
    SEEDS,
)
@settings(max_examples=150)
def test_nothing_is_on_both_sides(
    survey: tuple[Dataset, bool],
    protocol: str,
    folds: int,
    size: float,
    buffer: float,
    part: float,
    grouped: bool,
    seed: int,
) -> None:
    dataset, degrees = survey
    if not grouped and "group" not in protocol:
        dataset = dataset_of(dataset.target, dataset.coordinates)
    division = divided_if_possible(
        dataset,
        seed=seed,
        degrees=degrees,
        protocol=protocol,
        folds=folds,
        block_size=size,
        buffer=buffer,
    )
    assume(division is not None and division.splits)
    assert division is not None
    event(protocol)
    _check_each_sample_is_held_out_once(dataset, division)
    for number, each in enumerate(division.splits):
        rest = remaining(dataset, division, number)
        training, validation, _ = _inner_parts(dataset, division, number, part, seed)
        parts = (training, validation, each.held_out, each.left_out)
        # together all labelled samples, each of them once
        assert sorted(np.concatenate(parts).tolist()) == dataset.labelled.tolist()
        _check_groups(dataset, each.held_out, rest)
        _check_groups(dataset, training, validation)
        if protocol == "blocks":
            blocks = lay_blocks(plane_of(dataset, degrees), size).of_rows
            _check_units(blocks, each.held_out, rest)
            _check_units(blocks, training, validation)
        if buffer and protocol in BUFFERED:
            _check_buffer(dataset, degrees, division, number, buffer)
        else:
            assert len(each.left_out) == 0


def _inner_parts(
    dataset: Dataset, division: Division, number: int, part: float, seed: int
) -> tuple[Rows, Rows, Any]:
    """Return training and validation part of a fold, as a run takes them."""
    target = np.full(dataset.size, -1)
    rest = remaining(dataset, division, number)
    target[rest] = dataset.target[rest]
    return split(target, part, seed, division.units)


def _check_each_sample_is_held_out_once(dataset: Dataset, division: Division) -> None:
    held_out = np.concatenate([each.held_out for each in division.splits])
    assert len(np.unique(held_out)) == len(held_out)
    assert np.isin(held_out, dataset.labelled).all()
    if division.protocol != "hold_out":
        assert sorted(held_out.tolist()) == dataset.labelled.tolist()


def _check_units(units: Rows, ones: Rows, others: Rows) -> None:
    assert set(units[ones].tolist()) & set(units[others].tolist()) <= {-1}


def _check_groups(dataset: Dataset, ones: Rows, others: Rows) -> None:
    if dataset.groups is not None:
        _check_units(dataset.groups, ones, others)


def _check_buffer(
    dataset: Dataset, degrees: bool, division: Division, number: int, buffer: float
) -> None:
    """What is left is far from all that is held out, and what is left out is near to some."""
    each = division.splits[number]
    for row in remaining(dataset, division, number):
        away = distances(dataset, degrees, row, each.held_out)
        assert np.nanmin(away, initial=np.inf) >= buffer * (1 - 1e-9)
    for row in each.left_out:
        assert np.nanmin(distances(dataset, degrees, row, each.held_out)) < buffer * (1 + 1e-9)


# --- scikit-learn -------------------------------------------------------------------------


@given(st.lists(st.integers(0, 3), min_size=8, max_size=60), st.integers(2, 8), SEEDS)
def test_folds_hold_each_class_as_often_as_those_of_scikit_learn(
    codes: list[int], folds: int, seed: int
) -> None:
    target = np.array(codes)
    assume(np.bincount(target).max() >= folds)
    assume((np.bincount(target) > 2).sum() >= 2)
    division = divided(dataset_of(target), seed=seed, protocol="folds", folds=folds)
    assert len(division.splits) == folds
    ours = np.array([np.bincount(target[s.held_out], minlength=4) for s in division.splits])
    kept = np.isin(target, np.flatnonzero(np.bincount(target) >= folds))
    theirs = np.array(
        [
            np.bincount(target[kept][test], minlength=4)
            for _, test in StratifiedKFold(folds).split(target[kept], target[kept])
        ]
    )
    # both deal a class out evenly, so the folds differ by the one sample that is left over
    for code in np.unique(target[kept]):
        assert sorted(ours[:, code]) == sorted(theirs[:, code])


@given(st.lists(st.integers(0, 6), min_size=8, max_size=40), SEEDS)
def test_folds_of_groups_are_those_of_scikit_learn(numbers: list[int], seed: int) -> None:
    """With a fold for each group there is one way to do it."""
    groups = np.array(numbers)
    count = len(np.unique(groups))
    assume(count >= 3)
    target = np.arange(len(groups)) % 2
    target[[np.flatnonzero(groups == g)[0] for g in np.unique(groups)[:2]]] = [0, 1]
    dataset = dataset_of(target, groups=groups)
    division = divided_if_possible(dataset, seed=seed, protocol="groups", folds=count)
    assume(division is not None)
    assert division is not None
    theirs = {
        frozenset(test.tolist()) for _, test in GroupKFold(count).split(target, target, groups)
    }
    assert held_out_sets(division) == theirs
    assert division.resampled == "groups"
    # fewer folds take whole groups together
    fewer = divided_if_possible(dataset, seed=seed, protocol="groups", folds=2)
    assume(fewer is not None)
    assert fewer is not None
    for _, test in LeaveOneGroupOut().split(target, target, groups):
        assert sum(bool(set(test) & rows) for rows in held_out_sets(fewer)) == 1


@given(st.lists(st.integers(-1, 5), min_size=6, max_size=40))
def test_leaving_one_out_is_that_of_scikit_learn(numbers: list[int]) -> None:
    groups = np.array(numbers)
    target = np.tile([0, 0, 1, 1, 2, 2], 7)[: len(groups)]
    target[-1] = -1
    labelled = np.flatnonzero(target >= 0)
    one = divided(dataset_of(target), protocol="leave_one_out")
    singles = {frozenset(labelled[t].tolist()) for _, t in LeaveOneOut().split(labelled)}
    assert held_out_sets(one) == singles
    # -1 stands alone, as a group of its own
    alone = np.where(groups < 0, 100 + np.arange(len(groups)), groups)[labelled]
    assume(len(np.unique(alone)) >= 2)
    dataset = dataset_of(target, groups=groups)
    found = divided_if_possible(dataset, protocol="leave_one_group_out")
    assume(found is not None)
    assert found is not None
    theirs = LeaveOneGroupOut().split(labelled, target[labelled], alone)
    assert held_out_sets(found) == {frozenset(labelled[test].tolist()) for _, test in theirs}


# --- what does not depend on luck ---------------------------------------------------------


@given(surveys(), st.sampled_from(PROTOCOLS), SEEDS)
@settings(max_examples=60)
def test_the_same_seed_divides_alike_and_rows_without_a_class_change_nothing(
    survey: tuple[Dataset, bool], protocol: str, seed: int
) -> None:
    dataset, degrees = survey
    assert dataset.coordinates is not None
    assert dataset.groups is not None
    # a row without class in the middle of the others, which moves no block
    longer = dataset_of(
        np.append(dataset.target, -1),
        np.vstack([dataset.coordinates, np.nanmean(dataset.coordinates, axis=0)]),
        np.append(dataset.groups, 77),
    )
    way: dict[str, Any] = {"protocol": protocol, "block_size": 9000.0}
    found = divided_if_possible(dataset, seed=seed, degrees=degrees, **way)
    again = divided_if_possible(longer, seed=seed, degrees=degrees, **way)
    assert (found is None) == (again is None)
    assume(found is not None and again is not None)
    assert found is not None
    assert again is not None
    assert [s.held_out.tolist() for s in again.splits] == [
        s.held_out.tolist() for s in found.splits
    ]


def test_another_seed_holds_out_other_samples() -> None:
    dataset = dataset_of(np.arange(60) % 3)
    tests = {
        tuple(divided(dataset, seed=seed, protocol="hold_out").splits[0].held_out.tolist())
        for seed in range(10)
    }
    assert len(tests) == 10


def test_the_test_part_is_not_drawn_as_the_validation_part_is() -> None:
    """With equal shares one would otherwise be the other's complement by chance alone."""
    dataset = dataset_of(np.arange(60) % 3)
    test = divided(dataset, seed=3, protocol="hold_out", test_part=0.25).splits[0].held_out
    _, validation, _ = split(dataset.target, 0.25, 3)
    assert len(test) == len(validation) == 15
    assert len(np.intersect1d(test, validation)) < 12


@pytest.mark.parametrize("part", [0.05, 0.25, 0.5])
def test_the_share_of_each_class_is_held_out(part: float) -> None:
    target = np.repeat([0, 1, 2], [100, 40, 20])
    (each,) = divided(dataset_of(target), protocol="hold_out", test_part=part).splits
    assert np.bincount(target[each.held_out]).tolist() == [100 * part, 40 * part, 20 * part]


@pytest.mark.parametrize("protocol", ["validation", "second_file"])
def test_where_others_judge_nothing_is_held_out(protocol: str) -> None:
    division = divided(dataset_of(np.arange(20) % 2), protocol=protocol)
    assert division.splits == ()
    assert division.to_values()["name"] == protocol


def test_blocks_that_share_a_group_are_held_out_together() -> None:
    """A drill hole that deviates over the edge of a block ties both blocks."""
    places = np.column_stack([np.repeat([5.0, 15.5, 26.0, 36.5], 5), np.zeros(20)])
    groups = np.full(20, -1)
    groups[[4, 5]] = 7
    dataset = dataset_of(np.arange(20) % 2, places, groups)
    division = divided(dataset, protocol="blocks", block_size=10.0, folds=5)
    tied = frozenset(range(10))
    assert held_out_sets(division) == {tied, frozenset(range(10, 15)), frozenset(range(15, 20))}
    without = divided(
        dataset_of(np.arange(20) % 2, places), protocol="blocks", block_size=10.0, folds=5
    )
    assert len(without.splits) == 4


def test_what_a_file_says_of_it() -> None:
    places = np.random.default_rng(1).uniform(0, 1000, (60, 2))
    dataset = dataset_of(np.arange(60) % 2, places, crs="EPSG:4509")
    division = divided(dataset, protocol="blocks", block_size=250.0, buffer=100.0, folds=4)
    assert division.to_values() == {
        "name": "blocks",
        "folds": 4,
        "block_size": 250.0,
        "buffer": 100.0,
        "unit": "m",
        "test_part": None,
        "buffered": np.mean([len(each.left_out) for each in division.splits]),
    }
    assert division.to_values()["buffered"] > 0
    (held_out,) = [divided(dataset, protocol="hold_out", test_part=0.2).to_values()]
    assert (held_out["folds"], held_out["test_part"], held_out["unit"]) == (1, 0.2, "")
