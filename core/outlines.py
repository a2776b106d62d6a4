"""Outlines over a map: lines and polygon boundaries of a vector file, in the survey's system."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.crs import find_system
from core.events import Finished, TaskProgress
from core.exporting.written import check_place, result_written
from core.reporting import Reporter
from datasets.messages import InputError, Message, message

# The finest lines a map draws; coarser ones follow, each of a quarter of the precision.
LEVELS = 4
_FINEST = 1 / 50_000
Bounds = tuple[float, float, float, float]


def write_outlines(
    source: Path, out: Path, *, crs: str, bounds: Bounds | None, report: Reporter
) -> None:
    """Write the outlines of a Shapefile, GeoPackage, GeoJSON or KML file for the map.

    `out` becomes a NumPy archive: ``segments0`` … ``segments3``, float64, shape (S, 4), the ends
    x, y, x, y of each straight piece, every level four times as coarse as the one before, and
    ``tolerances``, the largest error of each level in map units.

    Parameters
    ----------
    crs
        System of the survey, "" when unknown: then nothing is converted.
    bounds
        Smallest x, smallest y, largest x, largest y of what is wanted; all without it.

    Raises
    ------
    InputError
        When the file cannot be read, holds neither lines nor polygons, or nothing in bounds.
    """
    check_place(out, source)
    report(TaskProgress(message("Reading outlines"), 0, 3))
    lines, notices = read_lines(source, crs, bounds)
    report(TaskProgress(message("Simplifying outlines"), 1, 3))
    if len(lines) == 0:
        raise InputError(
            "No outline of {path} lies near the survey; check the coordinate systems of both.",
            path=str(source),
        )
    levels, tolerances = _levels(lines, bounds)
    report(TaskProgress(message("Writing"), 2, 3))
    arrays: dict[str, Any] = {f"segments{n}": level for n, level in enumerate(levels)}
    with result_written(out) as part, part.open("wb") as file:
        np.savez(file, allow_pickle=False, tolerances=np.array(tolerances), **arrays)
    said = message(
        "Outlines of {name} on the map: {lines}.", lines=f"{len(lines):,}", name=source.name
    )
    values = {"out": str(out), "notices": [asdict(notice) for notice in notices]}
    report(Finished(said, values))


def read_lines(source: Path, crs: str, bounds: Bounds | None) -> tuple[Any, list[Message]]:
    """Return the lines and polygon rings of a vector file in the system of a survey.

    Parameters
    ----------
    crs, bounds
        As of `write_outlines`.

    Returns
    -------
    tuple
        LineStrings, object array of shapely geometries, shape (lines,), none where none lies in
        bounds; and what somebody should know of them.

    Raises
    ------
    InputError
        When the file cannot be read, or holds neither lines nor polygons.
    """
    shapes, notices = _read(source, crs)
    return _within(_as_lines(shapes, source), bounds), notices


def read_bounds(text: str) -> Bounds | None:
    """Return the four numbers of a command line, None for "".

    Raises
    ------
    InputError
        When they are not four numbers in their order.
    """
    if not text:
        return None
    try:
        left, bottom, right, top = (float(word) for word in text.split(","))
    except ValueError:
        left, bottom, right, top = 0.0, 0.0, 0.0, 0.0
    if not (left < right and bottom < top):
        raise InputError(
            "“{text}” is no extent; write smallest x, smallest y, largest x and largest y with "
            "commas between.",
            text=text,
        )
    return left, bottom, right, top


def _read(source: Path, crs: str) -> tuple[Any, list[Message]]:
    """Return the shapes of all layers in the survey's system, a numpy array, and what to say."""
    import pyogrio

    try:
        pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": "YES"})
        names = [str(name) for name, kind in pyogrio.list_layers(source) if kind is not None]
        frames = [
            pyogrio.read_dataframe(source, layer=name, columns=[], force_2d=True) for name in names
        ]
    except Exception as error:
        # GDAL raises errors of many kinds for files that are not what they claim to be
        raise InputError(
            "The outlines {path} cannot be read: {reason}. Open a Shapefile, GeoPackage, GeoJSON "
            "or KML file.",
            path=str(source),
            reason=_first_line(error),
        ) from None
    finally:
        # it holds for the whole process: a survey without its index must still be refused
        pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": None})
    notices: list[Message] = []
    arrays = [_converted(frame, crs, source, notices) for frame in frames]
    shapes = np.concatenate(arrays) if arrays else np.empty(0, object)
    return shapes[[shape is not None for shape in shapes]], notices


def _converted(frame: Any, crs: str, source: Path, notices: list[Message]) -> Any:
    system = find_system(crs)
    if frame.crs is None and system is not None:
        notices.append(
            message(
                "{name} names no coordinate system; its coordinates are taken as {crs}.",
                name=source.name,
                crs=system.text,
            )
        )
    elif frame.crs is not None and system is None:
        notices.append(
            message(
                "The coordinate system of the survey is unknown; {name} is drawn with its own "
                "coordinates. Name the system on the Data page.",
                name=source.name,
            )
        )
    elif frame.crs is not None and system is not None:
        frame = frame.to_crs(system.text)
    return frame.geometry.to_numpy()


def _as_lines(shapes: Any, source: Path) -> Any:
    """Return every line and every ring of every polygon as one LineString each."""
    import shapely

    parts = shapely.get_parts(shapely.get_parts(shapes))
    kinds = shapely.get_type_id(parts)
    rings = shapely.get_rings(parts[kinds == 3])
    lines = [shapely.linestrings(shapely.get_coordinates(ring)) for ring in rings]
    found = np.array([*parts[(kinds == 1) | (kinds == 2)], *lines], dtype=object)
    if len(found) == 0:
        raise InputError(
            "{path} holds neither lines nor polygons; points are opened as a table.",
            path=str(source),
        )
    return found


def _within(lines: Any, bounds: Bounds | None) -> Any:
    import shapely

    # what a projection cannot reach becomes infinite and has no place on the map
    finite = np.isfinite(shapely.bounds(lines)).all(axis=1)
    lines = lines[finite]
    if bounds is not None and len(lines):
        clipped = shapely.get_parts(shapely.clip_by_rect(lines, *bounds))
        lines = clipped[shapely.get_num_points(clipped) > 1]
    return lines


def _levels(lines: Any, bounds: Bounds | None) -> tuple[list[NDArray[np.float64]], list[float]]:
    """Return the pieces at each precision, Douglas–Peucker by GEOS, and the precisions."""
    import shapely

    left, bottom, right, top = bounds if bounds is not None else shapely.total_bounds(lines)
    extent = max(right - left, top - bottom)
    tolerances = [extent * _FINEST * 4.0**level for level in range(LEVELS)]
    return [
        _segments(shapely.simplify(lines, tolerance, preserve_topology=False))
        for tolerance in tolerances
    ], tolerances


def _segments(lines: Any) -> NDArray[np.float64]:
    import shapely

    points, line = shapely.get_coordinates(lines, return_index=True)
    joined = line[1:] == line[:-1]
    return np.ascontiguousarray(np.hstack([points[:-1], points[1:]])[joined])


def _first_line(error: Exception) -> str:
    """Return what GDAL says, without the advice about its own drivers behind it."""
    line = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return line.partition("; It might help")[0].rstrip(".")
