"""Cells of an ODS sheet that it holds as percent: 0.12 there is shown as 12 %."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from datasets.shown_cells import shown_text

_CONTENT = "content.xml"
_PERCENT = b'office:value-type="percentage"'
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
# a row or cell that is repeated more often than this fills the sheet to its end
_MOST_REPEATED = 10_000


def percent_cells(data: bytes, sheet: str) -> tuple[tuple[int, int, str], ...]:
    """Return row and column, from 0, and text of the cells shown as percent: ``12%``.

    Source: OASIS, Open Document Format 1.3, part 3, 19.385, office:value-type, and 19.675 ff.,
    table:number-columns-repeated and table:number-rows-repeated.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            text = packed.read(_CONTENT) if _CONTENT in packed.namelist() else b""
        return tuple(_found(text, sheet)) if _PERCENT in text else ()
    except (zipfile.BadZipFile, ElementTree.ParseError, ValueError):
        return ()


def _found(text: bytes, sheet: str) -> Iterator[tuple[int, int, str]]:
    for table in ElementTree.fromstring(text).iter(f"{_TABLE}table"):
        if table.get(f"{_TABLE}name") != sheet:
            continue
        row = 0
        for element in table.iter(f"{_TABLE}table-row"):
            times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
            for column, shown in _in_row(element):
                for copy in range(min(times, _MOST_REPEATED)):
                    yield row + copy, column, shown
            row += times


def _in_row(row: ElementTree.Element) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if cell.get(f"{_OFFICE}value-type") == "percentage":
            shown = shown_text("0%", cell.get(f"{_OFFICE}value", ""))
            if shown is not None:
                for copy in range(min(times, _MOST_REPEATED)):
                    yield column + copy, shown
        column += times
