"""Predictions of images as a table; torch-free."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.prediction_columns import CLASS_PREFIX


def image_table(
    probabilities: NDArray[np.float64],
    class_names: Sequence[str],
    *,
    names: Sequence[str] = (),
    known: NDArray[np.int64] | None = None,
    parts: NDArray[np.str_] | None = None,
    agreement: NDArray[np.float64] | None = None,
) -> pa.Table:
    """Return a row for each sample, in their order.

    Columns: ``sample`` (counted from 1), ``name`` where there are any, ``known`` ("" where
    unknown) and ``part`` where given, ``class``, ``probability``, ``second`` and
    ``second probability`` of the class that comes next, ``agreement`` where given, then
    ``p CLASS`` for each class. Of classes that are equally probable the first comes first.

    Parameters
    ----------
    probabilities
        Shape (P, C), C ≥ 2.
    known
        Class codes, -1 where unknown.
    """
    words = pa.array([*class_names, ""], pa.string())
    order = np.argsort(-probabilities, axis=1, kind="stable")[:, :2]
    highest = np.take_along_axis(probabilities, order, axis=1)
    columns: dict[str, pa.Array] = {"sample": pa.array(np.arange(1, len(probabilities) + 1))}
    if names:
        columns["name"] = pa.array(list(names), pa.string())
    if known is not None:
        columns["known"] = words.take(pa.array(np.where(known < 0, len(class_names), known)))
    if parts is not None:
        columns["part"] = pa.array(parts.tolist(), type=pa.string())
    columns["class"] = words.take(_column(order, 0))
    columns["probability"] = _column(highest, 0)
    columns["second"] = words.take(_column(order, 1))
    columns["second probability"] = _column(highest, 1)
    if agreement is not None:
        columns["agreement"] = pa.array(agreement)
    for code, name in enumerate(class_names):
        columns[CLASS_PREFIX + name] = _column(probabilities, code)
    return pa.table(columns)


def _column(values: NDArray[np.float64] | NDArray[np.int64], number: int) -> pa.Array:
    return pa.array(np.ascontiguousarray(values[:, number]))
