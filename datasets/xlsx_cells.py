"""Cells of an XLSX sheet that readers of values pass over.

Errors, formulas without a value, and numbers that mean something else by the way they are shown.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from datasets.far_cells import part_name
from datasets.messages import Message, message
from datasets.ods_cells import percent_cells
from datasets.shown_cells import shown_text, special_styles

_CELL = re.compile(rb'<c ([^>]*\bt="e"[^>]*)>.*?<v>([^<]*)</v>', re.DOTALL)
_NO_VALUE = re.compile(rb"<c ([^>]*)><f\b[^>]*(?:/>|>[^<]*</f>)(?:<v */>|<v></v>)?</c>")
_STYLED = re.compile(
    rb'<c ([^>]*\bs="(\d+)"[^>]*)>(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)?<v>([^<]*)</v>'
)
_NOT_NUMBERS = re.compile(rb'\bt="(?!n")')
_PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


_STYLES = "xl/styles.xml"


@dataclass(frozen=True)
class Oddities:
    """Cells that have no value, or mean another one.

    Attributes
    ----------
    errors
        Row and column, from 0, and text of cells with an error such as #N/A.
    formulas
        Cells with a formula that was never computed, as "C7".
    shown
        Row and column, from 0, and text of numbers that their format shows as percent or as
        below or above a limit: ``12%``, ``<0.5``.
    part
        File inside the workbook that holds the sheet.
    """

    errors: tuple[tuple[int, int, str], ...] = ()
    formulas: tuple[str, ...] = ()
    shown: tuple[tuple[int, int, str], ...] = ()
    part: str = ""

    def notices(self) -> list[Message]:
        """Return a sentence for formulas without value, and for numbers by their format."""
        return [*self._without_value(), *self._by_format()]

    def _by_format(self) -> list[Message]:
        percent = [cell for cell in self.shown if cell[2].endswith("%")]
        limits = [cell for cell in self.shown if not cell[2].endswith("%")]
        said = []
        if percent:
            said.append(
                message(
                    "Cells that the sheet shows as percent are read as it shows them: {count}, "
                    "the first in row {row} ({text}).",
                    count=len(percent),
                    row=percent[0][0] + 1,
                    text=percent[0][2],
                )
            )
        if limits:
            said.append(
                message(
                    "Cells that have their < or > from the number format of the sheet are read as "
                    "below or above a limit: {count}, the first in row {row} ({text}).",
                    count=len(limits),
                    row=limits[0][0] + 1,
                    text=limits[0][2],
                )
            )
        return said

    def _without_value(self) -> list[Message]:
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
    """Find the odd cells of a sheet of XLSX, and percent in one of ODS; others have none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            part = _part(packed, sheet)
            text = packed.read(part) if part else b""
            has_styles = bool(part) and _STYLES in packed.namelist()
            styles = special_styles(packed.read(_STYLES)) if has_styles else {}
    except (zipfile.BadZipFile, KeyError, ValueError, ElementTree.ParseError):
        return Oddities()
    if not part:
        return Oddities(shown=percent_cells(data, sheet))
    errors = [
        (*_place(about), value.decode("utf-8", "replace"))
        for about, value in (_CELL.findall(text) if b't="e"' in text else ())
    ]
    formulas = _NO_VALUE.findall(text) if b"<f" in text else []
    places = [_PLACE.search(about) for about in formulas]
    return Oddities(
        tuple(errors),
        tuple((found.group(1) + found.group(2)).decode() for found in places if found),
        tuple(_shown(text, styles)) if styles else (),
        part,
    )


def _shown(text: bytes, styles: dict[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield the cells whose format says more than their number."""
    read = lru_cache(maxsize=1 << 16)(shown_text)
    for about, style, value in _STYLED.findall(text):
        code = styles.get(int(style))
        if code is None or _NOT_NUMBERS.search(about):
            continue
        shown = read(code, value.decode("utf-8", "replace"))
        if shown is not None:
            yield (*_place(about), shown)


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
