"""Training and validation part."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.splitting import split

Codes = NDArray[np.int64]
SEEDS = st.integers(0, 2**31 - 1)
PARTS = st.floats(0, 0.5)


@st.composite
def samples(draw: st.DrawFn) -> tuple[Codes, Codes]:
    """Class codes and groups of 0 to 60 samples, -1 among both."""
    count = draw(st.integers(0, 60))
    codes = st.integers(-1, draw(st.integers(0, 5)))
    groups = st.integers(-1, draw(st.integers(0, 12)))
    return (
        np.array(draw(st.lists(codes, min_size=count, max_size=count)), dtype=np.int64),
        np.array(draw(st.lists(groups, min_size=count, max_size=count)), dtype=np.int64),
    )


def counts(codes: Codes) -> dict[int, int]:
    return {int(code): int((codes == code).sum()) for code in np.unique(codes)}


@given(samples(), PARTS, SEEDS, st.booleans())
@settings(max_examples=200, deadline=None)
def test_the_two_parts_are_disjoint_and_cover_the_labelled_samples(given_samples, part, seed, by):
    target, groups = given_samples
    training, validation, _ = split(target, part, seed, groups if by else None)
    both = np.concatenate((training, validation))
    assert sorted(both.tolist()) == np.flatnonzero(target >= 0).tolist()
    for rows in (training, validation):
        assert all(a < b for a, b in pairwise(rows.tolist()))


@given(samples(), PARTS, SEEDS, st.booleans())
@settings(max_examples=200, deadline=None)
def test_every_class_keeps_a_training_sample(given_samples, part, seed, by):
    target, groups = given_samples
    training, _, _ = split(target, part, seed, groups if by else None)
    assert set(target[training].tolist()) == set(target[target >= 0].tolist())


@given(samples(), PARTS, SEEDS)
@settings(deadline=None)
def test_of_each_class_its_rounded_share_is_held_out(given_samples, part, seed):
    target, _ = given_samples
    _, validation, _ = split(target, part, seed)
    held_out = counts(target[validation])
    for code, size in counts(target[target >= 0]).items():
        wanted = round(part * size) if size > 1 else 0
        assert held_out.get(code, 0) == min(wanted, size - 1)


def test_classes_are_held_out_in_proportion():
    target = np.repeat([0, 1, 2, 3], [100, 50, 10, 1])
    training, validation, notices = split(target, 0.2, 1)
    assert counts(target[validation]) == {0: 20, 1: 10, 2: 2}
    assert counts(target[training]) == {0: 80, 1: 40, 2: 8, 3: 1}
    (notice,) = notices
    assert notice.values == {"count": 1}
    assert "too small to have a sample in the validation part" in str(notice)


@given(samples(), SEEDS, PARTS)
@settings(max_examples=200, deadline=None)
def test_groups_stay_whole_and_no_more_is_held_out_than_wanted(given_samples, seed, part):
    target, groups = given_samples
    training, validation, _ = split(target, part, seed, groups)
    apart = set(groups[training].tolist()) & set(groups[validation].tolist())
    assert apart <= {-1}
    assert len(validation) <= round(part * int((target >= 0).sum()))


def test_samples_without_a_group_are_divided_one_by_one():
    target = np.zeros(40, dtype=np.int64)
    _, validation, _ = split(target, 0.25, 1, np.full(40, -1))
    assert len(validation) == 10


def test_samples_without_a_group_join_none():
    groups = np.repeat([1, -1], [30, 10])
    _, validation, _ = split(np.zeros(40, dtype=np.int64), 0.25, 1, groups)
    assert validation.tolist() == list(range(30, 40))


def test_whole_groups_are_held_out():
    target = np.tile([0, 1], 20)
    groups = np.repeat(np.arange(10), 4)
    _, validation, notices = split(target, 0.2, 1, groups)
    assert len(validation) == 8
    assert sorted(counts(groups[validation]).values()) == [4, 4]
    assert notices == ()


@given(samples(), PARTS, SEEDS, st.booleans())
@settings(deadline=None)
def test_the_same_seed_divides_alike_whatever_else_draws_random_numbers(
    given_samples, part, seed, by
):
    target, groups = given_samples
    first = split(target, part, seed, groups if by else None)
    np.random.default_rng().random()
    second = split(target.copy(), part, seed, groups.copy() if by else None)
    assert all(np.array_equal(a, b) for a, b in zip(first[:2], second[:2], strict=True))
    assert first[2] == second[2]


def test_another_seed_divides_otherwise():
    target = np.zeros(100, dtype=np.int64)
    held_out = {tuple(split(target, 0.2, seed)[1].tolist()) for seed in range(20)}
    assert len(held_out) == 20


@given(samples(), PARTS, SEEDS, st.booleans(), st.integers(1, 20))
@settings(deadline=None)
def test_samples_without_a_class_change_nothing(given_samples, part, seed, by, more):
    target, groups = given_samples
    found = split(target, part, seed, groups if by else None)
    longer = np.concatenate((target, np.full(more, -1)))
    more_groups = np.concatenate((groups, np.arange(more)))
    other = split(longer, part, seed, more_groups if by else None)
    assert all(np.array_equal(a, b) for a, b in zip(found[:2], other[:2], strict=True))


def test_over_many_seeds_every_sample_is_held_out_as_often_as_any_other():
    target = np.repeat([0, 1], [20, 10])
    times = np.zeros(30)
    for seed in range(1000):
        times[split(target, 0.3, seed)[1]] += 1
    assert times / 1000 == pytest.approx(np.full(30, 0.3), abs=0.06)


@pytest.mark.parametrize("groups", [None, np.arange(6)])
def test_a_part_of_0_trains_on_all_labelled_samples(groups):
    target = np.array([0, -1, 1, 1, -1, 0])
    training, validation, notices = split(target, 0.0, 1, groups)
    assert training.tolist() == [0, 2, 3, 5]
    assert (validation.tolist(), notices) == ([], ())


@pytest.mark.parametrize(
    ("target", "groups"),
    [([0, 1, 2], None), ([0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0]), ([], None), ([-1, -1], [0, 1])],
    ids=["one sample a class", "a single group", "no samples", "no classes"],
)
def test_where_nothing_can_be_held_out_a_notice_says_so(target, groups):
    codes = np.array(target, dtype=np.int64)
    training, validation, notices = split(
        codes, 0.5, 1, None if groups is None else np.array(groups)
    )
    assert training.tolist() == np.flatnonzero(codes >= 0).tolist()
    assert len(validation) == 0
    assert ["too small to hold any sample out" in str(notice) for notice in notices] == [True]
