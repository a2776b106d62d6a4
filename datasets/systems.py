"""Which coordinate reference system the coordinates of a table are in, where that can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from datasets.columns import Column, Table
from datasets.coordinates import coordinate_name, in_degrees
from datasets.messages import Message, message

# EPSG codes of Gauss-Krüger zones with the zone's number in front of Y: zones of 3 degrees 25 to
# 45, of 6 degrees 13 to 23 (EPSG Geodetic Parameter Dataset; checked with pyproj in the tests).
_THREE_DEGREES = {"CGCS2000": 4513 - 25, "Xian 1980": 2349 - 25, "Beijing 1954": 2401 - 25}
_SIX_DEGREES = {"CGCS2000": 4491 - 13, "Xian 1980": 2327 - 13, "Beijing 1954": 21413 - 13}
_DATUMS = {
    "CGCS2000": r"cgcs ?2000|(?:国家)?2000(?:国家)?(?:大地)?坐标系|2000国家",
    "Xian 1980": r"xi'?an ?(?:19)?80|西安 ?80|1980 ?西安|西安1980",
    "Beijing 1954": r"beijing ?(?:19)?54|北京 ?54|1954 ?北京|北京1954",
    "WGS84": r"wgs[ _-]?(?:19)?84",
}
# EPSG codes of zone 0 of the Australian map grids and of the southern UTM (EPSG Dataset)
_REPORTED = {"GDA94": 28300, "GDA2020": 7800, "AGD66": 20200, "AGD84": 20300, "WGS84": 32700}
_REPORTED_DATUM = re.compile(
    r"geodetic[_ ]datum\W*(gda ?94|gda ?2020|agd ?66|agd ?84|wgs ?84)", re.IGNORECASE
)
_REPORTED_ZONE = re.compile(r"(?:projection|utm|mga|amg)[_ ]zone\W*(\d{2})\b", re.IGNORECASE)
_FEWEST_OTHERS = 3
_EPSG = re.compile(r"epsg[\s:_]*(\d{4,5})", re.IGNORECASE)
_UTM = re.compile(r"utm(?:[\s_]*zone)?[\s_]*(\d{1,2})[\s_]*([a-z])?\b", re.IGNORECASE)
_SYSTEM_COLUMN = re.compile(
    r"(?:datum|crs|epsg|srid|coord(?:inate)?[ _]?sys(?:tem)?|utm[ _]?zone|zone|grid|"
    r"proj(?:ection)?|坐标系|坐标系统|带号|投影带|基准)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundSystem:
    """A coordinate reference system, "" when it cannot be told, and why."""

    crs: str
    reason: Message
    sure: bool


def find_system(table: Table, x: str, y: str, above: str) -> FoundSystem:
    """Tell the coordinate reference system from names, texts above the table, and values.

    Parameters
    ----------
    x, y
        Columns of easting or longitude and of northing or latitude, "" where there are none.
    above
        The texts above the samples and the names of the columns.
    """
    if not x:
        return FoundSystem("", message("The table has no pair of coordinates."), True)
    stated = _stated(above)
    if stated:
        return stated
    east, north = table.column(x), table.column(y)
    if in_degrees(east, north):
        return FoundSystem(
            "EPSG:4326",
            message("The coordinates are longitude and latitude; WGS 84 is assumed."),
            True,
        )
    return (
        _reported(above)
        or _zoned(_present(east), above)
        or FoundSystem(
            "",
            message("The coordinates are metres of a system that the file does not name."),
            False,
        )
    )


def mixed_systems(table: Table) -> list[Message]:
    """Return a sentence for each column that names more than one datum or zone."""
    found = []
    for column in table.columns:
        if not _SYSTEM_COLUMN.fullmatch(column.name.strip()):
            continue
        names = _distinct(column)
        if 2 <= len(names) <= 12:
            found.append(
                message(
                    "{column} names {count} coordinate systems or zones ({names}): the rows are in "
                    "different systems. Split the file, or bring them into one.",
                    column=column.name,
                    count=len(names),
                    names=", ".join(names[:5]),
                )
            )
    return found


def zero_places(table: Table, x: str, y: str) -> list[Message]:
    """Return a sentence for samples at 0, 0 where all others lie far from there.

    Far is farther from the box of the others than the box is wide: 0, 0 stands for a place that
    was not measured, not for the corner of a grid.
    """
    east, north = table.column(x).values, table.column(y).values
    at_zero = (east == 0) & (north == 0)
    others = np.isfinite(east) & np.isfinite(north) & ~at_zero
    if not at_zero.any() or others.sum() < _FEWEST_OTHERS:
        return []
    if not any(_is_far_from_zero(values[others]) for values in (east, north)):
        return []
    said = message(
        "Samples at {x} 0 and {y} 0, far from all others: {count}, the first in row {row}; 0 seems "
        "to stand for a place that is not known. Make it a code for a missing value of these "
        "columns, or leave the cells blank.",
        x=x,
        y=y,
        count=int(at_zero.sum()),
        row=int(at_zero.argmax()) + 1,
    )
    return [said]


def _is_far_from_zero(values: NDArray[np.float64]) -> bool:
    low, high = float(values.min()), float(values.max())
    gap = max(low, -high)
    return gap > 0 and gap > high - low


def _stated(above: str) -> FoundSystem | None:
    epsg = _EPSG.search(above)
    if epsg:
        return FoundSystem(
            f"EPSG:{epsg.group(1)}", message("The file names it: {text}.", text=epsg.group()), True
        )
    utm = _UTM.search(above)
    if utm and 1 <= int(utm.group(1)) <= 60 and re.search(_DATUMS["WGS84"], above, re.IGNORECASE):
        letter = (utm.group(2) or "").upper()
        # A letter is the band of latitude, from N on north; S alone means south to most people.
        if letter:
            south = letter < "N" or letter == "S"
            code = (32700 if south else 32600) + int(utm.group(1))
            return FoundSystem(
                f"EPSG:{code}", message("The file names it: {text}.", text=utm.group()), True
            )
    return None


def _reported(above: str) -> FoundSystem | None:
    """Datum and zone in rows of their own, as in reports of exploration in Australia."""
    datum, zone = _REPORTED_DATUM.search(above), _REPORTED_ZONE.search(above)
    if not datum or not zone or not 46 <= int(zone.group(1)) <= 59:
        return None
    name = datum.group(1).upper().replace(" ", "")
    return FoundSystem(
        f"EPSG:{_REPORTED[name] + int(zone.group(1))}",
        message("The file names it: {text}.", text=f"{name}, {zone.group(1)}"),
        True,
    )


def _zoned(east: NDArray[np.float64], above: str) -> FoundSystem | None:
    """Candidates for eastings of 8 digits, the first two of which number the zone."""
    if not len(east) or east.min() < 1.3e7 or east.max() >= 4.6e7:
        return None
    zones = np.unique(np.floor(east / 1e6).astype(int))
    if len(zones) != 1:
        return None
    zone = int(zones[0])
    bases = _THREE_DEGREES if 25 <= zone <= 45 else _SIX_DEGREES if 13 <= zone <= 23 else {}
    for datum, base in bases.items():
        if re.search(_DATUMS[datum], above, re.IGNORECASE):
            return FoundSystem(
                f"EPSG:{base + zone}",
                message(
                    "The file names {datum}, and Y begins with zone {zone}.", datum=datum, zone=zone
                ),
                True,
            )
    if not bases:
        return None
    listed = ", ".join(f"EPSG:{base + zone} ({datum})" for datum, base in bases.items())
    return FoundSystem(
        "",
        message(
            "Y begins with zone {zone} of Gauss-Krüger; the datum is not named: choose one of "
            "{systems}.",
            zone=zone,
            systems=listed,
        ),
        False,
    )


def is_degrees_name(name: str) -> bool:
    """Whether a name says longitude or latitude."""
    found = coordinate_name(name)
    return found is not None and found.style == "degrees"


def _distinct(column: Column) -> list[str]:
    if column.kind == "text":
        return sorted({text.strip() for text in column.values if text is not None})
    return [f"{value:g}" for value in np.unique(_present(column))[:20]]


def _present(column: Column) -> NDArray[np.float64]:
    values: NDArray[np.float64] = column.values[np.isfinite(column.values)]
    return values
