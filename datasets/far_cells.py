"""Cells of a workbook that lie far from all others, which would make a sheet of billions of cells.

The library that reads sheets lays out the whole rectangle that a sheet uses, so one value in the
last corner of a sheet would take more memory than there is.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

from datasets.messages import InputError, Message, message

MOST_CELLS = 50_000_000
_LEAST_CELLS = 200_000
_FAR_ROWS, _FAR_COLUMNS = 2_000, 200
_MOST_FAR = 0.02
_LISTED = 5
_REFERENCE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_CELL = re.compile(
    rb'<((?:\w+:)?)c\b[^>]*?\br="(?P<place>[A-Z]{1,3}\d{1,7})"[^>]*?(?:/>|>.*?</\1c>)', re.DOTALL
)
_REPEATED = re.compile(r"number-(rows|columns)-repeated$")
_LARGE_GAP = re.compile(rb'-repeated="\d{4,}"')
_ROW, _DIMENSION = 0, 148


@dataclass(frozen=True)
class Near:
    """A workbook without its far cells.

    Attributes
    ----------
    data
        The workbook, the same bytes where no cell was far.
    far
        Part of the workbook that holds a sheet → cells that were taken out, as "XFD1048576".
    """

    data: bytes
    far: dict[str, list[str]]

    def notices(self, part: str) -> list[Message]:
        """Return a sentence where the sheet of this part lost cells."""
        cells = self.far.get(part, [])
        if not cells:
            return []
        said = message(
            "Cells far from all others were left out: {count} ({cells}); delete them in a "
            "spreadsheet, or move what belongs to the table.",
            count=len(cells),
            cells=", ".join(cells[:_LISTED]) + ("…" if len(cells) > _LISTED else ""),
        )
        return [said]


def without_far_cells(data: bytes, source: str) -> Near:
    """Take the far cells out of the sheets of an XLSX workbook; look at those of ODS and XLSB.

    Raises
    ------
    InputError
        When a sheet spans more cells than can be laid out.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            if "content.xml" in names:
                _refuse_wide_ods(packed, source)
                return Near(data, {})
            sheets = [name for name in names if re.match(r"xl/worksheets/[^/]+\.(xml|bin)$", name)]
            changed, far = {}, {}
            for name in sheets:
                text = packed.read(name)
                found = _far_in_xml(text, source) if name.endswith(".xml") else []
                if name.endswith(".bin"):
                    _refuse(*_extent_of_records(text), source)
                if found:
                    changed[name], far[name] = _cut(text, found), found
            return Near(_repacked(packed, changed) if changed else data, far)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, EOFError, OSError):
        # what is wrong with the file the reader says
        return Near(data, {})


def _far_in_xml(text: bytes, source: str) -> list[str]:
    """Return the far cells of a sheet."""
    if not _is_wide(text):
        return []
    cells = [(int(row), _column(letters)) for letters, row in _REFERENCE.findall(text)]
    rows, columns = max(cells, default=(0, 0))[0], max((c for _, c in cells), default=0)
    if rows * columns <= max(_LEAST_CELLS, 20 * len(cells)):
        return []
    last_row = _before_gap(sorted(row for row, _ in cells), _FAR_ROWS)
    last_column = _before_gap(sorted(column for _, column in cells), _FAR_COLUMNS)
    near = [(r, c) for r, c in cells if r <= last_row and c <= last_column]
    if last_row * last_column > MOST_CELLS:
        _refuse(rows, columns, source)
    if len(cells) - len(near) > max(_MOST_FAR * len(cells), _LISTED):
        _refuse(rows, columns, source)
        return []
    return [f"{_letters(c)}{r}" for r, c in cells if r > last_row or c > last_column]


def _is_wide(text: bytes) -> bool:
    """Whether a sheet may span more than the cells it has; a look, without reading them all."""
    end = text.rfind(b"row ")
    last = re.search(rb'\br="(\d+)"', text[end : end + 400]) if end >= 0 else None
    rows = int(last.group(1)) if last else 0
    wide = re.search(rb'\br="[A-Z]{3}\d', text) is not None
    most = rows * (16_384 if wide else 702)
    return most > _LEAST_CELLS and most > 100 * text.count(b"<c ")


def _before_gap(places: list[int], gap: int) -> int:
    """Return the last place before the first gap in the later part of the places."""
    start = int(len(places) * (1 - _MOST_FAR)) - _LISTED
    for k in range(max(start, 1), len(places)):
        if places[k] - places[k - 1] > gap:
            return places[k - 1]
    return places[-1]


def _cut(text: bytes, cells: list[str]) -> bytes:
    gone = {cell.encode() for cell in cells}
    # one pass: a large sheet may have thousands of far cells
    return _CELL.sub(lambda cell: b"" if cell["place"] in gone else cell[0], text)


def _repacked(packed: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as made:
        for name in packed.namelist():
            made.writestr(name, changed.get(name) or packed.read(name))
    return whole.getvalue()


def _refuse_wide_ods(packed: zipfile.ZipFile, source: str) -> None:
    """Look how far the cells with a value reach; blank ones are repeated by a number."""
    if not _LARGE_GAP.search(packed.read("content.xml")):
        return
    row = column = widest = last_row = 0
    with packed.open("content.xml") as stream:
        for event, element in ElementTree.iterparse(stream, ("start", "end")):
            tag = element.tag.rpartition("}")[2]
            if event == "start":
                if tag == "table":
                    row = widest = last_row = 0
                column = 0 if tag == "table-row" else column
                continue
            repeated = _repeats(element)
            if tag in ("table-cell", "covered-table-cell"):
                column += repeated
                if len(element) or any(key.endswith("}value-type") for key in element.attrib):
                    widest, last_row = max(widest, column), row + 1
            elif tag == "table-row":
                row += repeated
                element.clear()
            elif tag == "table":
                _refuse(last_row, widest, source)


def _repeats(element: ElementTree.Element) -> int:
    found = (value for key, value in element.attrib.items() if _REPEATED.search(key))
    text = next(found, "1")
    return int(text) if text.isdecimal() else 1


def _extent_of_records(data: bytes) -> tuple[int, int]:
    """Return rows and columns that an XLSB sheet states ([MS-XLSB] 2.4.868, BrtWsDim)."""
    at = 0
    while at < len(data):
        kind, at = _varint(data, at, 2)
        size, at = _varint(data, at, 4)
        if kind == _DIMENSION:
            ends = [int.from_bytes(data[at + k : at + k + 4], "little") for k in (4, 12)]
            return ends[0] + 1, ends[1] + 1
        if kind == _ROW:
            break
        at += size
    return 0, 0


def _varint(data: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for k in range(most):
        byte = data[at + k] if at + k < len(data) else 0
        value |= (byte & 0x7F) << (7 * k)
        if not byte & 0x80:
            return value, at + k + 1
    return value, at + most


def _refuse(rows: int, columns: int, source: str) -> None:
    if rows * columns > MOST_CELLS:
        raise InputError(
            "A sheet of {source} reaches to cell {cell}, which makes {count} cells, and {most} "
            "can be read; delete the cells far from the table in a spreadsheet, or save the table "
            "as CSV.",
            source=source,
            cell=f"{_letters(columns)}{rows}",
            count=f"{rows * columns:,}",
            most=f"{MOST_CELLS:,}",
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def part_name(target: str) -> str:
    """Return the name of a sheet's part from the target of its relation."""
    return target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
