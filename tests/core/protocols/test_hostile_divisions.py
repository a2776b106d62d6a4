"""What cannot be divided is said in one sentence, and what can be is divided honestly."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.protocols.block_size import propose_block_size
from core.protocols.dividing import MOST_FOLDS
from core.protocols.plane import plane_of
from datasets.dataset import Dataset
from datasets.messages import InputError
from tests.core.protocols.small_divisions import dataset_of, divided, held_out_sets

IN_TURN = ("folds", "leave_one_out", "groups", "leave_one_group_out", "blocks")
TWENTY = np.arange(20) % 2
PLACES = np.random.default_rng(4).uniform(0, 100, (20, 2))


def notices_of(dataset: Dataset, **arguments: Any) -> str:
    return " ".join(map(str, divided(dataset, **arguments).notices))


@pytest.mark.parametrize("protocol", IN_TURN)
@pytest.mark.parametrize("target", [[0, 1], [0] * 9 + [1]], ids=["two samples", "all but one"])
def test_folds_that_would_learn_one_class_alone_are_refused(
    protocol: str, target: list[int]
) -> None:
    rows = len(target)
    dataset = dataset_of(np.array(target), PLACES[:rows], np.arange(rows))
    with pytest.raises(InputError, match="of one class only to train on; take more folds"):
        divided(dataset, protocol=protocol, block_size=10.0)


@pytest.mark.parametrize(
    ("target", "groups"),
    [([0, 1], None), ([0, 0, 1, 1], [5, 5, 5, 5]), ([0, 1, 2], [-1, -1, -1])],
    ids=["a sample a class", "one group", "alone"],
)
def test_where_nothing_can_be_held_out_the_validation_part_judges_and_is_called_so(
    target: list[int], groups: list[int] | None
) -> None:
    known = None if groups is None else np.array(groups)
    division = divided(dataset_of(np.array(target), groups=known), protocol="hold_out")
    assert division.splits == ()
    values = division.to_values()
    assert (values["name"], values["test_part"]) == ("validation", None)
    assert "too small to hold any sample out" in str(division.notices[0])


@pytest.mark.parametrize("protocol", ["folds", "groups"])
def test_one_group_cannot_be_folded(protocol: str) -> None:
    division = divided(dataset_of(TWENTY, groups=np.zeros(20, int)), protocol=protocol)
    assert division.to_values()["name"] == "validation"
    assert "too small to hold any sample out" in str(division.notices[0])


@pytest.mark.parametrize("protocol", ["leave_one_out", "leave_one_group_out"])
def test_one_group_cannot_be_left_out(protocol: str) -> None:
    with pytest.raises(InputError, match="only one to leave out"):
        divided(dataset_of(TWENTY, groups=np.zeros(20, int)), protocol=protocol)


def test_one_group_over_all_blocks_says_that_it_joins_them() -> None:
    with pytest.raises(InputError, match=r"in blocks that a group joins; .* no group column"):
        divided(dataset_of(TWENTY, PLACES, np.zeros(20, int)), protocol="blocks", block_size=10.0)


@pytest.mark.parametrize("protocol", ["groups", "leave_one_group_out"])
def test_groups_that_all_differ_are_samples(protocol: str) -> None:
    by_group = divided(dataset_of(TWENTY, groups=np.arange(20)), protocol=protocol)
    alone = divided(dataset_of(TWENTY, groups=np.full(20, -1)), protocol=protocol)
    assert held_out_sets(by_group) == held_out_sets(alone)
    assert len(by_group.splits) == (5 if protocol == "groups" else 20)


@pytest.mark.parametrize("protocol", ["groups", "leave_one_group_out"])
def test_groups_have_to_be_known(protocol: str) -> None:
    with pytest.raises(InputError, match="choose the column of the group"):
        divided(dataset_of(TWENTY), protocol=protocol)


@pytest.mark.parametrize("protocol", IN_TURN)
def test_a_class_with_one_sample_is_told_where_it_is_held_out(protocol: str) -> None:
    dataset = dataset_of(np.append(TWENTY, 2), np.vstack([PLACES, [50, 50]]), np.arange(21))
    told = notices_of(dataset, protocol=protocol, block_size=20.0)
    assert "Held-out samples (1, of class 2) are judged by networks that never saw" in told


# --- places -------------------------------------------------------------------------------


@pytest.mark.parametrize("protocol", ["leave_one_out", "groups", "leave_one_group_out"])
def test_all_samples_in_one_place_leave_nothing_beyond_a_buffer(protocol: str) -> None:
    dataset = dataset_of(TWENTY, np.ones((20, 2)), np.arange(20))
    with pytest.raises(InputError, match=r"A buffer of 5 leaves no sample to train on"):
        divided(dataset, protocol=protocol, buffer=5.0)


def test_all_samples_in_one_place_are_no_blocks() -> None:
    dataset = dataset_of(TWENTY, np.ones((20, 2)))
    with pytest.raises(InputError, match="lie in one place"):
        divided(dataset, protocol="blocks")
    with pytest.raises(InputError, match="lie in one block of 10,"):
        divided(dataset, protocol="blocks", block_size=10.0)


@pytest.mark.parametrize("size", [0.0, 10.0])
@pytest.mark.parametrize("rows", [20, 30])
def test_labelled_samples_need_coordinates_for_blocks(size: float, rows: int) -> None:
    """Ten samples without a class have places, the others do not."""
    target = np.append(TWENTY, np.full(rows - 20, -1))
    places = np.vstack([np.full((20, 2), np.nan), PLACES])[:rows]
    with pytest.raises(InputError, match="no labelled sample of nowhere has any"):
        divided(dataset_of(target, places), protocol="blocks", block_size=size)
    with pytest.raises(InputError, match="no labelled sample of nowhere has any"):
        divided(dataset_of(target), protocol="leave_one_out", buffer=1.0)


def test_samples_without_coordinates_are_divided_one_by_one_and_told() -> None:
    places = PLACES.copy()
    places[:5, 1] = np.nan
    dataset = dataset_of(TWENTY, places)
    division = divided(dataset, protocol="blocks", block_size=50.0, buffer=10.0)
    assert "without coordinates (5)" in " ".join(map(str, division.notices))
    for each in division.splits:
        assert not set(each.left_out.tolist()) & set(range(5))
    folds = notices_of(dataset, protocol="folds")
    assert "without coordinates" not in folds


@pytest.mark.parametrize("protocol", ["blocks", "leave_one_out"])
def test_a_buffer_wider_than_the_survey_is_refused(protocol: str) -> None:
    dataset = dataset_of(TWENTY, PLACES, crs="EPSG:4509")
    with pytest.raises(InputError, match=r"A buffer of 1e\+09 m leaves no sample"):
        divided(dataset, protocol=protocol, buffer=1e9, block_size=20.0)


def test_blocks_of_a_nanometre_are_refused() -> None:
    with pytest.raises(InputError, match="Blocks of 1e-09 are too small for this survey"):
        divided(dataset_of(TWENTY, PLACES), protocol="blocks", block_size=1e-9)


def test_a_block_wider_than_the_survey_is_refused() -> None:
    with pytest.raises(InputError, match=r"lie in one block of 1e\+06,.*take smaller blocks"):
        divided(dataset_of(TWENTY, PLACES), protocol="blocks", block_size=1e6)


def test_more_folds_than_blocks_are_told() -> None:
    told = notices_of(dataset_of(TWENTY, PLACES), protocol="blocks", block_size=60.0, folds=20)
    assert "Only 4 blocks hold labelled samples" in told


@pytest.mark.parametrize("count", [MOST_FOLDS + 1, 10_000])
def test_leaving_out_each_of_ten_thousand_is_refused(count: int) -> None:
    with pytest.raises(InputError, match=f"Leaving out one of {count:,} at a time"):
        divided(dataset_of(np.arange(count) % 3), protocol="leave_one_out")


# --- sizes that nobody gave ---------------------------------------------------------------


def test_samples_crowded_into_few_places_still_get_a_size() -> None:
    """Five places cannot fill fifteen blocks, however small these are."""
    rng = np.random.default_rng(2)
    places = np.repeat(rng.uniform(0, 1000, (5, 2)), 8, axis=0)
    division = divided(dataset_of(np.arange(40) % 2, places), protocol="blocks")
    assert [len(each.held_out) for each in division.splits] == [8] * 5


def test_two_far_apart_clusters_are_two_blocks() -> None:
    rng = np.random.default_rng(2)
    places = np.vstack([rng.uniform(0, 1, (20, 2)), 1e6 + rng.uniform(0, 1, (20, 2))])
    division = divided(dataset_of(np.arange(40) % 2, places), protocol="blocks")
    assert held_out_sets(division) == {frozenset(range(20)), frozenset(range(20, 40))}


@pytest.mark.parametrize("kind", ["missing", "constant", "few"])
def test_features_without_a_variogram_take_a_fifth_of_the_survey(kind: str) -> None:
    features = {
        "missing": np.full((40, 1), np.nan),
        "constant": np.ones((40, 1)),
        "few": np.vstack([PLACES[:9], np.full((31, 2), np.nan)]),
    }[kind]
    places = np.vstack([PLACES, PLACES + 1.0])
    dataset = dataset_of(np.arange(40) % 2, places, features=features)
    found = propose_block_size(plane_of(dataset, False), features, dataset.labelled, 2)
    assert np.isnan(found.reach)
    assert found.size == pytest.approx(np.ptp(places, axis=0).max() / 5, rel=0.05)
    assert "no variogram to take a block size from" in str(found.notice)


@pytest.mark.parametrize("seed", range(3))
def test_features_of_noise_never_ask_for_a_million_blocks(seed: int) -> None:
    rng = np.random.default_rng(seed)
    places, features = rng.uniform(0, 1000, (300, 2)), rng.normal(size=(300, 2))
    dataset = dataset_of(np.arange(300) % 3, places, features=features)
    found = propose_block_size(plane_of(dataset, False), features, dataset.labelled, 5)
    # within the first lag of a variogram nothing is known of it
    assert found.size >= np.hypot(1000, 1000) / 3 / 15 * 0.9
