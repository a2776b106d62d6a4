"""The names of classes beside a GeoTIFF, where GDAL, QGIS and ArcGIS look for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray

# GDAL's GDALRATFieldType and GDALRATFieldUsage
WHOLE, TEXT = "0", "2"
COUNT, NAME, VALUE, RED, GREEN, BLUE = "1", "2", "5", "6", "7", "8"


def categories_xml(
    names: Sequence[str],
    colours: Mapping[int, tuple[int, int, int, int]],
    counts: NDArray[np.int64],
) -> str:
    """Return the text of a ``.aux.xml`` file for a band of classes counted from 1.

    It holds the category names, and a raster attribute table with value, name, number of cells
    and colour of each class. The form is that of GDAL's PAM, schema ``gdalpam.xsd`` of
    https://gdal.org/development/rfc/ (RFC 46 for the table).

    Parameters
    ----------
    colours
        By value of the cells.
    counts
        Number of cells with each value, from 0 on.
    """
    root = ElementTree.Element("PAMDataset")
    band = ElementTree.SubElement(root, "PAMRasterBand", band="1")
    categories = ElementTree.SubElement(band, "CategoryNames")
    for name in ("", *names):
        ElementTree.SubElement(categories, "Category").text = _printable(name)
    table = ElementTree.SubElement(band, "GDALRasterAttributeTable", tableType="thematic")
    for place, (head, kind, usage) in enumerate(
        (
            ("Value", WHOLE, VALUE),
            ("Class", TEXT, NAME),
            ("Count", WHOLE, COUNT),
            ("Red", WHOLE, RED),
            ("Green", WHOLE, GREEN),
            ("Blue", WHOLE, BLUE),
        )
    ):
        _field(table, place, head, kind, usage)
    for code, name in enumerate(names, start=1):
        row = ElementTree.SubElement(table, "Row", index=str(code - 1))
        cells: list[Any] = [code, _printable(name), int(counts[code]), *colours[code][:3]]
        for cell in cells:
            ElementTree.SubElement(row, "F").text = str(cell)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _field(table: ElementTree.Element, place: int, head: str, kind: str, usage: str) -> None:
    field = ElementTree.SubElement(table, "FieldDefn", index=str(place))
    for tag, text in (("Name", head), ("Type", kind), ("Usage", usage)):
        ElementTree.SubElement(field, tag).text = text


def _printable(name: str) -> str:
    """Return a name without signs that XML cannot hold."""
    return "".join(sign if sign.isprintable() else " " for sign in name)
