"""One coordinate system for samples and deposits, and the distances between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Geod, Transformer

from core.crs import find_system
from datasets.messages import InputError, Message, message

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


def crs_named(text: str) -> CRS:
    """Return the coordinate reference system that a text names, see `core.crs`.

    Raises
    ------
    InputError
        When it names none.
    """
    system = find_system(text)
    if system is None:
        raise InputError("A coordinate system is needed here; write it like EPSG:4509.")
    return CRS.from_user_input(system.text)


def reproject(
    x: Floats, y: Floats, source: str, target: str
) -> tuple[Floats, Floats, Message | None]:
    """Bring points from one coordinate reference system to another.

    Parameters
    ----------
    x, y
        float64, shape (N,): easting or longitude, northing or latitude; NaN where missing.
    source, target
        Names of the systems.

    Returns
    -------
    tuple
        New x and y, NaN where `target` has no such place, and a notice where the way between
        the two datums is only roughly known to PROJ (Beijing 1954 and Xi'an 1980, say, whose
        parameters are not public).

    Raises
    ------
    InputError
        When a system is unknown.
    """
    old, new = crs_named(source), crs_named(target)
    if old.equals(new, ignore_axis_order=True):
        return x, y, None
    transformer = Transformer.from_crs(old, new, always_xy=True)
    across, up = transformer.transform(x, y, errcheck=False)
    lost = ~(np.isfinite(across) & np.isfinite(up))
    across, up = np.where(lost, np.nan, across), np.where(lost, np.nan, up)
    return across, up, _roughness(transformer, old, new)


def _roughness(transformer: Transformer, old: CRS, new: CRS) -> Message | None:
    one, other = old.get_geod(), new.get_geod()
    # WGS 84 and CGCS2000 have no published shift because they agree to centimetres
    same_ellipsoid = one is not None and other is not None and abs(one.a - other.a) < 1
    if same_ellipsoid or "ballpark" not in transformer.description.lower():
        return None
    return message(
        "The shift from {old} to {new} is not public; the deposits may lie a hundred metres off.",
        old=old.name,
        new=new.name,
    )


@dataclass(frozen=True)
class Metric:
    """How far apart two places of one coordinate reference system are.

    Attributes
    ----------
    crs
        Name of the system, "" when it is unknown.
    degrees
        Whether the coordinates are longitude and latitude. Distances are then metres along the
        geodesic of the system's ellipsoid, of WGS 84 where it is unknown; otherwise they are
        straight lines in the unit of the coordinates.
    """

    crs: str
    degrees: bool

    @classmethod
    def of(cls, crs: str, *, looks_like_degrees: bool) -> Metric:
        """Return the metric of a system, judged by the numbers where the system is unknown."""
        return cls(crs, crs_named(crs).is_geographic if crs else looks_like_degrees)

    @cached_property
    def unit(self) -> str:
        """Unit of the distances, "" when it is unknown."""
        if self.degrees:
            return "m"
        if not self.crs:
            return ""
        name = str(crs_named(self.crs).axis_info[0].unit_name)
        return {"metre": "m", "kilometre": "km"}.get(name, name)

    def points(self, x: Floats, y: Floats) -> Floats:
        """Return places whose straight distances order as `lengths` does, shape (N, 2) or (N, 3).

        Degrees become geocentric metres, so that poles and the 180th meridian are no edges. The
        chord is shorter than the geodesic by 1 m in 100 km.
        Source: EPSG guidance note 7-2 (2019), section 4.1.1, geographic to geocentric.
        """
        if not self.degrees:
            return np.column_stack([x, y])
        ellipsoid = self._ellipsoid
        lon, lat = np.radians(x), np.radians(y)
        normal = ellipsoid.a / np.sqrt(1 - ellipsoid.es * np.sin(lat) ** 2)
        flat = normal * np.cos(lat)
        up = (1 - ellipsoid.es) * normal * np.sin(lat)
        return np.column_stack([flat * np.cos(lon), flat * np.sin(lon), up])

    def lengths(self, x: Floats, y: Floats, other_x: Floats, other_y: Floats) -> Floats:
        """Return the distance of each place from its partner, shape (N,).

        Source for degrees: Karney, C. F. F., 2013, Algorithms for geodesics, Journal of Geodesy
        87, 43-55, as PROJ has it.
        """
        if not self.degrees:
            return np.hypot(x - other_x, y - other_y)
        return np.asarray(self._ellipsoid.inv(x, y, other_x, other_y)[2], np.float64)

    @cached_property
    def _ellipsoid(self) -> Geod:
        found = crs_named(self.crs).get_geod() if self.crs else None
        return found if found is not None else Geod(ellps="WGS84")
