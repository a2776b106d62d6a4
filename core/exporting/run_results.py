"""The results of a run, as a file of whatever kind."""

from __future__ import annotations

from pathlib import Path

from core.events import Finished, TaskProgress
from core.exporting.formats import RASTERS, RESULTS, suffix_of
from core.exporting.writing import How, read_results, write_results
from core.exporting.written import check_place
from core.reporting import Reporter
from core.result_tables import What
from core.run_folder import RunFolder
from datasets.messages import message


def export_predictions(
    run: RunFolder, out: Path, report: Reporter, what: What = "all", how: How | None = None
) -> None:
    """Write the predictions of a run, or one of its two tables, as the ending of `out` says."""
    suffix = suffix_of(out, RESULTS)
    check_place(out, run.survey_job().data.table, *run.tables)
    report(TaskProgress(message("Reading the predictions"), 0, 1))
    how = how or How()
    results = read_results(
        run, what, how.colours, named=suffix not in RASTERS, language=how.language
    )
    notices = write_results(results, out, report, how)
    report(
        Finished(
            message("{rows} rows written to {path}.", rows=f"{results.rows:,}", path=str(out)),
            {"out": str(out), "rows": results.rows, "notices": notices},
        )
    )
