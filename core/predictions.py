"""Predictions as a table: a row for each sample, with its class and all probabilities."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import parquet

from core.exporting.tables import write_table as write_table
from core.map_values import with_unknown
from core.prediction_columns import (
    CLASS_PREFIX,
    MAPPED,
    OUTPUT_PREFIX,
    SET,
    UNLIKE,
    set_text,
    unknown_name,
)
from datasets.messages import InputError

# texts of so many sets fit into one Arrow array, which holds 2 GB
ROWS_AT_ONCE = 1 << 20

if TYPE_CHECKING:
    # torch, which whoever reads predictions need not wait for
    from core.voting import Classification


def prediction_table(
    found: Classification,
    class_names: tuple[str, ...],
    row_numbers: NDArray[np.int64],
    *,
    samples: tuple[str, pa.Array] | None = None,
    coordinates: NDArray[np.float64] | None = None,
    target: NDArray[np.int64] | None = None,
    parts: NDArray[np.str_] | None = None,
    wrong: NDArray[np.float64] | None = None,
    held: NDArray[np.bool_] | None = None,
    unlike: NDArray[np.float64] | None = None,
) -> pa.Table:
    """Return the columns row, x, y, known, part, class, probability, and ``p CLASS`` for each.

    Behind them the values of the outputs: ``output CLASS`` for each class, or one ``output``. With
    several members there is a column ``agreement``, the share of them that name the class. Where
    they are known there are ``set``, the classes that cannot be excluded, ``unlike``, how unlike
    the training samples a row is, and ``mapped``, the class or, where that is above 1, "unknown".

    Parameters
    ----------
    row_numbers
        Row of the table, counted from 1.
    samples
        Header and texts or numbers of the column that names the samples, to stand behind ``row``.
    target
        Known classes, -1 where none.
    parts
        "training", "validation", "test" or "" for each row.
    wrong
        Share of the members that name another class than the known one, NaN where none is.
    held
        bool, shape (P, C). Classes in the prediction set of each row.
    unlike
        float64, shape (P,). Above 1: unlike the training samples.
    """
    names = pa.array([*class_names, ""], pa.string())
    columns: dict[str, pa.Array | pa.ChunkedArray] = {"row": pa.array(row_numbers)}
    if coordinates is not None:
        columns["x"] = _column(coordinates, 0)
        columns["y"] = _column(coordinates, 1)
    if target is not None:
        columns["known"] = names.take(pa.array(np.where(target < 0, len(class_names), target)))
    if parts is not None:
        columns["part"] = pa.array(parts.tolist(), type=pa.string())
    if wrong is not None:
        columns["wrong"] = pa.array(wrong, from_pandas=True)
    columns["class"] = names.take(pa.array(found.codes))
    if unlike is not None:
        columns[MAPPED] = _mapped(found.codes, unlike, class_names)
    columns["probability"] = pa.array(found.highest)
    if found.members > 1:
        columns["agreement"] = pa.array(found.agreement)
    if held is not None:
        columns[SET] = _set_texts(held, class_names)
    if unlike is not None:
        columns[UNLIKE] = pa.array(unlike)
    for number, name in enumerate(class_names):
        columns[CLASS_PREFIX + name] = _column(found.probability, number)
    outputs = found.outputs.shape[1]
    heads = ["output"] if outputs == 1 else [OUTPUT_PREFIX + name for name in class_names]
    for number, head in enumerate(heads):
        columns[head] = _column(found.outputs, number)
    table = pa.table(columns)
    return table if samples is None else with_samples(table, *samples)


def _mapped(
    codes: NDArray[np.int64], unlike: NDArray[np.float64], class_names: tuple[str, ...]
) -> pa.Array:
    names = pa.array([*class_names, unknown_name(class_names)], pa.string())
    return names.take(pa.array(with_unknown(codes, unlike, len(class_names))))


def _set_texts(held: NDArray[np.bool_], class_names: tuple[str, ...]) -> pa.ChunkedArray:
    """Return the names of the classes of each set; each different set is written once."""
    # a row after the other: probabilities lie a class after the other in memory
    packed = np.ascontiguousarray(np.packbits(held, axis=1))
    width = pa.binary(packed.shape[1])
    bits = pa.Array.from_buffers(width, len(packed), [None, pa.py_buffer(packed)])
    encoded = bits.dictionary_encode()
    different = [np.frombuffer(each, np.uint8) for each in encoded.dictionary.to_pylist()]
    texts = [
        set_text(class_names[code] for code in np.flatnonzero(np.unpackbits(each)))
        for each in different
    ]
    names = pa.array(texts, pa.string())
    firsts = range(0, max(len(packed), 1), ROWS_AT_ONCE)
    parts = [names.take(encoded.indices.slice(first, ROWS_AT_ONCE)) for first in firsts]
    return pa.chunked_array(parts, pa.string())


def sample_cells(values: NDArray[Any]) -> pa.Array:
    """Return texts (object array of `str`, None where missing) or numbers as a column.

    Where all texts are missing it is one of texts nevertheless: further rows may hold some.
    """
    return pa.array(values, pa.string() if values.dtype == object else None)


def with_samples(table: pa.Table, name: str, values: pa.Array) -> pa.Table:
    """Put the column that names the samples behind their row numbers."""
    while name in table.column_names:
        name += "_"
    return table.add_column(table.column_names.index("row") + 1, name, values)


def _column(values: NDArray[np.float64], number: int) -> pa.Array:
    return pa.array(np.ascontiguousarray(values[:, number]))


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
