"""A coordinate system as files need it: as WKT, or absent with the reason."""

from __future__ import annotations

from core.crs import System, find_system
from core.distances import Metric
from datasets.messages import InputError, Message, message


def system_of(crs: str) -> System | None:
    """Return a coordinate system, None when it is not given or not known."""
    try:
        return find_system(crs)
    except InputError:
        return None


def wkt_of(crs: str) -> str:
    """Return a coordinate system as WKT 2, "" when it is not known."""
    system = system_of(crs)
    if system is None:
        return ""
    from pyproj import CRS

    return str(CRS.from_user_input(system.text).to_wkt())


def metric_of(crs: str) -> Metric:
    """Return how far apart places are: metres where the system is known to be in degrees."""
    system = system_of(crs)
    return Metric("", degrees=False) if system is None else Metric(crs, system.is_geographic)


def crs_notice(crs: str) -> Message | None:
    """Return why a file is written without a coordinate system, None when it has one."""
    if system_of(crs) is not None:
        return None
    if not crs.strip():
        return message(
            "The coordinate system of the survey is not known, so the file has none; set it on "
            "the Data page or in the job."
        )
    return message(
        "“{crs}” is no coordinate system that is known here, so the file has none; write a "
        "number of the EPSG register, such as EPSG:4509.",
        crs=crs if len(crs) <= 60 else crs[:57] + "…",
    )
