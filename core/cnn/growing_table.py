"""A table of numbers in CSV that is appended to while training goes on, and read as it grows."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.arrow_columns import as_numpy
from core.files import Closing

Columns = dict[str, NDArray[np.float64]]


class TableWriter(Closing):
    """Appends rows; whole lines reach the file in one write.

    Parameters
    ----------
    names
        Of the columns; the first two say which member a row is of and how far it was.
    resume_at
        Member and place of the checkpoint that training goes on from: rows after it are cut. None
        starts the file anew.
    """

    def __init__(
        self, path: Path, names: Sequence[str], resume_at: tuple[int, int] | None = None
    ) -> None:
        if resume_at is not None and path.exists():
            _keep_until(path, resume_at)
        else:
            path.write_text(",".join(names) + "\n", encoding="ascii", newline="\n")
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
        self._lines: list[str] = []

    def add(self, *values: float) -> None:
        """Remember a row; a number that is none becomes an empty cell."""
        self._lines.append(",".join(_cell(value) for value in values))

    def flush(self) -> None:
        """Write what was remembered."""
        if not self._lines:
            return
        rest = ("\n".join(self._lines) + "\n").encode("ascii")
        self._lines.clear()
        while rest:
            rest = rest[os.write(self._handle, rest) :]

    def close(self) -> None:
        self.flush()
        os.close(self._handle)


def _cell(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.7g}" if math.isfinite(value) else ""


class TableReader:
    """Reads such a table: each call returns the rows added since the last one."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self._path = path
        self._names = tuple(names)
        self._offset = 0

    def read_new(self) -> tuple[Columns, bool]:
        """Return the new rows by column (float64, NaN where empty), and whether it started over.

        A file that is not there yet has no rows.
        """
        try:
            started_over = self._path.stat().st_size < self._offset
            if started_over:
                self._offset = 0
            with self._path.open("rb") as file:
                file.seek(self._offset)
                block = file.read()
        except OSError:
            return self._columns(b""), False
        whole = block[: block.rfind(b"\n") + 1]
        is_head = self._offset == 0
        self._offset += len(whole)
        return self._columns(whole.partition(b"\n")[2] if is_head else whole), started_over

    def _columns(self, block: bytes) -> Columns:
        if not block:
            return {name: np.empty(0) for name in self._names}
        import pyarrow as pa
        from pyarrow import csv

        table = csv.read_csv(
            BytesIO(block),
            read_options=csv.ReadOptions(column_names=list(self._names), use_threads=False),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(self._names, pa.float64())
            ),
        )
        return {name: as_numpy(table.column(name)) for name in self._names}


def _keep_until(path: Path, resume_at: tuple[int, int]) -> None:
    """Cut the rows that came after the checkpoint, and whatever is no whole row."""
    with path.open("r+b") as file:
        kept = len(file.readline())
        for line in file:
            member, _, rest = line.partition(b",")
            place = rest.partition(b",")[0]
            # a power cut, other than a kill, can leave zeros where rows should be
            if not (line.endswith(b"\n") and member.isdigit() and place.isdigit()):
                break
            if (int(member), int(place)) > resume_at:
                break
            kept += len(line)
        file.truncate(kept)
