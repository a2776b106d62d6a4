"""Coordinate reference systems: read as people write them, and what a map needs to know of one.

pyproj is imported when a system is first asked for, since its import takes some 100 ms.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from datasets.messages import InputError

# Semi-major axis and squared eccentricity of WGS 84, which CGCS2000 shares to 0.1 mm.
_A, _E2 = 6_378_137.0, 0.006_694_379_990_14
_WGS84 = "EPSG:4326"
# how systems are called in China, and the words of the EPSG names they stand for
_CHINESE = {
    "2000国家大地坐标系": "CGCS2000",
    "国家大地2000": "CGCS2000",
    "国家2000": "CGCS2000",
    "大地2000": "CGCS2000",
    "西安1980": "Xian 1980",
    "西安80": "Xian 1980",
    "1980西安": "Xian 1980",
    "北京1954": "Beijing 1954",
    "北京54": "Beijing 1954",
    "1954北京": "Beijing 1954",
    "新北京54": "New Beijing",
    "坐标系": "",
    "高斯-克吕格": "Gauss-Kruger",
    "高斯克吕格": "Gauss-Kruger",
    "高斯": "Gauss-Kruger",
    "中央经线": "CM",
    "3度带": "3-degree",
    "三度带": "3-degree",
    "带": " zone",
    "°": "",
}
# asked for most where this program is used; they come first among names that match
_COMMON = ("CGCS2000", "Xian 1980", "Beijing 1954", "New Beijing", "WGS 84")


@dataclass(frozen=True)
class System:
    """A coordinate reference system.

    Attributes
    ----------
    text
        How it is written in a job: ``EPSG:4509``, or WKT where no authority knows it.
    name
        As its authority calls it.
    is_geographic
        Whether coordinates are longitude and latitude.
    metres
        Length of a unit of projected coordinates; 0.3048 for feet.
    degrees_name
        Name of the system of longitude and latitude that `degrees` gives, "" without one.
    """

    text: str
    name: str
    is_geographic: bool
    metres: float
    degrees_name: str
    _to_degrees: Any = field(repr=False, compare=False)

    def degrees(self, x: float, y: float) -> tuple[float, float] | None:
        """Return longitude and latitude of a place, None where the system does not reach."""
        if self._to_degrees is None:
            return None
        longitude, latitude = self._to_degrees.transform(x, y)
        inside = math.isfinite(longitude) and abs(latitude) <= 90
        return (float(longitude), float(latitude)) if inside else None

    def metres_of_units(self, x: float, y: float) -> tuple[float, float]:
        """Return the length of a unit along x and along y at a place, in metres."""
        return metres_of_a_degree(y) if self.is_geographic else (self.metres, self.metres)

    def true_north(self, x: float, y: float) -> float | None:
        """Return how far true north lies clockwise of the map's y axis, in degrees.

        The step of 0.001° is some 100 m: longer than rounding, far shorter than the curvature.
        """
        here = None if self.is_geographic else self.degrees(x, y)
        if here is None or abs(here[1]) > 89.9:
            return None
        longitude, latitude = here
        north = self._to_degrees.transform(longitude, latitude + 0.001, direction="INVERSE")
        return math.degrees(math.atan2(north[0] - x, north[1] - y))


def metres_of_a_degree(latitude: float) -> tuple[float, float]:
    """Return the length of a degree of longitude and of latitude, in metres.

    Source: Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), p. 25,
    radii of curvature of the ellipsoid, here WGS 84.
    """
    sine = math.sin(math.radians(latitude))
    root = 1 - _E2 * sine**2
    along_parallel = _A / math.sqrt(root) * math.cos(math.radians(latitude))
    along_meridian = _A * (1 - _E2) / root**1.5
    return math.radians(along_parallel), math.radians(along_meridian)


def degrees_text(longitude: float, latitude: float, decimals: int = 1) -> str:
    """Write a place in degrees, minutes and seconds: 117°12′30.0″E 31°12′30.0″N."""
    return f"{_dms(longitude, 'EW', decimals)} {_dms(latitude, 'NS', decimals)}"


def _dms(angle: float, letters: str, decimals: int) -> str:
    # whole steps of the last decimal, so that 59.96″ becomes the next minute and never 60.0″
    steps = 10**decimals
    degrees, rest = divmod(round(abs(angle) * 3600 * steps), 3600 * steps)
    minutes, seconds = divmod(rest, 60 * steps)
    width = 3 + decimals if decimals else 2
    letter = letters[0] if angle >= 0 else letters[1]
    return f"{degrees}°{minutes:02d}′{seconds / steps:0{width}.{decimals}f}″{letter}"


def find_system(text: str) -> System | None:
    """Return the system that somebody named: "EPSG:4509", 4509, a name or WKT; None for "".

    Raises
    ------
    InputError
        When there is no such system, or it is none for maps.
    """
    return _find(text.strip()) if text.strip() else None


@lru_cache(maxsize=32)
def _find(text: str) -> System:
    crs = _read(text).to_2d()
    if crs.is_compound:
        crs = crs.sub_crs_list[0]
    if not (crs.is_projected or crs.is_geographic or crs.is_engineering):
        raise InputError(
            "“{text}” ({name}) is no coordinate system of maps; choose a projected one or one of "
            "longitude and latitude.",
            text=_shortened(text),
            name=crs.name,
        )
    degrees = _degrees_of(crs)
    return System(
        text=_written(crs),
        name=crs.name,
        is_geographic=crs.is_geographic,
        metres=1.0 if crs.is_geographic else float(crs.axis_info[0].unit_conversion_factor or 1.0),
        degrees_name=degrees.name if degrees is not None else "",
        _to_degrees=_transformer(crs, degrees),
    )


def _read(text: str) -> Any:
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    wanted = f"EPSG:{text}" if re.fullmatch(r"\d{4,6}", text) else _in_english(text)
    try:
        return CRS.from_user_input(wanted)
    except CRSError:
        raise InputError(
            "There is no coordinate system “{text}”; write an EPSG number such as EPSG:4509, or "
            "choose one of the names that appear as you type.",
            text=_shortened(text),
        ) from None


def _degrees_of(crs: Any) -> Any:
    """Return the system of degrees from Greenwich that belongs to a system, or WGS 84."""
    base = crs.geodetic_crs
    if base is None:
        return None
    base = base.to_2d()
    is_plain = base.is_geographic and base.axis_info[0].unit_name == "degree"
    if is_plain and base.prime_meridian.longitude == 0:
        return base
    from pyproj import CRS

    return CRS.from_user_input(_WGS84)


def _transformer(crs: Any, degrees: Any) -> Any:
    if degrees is None:
        return None
    from pyproj import Transformer

    return Transformer.from_crs(crs, degrees, always_xy=True)


def _written(crs: Any) -> str:
    """Return authority and number, also of a system that some program wrote in words of its own.

    A Shapefile's WKT names its axes in another order; it is still the same system on a map. Of
    numbers that mean the same projection the one with the same name is taken.
    """
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    own = crs.to_json_dict().get("id", {})
    numbers = [(own["authority"], own["code"])] if own else []
    numbers += [(m.auth_name, m.code) for m in crs.list_authority(min_confidence=20)]
    try:
        found = [(f"{name}:{code}", CRS.from_authority(name, code)) for name, code in numbers]
    except CRSError:
        # a number that some program made up
        return str(crs.to_wkt())
    same = [(text, other) for text, other in found if _is_same(crs, other)]
    named = [text for text, other in same if other.name == crs.name]
    if named or same:
        return named[0] if named else same[0][0]
    return str(crs.to_wkt())


def _is_same(crs: Any, other: Any) -> bool:
    """Whether two systems give every place the same coordinates, in whatever order."""
    if crs.equals(other, ignore_axis_order=True):
        return True
    bases = crs.geodetic_crs, other.geodetic_crs
    steps = crs.coordinate_operation, other.coordinate_operation
    if None in (*bases, *steps) or not bases[0].equals(bases[1], ignore_axis_order=True):
        return False
    values = [[(p.value, p.unit_conversion_factor) for p in step.params] for step in steps]
    units = [crs.axis_info[0].unit_conversion_factor, other.axis_info[0].unit_conversion_factor]
    return (
        steps[0].method_name == steps[1].method_name
        and values[0] == values[1]
        and (units[0] == units[1])
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


def _in_english(text: str) -> str:
    for chinese, english in _CHINESE.items():
        text = text.replace(chinese, english)
    return text.strip()


@lru_cache(maxsize=1)
def all_systems() -> tuple[tuple[str, str], ...]:
    """Return number and name of every EPSG system for maps, the common ones first."""
    from pyproj.database import query_crs_info
    from pyproj.enums import PJType

    kinds = [PJType.PROJECTED_CRS, PJType.GEOGRAPHIC_2D_CRS]
    found = [(f"EPSG:{info.code}", info.name) for info in query_crs_info("EPSG", kinds)]
    return tuple(sorted(found, key=_rank))


def _rank(system: tuple[str, str]) -> tuple[int, str, int]:
    code, name = system
    common = next((n for n, start in enumerate(_COMMON) if name.startswith(start)), len(_COMMON))
    return common, name.partition(" / ")[0], int(code.partition(":")[2])


def systems_like(text: str, most: int = 40) -> list[tuple[str, str]]:
    """Return the systems whose number or name holds every word that was typed."""
    words = re.findall(r"[^\s/,]+", _in_english(text).casefold())
    if not words:
        return []
    found = []
    for code, name in all_systems():
        where = f"{code} {name}".casefold()
        if all(word in where for word in words):
            found.append((code, name))
            if len(found) == most:
                break
    return found
