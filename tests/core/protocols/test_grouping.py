"""Samples that belong together because one deposit labels them."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.distances import Metric
from core.joining import Places, join_within
from core.labels import Labels
from core.protocols.grouping import groups_of
from tests.core.protocols.small_divisions import dataset_of

# samples and deposits on a line
SAMPLES = np.array([0.0, 1.0, 2.0, 3.0, 10.0, 20.0])
DEPOSITS = np.array([0.5, 2.6, 10.0])


def labels_within(radius: float) -> Labels:
    """Label the samples by deposits of two classes, two of which reach the same samples."""
    join = join_within(
        Metric("", degrees=False),
        Places(SAMPLES, np.zeros(6)),
        Places(DEPOSITS, np.zeros(3)),
        np.array([0, 0, 1]),
        radius,
    )
    assert len(set(join.sample.tolist())) == len(join.sample)
    return Labels(
        names=("A", "B", "C"),
        kinds=("skarn", "skarn", "vein"),
        x=DEPOSITS,
        y=np.zeros(3),
        pair_deposit=join.deposit,
        pair_sample=join.sample,
        pair_distance=join.distance,
        unmatched=(),
        background=np.empty(0, np.int64),
        unit="m",
        notices=(),
    )


def groups(labels: Labels, groups: NDArray[np.int64] | None = None) -> list[int] | None:
    found = groups_of(dataset_of(np.array([0, 0, 0, 0, 1, 1]), groups=groups), labels, "folds")
    return None if found is None else found.tolist()


def test_a_sample_goes_with_the_nearest_deposit_that_reaches_it() -> None:
    # both A and B reach the first four samples, and B comes later in the file
    assert groups(labels_within(5.0)) == [0, 0, 1, 1, 2, -1]


def test_deposits_of_one_sample_each_are_groups_only_where_they_are_asked_for() -> None:
    labels = labels_within(0.5)
    assert labels.pair_deposit.tolist() == [0, 0, 1, 2]
    single = labels_within(0.45)
    assert groups(single) is None
    dataset = dataset_of(np.array([0, 0, 0, 0, 1, 1]))
    found = groups_of(dataset, single, "leave_one_group_out")
    assert found is not None
    assert found.tolist() == [-1, -1, -1, 1, 2, -1]


def test_a_column_of_groups_goes_before_deposits() -> None:
    assert groups(labels_within(5.0), np.array([7, 7, 8, 8, 9, 9])) == [7, 7, 8, 8, 9, 9]


@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_of_a_deposit_that_is_left_out_no_sample_stays(left_out: int) -> None:
    labels = labels_within(5.0)
    found = np.array(groups(labels))
    mine = labels.pair_sample[labels.pair_deposit == left_out]
    assert set(np.flatnonzero(found == left_out)) == set(mine.tolist())
