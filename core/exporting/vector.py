"""GeoPackage and Shapefile: samples as points, or classes as areas."""

from __future__ import annotations

import contextlib
import sqlite3
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataSourceError

from core.exporting.coordinate_system import wkt_of
from core.exporting.field_names import legal_names
from core.exporting.folders import written_beside
from core.exporting.words import meaning
from core.files import write_text
from datasets.messages import InputError, Message, message

Progress = Callable[[int, int], None]
# rows that are turned into points at once
BATCH = 65_536
# bytes; dBASE III and the Shapefile allow no more
LONGEST_TEXT, LARGEST_FILE = 254, 2**31 - 1
GEOMETRY = "geom"
# indices of a Shapefile, which an earlier file of this name may have left
STALE = (".prj", ".cpg", ".qix", ".sbn", ".sbx", ".shp.xml", ".qpj", ".idm", ".ind")


def write_points(
    table: pa.Table,
    out: Path,
    crs: str,
    words: Mapping[str, str],
    progress: Progress = lambda done, total: None,
) -> list[Message]:
    """Write a row as a point, with all its columns; rows without coordinates have no point.

    Parameters
    ----------
    table
        With columns ``x`` and ``y``.
    out
        Ends in ``.gpkg`` or ``.shp``.

    Returns
    -------
    list of Message
        What was worked around.

    Raises
    ------
    InputError
        When there are no coordinates, a Shapefile cannot hold the table, or the place cannot be
        written.
    """
    if not {"x", "y"} <= set(table.column_names):
        raise InputError(
            "The results have no coordinates, so they make no points; take them away as a table "
            "(.csv, .xlsx or .parquet)."
        )
    return _write(
        table, lambda first, last: _points(table, first, last), "Point", out, crs, words, progress
    )


def write_areas(
    table: pa.Table, geometries: NDArray[Any], out: Path, crs: str, words: Mapping[str, str]
) -> list[Message]:
    """Write polygons with the columns of `table`, a row each; as `write_points` does."""
    binary = np.array([shapely.to_wkb(geometry) for geometry in geometries], dtype=object)
    return _write(
        table,
        lambda first, last: binary[first:last],
        "MultiPolygon",
        out,
        crs,
        words,
        lambda *_: None,
    )


def _points(table: pa.Table, first: int, last: int) -> NDArray[Any]:
    x, y = (
        np.asarray(table.column(axis).slice(first, last - first).to_numpy(), dtype=np.float64)
        for axis in "xy"
    )
    known = np.isfinite(x) & np.isfinite(y)
    binary = np.full(len(x), None, dtype=object)
    binary[known] = shapely.to_wkb(shapely.points(x[known], y[known]))
    return binary


def _write(
    table: pa.Table,
    geometries: Callable[[int, int], NDArray[Any]],
    kind: str,
    out: Path,
    crs: str,
    words: Mapping[str, str],
    progress: Progress,
) -> list[Message]:
    names = list(table.column_names)
    is_shapefile = out.suffix.lower() == ".shp"
    fields = legal_names(names) if is_shapefile else _distinct_from_geometry(names)
    table, notices = _fit_shapefile(table, out) if is_shapefile else (table, [])
    stale = [out.stem + suffix for suffix in STALE] if is_shapefile else []
    with written_beside(out, stale) as path:
        with _told(out), warnings.catch_warnings():
            # a file without a coordinate system is said in a notice of ours
            warnings.filterwarnings("ignore", message="'crs' was not provided")
            pyogrio.write_arrow(
                pa.RecordBatchReader.from_batches(
                    _schema(table, fields), _batches(table, fields, geometries, progress)
                ),
                path,
                layer=out.stem if is_shapefile else "predictions",
                driver="ESRI Shapefile" if is_shapefile else "GPKG",
                geometry_name=GEOMETRY,
                geometry_type=kind,
                crs=wkt_of(crs) or None,
                layer_options={"ENCODING": "UTF-8"} if is_shapefile else {},
            )
        meanings = {field: meaning(name, words) for field, name in zip(fields, names, strict=True)}
        if is_shapefile:
            notices += _list_fields(path, fields, names, meanings)
        else:
            _describe_fields(path, fields, meanings)
    return notices


def _batches(
    table: pa.Table,
    fields: list[str],
    geometries: Callable[[int, int], NDArray[Any]],
    progress: Progress,
) -> Iterator[pa.RecordBatch]:
    schema = _schema(table, fields)
    for first in range(0, table.num_rows, BATCH):
        progress(first, table.num_rows)
        last = min(first + BATCH, table.num_rows)
        part = table.slice(first, last - first)
        columns = [_null_where_missing(column.combine_chunks()) for column in part.columns]
        columns.append(pa.array(geometries(first, last).tolist(), type=pa.binary()))
        yield pa.RecordBatch.from_arrays(columns, schema=schema)


def _schema(table: pa.Table, fields: list[str]) -> pa.Schema:
    kinds = [pa.field(name, field.type) for name, field in zip(fields, table.schema, strict=True)]
    return pa.schema([*kinds, pa.field(GEOMETRY, pa.binary())])


def _null_where_missing(column: pa.Array) -> pa.Array:
    if pa.types.is_floating(column.type):
        return pc.if_else(pc.is_finite(column), column, pa.scalar(None, column.type))
    if pa.types.is_string(column.type):
        return pc.if_else(pc.equal(column, ""), pa.scalar(None, column.type), column)
    return column


def _distinct_from_geometry(names: list[str]) -> list[str]:
    """Return the names; those that a GeoPackage keeps for itself or takes as equal get a tail."""
    taken = {GEOMETRY, "fid"}
    found = []
    for name in names:
        wanted = name
        while wanted.casefold() in taken:
            wanted += "_"
        taken.add(wanted.casefold())
        found.append(wanted)
    return found


# --- Shapefile ---------------------------------------------------------------------------


def _fit_shapefile(table: pa.Table, out: Path) -> tuple[pa.Table, list[Message]]:
    """Return the table with texts that a Shapefile can hold, and what had to be cut."""
    width, cut = 1, 0
    for place, column in enumerate(table.columns):
        if not pa.types.is_string(column.type):
            width += 24
            continue
        long = pc.sum(pc.greater(pc.binary_length(column), LONGEST_TEXT)).as_py() or 0
        if long:
            cut += long
            texts = [_cut(text) for text in column.to_pylist()]
            table = table.set_column(place, table.schema[place], pa.array(texts, pa.string()))
        width += pc.max(pc.binary_length(table.column(place))).as_py() or 1
    if width * table.num_rows > LARGEST_FILE or len(table.column_names) > 255:
        raise InputError(
            "{rows} rows of {columns} columns are more than the 2 GB of a Shapefile; write "
            "{path} instead.",
            rows=f"{table.num_rows:,}",
            columns=len(table.column_names),
            path=out.with_suffix(".gpkg").name,
        )
    if not cut:
        return table, []
    said = message(
        "{count} texts are longer than the 254 bytes of a Shapefile and were cut; a "
        "GeoPackage holds them whole.",
        count=f"{cut:,}",
    )
    return table, [said]


def _cut(text: str | None) -> str | None:
    """Cut a text between two letters, which may be of several bytes."""
    return None if text is None else text.encode()[:LONGEST_TEXT].decode(errors="ignore")


def _list_fields(
    path: Path, fields: list[str], names: list[str], meanings: Mapping[str, str]
) -> list[Message]:
    """Write beside the Shapefile what its short field names stand for."""
    listed = path.with_name(f"{path.stem}-fields.txt")
    rows = zip(fields, names, strict=True)
    lines = [f"{field:<10}  {name}  ({meanings[field]})" for field, name in rows]
    write_text(listed, "\n".join(lines) + "\n")
    if fields == names:
        return []
    return [
        message(
            "A Shapefile allows 10 letters in a field name; {path} lists what each stands for.",
            path=listed.name,
        )
    ]


# --- GeoPackage --------------------------------------------------------------------------


def _describe_fields(path: Path, fields: list[str], meanings: Mapping[str, str]) -> None:
    """Write what each field holds, as the schema extension of the GeoPackage standard has it.

    QGIS and GDAL show `description` as the comment of a field.
    Source: OGC 12-128r18, annex F.9, tables gpkg_data_columns and gpkg_extensions.
    """
    with contextlib.closing(sqlite3.connect(path)) as file, file:
        file.execute(
            "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, "
            "extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, "
            "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"
        )
        file.execute(
            "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name "
            "TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, "
            "constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), "
            "CONSTRAINT gdc_tn UNIQUE (table_name, name))"
        )
        file.execute(
            "INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', "
            "'http://www.geopackage.org/spec121/#extension_schema', 'read-write')"
        )
        file.executemany(
            "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) "
            "VALUES ('predictions', ?, ?, ?, ?)",
            [(field, field, meanings[field], meanings[field]) for field in fields],
        )


@contextlib.contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except DataSourceError as error:
        raise InputError(
            "The file {path} cannot be written: {reason}.", path=str(out), reason=str(error)
        ) from None
