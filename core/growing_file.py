"""A CSV that is appended to while training goes on, and read by others as it grows."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from core.files import Closing

if TYPE_CHECKING:
    import pyarrow as pa


class Appender(Closing):
    """Appends bytes to a file; whole lines reach it in one write, whoever reads meanwhile."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))

    def write(self, lines: bytes) -> None:
        """Append whole lines."""
        while lines:
            lines = lines[os.write(self._handle, lines) :]

    def close(self) -> None:
        os.close(self._handle)


class NewLines:
    """Gives the lines that were added since the last look, without the head of the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0

    def read(self) -> tuple[bytes, bool]:
        """Return whole new lines, and whether the file started over; b"" where there is none."""
        try:
            started_over = self._path.stat().st_size < self._offset
            if started_over:
                self._offset = 0
            with self._path.open("rb") as file:
                file.seek(self._offset)
                block = file.read()
        except OSError:
            return b"", False
        whole = block[: block.rfind(b"\n") + 1]
        is_head = self._offset == 0
        self._offset += len(whole)
        return (whole.partition(b"\n")[2] if is_head else whole), started_over


def keep_rows(path: Path, stays: Callable[[int, int], bool]) -> None:
    """Cut a file at the first row that is not to stay, or is no whole row.

    Parameters
    ----------
    stays
        Told the first two cells of a row, which are whole numbers.
    """
    with path.open("r+b") as file:
        kept = len(file.readline())
        for line in file:
            first, _, rest = line.partition(b",")
            second = rest.partition(b",")[0]
            # a power cut, other than a kill, can leave zeros where rows should be
            if not (line.endswith(b"\n") and first.isdigit() and second.isdigit()):
                break
            if not stays(int(first), int(second)):
                break
            kept += len(line)
        file.truncate(kept)


def rows_of(lines: bytes, types: Mapping[str, pa.DataType]) -> pa.Table:
    """Return lines without a head as columns of these names and types."""
    from pyarrow import csv

    return csv.read_csv(
        BytesIO(lines),
        read_options=csv.ReadOptions(column_names=list(types), use_threads=False),
        convert_options=csv.ConvertOptions(column_types=dict(types)),
    )
