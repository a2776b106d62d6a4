"""The verb `compare`: settings, verdicts and classes of several runs beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.comparing import Comparison, compare_runs, lines_of
from core.comparing_curves import curves_of
from core.comparing_names import FEWEST, MOST, names_of
from core.comparing_settings import SettingDifference, settings_differences
from core.comparing_text import setting_lines, verdict_lines
from core.comparing_verdicts import Compared, compare_verdicts
from core.events import Detail, Finished, Notice, TaskProgress
from core.exporting.written import check_place
from core.numbers import count, percent
from core.predictions import write_table
from core.reporting import Reporter
from core.result_tables import with_names
from core.run_folder import RunFolder
from datasets.messages import InputError, Message, message


def report_comparison(
    runs: Sequence[RunFolder], out: Path | None, report: Reporter, *, only_worth: bool = False
) -> None:
    """Tell which settings differ, what each run is worth, and which rows changed their class.

    The rows are those of two runs of one table; the file of them, CSV or Parquet, also has the
    column that names the rows, where the table has one. The values of the end are "runs" (name and
    path of each), "settings" (as `SettingDifference`), "verdicts" (as `Compared`), "curves" (as
    `core.comparing_curves.curves_of`), and with rows "rows", "changed", "share", "flips" and "out".

    Parameters
    ----------
    only_worth
        Whether the classes of the rows are left alone; the runs may be of several tables then.

    Raises
    ------
    InputError
        When there are fewer than 2 runs or more than 6, a file of rows is wanted of more than two,
        a run has no predictions, or they classified different tables.
    """
    _check(runs, out, only_worth)
    flips = None
    if len(runs) == 2 and not only_worth and (out is not None or not _is_of_images(runs)):
        flips = _flips(runs[0], runs[1], out, report)
    names = names_of(runs)
    settings = settings_differences([run.any_job() for run in runs])
    verdicts = _verdicts(runs, names, report)
    for line in (*setting_lines(names, settings), "", *verdict_lines(names, verdicts)):
        report(Detail(message("{text}", text=line)))
    values = {**_values(runs, names, settings, verdicts), **_row_values(flips, out)}
    report(Finished(_said(names, settings, flips), values))


def _check(runs: Sequence[RunFolder], out: Path | None, only_worth: bool) -> None:
    if not FEWEST <= len(runs) <= MOST:
        raise InputError(
            "{count} runs were given; give {fewest} to {most} to compare them.",
            count=len(runs),
            fewest=FEWEST,
            most=MOST,
        )
    if out is None:
        return
    if len(runs) > 2 or only_worth:
        raise InputError(
            "A file of the rows that changed takes two runs and their classes; leave out --out, or "
            "give two runs without --verdicts."
        )
    check_place(out, *runs[0].tables, *runs[1].tables)


def _is_of_images(runs: Sequence[RunFolder]) -> bool:
    return all(run.is_of_images for run in runs)


def _flips(first: RunFolder, second: RunFolder, out: Path | None, report: Reporter) -> Comparison:
    """Find the rows that changed, and write or list them."""
    found = compare_runs(first, second)
    if out is not None:
        write_table(with_names(first, found.table, found.rows), out)
    else:
        for line in lines_of(found):
            report(Notice(message("{text}", text=line)))
    return found


def _verdicts(runs: Sequence[RunFolder], names: Sequence[str], report: Reporter) -> list[Compared]:
    what = message("Comparing the runs")
    return compare_verdicts(runs, names, lambda done: report(TaskProgress(what, done, len(runs))))


def _said(
    names: Sequence[str], settings: Sequence[SettingDifference], flips: Comparison | None
) -> Message:
    if flips is None:
        return message(
            "{count} runs were compared. Settings that differ: {settings}.",
            count=len(names),
            settings=len(settings),
        )
    return message(
        "{changed} of {rows} rows ({share}) have another class in {second} than in {first}.",
        changed=count(len(flips.changed)),
        rows=count(flips.rows),
        share=percent(flips.share),
        first=names[0],
        second=names[1],
    )


def _values(
    runs: Sequence[RunFolder],
    names: Sequence[str],
    settings: Sequence[SettingDifference],
    verdicts: Sequence[Compared],
) -> dict[str, Any]:
    return {
        "runs": [
            {"name": name, "path": str(run.path)} for name, run in zip(names, runs, strict=True)
        ],
        "settings": [asdict(row) for row in settings],
        "verdicts": [each.to_values() for each in verdicts],
        "curves": [curves_of(run) for run in runs],
    }


def _row_values(flips: Comparison | None, out: Path | None) -> dict[str, Any]:
    if flips is None:
        return {}
    return {
        "rows": flips.rows,
        "changed": len(flips.changed),
        "share": flips.share,
        "flips": [list(flip) for flip in flips.flips],
        "out": str(out) if out is not None else "",
    }
