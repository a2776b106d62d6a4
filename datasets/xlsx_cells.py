"""Cells of an XLSX sheet that readers of values pass over: errors, and formulas without a value."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

from datasets.far_cells import part_name
from datasets.messages import Message, message

_CELL = re.compile(rb'<c ([^>]*\bt="e"[^>]*)>.*?<v>([^<]*)</v>', re.DOTALL)
_NO_VALUE = re.compile(rb"<c ([^>]*)><f\b[^>]*(?:/>|>[^<]*</f>)(?:<v */>|<v></v>)?</c>")
_PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Oddities:
    """Cells that have no value.

    Attributes
    ----------
    errors
        Row and column, from 0, and text of cells with an error such as #N/A.
    formulas
        Cells with a formula that was never computed, as "C7".
    part
        File inside the workbook that holds the sheet.
    """

    errors: tuple[tuple[int, int, str], ...] = ()
    formulas: tuple[str, ...] = ()
    part: str = ""

    def notices(self) -> list[Message]:
        """Return a sentence where formulas have no value."""
        if not self.formulas:
            return []
        said = message(
            "Cells with a formula that was never computed: {count}, the first is {cell}; they are "
            "blank. Open the workbook in a spreadsheet and save it to have their values.",
            count=len(self.formulas),
            cell=self.formulas[0],
        )
        return [said]


def find_oddities(data: bytes, sheet: str) -> Oddities:
    """Find the odd cells of a sheet; a workbook of another format than XLSX has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            part = _part(packed, sheet)
            text = packed.read(part) if part else b""
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        return Oddities()
    errors = [
        (*_place(about), value.decode("utf-8", "replace"))
        for about, value in (_CELL.findall(text) if b't="e"' in text else ())
    ]
    formulas = _NO_VALUE.findall(text) if b"<f" in text else []
    places = [_PLACE.search(about) for about in formulas]
    return Oddities(
        tuple(errors),
        tuple((found.group(1) + found.group(2)).decode() for found in places if found),
        part,
    )


def _part(packed: zipfile.ZipFile, sheet: str) -> str:
    """Return the name of the file inside the workbook that holds a sheet."""
    if "xl/workbook.xml" not in packed.namelist():
        return ""
    workbook = ElementTree.fromstring(packed.read("xl/workbook.xml"))
    wanted = [
        element.get(_ID)
        for element in workbook.iter()
        if element.tag.endswith("}sheet") and element.get("name") == sheet
    ]
    relations = ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    for relation in relations:
        if wanted and relation.get("Id") == wanted[0]:
            target = relation.get("Target", "")
            return part_name(target)
    return ""


def _place(about: bytes) -> tuple[int, int]:
    found = _PLACE.search(about)
    if not found:
        return 1 << 30, 0
    column = 0
    for letter in found.group(1):
        column = column * 26 + letter - ord("A") + 1
    return int(found.group(2)) - 1, column - 1
