"""Columns of files that know their types, brought to texts and numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from datasets.messages import Message, message


def plain_table(table: pa.Table) -> tuple[pa.Table, list[Message]]:
    """Return a table whose columns are texts, numbers or truths, and what was left out.

    Dates become ISO texts, categories their words, lists and structures JSON. Columns of bytes
    are left out.
    """
    names, columns, left_out = [], [], []
    for field, column in zip(table.schema, table.columns, strict=True):
        if _is_bytes(field.type):
            left_out.append(field.name)
            continue
        plain = _plain(column)
        names.append(field.with_type(plain.type))
        columns.append(plain)
    notices = [
        message("The column {name} holds bytes, no values; it was left out.", name=name)
        for name in left_out
    ]
    return pa.table(columns, schema=pa.schema(names)), notices


def unique_name(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, with a number where that name is taken."""
    known = set(taken)
    name, number = wanted, 2
    while name in known:
        name, number = f"{wanted} ({number})", number + 1
    return name


def _is_bytes(kind: pa.DataType) -> bool:
    return bool(
        pa.types.is_binary(kind)
        or pa.types.is_large_binary(kind)
        or pa.types.is_fixed_size_binary(kind)
    )


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    kind = column.type
    if isinstance(kind, pa.BaseExtensionType):
        column = pa.chunked_array([chunk.storage for chunk in column.chunks], kind.storage_type)
        kind = column.type
    if pa.types.is_dictionary(kind):
        return _plain(column.cast(kind.value_type))
    if pa.types.is_timestamp(kind):
        return _dates(column)
    if pa.types.is_decimal(kind) or pa.types.is_float16(kind):
        return column.cast(pa.float64())
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_boolean(kind):
        return column
    if pa.types.is_string(kind):
        return column
    if pa.types.is_null(kind) or pa.types.is_temporal(kind) or pa.types.is_large_string(kind):
        return column.cast(pa.string())
    return _as_json(column)


def _dates(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return dates as texts, without a time of day where that is midnight everywhere."""
    midnight = pc.all(pc.equal(pc.floor_temporal(column, unit="day"), column)).as_py()
    seconds = column.cast(pa.timestamp("s", column.type.tz), safe=False)
    return pc.strftime(seconds, format="%Y-%m-%d" if midnight else "%Y-%m-%dT%H:%M:%S")


def _as_json(column: pa.ChunkedArray) -> pa.ChunkedArray:
    texts = [
        None if value is None else json.dumps(value, ensure_ascii=False, default=str)
        for value in column.to_pylist()
    ]
    return pa.chunked_array([pa.array(texts, type=pa.string())])
