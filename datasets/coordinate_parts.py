"""Coordinates in pieces: degrees, minutes, seconds and the direction in columns of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from datasets.head import is_blank

_AXES = {
    "longitude": r"longitude|long|lon|lng|经度|东经|经",
    "latitude": r"latitude|lat|纬度|北纬|纬",
}
_PIECES = (
    r"degrees?|degs?|d|度",
    r"minutes?|mins?|mi|m|mm|分",
    r"seconds?|secs?|s|ss|秒",
    r"direction|dir|hemisphere|hemi|hem|h|ns|ew|n s|e w|n or s|e or w|方向|半球",
)
_ALONE = {"longitude": r"ew|e w|e or w", "latitude": r"ns|n s|n or s"}
_SIGNS = str.maketrans({"°": " deg ", "º": " deg ", "'": " min ", "′": " min ", "″": " sec "})
_DIRECTIONS = frozenset("NSEWO北南东西")
_SHARE = 0.9
_MOST = {"longitude": 180.0, "latitude": 90.0}
Pieces = tuple[str, ...]


def piece_of(name: str) -> tuple[str, int] | None:
    """Return of which coordinate a column is which piece, by its name.

    Returns
    -------
    tuple or None
        "longitude" or "latitude", and 0 to 3 for degrees, minutes, seconds and direction; -1 for
        a name without a piece, such as ``Latitude``.
    """
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", name))
    text = re.sub(r"[\W_]+", " ", split.replace('"', " sec ").translate(_SIGNS).lower()).strip()
    for axis, words in _AXES.items():
        if re.fullmatch(words, text):
            return axis, -1
        if re.fullmatch(_ALONE[axis], text):
            return axis, 3
        for number, pieces in enumerate(_PIECES):
            if re.fullmatch(rf"(?:{words}) ?(?:{pieces})|(?:{pieces}) ?(?:of )?(?:{words})", text):
                return axis, number
    return None


def find_parts(names: Sequence[str], looked_at: Sequence[Sequence[str]]) -> dict[str, Pieces]:
    """Return the columns of degrees, minutes, seconds and direction of both coordinates.

    Parameters
    ----------
    names
        Of all columns.
    looked_at
        Some cells of each.

    Returns
    -------
    dict
        "longitude" and "latitude" → names, "" where there is no such piece; {} when the
        coordinates do not stand in pieces.
    """
    places: dict[tuple[str, int], int] = {}
    for k, name in enumerate(names):
        found = piece_of(name)
        if found is not None:
            places.setdefault(found, k)
    both = {}
    for axis in _AXES:
        columns = [places.get((axis, number), -1) for number in range(4)]
        columns[0] = places.get((axis, -1), -1) if columns[0] < 0 else columns[0]
        cells = [looked_at[k] if k >= 0 else None for k in columns]
        if not _are_pieces(cells, _MOST[axis]):
            return {}
        both[axis] = tuple(names[k] if k >= 0 else "" for k in columns)
    return both


def _are_pieces(cells: list[Sequence[str] | None], most: float) -> bool:
    degrees, minutes, seconds, direction = cells
    if degrees is None or (minutes is None and direction is None):
        return False
    if not _numbers(degrees, -most, most, whole=minutes is not None):
        return False
    if minutes is not None and not _numbers(minutes, 0, 60, whole=seconds is not None):
        return False
    if seconds is not None and (minutes is None or not _numbers(seconds, 0, 60, whole=False)):
        return False
    return direction is None or _are_directions(direction)


def _numbers(cells: Sequence[str], least: float, most: float, *, whole: bool) -> bool:
    values = []
    for cell in (cell.strip() for cell in cells if not is_blank(cell.strip())):
        try:
            values.append(float(cell.replace(",", ".")))
        except ValueError:
            return False
    inside = sum(least <= value <= most for value in values)
    if not values or inside < _SHARE * len(values):
        return False
    return not whole or all(value % 1 == 0 for value in values)


def _are_directions(cells: Sequence[str]) -> bool:
    filled = {cell.strip()[:1].upper() for cell in cells if not is_blank(cell.strip())}
    return bool(filled) and filled <= _DIRECTIONS


def joined_parts(columns: Sequence[pa.ChunkedArray | None], rows: int) -> pa.ChunkedArray:
    """Write degrees, minutes, seconds and direction of each row as one angle: ``31°12'30"N``.

    Seconds without minutes are kept as they stand, so that the cell is listed as unread.
    """
    blank = pa.chunked_array([pa.repeat(pa.scalar(""), rows)], type=pa.string())
    degrees, minutes, seconds, direction = (
        blank if column is None else pc.utf8_trim_whitespace(column) for column in columns
    )
    alone = pc.and_(pc.equal(minutes, ""), pc.not_equal(seconds, ""))
    minutes = pc.if_else(alone, "?", minutes)
    letter = pc.utf8_slice_codeunits(pc.utf8_upper(direction), 0, 1)
    text = pc.binary_join_element_wise(
        _marked(degrees, "°"), _marked(minutes, "'"), _marked(seconds, '"'), letter, ""
    )
    empty = pc.and_(pc.equal(degrees, ""), pc.equal(minutes, ""))
    return pc.if_else(empty, "", text)


def _marked(pieces: pa.ChunkedArray, mark: str) -> pa.ChunkedArray:
    filled = pc.binary_join_element_wise(pieces, pa.scalar(mark), "")
    return pc.if_else(pc.equal(pieces, ""), "", filled)
