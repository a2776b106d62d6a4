"""A table of numbers in CSV that is appended to while training goes on, and read as it grows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.arrow_columns import as_numpy
from core.files import Closing
from core.growing_file import Appender, NewLines, keep_rows, rows_of

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
            keep_rows(path, lambda member, place: (member, place) <= resume_at)
        else:
            path.write_text(",".join(names) + "\n", encoding="ascii", newline="\n")
        self._file = Appender(path)
        self._lines: list[str] = []

    def add(self, *values: float) -> None:
        """Remember a row; a number that is none becomes an empty cell."""
        self._lines.append(",".join(_cell(value) for value in values))

    def flush(self) -> None:
        """Write what was remembered."""
        if not self._lines:
            return
        lines = ("\n".join(self._lines) + "\n").encode("ascii")
        self._lines.clear()
        self._file.write(lines)

    def close(self) -> None:
        self.flush()
        self._file.close()


def _cell(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.7g}" if math.isfinite(value) else ""


class TableReader:
    """Reads such a table: each call returns the rows added since the last one."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self._lines = NewLines(path)
        self._names = tuple(names)

    def read_new(self) -> tuple[Columns, bool]:
        """Return the new rows by column (float64, NaN where empty), and whether it started over.

        A file that is not there yet has no rows.
        """
        lines, started_over = self._lines.read()
        return self._columns(lines), started_over

    def _columns(self, lines: bytes) -> Columns:
        if not lines:
            return {name: np.empty(0) for name in self._names}
        import pyarrow as pa

        table = rows_of(lines, dict.fromkeys(self._names, pa.float64()))
        return {name: as_numpy(table.column(name)) for name in self._names}
