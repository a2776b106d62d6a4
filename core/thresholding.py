"""The verb ``threshold``: anomaly thresholds of a table, told pass by pass, and who lies above."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.arrow_columns import as_numpy
from core.events import Finished, Notice, TaskProgress
from core.exporting.tables import write_table
from core.loading import read_source
from core.reading import Reading
from core.reporting import Reporter
from core.thresholds.comparing import Compared, compare
from core.thresholds.finding import Found
from core.thresholds.groups import group_codes
from core.thresholds.measured import Flags, Measured, distance_of, found_in
from core.thresholds.picture import picture_of, write_picture
from core.thresholds.plain import compared_values, found_values
from core.thresholds.settings import ThresholdSettings
from core.thresholds.telling import comparison_lines, found_lines
from datasets.columns import Column, Table
from datasets.messages import InputError, message
from datasets.units import unit_of

Array = NDArray[np.float64]


def threshold_of_table(
    source: str,
    *,
    columns: Sequence[str],
    settings: ThresholdSettings,
    comparing: bool,
    out: Path | None,
    report: Reporter,
    reading: Reading | None = None,
) -> None:
    """Find the threshold of a column; report it with its passes, and write who lies above.

    The last event carries ``threshold`` and ``compared`` (see `core.thresholds.plain`). The file
    has a row for each sample: ``row`` from 1, ``group`` where there are groups, ``value`` as it
    counted, ``threshold``, ``ratio`` and ``anomalous``: yes, no, or nothing where there is no
    value or no threshold.

    Parameters
    ----------
    columns
        One column; two or more for the robust distance. Names may be joined by commas.

    Raises
    ------
    InputError
        When a column is absent or holds no numbers, or there is no threshold.
    """
    _refuse_to_overwrite(out, source)
    report(TaskProgress(message("Reading the table"), 0, 3))
    measured = _measured_in(read_source(source, reading or Reading()), columns, settings, report)
    report(TaskProgress(message("Finding the threshold"), 1, 3))
    found = found_in(measured, settings)
    _say_what_is_left_out(found, measured, report)
    compared = _compared(measured, settings, report) if comparing else ()
    text = "\n".join([*found_lines(found, measured), *comparison_lines(compared, measured.unit)])
    values: dict[str, Any] = {
        "threshold": found_values(found),
        "compared": compared_values(compared),
    }
    if out is not None:
        report(TaskProgress(message("Writing"), 2, 3))
        write_table(flagged_table(found, measured), out)
        values["out"] = str(out)
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

    The last event carries besides ``limit``, the cut-off of a distance, and the files
    ``picture`` (`core.thresholds.picture`) and for a distance ``distances`` (``.npy``), in
    `folder`.

    Parameters
    ----------
    group
        Number of the column of groups, -1 for none.
    """
    report(TaskProgress(message("Finding the threshold"), 0, 3))
    measured = _mapped(path, numbers, group, settings)
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
        "limit": None if np.isnan(measured.limit) else measured.limit,
    }
    if settings.method == "mahalanobis":
        distances = folder / "distances.npy"
        np.save(distances, measured.values, allow_pickle=False)
        values["distances"] = str(distances)
    report(Finished(message("Threshold found."), values))


def flagged_table(found: Found, measured: Measured) -> pa.Table:
    """Return a row for each sample: value, threshold, ratio and whether it is anomalous."""
    judged = np.isfinite(found.values) & np.isfinite(found.limits)
    words = np.where(found.anomalous, "yes", "no").astype(object)
    words[~judged] = None
    arrays = {"row": pa.array(np.arange(1, len(found.values) + 1))}
    if measured.groups is not None:
        names, codes = measured.groups
        arrays["group"] = pa.array([*names, None], pa.string()).take(
            pa.array(codes % (len(names) + 1))
        )
    for name, values in (
        ("value", found.values),
        ("threshold", found.limits),
        ("ratio", found.ratio),
    ):
        arrays[name] = pa.array(values, mask=~np.isfinite(values))
    return pa.table({**arrays, "anomalous": pa.array(words.tolist(), pa.string())})


def _measured_in(
    table: Table, columns: Sequence[str], settings: ThresholdSettings, report: Reporter
) -> Measured:
    found = [_numbers(table, name) for name in _names_in(table, columns)]
    if settings.method == "mahalanobis":
        _refuse_groups(settings)
        report(TaskProgress(message("Finding the distances"), 1, 3))
        return distance_of([(column.values, _below(column)) for column in found], settings)
    if len(found) != 1:
        raise InputError(
            "A threshold is found for one column; name one, or choose the method mahalanobis for "
            "several together."
        )
    groups = group_codes(table.column(settings.group).values) if settings.group else None
    column = found[0]
    unit = column.unit or unit_of(column.name)
    return Measured(column.name, unit, column.values, _below(column), groups)


def _names_in(table: Table, columns: Sequence[str]) -> list[str]:
    """Return the columns asked for; a text that is no name may be several, joined by commas."""
    names: list[str] = []
    for text in columns:
        parts = [text] if text in table.names else [part.strip() for part in text.split(",")]
        names += [part for part in parts if part and part not in names]
    return names


def _numbers(table: Table, name: str) -> Column:
    column = table.column(name)
    if column.kind != "number":
        raise InputError(
            "The column “{column}” holds text; a threshold needs a column of numbers.", column=name
        )
    return column


def _below(column: Column) -> Flags | None:
    return column.censored if column.censored.any() else None


def _mapped(
    path: Path, numbers: Sequence[int], group: int, settings: ThresholdSettings
) -> Measured:
    with pa.memory_map(str(path)) as file:
        table = pa.ipc.open_file(file).read_all()

    def taken(number: int) -> tuple[Array, Flags | None]:
        mask = f"m{number}"
        below = as_numpy(table.column(mask)).astype(bool) if mask in table.column_names else None
        return as_numpy(table.column(f"v{number}")), below

    if settings.method == "mahalanobis":
        return distance_of([taken(number) for number in numbers], settings)
    groups = group_codes(as_numpy(table.column(f"v{group}"))) if group >= 0 else None
    values, below = taken(numbers[0])
    return Measured("", "", values, below, groups)


def _compared(
    measured: Measured, settings: ThresholdSettings, report: Reporter
) -> tuple[Compared, ...]:
    def progress(done: int, total: int) -> None:
        report(TaskProgress(message("Comparing methods"), done, total))

    return compare(measured.values, measured.below, settings, measured.groups, progress)


def _say_what_is_left_out(found: Found, measured: Measured, report: Reporter) -> None:
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


def _refuse_to_overwrite(out: Path | None, source: str) -> None:
    if out is not None and out.resolve() == Path(source).resolve():
        raise InputError(
            "The file {path} is the table itself; choose another name for the result.",
            path=str(out),
        )


def _refuse_groups(settings: ThresholdSettings) -> None:
    if settings.group:
        raise InputError(
            "The robust distance is found over all samples; leave the group “{column}” out.",
            column=settings.group,
        )
