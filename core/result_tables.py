"""The two tables that a run ends in: its labelled samples, right or wrong, and the rest."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.predictions import read_predictions, sample_cells, with_samples
from core.row_names import row_names
from core.run_folder import RunFolder
from datasets.messages import InputError

What = Literal["all", "training", "predictions"]
# known class, part and wrong votes say nothing of samples without a class
_OF_LABELLED = ("known", "part", "wrong")


def result_table(run: RunFolder, what: What) -> pa.Table:
    """Return the predictions of a run, or one of its two tables.

    Parameters
    ----------
    what
        "all" for the predictions as they are; "training" for the labelled samples, held-out ones
        too, with a column ``right``; "predictions" for the samples without a class. The latter
        two also get the column that names the rows, where the table of the run has one.

    Raises
    ------
    InputError
        When there are no predictions, or no such row is among them.
    """
    table = read_predictions(run.predictions_path)
    if what == "all":
        return table
    table = with_names(run, table)
    labelled = _labelled(table)
    if what == "training":
        return _with_right(_some(table.filter(labelled)))
    rest = table.filter(pc.invert(labelled))
    return _some(rest.drop_columns([name for name in _OF_LABELLED if name in rest.column_names]))


def _labelled(table: pa.Table) -> pa.Array:
    if "known" not in table.column_names:
        return pa.array(np.zeros(table.num_rows, dtype=bool))
    return pc.not_equal(pc.fill_null(table.column("known"), ""), "")


def _some(table: pa.Table) -> pa.Table:
    if table.num_rows == 0:
        raise InputError("This run has no such rows; export all its predictions instead.")
    return table


def with_names(run: RunFolder, table: pa.Table, rows: int = -1) -> pa.Table:
    """Put the names of the rows beside their numbers.

    Parameters
    ----------
    rows
        Number of rows that the run classified, where these are some of them.
    """
    found = row_names(run.survey_job().data, table.num_rows if rows < 0 else rows)
    if found is None:
        return table
    name, values = found
    places = table.column("row").to_numpy() - 1
    return with_samples(table, name, sample_cells(values[places]))


def _with_right(table: pa.Table) -> pa.Table:
    right = pc.equal(table.column("known"), table.column("class"))
    return table.add_column(table.column_names.index("class") + 1, "right", right)
