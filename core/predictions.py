"""Predictions as a table: a row for each sample, with its class and all probabilities."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv, parquet

from core.files import written_whole
from core.voting import Classification
from datasets.messages import InputError

CLASS_PREFIX, OUTPUT_PREFIX = "p ", "output "


def prediction_table(
    found: Classification,
    class_names: tuple[str, ...],
    row_numbers: NDArray[np.int64],
    *,
    coordinates: NDArray[np.float64] | None = None,
    target: NDArray[np.int64] | None = None,
    parts: NDArray[np.str_] | None = None,
) -> pa.Table:
    """Return the columns row, x, y, known, part, class, probability, and ``p CLASS`` for each.

    Behind them the values of the outputs: ``output CLASS`` for each class, or one ``output``. With
    several members there is a column ``agreement``, the share of them that name the class.

    Parameters
    ----------
    row_numbers
        Row of the table, counted from 1.
    target
        Known classes, -1 where none.
    parts
        "training", "validation" or "" for each row.
    """
    names = np.array([*class_names, ""], dtype=object)
    columns: dict[str, pa.Array] = {"row": pa.array(row_numbers)}
    if coordinates is not None:
        columns["x"] = pa.array(coordinates[:, 0].copy())
        columns["y"] = pa.array(coordinates[:, 1].copy())
    if target is not None:
        columns["known"] = pa.array(names[target].tolist(), type=pa.string())
    if parts is not None:
        columns["part"] = pa.array(parts.tolist(), type=pa.string())
    columns["class"] = pa.array(names[found.codes].tolist(), type=pa.string())
    columns["probability"] = pa.array(found.highest)
    if found.members > 1:
        columns["agreement"] = pa.array(found.agreement)
    for number, name in enumerate(class_names):
        columns[CLASS_PREFIX + name] = pa.array(found.probability[:, number].copy())
    outputs = found.outputs.shape[1]
    heads = ["output"] if outputs == 1 else [OUTPUT_PREFIX + name for name in class_names]
    for number, head in enumerate(heads):
        columns[head] = pa.array(found.outputs[:, number].copy())
    return pa.table(columns)


def write_table(table: pa.Table, path: Path) -> None:
    """Write a table as CSV (UTF-8 with a byte order mark, for spreadsheets) or Parquet.

    Raises
    ------
    InputError
        When the suffix is neither, or the place cannot be written.
    """
    writers = {".csv": _write_csv, ".parquet": _write_parquet}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise InputError(
            "The file {path} should end in .csv or .parquet; give it one of these endings.",
            path=str(path),
        )
    try:
        with written_whole(path) as part:
            writer(table, part)
    except OSError as error:
        raise InputError(
            "The file {path} cannot be written: {reason}.", path=str(path), reason=str(error)
        ) from None


def read_predictions(path: Path) -> pa.Table:
    """Read the predictions of a run.

    Raises
    ------
    InputError
        When there are none yet, or the file is damaged.
    """
    try:
        return parquet.read_table(path)
    except FileNotFoundError:
        raise InputError(
            "There are no predictions in {path}; let the run end first.", path=str(path.parent)
        ) from None
    except (OSError, pa.ArrowInvalid) as error:
        raise InputError(
            "The predictions {path} cannot be read: {reason}.", path=str(path), reason=str(error)
        ) from None


def _write_csv(table: pa.Table, path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf")
        csv.write_csv(table, file)


def _write_parquet(table: pa.Table, path: Path) -> None:
    parquet.write_table(table, path)
