"""The history is appended, cut at the checkpoint and read as it grows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.history import HEADER, HistoryReader, HistoryWriter


def write(path: Path, epochs: range, resume_at: int = 0) -> None:
    with HistoryWriter(path, resume_at=resume_at) as history:
        for epoch in epochs:
            losses = np.array([1 / epoch, 2 / epoch])
            history.add(epoch, losses, np.array([0.1 * epoch, np.nan]))


def epochs_in(path: Path) -> list[int]:
    return HistoryReader(path).read_new()[0].epoch.tolist()


def test_values_come_back_to_the_last_bit(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    write(path, range(1, 4))
    rows, started_over = HistoryReader(path).read_new()
    assert not started_over
    assert len(rows) == 6
    assert rows.epoch.tolist() == [1, 1, 2, 2, 3, 3]
    assert rows.member.tolist() == [0, 1] * 3
    assert rows.training_loss.tolist() == [1.0, 2.0, 0.5, 1.0, 1 / 3, 2 / 3]
    assert rows.validation_loss[::2].tolist() == [0.1 * epoch for epoch in (1, 2, 3)]
    assert np.isnan(rows.validation_loss[1::2]).all()


def test_losses_that_are_no_numbers_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    with HistoryWriter(path) as history:
        history.add(1, np.array([np.inf]), np.array([np.nan]))
        history.add(2, np.array([np.nan]), np.array([1.0]))
    rows, _ = HistoryReader(path).read_new()
    assert rows.training_loss[0] == np.inf
    assert np.isnan(rows.training_loss[1])


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
