"""GeoPackage and Shapefile: samples as points, or classes as areas."""

from __future__ import annotations

import contextlib
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
from core.exporting.geopackage import describe_fields
from core.exporting.shapefile import STALE, fit_shapefile, list_fields
from core.exporting.words import meaning
from core.exporting.written import not_written
from datasets.messages import InputError, Message

Progress = Callable[[int, int], None]
# rows that are turned into points at once
BATCH = 65_536
GEOMETRY, LAYER = "geom", "predictions"


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
    table, notices = fit_shapefile(table, out) if is_shapefile else (table, [])
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
                layer=out.stem if is_shapefile else LAYER,
                driver="ESRI Shapefile" if is_shapefile else "GPKG",
                geometry_name=GEOMETRY,
                geometry_type=kind,
                crs=wkt_of(crs) or None,
                layer_options={"ENCODING": "UTF-8"} if is_shapefile else {},
            )
        meanings = {field: meaning(name, words) for field, name in zip(fields, names, strict=True)}
        if is_shapefile:
            notices += list_fields(path, fields, names, meanings)
        else:
            describe_fields(path, LAYER, fields, meanings)
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


@contextlib.contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except DataSourceError as error:
        raise not_written(out, error) from None
