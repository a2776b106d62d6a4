"""Coordinates from the geometries of a file."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from datasets.messages import InputError, Message, message
from datasets.typed_columns import unique_name


def with_coordinates(table: pa.Table, geometry: str) -> tuple[pa.Table, list[Message]]:
    """Replace a column of WKB geometries by the columns x and y, float64.

    A point gives its coordinates, any other geometry those of its centroid, which a notice tells.
    Where there is no geometry they are null, which a notice tells too.

    Raises
    ------
    InputError
        When the column holds no geometries.
    """
    import shapely

    try:
        found = shapely.from_wkb(table.column(geometry).to_numpy(zero_copy_only=False))
    except (shapely.errors.ShapelyError, TypeError) as error:
        raise InputError(
            "The geometries in the column {name} cannot be read: {reason}.",
            name=geometry,
            reason=str(error).rstrip("."),
        ) from None
    kinds = shapely.get_type_id(found)
    notices = []
    extended = ~np.isin(kinds, (-1, shapely.GeometryType.POINT.value))
    if extended.any():
        notices.append(
            message(
                "Outlines, lines and groups of points ({count}) stand as one point each, at "
                "their centroid.",
                count=int(extended.sum()),
            )
        )
    placeless = int((kinds == -1).sum())
    if placeless:
        notices.append(
            message("Rows without a place: {count}; x and y are missing there.", count=placeless)
        )
    table = table.drop_columns([geometry])
    points = shapely.centroid(found)
    for name, values in (("x", shapely.get_x(points)), ("y", shapely.get_y(points))):
        values = pa.array(values, from_pandas=True, type=pa.float64())
        table = table.append_column(unique_name(name, table.column_names), values)
    return table, notices


def crs_name(stated: str) -> str:
    """Return "EPSG:4326" for a coordinate system that has such a name, else its WKT.

    Parameters
    ----------
    stated
        As a file states it: a name, WKT or PROJ JSON; "" gives "".
    """
    if not stated:
        return ""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        crs = CRS.from_user_input(stated)
    except CRSError:
        return stated
    for least in (100, 70):
        authority = crs.to_authority(min_confidence=least)
        if authority:
            name = ":".join(authority)
            # the same as EPSG:4326 with longitude first, as x is here
            return "EPSG:4326" if name == "OGC:CRS84" else name
    return crs.to_wkt()
