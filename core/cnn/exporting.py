"""The predictions of a run on images, as a file to be taken away."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from core.events import Finished, TaskProgress
from core.exporting.formats import TABLES, suffix_of
from core.exporting.tables import write_table
from core.exporting.workbook import write_sheets
from core.exporting.written import check_place
from core.predictions import read_predictions
from core.reporting import Reporter
from core.result_tables import What
from core.run_folder import RunFolder
from datasets.messages import InputError, message


def export_image_predictions(
    run: RunFolder, out: Path, report: Reporter, what: What = "all"
) -> None:
    """Write a row for each image of a run, see `core.cnn.tables.image_table`.

    Parameters
    ----------
    out
        Ends in .csv, .xlsx or .parquet.
    what
        "all", "training" for the images with a known class, held-out ones too, or "predictions"
        for those without.

    Raises
    ------
    InputError
        When there are no predictions, no such image is among them, or the place cannot be written.
    """
    check_place(out, *run.tables)
    suffix = suffix_of(out, TABLES)
    report(TaskProgress(message("Reading the predictions"), 0, 1))
    table = _rows_of(read_predictions(run.predictions_path), what)
    if suffix == ".xlsx":
        notices = write_sheets({"predictions": table}, out)
    else:
        write_table(table, out)
        notices = []
    report(
        Finished(
            message("{rows} images written to {path}.", rows=f"{table.num_rows:,}", path=str(out)),
            {
                "out": str(out),
                "rows": table.num_rows,
                "notices": [vars(notice) for notice in notices],
            },
        )
    )


def _rows_of(table: pa.Table, what: What) -> pa.Table:
    if what == "all":
        return table
    is_known = pc.not_equal(table["known"], "")
    chosen = table.filter(is_known if what == "training" else pc.invert(is_known))
    if chosen.num_rows:
        return chosen
    if what == "training":
        raise InputError("No image of this run has a known class; export all of them instead.")
    raise InputError("Every image of this run has a known class; export all of them instead.")
