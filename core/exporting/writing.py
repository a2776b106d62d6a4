"""Writing results as the ending of the file says, with progress and notices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from core.events import Notice, TaskProgress
from core.exporting.coordinate_system import crs_notice
from core.exporting.formats import RASTERS, RESULTS, VECTORS, suffix_of
from core.exporting.gridded import refuse_classes, wants_gridding
from core.exporting.layers import CLASS, PROBABILITIES, layer, probability_layers
from core.exporting.placement import Placement, place
from core.exporting.results import Results
from core.exporting.tables import write_table
from core.exporting.words import words_of
from core.gridding import Spread
from core.reporting import Reporter
from core.result_tables import What, result_table, with_names
from core.run_folder import RunFolder
from datasets.messages import InputError, Message, message

POINTS, AREAS = "points", "areas"


@dataclass(frozen=True)
class How:
    """How results are written.

    Attributes
    ----------
    layer
        Of a GeoTIFF: "class", "probabilities" (all of them, a band each) or one layer of
        `core.exporting.layers`. Of a GeoPackage or Shapefile: "points" or "areas". "" is the first.
    spread
        How scattered samples are spread over cells; None refuses them.
    language
        Of words inside the file: "en" or "zh_CN".
    colours
        Colours of classes that somebody chose.
    """

    layer: str = ""
    spread: Spread | None = None
    language: str = "en"
    colours: Mapping[str, str] = field(default_factory=dict)


def read_results(
    run: RunFolder,
    what: What = "all",
    colours: Mapping[str, str] | None = None,
    *,
    named: bool = False,
    language: str = "en",
) -> Results:
    """Return the predictions of a run with what is known about them.

    Parameters
    ----------
    what
        "all", "training" or "predictions", see `core.result_tables.result_table`.
    named
        Whether "all" has the column that names the rows, which takes reading the table again.
    language
        Of the name of unknown cells.

    Raises
    ------
    InputError
        When there are none.
    """
    whole = result_table(run, "all")
    job = run.survey_job()
    if what == "all":
        table = with_names(run, whole) if named else whole
    else:
        table = result_table(run, what)
    data = job.data
    return Results(
        table, whole, job, data.crs, data.table, data.reading, run, colours or {}, language
    )


def write_results(
    results: Results, out: Path, report: Reporter, how: How | None = None
) -> list[dict[str, Any]]:
    """Write results as GeoTIFF, GeoPackage, Shapefile, XLSX, CSV or Parquet.

    Returns
    -------
    list of dict
        The notices that were reported, as values of an event.

    Raises
    ------
    InputError
        When the ending is another one, the format cannot hold the results, or the place cannot
        be written.
    """
    how = how or How()
    suffix = suffix_of(out, RESULTS)
    if suffix in RASTERS:
        notices = _write_geotiff(results, out, how, report)
    elif suffix in VECTORS:
        notices = _write_vector(results, out, how, report)
    else:
        _refuse_layer(how, out)
        notices = _write_table(results, out, how, report)
    for notice in notices:
        report(Notice(notice))
    return [asdict(notice) for notice in notices]


def _write_geotiff(results: Results, out: Path, how: How, report: Reporter) -> list[Message]:
    from core.exporting.geotiff import write_classes, write_gridded, write_layers

    progress = progress_of(message("Writing"), report)
    name = how.layer or CLASS
    if name == CLASS:
        refuse_classes(how.spread)
        placement = _placed(results, how, report)
        progress(0, 1)
        write_classes(results, placement, out)
        return [*placement.notices, *_crs_notices(results)]
    layers = probability_layers(results) if name == PROBABILITIES else [layer(results, name)]
    if how.spread is not None and wants_gridding(results, how.spread):
        notices = write_gridded(results, how.spread, layers, out, progress)
        return [*notices, *_crs_notices(results)]
    placement = _placed(results, how, report)
    write_layers(results, placement, layers, out, progress)
    said = [notice for each in layers for notice in each.notices]
    return [*said, *placement.notices, *_crs_notices(results)]


def _write_vector(results: Results, out: Path, how: How, report: Reporter) -> list[Message]:
    from core.exporting.vector import write_areas, write_points

    words = words_of(how.language)
    if how.layer in ("", POINTS):
        progress = progress_of(message("Writing"), report)
        notices = write_points(results.table, out, results.crs, words, progress)
        return [*notices, *_unplaced(results), *_crs_notices(results)]
    if how.layer != AREAS:
        raise InputError(
            "A GeoPackage or Shapefile has no layer “{layer}”; choose points or areas.",
            layer=how.layer,
        )
    from core.exporting.areas import class_areas

    refuse_classes(how.spread)
    placement = _placed(results, how, report)
    progress_of(message("Drawing the areas"), report)(0, 1)
    table, geometries = class_areas(results, placement)
    notices = write_areas(table, geometries, out, results.crs, words)
    return [*notices, *placement.notices, *_crs_notices(results)]


def _write_table(results: Results, out: Path, how: How, report: Reporter) -> list[Message]:
    progress = progress_of(message("Writing"), report)
    progress(0, max(1, results.rows))
    if out.suffix.lower() != ".xlsx":
        write_table(results.table, out)
        return []
    from core.exporting.workbook import write_workbook

    words = words_of(how.language)
    return write_workbook(results, _sheets(results, words), out, words, progress)


def _sheets(results: Results, words: Mapping[str, str]) -> dict[str, pa.Table]:
    """Return the sheets of a workbook: one of its tables, or both where it is the whole run."""
    names = results.table.column_names
    if results.run is None or results.table is not results.whole:
        title = "training sheet" if "right" in names else "predictions sheet"
        return {words[title]: results.table}
    sheets = {words["predictions sheet"]: results.table}
    try:
        sheets[words["training sheet"]] = result_table(results.run, "training")
    except InputError:
        # a run without labelled samples has no such table
        return sheets
    return sheets


def _placed(results: Results, how: How, report: Reporter) -> Placement:
    progress = progress_of(message("Placing the samples"), report)
    return place(results, how.spread, progress)


def progress_of(what: Message, report: Reporter) -> Callable[[int, int], None]:
    """Return a function that reports steps done of a total."""
    return lambda done, total: report(TaskProgress(what, done, max(1, total)))


def _refuse_layer(how: How, out: Path) -> None:
    if how.layer:
        raise InputError(
            "The table {path} has every column and no layers; leave out --layer, or write a .tif.",
            path=str(out),
        )


def _crs_notices(results: Results) -> list[Message]:
    notice = crs_notice(results.crs)
    return [notice] if notice is not None else []


def _unplaced(results: Results) -> list[Message]:
    from numpy import isfinite

    count = int((~(isfinite(results.x) & isfinite(results.y))).sum())
    if count == 0:
        return []
    return [
        message(
            "{count} samples have no coordinates; their rows have no point.", count=f"{count:,}"
        )
    ]
