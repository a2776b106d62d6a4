"""Reading Parquet, GeoParquet, Feather and Arrow files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from datasets.geometry import crs_name, with_coordinates
from datasets.messages import InputError, Message
from datasets.raw_sheet import RawSheet
from datasets.typed_columns import plain_table


def read_arrow_file(path: Path, source: str, fingerprint: str) -> RawSheet:
    """Read a file of typed columns; a GeoParquet file gives x and y of its geometries.

    Raises
    ------
    InputError
        When the file is damaged or cut short, or has no columns.
    """
    try:
        table = _table(path)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(
            "The file {path} is damaged or was copied only in part ({reason}); get it again.",
            path=str(path),
            reason=str(error).splitlines()[0].rstrip("."),
        ) from None
    crs = ""
    notices: list[Message] = []
    geometry, stated = _geometry(table.schema)
    if geometry:
        crs = crs_name(stated)
        table, notices = with_coordinates(table, geometry)
    return sheet_of_table(table, source, fingerprint, crs=crs, notices=notices)


def sheet_of_table(
    table: pa.Table,
    source: str,
    fingerprint: str,
    *,
    crs: str = "",
    notices: list[Message] | None = None,
    **rest: Any,
) -> RawSheet:
    """Make a raw sheet of a table whose columns have names and types."""
    table, left_out = plain_table(table)
    if not table.num_columns:
        raise InputError(
            "The table {source} holds no text at all; choose a table with a header and rows.",
            source=source,
        )
    told = [_metadata(field) for field in table.schema]
    return RawSheet(
        source=source,
        fingerprint=fingerprint,
        columns=tuple(table.columns),
        lines=np.arange(1, table.num_rows + 1, dtype=np.int64),
        header=tuple(table.column_names),
        crs=crs,
        notices=(*(notices or []), *left_out),
        metadata=tuple(told) if any(told) else (),
        **rest,
    )


def _table(path: Path) -> pa.Table:
    with path.open("rb") as stream:
        magic = stream.read(8)
    if magic.startswith(b"PAR1"):
        import pyarrow.parquet as parquet

        return parquet.ParquetFile(path).read()
    if magic.startswith(b"FEA1"):
        import pyarrow.feather as feather

        return feather.read_table(str(path))
    with pa.OSFile(str(path)) as file:
        if magic.startswith(b"ARROW1"):
            return pa.ipc.open_file(file).read_all()
        return pa.ipc.open_stream(file).read_all()


def _geometry(schema: pa.Schema) -> tuple[str, str]:
    """Return the column of geometries and its coordinate system, of the GeoParquet format."""
    stated = (schema.metadata or {}).get(b"geo")
    if not stated:
        return "", ""
    try:
        geo = json.loads(stated)
        name = str(geo["primary_column"])
        column = geo["columns"][name]
    except (ValueError, KeyError, TypeError):
        return "", ""
    if name not in schema.names or column.get("encoding") != "WKB":
        return "", ""
    # without a statement GeoParquet is in longitude and latitude
    crs = column.get("crs", "OGC:CRS84")
    return name, json.dumps(crs) if isinstance(crs, dict) else str(crs or "")


def _metadata(field: pa.Field) -> dict[str, str]:
    return {
        key.decode("utf-8", "replace"): value.decode("utf-8", "replace")
        for key, value in (field.metadata or {}).items()
        if not key.startswith((b"ARROW:", b"PARQUET:", b"GDAL:"))
    }
