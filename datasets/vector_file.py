"""Reading vector files: Shapefile, GeoPackage, GeoJSON, MapInfo, and dBASE tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa

from datasets.dbf_encoding import find_dbf_encoding
from datasets.geometry import crs_name, with_coordinates
from datasets.messages import InputError, Message, message
from datasets.parquet_file import sheet_of_table
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe

_LONGEST_REASON = 200


def read_vector(
    path: Path, source: str, fingerprint: str, recipe: Recipe, member: str = ""
) -> RawSheet:
    """Read the attributes of a layer, with the columns x and y of its geometries.

    Parameters
    ----------
    path, source, fingerprint
        The file, its name and its SHA-256.
    recipe
        Layer (`sheet`) and, for dBASE tables, encoding where they are chosen.
    member
        Shapefile inside a ZIP file; "" when the file is none.

    Raises
    ------
    InputError
        When the file is damaged, or has no such layer.
    """
    _refuse_without_index(path, member)
    encoding, notices = _encoding(path, member, recipe.encoding)
    notices += _lacking_table(path, member)
    place = _place(path, member)
    try:
        layers = _layers(place)
        layer = _layer(place, layers, recipe.sheet, source)
        if not recipe.sheet and len(layers) > 1:
            notices.append(_other_layers(layer, layers))
        about, table = _read(place, layer, encoding)
    except UnboundLocalError:
        # so pyogrio fails where GDAL finds no coordinate system in the .prj file
        raise InputError(
            "The coordinate system of {source} cannot be read; repair its .prj file, or remove it.",
            source=source,
        ) from None
    except (RuntimeError, pa.ArrowException, UnicodeDecodeError) as error:
        raise InputError(
            "The file {source} cannot be read ({reason}); open it in a GIS and save it anew.",
            source=source,
            reason=str(error).splitlines()[0][:_LONGEST_REASON].rstrip("."),
        ) from None
    geometry = _geometry_column(table, str(about.get("geometry_name") or ""))
    if geometry:
        table, told = with_coordinates(table, geometry)
        notices += told
    return sheet_of_table(
        table,
        source,
        fingerprint,
        crs=crs_name(str(about.get("crs") or "")) if geometry else "",
        notices=notices,
        sheet=layer,
        sheets=tuple(layers),
        encoding=encoding,
    )


def _refuse_without_index(path: Path, member: str) -> None:
    if not member and path.suffix.lower() == ".shp" and not _beside(path, ".shx"):
        raise InputError(
            "The Shapefile {path} lacks its .shx file; put it into the same folder.", path=str(path)
        )


def _lacking_table(path: Path, member: str) -> list[Message]:
    if member or path.suffix.lower() != ".shp" or _beside(path, ".dbf"):
        return []
    return [message("No .dbf file stands beside the .shp file: only the places could be read.")]


def _beside(path: Path, suffix: str) -> bool:
    return any(path.with_suffix(name).exists() for name in (suffix, suffix.upper()))


def _encoding(path: Path, member: str, chosen: str) -> tuple[str, list[Message]]:
    if not member and path.suffix.lower() not in (".shp", ".dbf", ".shx"):
        return "", []
    if chosen:
        return chosen, []
    return find_dbf_encoding(path, member)


def _place(path: Path, member: str) -> str:
    if member:
        return f"/vsizip/{{{path.resolve()}}}/{member}"
    if path.suffix.lower() == ".shx":
        path = path.with_suffix(".shp")
    return str(path.resolve())


def _layers(place: str) -> list[str]:
    import pyogrio

    return [str(name) for name, _ in pyogrio.list_layers(place)]


def _layer(place: str, layers: list[str], wanted: str, source: str) -> str:
    """Return the layer that is wanted, or else the one with most features."""
    import pyogrio

    if wanted and wanted not in layers:
        raise InputError(
            "The file {source} has no layer “{layer}”; its layers are {layers}.",
            source=source,
            layer=wanted,
            layers=", ".join(layers),
        )
    if not layers:
        raise InputError("The file {source} has no layers.", source=source)
    if wanted or len(layers) == 1:
        return wanted or layers[0]
    counts = {
        name: int(pyogrio.read_info(place, layer=name, force_feature_count=True)["features"])
        for name in layers
    }
    return max(layers, key=lambda name: counts[name])


def _other_layers(layer: str, layers: list[str]) -> Message:
    return message(
        "The layer {layer} was read; the file also has {others}.",
        layer=layer,
        others=", ".join(name for name in layers if name != layer),
    )


def _read(place: str, layer: str, encoding: str) -> tuple[dict[str, Any], pa.Table]:
    import pyogrio

    options = {"encoding": encoding} if encoding else {}
    about, table = pyogrio.read_arrow(place, layer=layer, **options)
    return about, table


def _geometry_column(table: pa.Table, stated: str) -> str:
    for name in (stated, "wkb_geometry"):
        if name and name in table.column_names:
            return name
    return ""
