"""Cells of one class that touch, as polygons."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray
from rasterio.features import shapes

from core.exporting.geotiff import transform_of
from core.exporting.placement import Placement
from core.exporting.results import Results


def class_areas(results: Results, placement: Placement) -> tuple[pa.Table, NDArray[Any]]:
    """Return a row for each class that has cells, and its multipolygon.

    Returns
    -------
    tuple of Table and ndarray
        Columns class, code (counted from 1) and cells; object array of shapely geometries.
    """
    codes = placement.spread((results.mapped_codes + 1).astype(np.int32), 0)
    outlines: dict[int, list[Any]] = defaultdict(list)
    transform = transform_of(placement.frame)
    for outline, code in shapes(codes, mask=codes > 0, transform=transform):
        outlines[int(code)].append(shapely.geometry.shape(outline))
    found = sorted(outlines)
    counts = np.bincount(codes.ravel())
    table = pa.table(
        {
            "class": [results.mapped_names[code - 1] for code in found],
            "code": pa.array(found, type=pa.int64()),
            "cells": pa.array([int(counts[code]) for code in found], type=pa.int64()),
        }
    )
    geometries = np.empty(len(found), dtype=object)
    geometries[:] = [shapely.MultiPolygon(outlines[code]) for code in found]
    return table, geometries
