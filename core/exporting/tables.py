"""CSV and Parquet."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
from pyarrow import csv, parquet

from core.exporting.written import result_written
from datasets.messages import InputError


def write_table(table: pa.Table, out: Path) -> None:
    """Write a table as CSV (UTF-8 with a byte order mark, for spreadsheets) or Parquet.

    Raises
    ------
    InputError
        When the suffix is neither, or the place cannot be written.
    """
    writers = {".csv": _write_csv, ".parquet": parquet.write_table}
    writer = writers.get(out.suffix.lower())
    if writer is None:
        raise InputError(
            "The file {path} should end in .csv or .parquet; give it one of these endings.",
            path=str(out),
        )
    with result_written(out) as part:
        writer(table, part)


def _write_csv(table: pa.Table, path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf")
        csv.write_csv(table, file)
