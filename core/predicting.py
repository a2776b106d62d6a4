"""Classifying a new table with the model of a run, and handing out the predictions of a run."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.events import Finished, Notice, TaskProgress
from core.model import load_model
from core.predictions import prediction_table, write_table
from core.reporting import Reporter
from core.result_tables import What, result_table
from core.run_folder import RunFolder
from datasets.assembling import feature_matrix
from datasets.messages import InputError, message
from datasets.table import Table, read_table


def predict_table(run: RunFolder, source: str, out: Path, report: Reporter) -> None:
    """Classify the rows of a table and write them with their coordinates.

    Raises
    ------
    InputError
        When the run has no model, the table lacks one of its columns, or the place cannot be
        written.
    """
    _refuse_to_overwrite(out, source)
    model = load_model(run.model_path)
    report(TaskProgress(message("Reading the table"), 0, 3))
    table = read_table(source)
    missing = [name for name in model.feature_names if name not in table.names]
    if missing:
        raise InputError(
            "{table} lacks the columns {columns}, which the model needs; rename the columns or "
            "use another table.",
            table=source,
            columns=", ".join(missing),
        )
    features, notices = feature_matrix(table, model.feature_names)
    for notice in notices:
        report(Notice(notice))
    gaps = int(np.isnan(features).sum())
    if gaps:
        report(
            Notice(
                message(
                    "{count} missing values were taken as the median of the training samples.",
                    count=f"{gaps:,}",
                )
            )
        )
    report(TaskProgress(message("Classifying"), 1, 3))
    found = model.classify(features)
    report(TaskProgress(message("Writing"), 2, 3))
    rows = np.arange(1, table.rows + 1, dtype=np.int64)
    predictions = prediction_table(
        found, model.class_names, rows, coordinates=_coordinates(table, run)
    )
    write_table(predictions, out)
    report(
        Finished(
            message("{rows} rows classified into {path}.", rows=f"{table.rows:,}", path=str(out)),
            {"out": str(out), "rows": table.rows},
        )
    )


def export_predictions(run: RunFolder, out: Path, report: Reporter, what: What = "all") -> None:
    """Write the predictions of a run, or one of its two tables, as CSV or Parquet."""
    _refuse_to_overwrite(out, run.job().data.table)
    report(TaskProgress(message("Writing"), 0, 1))
    table = result_table(run, what)
    write_table(table, out)
    report(
        Finished(
            message("{rows} rows written to {path}.", rows=f"{table.num_rows:,}", path=str(out)),
            {"out": str(out), "rows": table.num_rows},
        )
    )


def _refuse_to_overwrite(out: Path, source: str) -> None:
    if out.resolve() == Path(source).resolve():
        raise InputError(
            "The file {path} is the table itself; choose another name for the result.",
            path=str(out),
        )


def _coordinates(table: Table, run: RunFolder) -> np.ndarray | None:
    """Return the columns that were coordinates in the run, where the new table has them too."""
    data = run.job().data
    if data.x not in table.names or data.y not in table.names:
        return None
    columns = table.column(data.x), table.column(data.y)
    if any(column.kind != "number" for column in columns):
        return None
    return np.column_stack([column.values for column in columns])
