"""A column of a table becomes a raster: a GeoTIFF, or numbers for the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from core.events import Finished, Notice, TaskProgress
from core.exporting.coordinate_system import crs_notice, metric_of
from core.exporting.formats import GRIDS, refuse_to_overwrite, suffix_of
from core.files import written_whole
from core.grid_methods.choosing import METHODS, Choices
from core.gridding import GridRaster, Method, grid_points
from core.loading import read_source
from core.reading import Reading
from core.reporting import Reporter
from core.run_folder import RunFolder
from datasets.columns import Column, Table
from datasets.messages import InputError, message
from datasets.roles import guess_crs, propose_roles

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Places:
    """Where a column and its coordinates stand; what is "" is proposed.

    Attributes
    ----------
    column
        What is interpolated.
    x, y
        Columns of the coordinates.
    crs
        Coordinate reference system.
    """

    column: str
    x: str = ""
    y: str = ""
    crs: str = ""


@dataclass(frozen=True)
class Cells:
    """How it is interpolated; 0 proposes a cell and a radius."""

    method: str = "idw"
    cell: float = 0.0
    radius: float = 0.0
    choices: Choices = field(default_factory=Choices)


def grid_column(
    source: str,
    places: Places,
    out: Path,
    cells: Cells,
    report: Reporter,
    *,
    reading: Reading | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Interpolate a column and write it.

    Parameters
    ----------
    source
        A table, ``example:NAME``, or the folder of a run, whose table, coordinates and
        predictions are then taken.
    out
        ``.tif``, or ``.npz`` with ``values`` (float32, shape (rows, columns), row 0 has the
        smallest y, NaN in gaps), the centre ``x``, ``y`` of its first cell, ``step_x``, ``step_y``.

    Raises
    ------
    InputError
        When a column is absent or holds text, there is nothing to interpolate, or the place
        cannot be written.
    """
    suffix = suffix_of(out, GRIDS)
    if cells.method not in METHODS:
        raise InputError(
            "There is no method “{method}”; choose one of {methods}.",
            method=cells.method,
            methods=", ".join(METHODS),
        )
    refuse_to_overwrite(out, source)
    report(TaskProgress(message("Reading the table"), 0, 1))
    x, y, values, unit, places = _read(source, places, reading or Reading(), report)
    found = grid_points(
        x,
        y,
        values,
        cast(Method, cells.method),
        cell=cells.cell,
        radius=cells.radius,
        choices=cells.choices,
        metric=metric_of(places.crs),
        progress=lambda done, total: report(TaskProgress(message("Gridding"), done, total)),
        cancelled=cancelled,
    )
    for notice in found.notices:
        report(Notice(notice))
    if suffix == ".npz":
        _write_numbers(found, out)
    else:
        _write_geotiff(found, places, unit, cells, out, report)
    _finish(found, out, report)


def _read(
    source: str, places: Places, reading: Reading, report: Reporter
) -> tuple[Floats, Floats, Floats, str, Places]:
    """Return coordinates, values and their unit, with the names that were proposed."""
    run = RunFolder(Path(source))
    if not source.startswith("example:") and run.exists:
        data = run.job().data
        places = Places(
            places.column, places.x or data.x, places.y or data.y, places.crs or data.crs
        )
        predicted = _prediction(run, places.column)
        if predicted is not None:
            return *predicted, "", places
        source, reading = data.table, data.reading
    table = read_source(source, reading)
    places = _completed(places, table)
    column = _number(table, places.column)
    values = _halved(column, report)
    unit = column.unit
    return _number(table, places.x).values, _number(table, places.y).values, values, unit, places


def _prediction(run: RunFolder, column: str) -> tuple[Floats, Floats, Floats] | None:
    """Return a column of the predictions of a run, None when they have none of that name."""
    from core.exporting.writing import read_results

    if not run.predictions_path.exists():
        return None
    results = read_results(run)
    names = [name for name in results.table.column_names if name not in ("known", "part", "class")]
    if column not in names or not results.has_places:
        return None
    return results.x, results.y, results.values(column)


def _completed(places: Places, table: Table) -> Places:
    """Return the places with the coordinates and the system that the table itself proposes."""
    roles = propose_roles(table)
    by_role = {role.role: column.name for column, role in zip(table.columns, roles, strict=True)}
    x, y = places.x or by_role.get("x", ""), places.y or by_role.get("y", "")
    if not x or not y:
        raise InputError(
            "The coordinates of {table} were not found; name their columns with --x and --y.",
            table=table.source,
        )
    return Places(places.column, x, y, places.crs or table.crs or guess_crs(table, roles))


def _number(table: Table, name: str) -> Column:
    column = table.column(name)
    if column.kind != "number":
        raise InputError("The column {name} holds text; choose a column of numbers.", name=name)
    return column


def _halved(column: Column, report: Reporter) -> Floats:
    """Return the values, half of the limit where they lie below it."""
    count = int(column.censored.sum())
    if count:
        report(
            Notice(
                message(
                    "{count} values below the detection limit were taken as half of it.",
                    count=f"{count:,}",
                )
            )
        )
    return np.where(column.censored, column.values / 2, column.values)


def _write_numbers(found: GridRaster, out: Path) -> None:
    frame = found.frame
    try:
        with written_whole(out) as part, part.open("wb") as file:
            np.savez(
                file,
                values=found.values,
                x=frame.x,
                y=frame.y,
                step_x=frame.step_x,
                step_y=frame.step_y,
            )
    except OSError as error:
        raise InputError(
            "The file {path} cannot be written: {reason}.", path=str(out), reason=str(error)
        ) from None


def _write_geotiff(
    found: GridRaster, places: Places, unit: str, cells: Cells, out: Path, report: Reporter
) -> None:
    from core.exporting.geotiff import Band, write_raster

    tags = {"METHOD": cells.method, "RADIUS": f"{found.radius:g}"}
    tags["NOTES"] = " ".join(str(notice) for notice in found.notices)
    band = Band(places.column, lambda: found.values[::-1], unit)
    write_raster(out, found.frame, [band], np.float32, np.nan, places.crs, tags=tags)
    notice = crs_notice(places.crs)
    if notice is not None:
        report(Notice(notice))


def _finish(found: GridRaster, out: Path, report: Reporter) -> None:
    frame = found.frame
    gaps = int(np.isnan(found.values).sum())
    report(
        Finished(
            message(
                "{rows} × {columns} cells of {cell} written to {path}, {gaps} of them without a "
                "sample near.",
                rows=f"{frame.rows:,}",
                columns=f"{frame.columns:,}",
                cell=f"{frame.step_x:g}",
                path=str(out),
                gaps=f"{gaps:,}",
            ),
            {
                "out": str(out),
                "cell": frame.step_x,
                "radius": found.radius,
                "notices": [asdict(notice) for notice in found.notices],
            },
        )
    )
