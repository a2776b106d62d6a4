"""The loss of every epoch, appended to a CSV while training goes on and read back as it grows."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrow_columns import as_numpy
from core.files import Closing
from core.growing_file import Appender, NewLines, keep_rows, rows_of

NAMES = ("epoch", "member", "training_loss", "validation_loss")
# epochs of one member, and least of several, that are all written
DENSE, LEAST_DENSE = 1000, 100


def recorded(first: int, epochs: int, members: int) -> NDArray[np.int64]:
    """Return which of so many epochs from `first` on are written, counted from 0.

    Every epoch at first, and the further on the fewer: at epoch e one in 2^⌊log2(e / D)⌋, with D
    = 1,000 for one member and less for several. A million epochs take some 11,000 rows that way.
    """
    numbers = np.arange(first, first + epochs)
    return np.flatnonzero(numbers % recording_stride(numbers, members) == 0)


def recording_stride(epochs: NDArray[np.int64], members: int) -> NDArray[np.int64]:
    """Return how many epochs lie between two that are written, at each of these epochs."""
    dense = max(LEAST_DENSE, DENSE // members)
    strides = 2 ** np.maximum(0, np.floor(np.log2(epochs / dense)))
    return np.asarray(strides, dtype=np.int64)


class HistoryWriter(Closing):
    """Appends rows to ``history.csv``; whole lines reach the file in one write."""

    def __init__(self, path: Path, resume_at: int = 0, first_member: int = 0) -> None:
        """Open the file.

        Rows of `first_member` and later ones after epoch `resume_at` were not in the checkpoint
        and are cut; those of members before it belong to earlier tries and stay.
        """
        if (resume_at > 0 or first_member > 0) and path.exists():
            keep_rows(path, lambda epoch, member: member < first_member or epoch <= resume_at)
        else:
            path.write_text(",".join(NAMES) + "\n", encoding="ascii", newline="\n")
        self._file = Appender(path)
        self._rows: list[tuple[NDArray[Any], ...]] = []
        self._first_member = first_member

    def add(
        self,
        first: int,
        training: NDArray[np.float64],
        validation: NDArray[np.float64],
        *,
        is_last: bool | NDArray[np.bool_] = False,
    ) -> None:
        """Remember losses of shape (epochs, K) from epoch `first` on, as `recorded` chooses.

        A member that had ended before, and so has no training loss, gets no row. The very last
        epoch of a member is always written.

        Parameters
        ----------
        is_last
            Whether training ended with the last of these epochs, for all members or for each,
            shape (K,).
        """
        epochs, members = training.shape
        keep = np.zeros((epochs, members), bool)
        keep[recorded(first, epochs, members)] = True
        known = ~np.isnan(training)
        ends = known.copy()
        ends[:-1] &= ~known[1:]
        ends[-1] &= is_last
        row, member = np.nonzero((keep & known) | ends)
        if len(row):
            numbers = (row + first, member + self._first_member)
            self._rows.append((*numbers, training[row, member], validation[row, member]))

    def flush(self) -> None:
        """Write what was remembered."""
        if not self._rows:
            return
        # in one go: each conversion has a cost of its own, however few the rows
        columns = [np.concatenate(parts) for parts in zip(*self._rows, strict=True)]
        self._rows.clear()
        self._file.write(_text(*columns))

    def close(self) -> None:
        self.flush()
        self._file.close()


def _text(*columns: NDArray[Any]) -> bytes:
    """Return columns as lines of CSV, NaN as an empty cell."""
    import pyarrow as pa
    from pyarrow import csv

    arrays = [pa.array(column, from_pandas=True) for column in columns]
    lines = BytesIO()
    table = pa.table(dict(zip(NAMES, arrays, strict=True)))
    csv.write_csv(table, lines, csv.WriteOptions(include_header=False))
    return lines.getvalue()


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
        self._lines = NewLines(path)

    def read_new(self) -> tuple[HistoryRows, bool]:
        """Return the new rows, and whether the file started over since the last call."""
        lines, started_over = self._lines.read()
        return _rows(lines), started_over


def _rows(block: bytes) -> HistoryRows:
    if not block:
        empty = np.empty(0)
        return HistoryRows(empty.astype(np.int64), empty.astype(np.int64), empty, empty)
    import pyarrow as pa

    types = (pa.int64(), pa.int64(), pa.float64(), pa.float64())
    table = rows_of(block, dict(zip(NAMES, types, strict=True)))
    return HistoryRows(*(as_numpy(table.column(name)) for name in NAMES))
