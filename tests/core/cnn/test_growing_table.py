"""Tables that grow: what is written comes back, half a line never does, a resumed one is cut."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cnn.curves import EPOCH_COLUMNS, EpochsReader, epochs_writer, pause_between_rows
from core.cnn.growing_table import TableReader, TableWriter

NAMES = ("member", "step", "loss")
numbers = st.floats(allow_nan=True, allow_infinity=False, width=32)


@given(st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 10**9), numbers), max_size=5)))
def test_rows_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[list[tuple[int, int, float]]]
) -> None:
    path = tmp_path_factory.mktemp("table") / "table.csv"
    reader = TableReader(path, NAMES)
    with TableWriter(path, NAMES) as writer:
        for block in blocks:
            for row in block:
                writer.add(*row)
            writer.flush()
            found, started_over = reader.read_new()
            assert not started_over
            given_values = np.array(block, dtype=float).reshape(-1, 3)
            for name, column in zip(NAMES, given_values.T, strict=True):
                np.testing.assert_allclose(found[name], column, rtol=1e-6)


def test_what_is_not_whole_is_read_later(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    reader = TableReader(path, NAMES)
    assert len(reader.read_new()[0]["step"]) == 0
    path.write_bytes(b"member,step,loss\n0,1,0.5\n0,2,0.")
    assert reader.read_new()[0]["loss"].tolist() == [0.5]
    with path.open("ab") as file:
        file.write(b"25\n")
    assert reader.read_new()[0]["loss"].tolist() == [0.25]
    path.write_bytes(b"member,step,loss\n0,1,0.75\n")
    found, started_over = reader.read_new()
    assert started_over
    assert found["loss"].tolist() == [0.75]


def test_rows_after_the_checkpoint_are_cut(tmp_path: Path) -> None:
    with epochs_writer(tmp_path, None) as writer:
        for member in (0, 1):
            for epoch in (1, 2, 3):
                writer.add(member, epoch, 0.5, math.nan, 0.9, math.nan, 1.5)
    with (tmp_path / "epochs.csv").open("ab") as file:
        file.write(b"1,4,0.\0\0")
    with epochs_writer(tmp_path, (1, 2)) as writer:
        writer.add(1, 3, 0.25, 0.5, 0.9, 0.8, 2.0)
    found, _ = EpochsReader(tmp_path).read_new()
    assert tuple(found) == EPOCH_COLUMNS
    assert list(zip(found["member"], found["epoch"], strict=True)) == [
        (0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (1, 3),
    ]  # fmt: skip
    assert found["training_loss"].tolist() == [0.5] * 5 + [0.25]
    assert np.isnan(found["validation_loss"]).tolist() == [True] * 5 + [False]


def test_a_long_run_takes_few_rows() -> None:
    seconds, rows = 0.0, 0
    while seconds < 86_400:
        seconds += pause_between_rows(seconds)
        rows += 1
    assert pause_between_rows(0) == pytest.approx(0.05)
    assert rows < 16_000
