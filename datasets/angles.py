"""Degrees, minutes and seconds as decimal degrees."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from datasets.numerals import plain

_SIGN = r"(?P<sign>[+-])?"
_HEAD = r"(?P<head>[NSEWO]|北纬|南纬|东经|西经)?"
_TAIL = r"(?P<tail>[NSEWO]|北|南|东|西)?"
_NUMBER = r"\d+(?:[.,]\d+)?"
_MARKED = re.compile(
    rf"{_HEAD}\s*{_SIGN}\s*(?P<d>{_NUMBER})\s*(?:°|º|˚|d|deg|度)\s*"
    rf"(?:(?P<m>{_NUMBER})\s*(?:'|′|´|m|min|分)\s*)?"
    rf"(?:(?P<s>{_NUMBER})\s*(?:\"|″|''|s|sec|秒)?\s*)?{_TAIL}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"{_HEAD}\s*{_SIGN}\s*(?P<d>\d{{1,3}})[\s:]+(?P<m>{_NUMBER})(?:[\s:]+(?P<s>{_NUMBER}))?\s*{_TAIL}",
    re.IGNORECASE,
)
_DASHED = re.compile(
    rf"{_HEAD}\s*{_SIGN}\s*(?P<d>\d{{1,3}})\s*-\s*(?P<m>{_NUMBER})(?:\s*-\s*(?P<s>{_NUMBER}))?\s*{_TAIL}",
    re.IGNORECASE,
)
_DECIMAL = re.compile(rf"{_HEAD}\s*{_SIGN}\s*(?P<d>{_NUMBER})\s*{_TAIL}", re.IGNORECASE)
_SOUTH_WEST = frozenset(("S", "W", "O", "南纬", "西经", "南", "西"))
_QUOTES = str.maketrans({"′": "'", "’": "'", "‘": "'", "″": '"', "”": '"', "“": '"', "º": "°"})
# 5D2 is the name of a sample, 5°2 an angle
_MARKS = re.compile(r"[°'\"度分秒]|deg|min|sec", re.IGNORECASE)
# no angle is longer; the patterns take long over a long text
_LONGEST = 100


@lru_cache(maxsize=65536)
def degrees(text: str, bare: bool = True) -> float | None:
    """Read an angle.

    Parameters
    ----------
    text
        ``31°12'30"N``, ``31 12 30 N``, ``31:12:30``, ``31-12-30``, ``-31.2083``, ``东经117°15′``,
        ``N31.2``.
        O is the west of Spanish, French and Italian maps.
    bare
        Whether numbers without a mark of degrees count: 31:12:30 may be a time.

    Returns
    -------
    float or None
        Decimal degrees, negative to the south and west; None when it is no angle, or minutes or
        seconds reach 60.
    """
    if len(text) > _LONGEST:
        return None
    cell = plain(text.translate(_QUOTES)).translate(_QUOTES)
    for pattern in (_MARKED, _BARE, _DASHED, _DECIMAL):
        found = pattern.fullmatch(cell)
        if found:
            break
    else:
        return None
    unmarked = pattern is _MARKED and not (found["m"] and found["s"]) and not _MARKS.search(cell)
    if unmarked and not bare:
        return None
    direction = found["head"] or found["tail"]
    # S001 is a sample, and 12 E a block of a grid, unless the column says that it is a latitude.
    if not bare and (pattern is _DECIMAL or (pattern is _BARE and not direction)):
        return None
    # so are dates written, and names of samples: only a column of latitudes tells them apart
    if pattern is _DASHED and (not bare or not (direction or found["s"])):
        return None
    parts = found.groupdict()
    minutes, seconds = (_float(parts.get(key)) for key in ("m", "s"))
    if minutes >= 60 or seconds >= 60:
        return None
    size = _float(parts["d"]) + minutes / 60 + seconds / 3600
    negative = (found["sign"] == "-") != (bool(direction) and direction.upper() in _SOUTH_WEST)
    return -size if negative else size


def looks_like_angle(text: str, named: bool) -> bool:
    """Whether a cell is an angle in degrees, minutes and seconds, or has a direction.

    Parameters
    ----------
    named
        Whether the column is named as a longitude or latitude, so that 31:12:30 is no time.
    """
    value = degrees(text, bare=named)
    return value is not None and abs(value) <= 360


def unpacked(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return decimal degrees of numbers written DDDMMSS.s, as 1171530 for 117°15′30″."""
    size = np.abs(values)
    whole = np.floor(size / 10_000)
    minutes = np.floor((size - whole * 10_000) / 100)
    seconds = size - whole * 10_000 - minutes * 100
    result: NDArray[np.float64] = np.sign(values) * (whole + minutes / 60 + seconds / 3600)
    return result


def is_packed(values: NDArray[np.float64]) -> bool:
    """Whether all numbers can be DDDMMSS: beyond 360, minutes and seconds below 60."""
    size = np.abs(values[np.isfinite(values)])
    if not len(size) or size.min() < 10_000 or size.max() > 1_800_000:
        return False
    return bool((size % 100 < 60).all() and (np.floor(size / 100) % 100 < 60).all())


def _float(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0
