"""The verb ``grid``: scattered samples become a raster, a GeoTIFF or numbers for the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.crs import find_system
from core.distances import Metric
from core.events import Finished, Notice, TaskProgress
from core.exporting.coordinate_system import crs_notice, metric_of
from core.exporting.formats import GRIDS, suffix_of
from core.exporting.gridded import refuse_classes
from core.exporting.written import check_place, result_written
from core.grid_methods.choosing import METHODS
from core.grid_numbers import Samples
from core.grid_proposals import propose
from core.grid_source import ClassSamples, Wanted, samples_of
from core.gridding import GridRaster, Spread, grid_points, nearest_samples
from core.reading import Reading
from core.reporting import Reporter
from datasets.messages import InputError, message


@dataclass(frozen=True)
class Task:
    """What the verb is asked."""

    source: str
    wanted: Wanted
    spread: Spread
    reading: Reading = field(default_factory=Reading)


def grid_layer(
    task: Task,
    out: Path,
    report: Reporter,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Interpolate a column or layer and write it.

    Parameters
    ----------
    out
        ``.tif``, or ``.npz`` with ``values`` (float32, shape (rows, columns), row 0 has the
        smallest y, NaN in gaps; class codes are whole numbers), the centre ``x``, ``y`` of its
        first cell, ``step_x``, ``step_y``.

    Raises
    ------
    InputError
        When a column or layer is absent, there is nothing to interpolate, classes would be
        interpolated by another method than the nearest sample, or the place cannot be written.
    """
    suffix = suffix_of(out, GRIDS)
    _check_method(task.spread.method)
    check_place(out, task.source)
    find_system(task.wanted.crs)
    report(TaskProgress(message("Reading the table"), 0, 1))
    samples = samples_of(task.source, task.wanted, task.reading)
    if samples.is_classes:
        refuse_classes(task.spread)
    found = _gridded(samples, task.spread, report, cancelled)
    for notice in (*samples.notices, *found.notices):
        report(Notice(notice))
    if suffix == ".npz":
        _write_numbers(found, out)
    else:
        _write_geotiff(found, samples, task.spread, out, report)
    _finish(found, samples, out, report)


def propose_cells(task: Task, report: Reporter) -> None:
    """Say which cell and which distance to the samples would be taken, and why.

    The last event carries ``cell``, ``spacing``, ``radius``, ``unit`` and ``reason``.
    """
    report(TaskProgress(message("Reading the table"), 0, 1))
    samples = samples_of(task.source, task.wanted, task.reading)
    known = np.isfinite(samples.x) & np.isfinite(samples.y) & np.isfinite(samples.values)
    found = propose(samples.x[known], samples.y[known], metric_of(samples.crs))
    reason = found.reason(task.spread.reach)
    values = {
        "cell": found.cell,
        "spacing": found.spacing,
        "radius": found.radius(task.spread.reach),
        "unit": found.unit,
        "reason": asdict(reason),
    }
    said = message("Cells of {cell}. {reason}", cell=f"{found.cell:g}", reason=str(reason))
    report(Finished(said, values))


def _check_method(method: str) -> None:
    if method not in METHODS:
        raise InputError(
            "There is no method “{method}”; choose one of {methods}.",
            method=method,
            methods=", ".join(METHODS),
        )


def _gridded(
    samples: Samples, spread: Spread, report: Reporter, cancelled: Callable[[], bool]
) -> GridRaster:
    metric = metric_of(samples.crs)

    def progress(done: int, total: int) -> None:
        report(TaskProgress(message("Gridding"), done, total))

    if samples.is_classes:
        return _nearest_classes(samples, spread, metric, progress, cancelled)
    return grid_points(
        samples.x,
        samples.y,
        samples.values,
        spread,
        limits=samples.limits,
        metric=metric,
        progress=progress,
        cancelled=cancelled,
    )


def _nearest_classes(
    samples: Samples,
    spread: Spread,
    metric: Metric,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> GridRaster:
    """Give each cell the class of the nearest sample that has one: a mean of codes is none."""
    placed = np.isfinite(samples.x) & np.isfinite(samples.y) & (samples.values >= 0)
    x, y, codes = samples.x[placed], samples.y[placed], samples.values[placed]
    frame, radius = spread.fitted(x, y, metric)
    nearest = nearest_samples(x, y, frame, radius, metric, progress, cancelled)
    values = np.append(codes, np.nan)[nearest].astype(np.float32)
    left_out = int((~placed).sum())
    notices = (
        (
            message(
                "{count} samples without a place or a class were left out.", count=f"{left_out:,}"
            ),
        )
        if left_out
        else ()
    )
    return GridRaster(frame, values.reshape(frame.shape), radius, notices)


def _write_numbers(found: GridRaster, out: Path) -> None:
    frame = found.frame
    with result_written(out) as part, part.open("wb") as file:
        np.savez(
            file,
            values=found.values,
            x=frame.x,
            y=frame.y,
            step_x=frame.step_x,
            step_y=frame.step_y,
        )


def _write_geotiff(
    found: GridRaster, samples: Samples, spread: Spread, out: Path, report: Reporter
) -> None:
    from core.exporting.geotiff import Band, write_codes, write_raster

    notices = [*samples.notices, *found.notices]
    tags = {"METHOD": spread.method, "RADIUS": f"{found.radius:g}"}
    tags["NOTES"] = " ".join(str(notice) for notice in notices)
    if isinstance(samples, ClassSamples) and samples.results is not None:
        write_codes(samples.results, found.frame, _codes(found), out, tags)
    else:
        band = Band(samples.name, lambda: found.values[::-1], samples.unit)
        write_raster(out, found.frame, [band], np.float32, np.nan, samples.crs, tags=tags)
    notice = crs_notice(samples.crs)
    if notice is not None:
        report(Notice(notice))


def _codes(found: GridRaster) -> NDArray[np.int64]:
    """Return class codes, -1 in gaps."""
    return np.where(np.isnan(found.values), -1, found.values).astype(np.int64)


def _finish(found: GridRaster, samples: Samples, out: Path, report: Reporter) -> None:
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
                "unit": metric_of(samples.crs).unit,
                "notices": [asdict(notice) for notice in (*samples.notices, *found.notices)],
            },
        )
    )
