"""Classifying another survey with a CNN on windows."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.events import Notice, TaskProgress
from core.exporting.formats import RESULTS, suffix_of
from core.exporting.results import Results
from core.exporting.writing import How, write_results
from core.exporting.written import check_place
from core.loading import read_source
from core.predicting import classified
from core.prediction_stream import check_columns, sample_names
from core.predictions import prediction_table
from core.protocols.second_file import places_of
from core.reading import Reading
from core.reporting import Heard, Reporter
from core.run_folder import RunFolder
from core.uncertainty.other_file import compare, sample_of, whole_notices
from core.uncertainty.unlike import marked_notice
from core.window_job import WindowJob
from core.windows.model_file import load_window_cnn
from datasets.assembling import feature_matrix
from datasets.messages import message


def predict_windows(
    run: RunFolder,
    source: str,
    out: Path,
    report: Reporter,
    how: How | None = None,
    *,
    row_by_row: bool = False,
) -> None:
    """Classify the samples of a table, each by the cells around it, and write them.

    The whole table is needed at once: a window reaches beyond any part of it.

    Parameters
    ----------
    row_by_row
        See `core.predicting.predict_table`.

    Raises
    ------
    InputError
        When the run has no model, the table lacks one of its columns or the coordinates, or the
        place cannot be written.
    """
    check_place(out, source, *run.tables)
    suffix_of(out, RESULTS)
    model = load_window_cnn(run.model_path)
    job = run.any_job()
    assert isinstance(job, WindowJob)
    heard = Heard(report)
    heard(TaskProgress(message("Reading the table"), 0, 2))
    reading = Reading(recipe=job.data.reading.recipe.model_copy(update={"last": None}))
    table = read_source(source, reading)
    check_columns(model, table)
    places = places_of(table, job)
    features, censored, notices = feature_matrix(table, model.feature_names, model.feature_units)
    for notice in notices:
        heard(Notice(notice))
    heard(TaskProgress(message("Classifying"), 1, 2))
    crs = table.crs or job.data.crs
    found = model.classify(features, places, crs, censored if censored.any() else None)
    unlike = model.scores(features, censored)
    marked_whole = False
    if unlike is not None:
        sample = sample_of(features, censored)
        whole = compare(model, sample)
        marked_whole = whole is not None and whole.is_unlike and not row_by_row
        said = whole_notices(whole, model, sample, marked=marked_whole)
        if whole is not None and marked_whole:
            unlike = whole.marks(unlike)
        else:
            said += marked_notice(int((unlike > 1).sum()), table.rows)
        for notice in said:
            heard(Notice(notice))
    rows = np.arange(1, table.rows + 1, dtype=np.int64)
    predicted = prediction_table(
        found,
        model.class_names,
        rows,
        samples=sample_names(model, table),
        coordinates=places,
        held=model.sets.sets_of(found.probability) if model.sets is not None else None,
        unlike=unlike,
    )
    how = how or How()
    results = Results(
        predicted, predicted, job, crs, source, reading, None, how.colours, how.language
    )
    write_results(results, out, heard, how)
    report(classified(out, table.rows, heard, marked_whole=marked_whole))
