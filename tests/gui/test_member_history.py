"""Losses of many members in few columns, held against plain numpy."""

from __future__ import annotations

import numpy as np
import pytest

from gui.member_history import MOST_COLUMNS, MemberHistory


def rows(members: int, epochs: int, first: int = 1, seed: int = 0) -> tuple[np.ndarray, ...]:
    chance = np.random.default_rng(seed)
    epoch = np.repeat(np.arange(first, first + epochs), members)
    member = np.tile(np.arange(members), epochs)
    return epoch, member, chance.random(epoch.size), chance.random(epoch.size)


def filled(history: MemberHistory, *rows_seen: tuple[np.ndarray, ...]) -> np.ndarray:
    """What `curves` must say, by a loop over columns and members."""
    epoch, member, training, _ = (np.concatenate(parts) for parts in zip(*rows_seen, strict=True))
    table = np.full((len(history), history.members), np.nan)
    for column, end in enumerate(history.epochs):
        for k in range(history.members):
            its = (member == k) & (epoch <= end) & np.isfinite(training)
            if its.any():
                table[column, k] = training[its][np.argmax(epoch[its])]
    return table


def test_few_epochs_have_a_column_each():
    history = MemberHistory()
    history.append(*rows(3, 50))
    assert history.epochs.tolist() == list(range(1, 51))
    assert history.members == 3
    assert history.newest == 50


def test_blocks_in_any_cut_give_the_same_as_all_at_once():
    whole, pieces = MemberHistory(), MemberHistory()
    block = rows(4, 3000)
    whole.append(*block)
    chance = np.random.default_rng(5)
    cuts = np.sort(chance.choice(np.arange(1, 12_000), 60, replace=False))
    for piece in zip(*(np.split(values, cuts) for values in block), strict=True):
        pieces.append(*piece)
        # settled in between, as it is while training goes on
        pieces.quantiles("training")
    assert np.array_equal(whole.epochs, pieces.epochs)
    for part in ("training", "validation"):
        assert np.array_equal(whole.curves(part), pieces.curves(part))
        assert np.array_equal(whole.quantiles(part), pieces.quantiles(part))
        assert np.array_equal(whole.latest(part), pieces.latest(part))


def test_quantiles_are_those_of_numpy():
    history = MemberHistory()
    block = rows(7, 40)
    history.append(*block)
    training = block[2].reshape(40, 7)
    wanted = np.quantile(training, [0.1, 0.5, 0.9], axis=1).T
    assert history.quantiles("training") == pytest.approx(wanted)


def test_quantiles_leave_out_what_is_missing():
    history = MemberHistory()
    history.append([1, 1, 1, 2, 2, 2], [0, 1, 2] * 2, [1, np.nan, 3, 5, 2, np.inf], [np.nan] * 6)
    assert history.quantiles("training")[:, 1].tolist() == [2, 3]
    assert np.isnan(history.quantiles("validation")).all()
    assert not history.has("validation")


@pytest.mark.parametrize("epochs", [1, 64, 65, 1000, 1001, 5000, 70_000, 1_000_000])
def test_columns_are_bounded_and_reach_from_the_first_to_the_last_epoch(epochs):
    history = MemberHistory()
    epoch = np.arange(1, epochs + 1)
    history.append(epoch, 0, 1.0 / epoch, 1.0 / epoch)
    assert len(history) <= MOST_COLUMNS
    assert history.epochs[0] == 1
    assert history.epochs[-1] == epochs
    assert len(history) >= min(epochs, MOST_COLUMNS // 2)
    assert np.array_equal(history.curves("training")[:, 0], 1.0 / history.epochs)


def test_a_logarithmic_axis_finds_columns_in_every_octave():
    history = MemberHistory()
    epoch = np.arange(1, 1_000_001)
    history.append(epoch, 0, epoch, epoch)
    octaves = np.floor(np.log2(history.epochs[history.epochs >= 32]))
    assert np.bincount(octaves.astype(int))[5:19].min() >= 31


def test_a_member_that_has_ended_counts_with_its_last_loss():
    history = MemberHistory()
    block = rows(5, 2500)
    kept = block[0] <= np.array([2500, 700, 90, 2500, 1])[block[1]]
    block = tuple(values[kept] for values in block)
    history.append(*block)
    assert history.last_epochs.tolist() == [2500, 700, 90, 2500, 1]
    wanted = filled(history, block)
    assert np.array_equal(history.curves("training"), wanted)
    assert history.curves("training")[-1].tolist() == history.latest("training").tolist()


def test_a_member_that_begins_late_starts_at_its_own_first_epoch():
    history = MemberHistory()
    first = rows(2, 1500)
    history.append(*first)
    history.quantiles("training")
    epoch, member, training, validation = rows(1, 300, seed=3)
    later = (epoch, member + 2, training, validation)
    history.append(*(values[:200] for values in later))
    history.quantiles("training")
    history.append(*(values[200:] for values in later))
    assert history.members == 3
    assert np.array_equal(history.curves("training"), filled(history, first, later))


def test_the_ranking_goes_by_validation_where_there_is_one():
    history = MemberHistory()
    history.append([1, 1, 1], [0, 1, 2], [3.0, 1.0, 2.0], [np.nan] * 3)
    assert history.ranking().tolist() == [1, 2, 0]
    assert history.best_and_worst() == (1, 0)
    history.append([2, 2, 2], [0, 1, 2], [3.0, 1.0, 2.0], [0.1, 0.3, np.nan])
    assert history.deciding_part == "validation"
    assert history.ranking().tolist() == [0, 1, 2]
    assert history.best_and_worst() == (0, 1)


def test_an_empty_history_has_nothing():
    history = MemberHistory()
    assert len(history) == history.newest == history.members == 0
    assert history.best_and_worst() == (-1, -1)
    assert history.column_at(5) == -1
    history.append([], [], [], [])
    assert len(history) == 0


def test_the_nearest_column_is_found():
    history = MemberHistory()
    history.append(*rows(2, 40))
    assert history.column_at(0) == 0
    assert history.column_at(17.4) == 16
    assert history.column_at(17.6) == 17
    assert history.column_at(np.inf) == 39
