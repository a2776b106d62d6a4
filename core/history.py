"""The loss of every epoch, appended to a CSV while training goes on and read back as it grows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from core.arrow_columns import as_numpy

HEADER = "epoch,member,training_loss,validation_loss\n"


class HistoryWriter:
    """Appends rows to ``history.csv``; whole lines reach the file in one write."""

    def __init__(self, path: Path, resume_at: int = 0) -> None:
        """Open the file; rows after epoch `resume_at` were not in the checkpoint and are cut."""
        if resume_at > 0 and path.exists():
            _keep_until(path, resume_at)
        else:
            path.write_text(HEADER, encoding="ascii", newline="\n")
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        self._rows: list[str] = []

    def add(
        self, epoch: int, training: NDArray[np.float64], validation: NDArray[np.float64]
    ) -> None:
        """Remember the loss of each member (shape (K,)) at an epoch."""
        for member, (loss, held_out) in enumerate(
            zip(training.tolist(), validation.tolist(), strict=True)
        ):
            shown = "" if held_out != held_out else repr(held_out)
            self._rows.append(f"{epoch},{member},{loss!r},{shown}\n")

    def flush(self) -> None:
        """Write what was remembered."""
        if self._rows:
            os.write(self._handle, "".join(self._rows).encode("ascii"))
            self._rows.clear()

    def close(self) -> None:
        self.flush()
        os.close(self._handle)

    def __enter__(self) -> HistoryWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@dataclass(frozen=True)
class HistoryRows:
    """Columns of the history: int64 epoch and member, float64 losses (NaN where none)."""

    epoch: NDArray[np.int64]
    member: NDArray[np.int64]
    training_loss: NDArray[np.float64]
    validation_loss: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.epoch)


class HistoryReader:
    """Reads a history as it grows: each call returns the rows added since the last one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0

    def read_new(self) -> tuple[HistoryRows, bool]:
        """Return the new rows, and whether the file started over since the last call."""
        try:
            size = self._path.stat().st_size
            started_over = size < self._offset
            if started_over:
                self._offset = 0
            with self._path.open("rb") as file:
                file.seek(self._offset)
                block = file.read()
        except OSError:
            return _rows(b""), False
        whole = block[: block.rfind(b"\n") + 1]
        is_head = self._offset == 0
        self._offset += len(whole)
        if is_head:
            whole = whole.partition(b"\n")[2]
        return _rows(whole), started_over


def _rows(block: bytes) -> HistoryRows:
    if not block:
        empty = np.empty(0)
        return HistoryRows(empty.astype(np.int64), empty.astype(np.int64), empty, empty)
    import pyarrow as pa
    from pyarrow import csv

    names = HEADER.strip().split(",")
    table = csv.read_csv(
        BytesIO(block),
        read_options=csv.ReadOptions(column_names=names, use_threads=False),
        convert_options=csv.ConvertOptions(
            column_types=dict(
                zip(names, (pa.int64(), pa.int64(), pa.float64(), pa.float64()), strict=True)
            )
        ),
    )
    return HistoryRows(*(as_numpy(table.column(name)) for name in names))


def _keep_until(path: Path, epoch: int) -> None:
    """Cut the rows that came after the checkpoint, and whatever is no whole row."""
    with path.open("r+b") as file:
        kept = len(file.readline())
        for line in file:
            number = line.partition(b",")[0]
            # a power cut, other than a kill, can leave zeros where rows should be
            if not line.endswith(b"\n") or not number.isdigit() or int(number) > epoch:
                break
            kept += len(line)
        file.truncate(kept)
