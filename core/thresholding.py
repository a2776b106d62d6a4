"""The verb ``threshold``: anomaly thresholds of a table, told pass by pass, and who lies above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.crs import find_system
from core.events import Finished, Notice, TaskProgress
from core.exporting.formats import suffix_of
from core.exporting.written import check_place
from core.finite import finite_or_none
from core.loading import read_source
from core.reading import Reading
from core.reporting import Reporter
from core.thresholds.comparing import Compared, compare
from core.thresholds.contributions import centre_values
from core.thresholds.figures import Audit
from core.thresholds.flagged import flagged_table, place_in
from core.thresholds.found import Found
from core.thresholds.measured import Measured, found_in
from core.thresholds.picture import picture_of, write_picture
from core.thresholds.plain import compared_values, found_values
from core.thresholds.reading import measured_in, measured_in_arrow
from core.thresholds.settings import ThresholdSettings
from core.thresholds.telling import comparison_lines, found_lines
from core.thresholds.words import field_words
from core.thresholds.writing import FIGURES, SAMPLES, figure_files, write_figures, write_samples
from datasets.columns import Table
from datasets.messages import message


@dataclass(frozen=True)
class Take:
    """What is written, and with what beside it.

    Attributes
    ----------
    samples
        File with a row for each sample: .csv, .xlsx, .parquet, .gpkg or .shp.
    figures
        File with the thresholds of all methods, their passes and pieces: .csv or .xlsx.
    x, y, crs
        Columns of coordinates and their system; proposed where they are "".
    language
        Of words inside the files: "en" or "zh_CN".
    """

    samples: Path | None = None
    figures: Path | None = None
    x: str = ""
    y: str = ""
    crs: str = ""
    language: str = "en"


def threshold_of_table(
    source: str,
    *,
    columns: Sequence[str],
    settings: ThresholdSettings,
    comparing: bool,
    take: Take,
    report: Reporter,
    reading: Reading | None = None,
) -> None:
    """Find the threshold of a column; report it with its passes, and write who lies above.

    The last event carries ``threshold`` and ``compared`` (see `core.thresholds.plain`), and
    ``out`` and ``figures``, what was written. The file of the samples is that of
    `core.thresholds.flagged`.

    Parameters
    ----------
    columns
        One column; two or more for the robust distance. Names may be joined by commas.

    Raises
    ------
    InputError
        When a column is absent or holds no numbers, there is no threshold, or a file cannot be
        written.
    """
    _check(take, source)
    report(TaskProgress(message("Reading the table"), 0, 3))
    table = read_source(source, reading or Reading())
    report(TaskProgress(message("Finding the threshold"), 1, 3))
    measured = measured_in(table, columns, settings)
    found = found_in(measured, settings)
    _say_what_is_left_out(found, report)
    wanted = comparing or take.figures is not None
    compared = _compared(measured, settings, report) if wanted else ()
    shown = compared if comparing else ()
    text = "\n".join([*found_lines(found, measured), *comparison_lines(shown, measured.unit)])
    values: dict[str, Any] = {
        "threshold": found_values(found),
        "compared": compared_values(compared),
    }
    report(TaskProgress(message("Writing"), 2, 3))
    values |= _write(
        Audit(source, table.fingerprint, measured, found, compared), table, take, report
    )
    report(Finished(message("{text}", text=text), values))


def threshold_of_arrow(
    path: Path,
    numbers: Sequence[int],
    group: int,
    *,
    settings: ThresholdSettings,
    comparing: bool,
    folder: Path,
    report: Reporter,
) -> None:
    """Do the same for columns of a file that `core.describing` wrote, for the window.

    The last event carries besides ``limit``, the cut-off of a distance, ``centres``
    (`core.thresholds.contributions`), and the files ``picture`` (`core.thresholds.picture`) and
    for a distance ``distances`` (``.npy``), in `folder`.

    Parameters
    ----------
    group
        Number of the column of groups, -1 for none.
    """
    report(TaskProgress(message("Finding the threshold"), 0, 3))
    measured = measured_in_arrow(path, numbers, group, settings)
    found = found_in(measured, settings)
    report(TaskProgress(message("Finding the threshold"), 1, 3))
    compared = _compared(measured, settings, report) if comparing else ()
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / "threshold.npz"
    write_picture(picture_of(found.values, measured.below), picture)
    values: dict[str, Any] = {
        "threshold": found_values(found),
        "compared": compared_values(compared),
        "picture": str(picture),
        "limit": finite_or_none(measured.limit),
    }
    if settings.method == "mahalanobis":
        distances = folder / "distances.npy"
        np.save(distances, measured.values, allow_pickle=False)
        values |= {"distances": str(distances), "centres": centre_values(measured.centres)}
    report(Finished(message("Threshold found."), values))


def _check(take: Take, source: str) -> None:
    if take.samples is not None:
        suffix_of(take.samples, SAMPLES)
        check_place(take.samples, source)
    if take.figures is not None:
        suffix_of(take.figures, FIGURES)
        others = [] if take.samples is None else [take.samples]
        for out in figure_files(take.figures):
            check_place(out, source, *others)
    find_system(take.crs)


def _write(audit: Audit, table: Table, take: Take, report: Reporter) -> dict[str, Any]:
    written: dict[str, Any] = {}
    if take.samples is not None:
        place = place_in(table, take.x, take.y, take.crs)
        flagged = flagged_table(audit.found, audit.measured, place)
        measured = audit.measured
        fields = field_words(measured.what, measured.unit, audit.found.settings, take.language)
        notices = write_samples(flagged, take.samples, place.crs, take.language, fields)
        for notice in notices:
            report(Notice(notice))
        written |= {"out": str(take.samples), "notices": [asdict(notice) for notice in notices]}
    if take.figures is not None:
        files = write_figures(audit, take.figures, take.language)
        written["figures"] = [str(file) for file in files]
    return written


def _compared(
    measured: Measured, settings: ThresholdSettings, report: Reporter
) -> tuple[Compared, ...]:
    def progress(done: int, total: int) -> None:
        report(TaskProgress(message("Comparing methods"), done, total))

    return compare(measured.values, measured.below, settings, measured.groups, progress)


def _say_what_is_left_out(found: Found, report: Reporter) -> None:
    for group, reason in found.refused.items():
        report(
            Notice(
                message("Group {group} has no threshold: {reason}", group=group, reason=str(reason))
            )
        )
    if found.settings.method == "mahalanobis" and found.missing:
        report(
            Notice(
                message(
                    "Samples without a positive value in one of the elements have no distance: "
                    "{count}.",
                    count=f"{found.missing:,}",
                )
            )
        )
