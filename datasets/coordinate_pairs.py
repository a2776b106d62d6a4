"""Two coordinates in one cell: ``31.2083, 117.2583``, ``31°12′30″N 117°15′30″E``, WKT points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from datasets.angles import degrees
from datasets.head import is_blank

Order = Literal["lat-lon", "lon-lat"]
_LONGEST = 120
_SHARE = 0.9
_FEWEST = 2
_NUMBER = r"[+-]?\d+(?:[.,]\d+)?"
_WKT = re.compile(
    rf"(?:SRID=\d+;)?\s*POINT\s*(?:Z|M|ZM)?\s*\(\s*({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER})*\s*\)",
    re.IGNORECASE,
)
_BETWEEN = (r"\s*[;；|]\s*", r"\s*[,，、]\s+", r"\s*[，、]\s*", r"\s+/\s+|/", r",", r"\s+")
# where the direction of the first ends, or that of the second begins
_AFTER_DIRECTION = re.compile(r"(?<=[NSEWO北南东西])[\s,，;；、/]*(?=[\d+-])", re.IGNORECASE)
_BEFORE_DIRECTION = re.compile(
    r"[\s,，;；、/]*(?=(?:[NSEWO]|北纬|南纬|东经|西经)\s*\d)", re.IGNORECASE
)
_LATITUDE = re.compile(r"[NS]$|^[NS]|[北南]", re.IGNORECASE)
_LONGITUDE = re.compile(r"[EWO]$|^[EWO]|[东西]", re.IGNORECASE)
_MARKED = re.compile(r"[°º˚度'′\"″NSEWO北南东西]", re.IGNORECASE)
_FINE = re.compile(r"[+-]?\d{1,3}[.,]\d{3,}")
_NAMED = re.compile(
    r"lat.*lon|lon.*lat|coord|gps|wkt|geom|\bx ?[,/_&;]? ?y\b|坐标|经纬|纬经", re.IGNORECASE
)
_EAST_FIRST = re.compile(r"lon.*lat|east.*north|\bx.*y\b|经纬|wkt|geom", re.IGNORECASE)


@dataclass(frozen=True)
class FoundPair:
    """What a column of pairs holds.

    Attributes
    ----------
    order
        Which comes first in cells that do not say it.
    metric
        Whether they are metres of some system rather than degrees.
    sure
        False where only custom says which is which.
    """

    order: Order
    metric: bool
    sure: bool


@lru_cache(maxsize=65536)
def halves(text: str) -> tuple[str, str] | None:
    """Return the two coordinates of a cell as texts in their order, None where it has no two."""
    text = text.strip()
    if not 3 <= len(text) <= _LONGEST:
        return None
    point = _WKT.fullmatch(text)
    if point:
        return point.group(1), point.group(2)
    if text[0] + text[-1] in ("()", "[]", "（）"):
        text = text[1:-1].strip()
    for cut in (_AFTER_DIRECTION, _BEFORE_DIRECTION, *_BETWEEN):
        found = re.split(cut, text)
        parts = [part.strip() for part in found if part.strip()]
        if len(parts) == 2 and all(_is_coordinate(part) for part in parts):
            return parts[0], parts[1]
    return None


def _is_coordinate(text: str) -> bool:
    return bool(re.fullmatch(_NUMBER, text)) or degrees(text) is not None


def judge_pairs(name: str, cells: Iterable[str]) -> FoundPair | None:
    """Say whether a column holds pairs of coordinates, from its name and some of its cells."""
    filled = [cell for cell in cells if not is_blank(cell.strip())]
    pairs = [pair for cell in filled if (pair := halves(cell)) is not None]
    if len(pairs) < max(_SHARE * len(filled), _FEWEST):
        return None
    telling = all(_MARKED.search(a) and _MARKED.search(b) for a, b in pairs)
    fine = all(_FINE.fullmatch(a) and _FINE.fullmatch(b) for a, b in pairs)
    fine = fine and not any("/" in cell for cell in filled)
    point = all(_WKT.fullmatch(cell.strip()) for cell in filled)
    if not (telling or fine or point or _NAMED.search(name)):
        return None
    return _judged(name, pairs, point)


def _judged(name: str, pairs: list[tuple[str, str]], point: bool) -> FoundPair | None:
    values = [[degrees(text) or 0.0 for text in pair] for pair in pairs]
    first, second = (max(abs(value[k]) for value in values) for k in (0, 1))
    if max(first, second) > 360:
        return _metric(name, values, point)
    if min(first, second) > 90 or max(first, second) > 180:
        return None
    if all(_direction(pair) for pair in pairs):
        return FoundPair(_direction(pairs[0]) or "lat-lon", False, True)
    if point or first > 90:
        return FoundPair("lon-lat", False, True)
    if second > 90:
        return FoundPair("lat-lon", False, True)
    east_first = bool(_EAST_FIRST.search(name))
    said = east_first or bool(re.search("lat.*lon|纬经", name, re.IGNORECASE))
    return FoundPair("lon-lat" if east_first else "lat-lon", False, said)


def _metric(name: str, values: list[list[float]], point: bool) -> FoundPair | None:
    """Metres: a northing of seven digits beside an easting of six tells which is which."""
    least = [min(abs(value[k]) for value in values) for k in (0, 1)]
    if min(least) < 1000:
        return None
    if point or least[1] >= 1e6 > least[0]:
        return FoundPair("lon-lat", True, True)
    # of Gauss-Krüger, with the number of the zone in front of the easting
    if least[0] >= 1e6 > least[1] or least[0] < 1e7 <= least[1]:
        return FoundPair("lat-lon", True, True)
    return FoundPair("lon-lat", True, bool(_EAST_FIRST.search(name)))


def _direction(pair: tuple[str, str]) -> Order | None:
    if _LATITUDE.search(pair[0]) and _LONGITUDE.search(pair[1]):
        return "lat-lon"
    return "lon-lat" if _LONGITUDE.search(pair[0]) and _LATITUDE.search(pair[1]) else None


def divided(texts: Iterable[str], order: Order, decimal: str) -> tuple[list[str], list[str]]:
    """Return the eastern and the northern coordinate of each cell as texts.

    A cell that has no two stands in both, so that it is listed among those that were not read.

    Parameters
    ----------
    decimal
        Sign in which plain numbers are to be written.
    """
    east, north = [], []
    for text in texts:
        pair = halves(text) or (_lone(text), _lone(text))
        first_is_north = (_direction(pair) or order) == "lat-lon"
        x, y = pair[::-1] if first_is_north else pair
        east.append(_written(x, decimal))
        north.append(_written(y, decimal))
    return east, north


def _lone(text: str) -> str:
    """Mark a single number, so that it is not read as both: spreadsheets make 25105 of 25,105."""
    return f"{text.strip()}, ?" if _is_coordinate(text.strip()) else text


def _written(text: str, decimal: str) -> str:
    if re.fullmatch(_NUMBER, text):
        return re.sub(r"[.,]", decimal, text)
    return text
