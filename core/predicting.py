"""Classifying a new table with the model of a run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.events import Finished, TaskProgress
from core.exporting.formats import RESULTS, suffix_of
from core.exporting.results import Results
from core.exporting.writing import How, write_results
from core.exporting.written import check_place, result_written
from core.job import Data
from core.loading import read_source
from core.model import load_model
from core.prediction_stream import Counted, classify_chunks, write_stream
from core.reading import Reading
from core.reporting import Reporter
from core.run_folder import RunFolder
from datasets.chunks import Chunk, in_chunks
from datasets.columns import Table
from datasets.messages import message

# these are written row after row; the others need all rows at once
STREAMED = (".csv", ".parquet")


def predict_table(
    run: RunFolder, source: str, out: Path, report: Reporter, how: How | None = None
) -> None:
    """Classify the rows of a table and write them with their coordinates.

    A Parquet file, or a text of more than 200 MB, is read and classified a part at a time, so
    that it may be larger than memory.

    Parameters
    ----------
    out
        Its ending decides what is written, see `core.exporting.writing`.

    Raises
    ------
    InputError
        When the run has no model, the table lacks one of its columns, or the place cannot be
        written.
    """
    check_place(out, source, *run.tables)
    suffix_of(out, RESULTS)
    model = load_model(run.model_path)
    job = run.job()
    report(TaskProgress(message("Reading the table"), 0, 1))
    # a file of the same laboratory is read as the one that was trained on; it has its own end
    reading = Reading(recipe=job.data.reading.recipe.model_copy(update={"last": None}))
    wanted = [name for name in (*model.feature_names, job.data.x, job.data.y) if name]
    chunks = _chunks(source, reading, wanted)
    counted = Counted()

    def coordinates(table: Table) -> NDArray[np.float64] | None:
        return _coordinates(table, job.data)

    tables = classify_chunks(model, chunks, coordinates, report, counted)
    said: list[dict[str, Any]] = []
    if out.suffix.lower() in STREAMED and not (how or How()).layer:
        _stream(tables, out)
    else:
        with tempfile.TemporaryDirectory(prefix="anomalyst-") as folder:
            held = Path(folder) / "predictions.arrow"
            write_stream(tables, held, ".arrow")
            # mapped into memory, the rows lie in the file and not in the process
            with pa.memory_map(str(held)) as file:
                found = pa.ipc.open_file(file).read_all()
                crs = counted.crs or job.data.crs
                look = how or How()
                results = Results(
                    found, found, job, crs, source, reading, None, look.colours, look.language
                )
                said = write_results(results, out, report, how)
                del found, results
    report(
        Finished(
            message("{rows} rows classified into {path}.", rows=f"{counted.rows:,}", path=str(out)),
            {"out": str(out), "rows": counted.rows, "notices": said},
        )
    )


def _stream(tables: Iterator[pa.Table], out: Path) -> None:
    with result_written(out) as part:
        write_stream(tables, part, out.suffix.lower())


def _chunks(source: str, reading: Reading, wanted: list[str]) -> Iterator[Chunk]:
    """Read a table a part at a time where its file allows it."""
    path = Path(source)
    chunks = in_chunks(path, reading.recipe, wanted) if path.is_file() else None
    if chunks is not None:
        return chunks
    return iter([Chunk(read_source(source, reading), 0, 1, 1)])


def _coordinates(table: Table, data: Data) -> NDArray[np.float64] | None:
    """Return the columns that were coordinates in the run, where the new table has them too."""
    if data.x not in table.names or data.y not in table.names:
        return None
    columns = table.column(data.x), table.column(data.y)
    if any(column.kind != "number" for column in columns):
        return None
    return np.column_stack([column.values for column in columns])
