"""The history is thinned as it grows, cut at the checkpoint, and read as it grows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.history import DENSE, LEAST_DENSE, NAMES, HistoryReader, HistoryWriter, recorded

Array = NDArray[np.float64]

HEADER = ",".join(NAMES) + "\n"


def losses(epochs: NDArray[np.int64], members: int = 2) -> tuple[Array, Array]:
    """Return losses that tell epoch and member; only even members have a validation loss."""
    training = 1 / (epochs[:, None] + 1000.0 * np.arange(members))
    validation = (0.1 * epochs[:, None] + np.arange(members)).astype(np.float64)
    validation[:, 1::2] = np.nan
    return training, validation


def write(path: Path, epochs: range, resume_at: int = 0, *, first_member: int = 0) -> None:
    with HistoryWriter(path, resume_at, first_member) as history:
        for epoch in epochs:
            history.add(epoch, *losses(np.array([epoch])))


def epochs_in(path: Path) -> list[int]:
    return HistoryReader(path).read_new()[0].epoch.tolist()


# --- which epochs are written -------------------------------------------------------------


@pytest.mark.parametrize("members", [1, 2, 7, 100, 1024])
def test_every_epoch_at_first_and_then_fewer_and_fewer(members: int) -> None:
    found = recorded(1, 200_000, members) + 1
    dense = max(LEAST_DENSE, DENSE // members)
    assert found[: 2 * dense - 1].tolist() == list(range(1, 2 * dense))
    strides = np.diff(found)
    assert (np.diff(strides) >= 0).all()
    assert set(np.log2(strides).tolist()) == set(range(int(np.log2(200_000 / dense)) + 1))
    # between any two doublings it is the same number of rows
    for power in range(1, 5):
        between = (found >= dense * 2**power) & (found < dense * 2 ** (power + 1))
        assert dense - 2 <= between.sum() <= dense + 2


@pytest.mark.parametrize("members", [1, 2, 8, 64])
def test_a_million_epochs_take_as_many_rows_as_the_rule_says(members: int) -> None:
    """2·D up to the first doubling of the distance, and D up to each further one."""
    dense = max(LEAST_DENSE, DENSE // members)
    wanted = dense * (1 + np.log2(1_000_000 / dense))
    # the distance doubles at once, where the logarithm grows little by little
    assert len(recorded(1, 1_000_000, members)) == pytest.approx(wanted, abs=0.1 * dense + 20)
    # some ten or twenty thousand for a single member, whatever D is tuned to
    assert len(recorded(1, 1_000_000, 1)) < 25_000


@given(st.integers(1, 2000), st.lists(st.integers(1, 40_000), min_size=1, max_size=6))
@settings(deadline=None)
def test_what_is_written_does_not_hang_on_the_blocks(members: int, lengths: list[int]) -> None:
    whole = recorded(1, sum(lengths), members) + 1
    first, found = 1, []
    for length in lengths:
        found.extend((recorded(first, length, members) + first).tolist())
        first += length
    assert found == whole.tolist()


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.data())
@settings(deadline=None, max_examples=60)
def test_the_last_epoch_of_each_member_is_always_written(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], data: st.DataObject
) -> None:
    """Wherever it ends, also where others go on and where its epoch would have been left out."""
    path = tmp_path_factory.mktemp("history") / "history.csv"
    start = 5000
    total = sum(lengths)
    ends = np.array(data.draw(st.lists(st.integers(1, total), min_size=3, max_size=3)))
    ends[data.draw(st.integers(0, 2))] = total
    epochs = np.arange(1, total + 1)
    training = np.where(epochs[:, None] <= ends, 1 / (start + epochs[:, None]), np.nan)
    with HistoryWriter(path) as history:
        done = 0
        for length in lengths:
            rows = slice(done, done + length)
            done += length
            history.add(
                start + rows.start + 1, training[rows], 2 * training[rows], is_last=ends <= done
            )
    found = HistoryReader(path).read_new()[0]
    regular = recorded(start + 1, total, 3) + 1
    for member in range(3):
        mine = found.epoch[found.member == member] - start
        wanted = sorted({*regular[regular <= ends[member]].tolist(), int(ends[member])})
        assert mine.tolist() == wanted


def test_a_member_that_ended_before_gets_no_row(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    with HistoryWriter(path) as history:
        training = np.array([[1.0, 2.0], [0.5, np.nan], [0.25, np.nan]])
        history.add(1, training, np.full((3, 2), np.nan))
    rows, _ = HistoryReader(path).read_new()
    assert list(zip(rows.epoch.tolist(), rows.member.tolist(), strict=True)) == [
        (1, 0),
        (1, 1),
        (2, 0),
        (3, 0),
    ]


# --- what comes back ----------------------------------------------------------------------


def test_values_come_back_to_the_last_bit(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    write(path, range(1, 4))
    rows, started_over = HistoryReader(path).read_new()
    assert not started_over
    assert len(rows) == 6
    assert rows.epoch.tolist() == [1, 1, 2, 2, 3, 3]
    assert rows.member.tolist() == [0, 1] * 3
    training, validation = losses(np.arange(1, 4))
    assert np.array_equal(rows.training_loss, training.ravel())
    assert np.array_equal(rows.validation_loss, validation.ravel(), equal_nan=True)


def test_losses_that_are_no_finite_numbers_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    with HistoryWriter(path) as history:
        history.add(1, np.array([[1.0], [np.inf]]), np.array([[np.inf], [np.nan]]))
    rows, _ = HistoryReader(path).read_new()
    assert rows.training_loss.tolist() == [1.0, np.inf]
    assert rows.validation_loss[0] == np.inf
    assert np.isnan(rows.validation_loss[1])


def test_a_block_is_the_same_as_its_epochs_one_by_one(tmp_path: Path) -> None:
    with HistoryWriter(tmp_path / "block.csv") as history:
        history.add(1, *losses(np.arange(1, 8)))
    write(tmp_path / "single.csv", range(1, 8))
    assert (tmp_path / "block.csv").read_bytes() == (tmp_path / "single.csv").read_bytes()


# --- resuming -----------------------------------------------------------------------------


def test_resuming_cuts_what_came_after_the_checkpoint(tmp_path: Path) -> None:
    path, whole = tmp_path / "history.csv", tmp_path / "whole.csv"
    write(path, range(1, 8))
    write(path, range(5, 8), resume_at=4)
    write(whole, range(1, 8))
    assert path.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("rest", [b"4,0,0.12", b"4", b"\0\0\0\0\0\n", b"\n", b"nonsense,1\n"])
def test_resuming_cuts_what_is_no_whole_row(tmp_path: Path, rest: bytes) -> None:
    path, whole = tmp_path / "history.csv", tmp_path / "whole.csv"
    write(path, range(1, 4))
    write(whole, range(1, 6))
    with path.open("ab") as file:
        file.write(rest)
    write(path, range(4, 6), resume_at=3)
    assert path.read_bytes() == whole.read_bytes()


def test_a_run_without_a_checkpoint_starts_its_history_over(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    write(path, range(1, 8))
    write(path, range(1, 3))
    assert epochs_in(path) == [1, 1, 2, 2]


def test_another_try_goes_on_in_the_same_history_under_numbers_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    write(path, range(1, 5))
    write(path, range(1, 3), first_member=2)
    rows, _ = HistoryReader(path).read_new()
    assert rows.epoch.tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 1, 1, 2, 2]
    assert rows.member.tolist() == [0, 1] * 4 + [2, 3] * 2
    assert rows.training_loss[8:].tolist() == rows.training_loss[:4].tolist()


@pytest.mark.parametrize("resume_at", [0, 1, 3])
def test_resuming_a_later_try_leaves_the_earlier_ones_alone(tmp_path: Path, resume_at: int) -> None:
    path, whole = tmp_path / "history.csv", tmp_path / "whole.csv"
    for place in (path, whole):
        write(place, range(1, 8))
        write(place, range(1, 5), first_member=2)
    write(path, range(resume_at + 1, 5), resume_at=resume_at, first_member=2)
    assert path.read_bytes() == whole.read_bytes()


def test_resuming_an_earlier_try_cuts_the_later_one(tmp_path: Path) -> None:
    """The checkpoint is that of the earlier one when a run dies soon after it began anew."""
    path, whole = tmp_path / "history.csv", tmp_path / "whole.csv"
    write(whole, range(1, 8))
    write(path, range(1, 8))
    write(path, range(1, 3), first_member=2)
    write(path, range(6, 8), resume_at=5)
    assert path.read_bytes() == whole.read_bytes()


# --- reading ------------------------------------------------------------------------------


def test_a_reader_gets_each_row_once_and_no_half_ones(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    reader = HistoryReader(path)
    assert len(reader.read_new()[0]) == 0
    content = f"{HEADER}1,0,0.5,\n2,0,0.25,\n3,0,0.125,\n".encode()
    seen: list[int] = []
    for byte in range(len(content)):
        with path.open("ab") as file:
            file.write(content[byte : byte + 1])
        rows, started_over = reader.read_new()
        assert not started_over
        seen += rows.epoch.tolist()
        assert rows.epoch.tolist() in ([], [len(seen)])
    assert seen == [1, 2, 3]


def test_a_reader_notices_that_the_file_was_cut(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    write(path, range(1, 8))
    reader = HistoryReader(path)
    reader.read_new()
    write(path, range(0), resume_at=3)
    rows, started_over = reader.read_new()
    assert started_over
    assert rows.epoch.tolist() == [1, 1, 2, 2, 3, 3]
    assert len(reader.read_new()[0]) == 0
