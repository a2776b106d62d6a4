"""Which two columns of a table are its coordinates."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from datasets.columns import Column, Table

Axis = Literal["x", "y"]
Style = Literal["degrees", "east-north", "x-y"]

# Names of national grids and datums, as they stand beside easting, northing, x and y.
_GRIDS = (
    r"utm(?: ?(?:zone ?)?\d{1,2} ?[ns]?)?|lambert ?(?:93|72|2008|i{1,3}|iv|2)?(?: etendu| étendu)?|"
    r"l93|rgf ?93|etrs(?: ?89)?|nad ?(?:27|83)|ed ?50|nztm(?: ?2000)?|nzmg|osgb(?: ?36)?|"
    r"sweref ?99(?: ?tm)?|rt ?90|etrs ?tm ?35 ?fin|tm ?35 ?fin|kkj|ykj|ntm|mtm(?: ?\d{1,2})?|"
    r"cgcs ?2000|beijing ?54|xian ?80|sirgas(?: ?2000)?|psad ?56|sad ?69|lo ?\d\d|dhdn|"
    r"gauss ?(?:kr(?:ü|ue|u)ger)?|mgi|ch1903\+?|lv ?(?:03|95)|epsg ?\d{4,6}"
)
# Joined to a word or letter these make it a coordinate; "m" so that `easting_m` and `x (m)` count.
_BEFORE = (
    rf"(?:{_GRIDS}|"
    r"point|coord(?:inate)?s?|coor|gps|location|wgs(?:84)?|gk|"
    r"mga(?:94|2020)?|amg|bng|gda(?:94|2020)?|proj|map|cent(?:er|re)|坐标)"
)
_AFTER = (
    rf"(?:{_GRIDS}|"
    r"mga(?:94|2020)?|amg|bng|gda(?:94|2020)?|"
    r"coord(?:inate)?s?|coor|coo|loc(?:ation)?|pos|proj|(?:32|33|34|35)?wgs(?:84)?|m|km|dd|"
    r"dec(?:imal)?|deg(?:rees?)?|坐标)"
)
_BEFORES, _AFTERS = f"(?:{_BEFORE} ?)*", f"(?: ?{_AFTER})*"
_WORDS: dict[tuple[Axis, Style], str] = {
    ("x", "degrees"): r"longitude|long|lon|lng|dde|经度|东经",
    ("y", "degrees"): r"latitude|lat|ddn|纬度|北纬",
    ("x", "east-north"): r"eastings?|east|este|rechtswert|itä|itä koord(?:inaatti)?|东坐标|东向",
    (
        "y",
        "east-north",
    ): r"northings?|north|norte|hochwert|pohjoinen|pohjois ?koord(?:inaatti)?|北坐标|北向",
    # In Chinese Gauss-Krüger the abscissa 横坐标 runs east, whichever letter stands beside it.
    ("x", "x-y"): r"横坐标 ?[xy]?|横向",
    ("y", "x-y"): r"纵坐标 ?[xy]?|纵向",
}
_LETTERS: dict[tuple[Axis, Style], str] = {
    ("x", "x-y"): "x",
    ("y", "x-y"): "y",
    ("x", "east-north"): "e",
    ("y", "east-north"): "n",
}
_MIN_DISTINCT_PAIRS = 0.5
_LOOKED_AT = 100_000
_MAX_SPREAD_RATIO = 50.0


@dataclass(frozen=True)
class CoordinateName:
    """What a header says of a coordinate.

    Attributes
    ----------
    axis
        "x" for east, "y" for north; for a bare letter or `X坐标` only what the letter says.
    style
        Both columns of a pair have the same.
    sure
        False for a bare letter, which may as well be yttrium or nitrogen.
    lettered
        True where a letter names the axis, so that the values may say otherwise.
    rest
        The name without the axis; equal in both columns of most pairs.
    """

    axis: Axis
    style: Style
    sure: bool
    lettered: bool
    rest: str


@lru_cache(maxsize=1 << 15)
def coordinate_name(name: str) -> CoordinateName | None:
    """Return what a header says of a coordinate, or None when it says nothing."""
    # The parts stay apart: `La_T` is lanthanum by method T, not a latitude.
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", name))
    text = re.sub(r"[\W_]+", " ", split.lower()).strip()
    for (axis, style), words in _WORDS.items():
        found = re.fullmatch(rf"({_BEFORES})(?:{words})({_AFTERS})", text)
        if found:
            return CoordinateName(
                axis, style, True, False, "".join(found.groups()).replace(" ", "")
            )
    for (axis, style), letter in _LETTERS.items():
        found = re.fullmatch(rf"({_BEFORES}){letter}({_AFTERS})", text)
        if found:
            rest = "".join(found.groups()).replace(" ", "")
            return CoordinateName(axis, style, bool(rest), True, rest)
    return None


def find_pair(table: Table, without: str = "") -> tuple[str, str]:
    """Return the names of the easting or longitude and the northing or latitude.

    Sure names come before bare letters, metres before degrees, then pairs that stand together.
    A lettered pair whose values are those of Chinese Gauss-Krüger (X north with 7 digits, Y east
    with 6, or 8 with the zone in front) is turned round.

    Parameters
    ----------
    without
        A column that is spoken for.

    Returns
    -------
    tuple of str
        Two empty strings when there is no pair.
    """
    named = [
        (k, column, found)
        for k, column in enumerate(table.columns)
        if column.name != without
        and column.kind == "number"
        and (found := coordinate_name(column.name)) is not None
    ]
    best: tuple[tuple[float, ...], str, str] | None = None
    for i, x, x_name in named:
        for j, y, y_name in named:
            if x_name.axis != "x" or y_name.axis != "y" or x_name.style != y_name.style:
                continue
            sure = x_name.sure and y_name.sure
            if not _varies(x, y, sure):
                continue
            score = (
                sure,
                _standing(x, y, x_name.style),
                x_name.rest == y_name.rest,
                -abs(i - j),
                _mostly_different(x),
                -min(i, j),
            )
            if best is None or score > best[0]:
                turned = x_name.lettered and y_name.lettered and _is_turned(x, y)
                best = (score, y.name, x.name) if turned else (score, x.name, y.name)
    return ("", "") if best is None else best[1:]


def in_degrees(x: Column, y: Column) -> bool:
    """Whether two coordinate columns are clearly longitude and latitude.

    Names that say so need values in range. Other names need four decimals as well, since a local
    grid in kilometres stays in the same range.
    """
    across, up = _present(x), _present(y)
    if not len(across) or not len(up):
        return False
    if np.abs(across).max() > 360 or np.abs(up).max() > 90:
        return False
    name = coordinate_name(x.name)
    if name is not None and name.style == "degrees":
        return True
    return _fine(across) and _fine(up)


def _varies(x: Column, y: Column, sure: bool) -> bool:
    both = np.isfinite(x.values) & np.isfinite(y.values)
    if both.sum() < 0.5 * len(both) or both.sum() < 2:
        return False
    across, up = x.values[both], y.values[both]
    spread_x, spread_y = float(np.ptp(across)), float(np.ptp(up))
    if sure:
        return spread_x > 0 or spread_y > 0
    if spread_x == 0 or spread_y == 0:
        return False
    if _looks_metric(x) and _looks_metric(y):
        return True
    pairs = len(np.unique(np.column_stack([across, up]), axis=0))
    ratio = max(spread_x / spread_y, spread_y / spread_x)
    return pairs >= _MIN_DISTINCT_PAIRS * len(across) and ratio <= _MAX_SPREAD_RATIO


def _is_turned(x: Column, y: Column) -> bool:
    """X holds 7 digits of northing and Y 6 of easting, or 8 with the zone in front."""
    across, up = np.median(_present(x)), np.median(_present(y))
    if np.abs(_present(y)).max() > 90 and np.abs(_present(y)).max() <= 180:
        return bool(np.abs(_present(x)).max() <= 90)
    return bool(1e6 <= across < 1e7 and (1e5 <= up < 1e6 or 1.3e7 <= up < 4.7e7))


def _standing(x: Column, y: Column, style: Style) -> int:
    """Metres 2, degrees 1 since their system is known, a local grid 0."""
    if _looks_metric(x) and _looks_metric(y):
        return 2
    return int(style == "degrees")


def _looks_metric(column: Column) -> bool:
    return bool(np.median(np.abs(_present(column))) > 1000)


def _mostly_different(column: Column) -> bool:
    """Whether at least half of the cells differ, at which the first ones are looked."""
    first = column.values[:_LOOKED_AT]
    return len(np.unique(first[np.isfinite(first)])) >= len(first) / 2


def _fine(values: NDArray[np.float64]) -> bool:
    thousandths = values * 1000
    return bool(np.mean(np.abs(thousandths - np.round(thousandths)) > 1e-6) > 0.5)


def _present(column: Column) -> NDArray[np.float64]:
    values: NDArray[np.float64] = column.values[np.isfinite(column.values)]
    return values
