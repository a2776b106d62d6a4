"""Classifying a new table with the model of a run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.events import Finished, Notice, TaskProgress
from core.exporting.formats import RESULTS, suffix_of
from core.exporting.results import Results
from core.exporting.writing import How, write_results
from core.exporting.written import check_place, result_written
from core.job import Job
from core.loading import read_source
from core.model import TrainedModel, load_model
from core.prediction_stream import Counted, classify_chunks, tell, write_stream
from core.reading import Reading
from core.reporting import Heard, Reporter
from core.run_folder import RunFolder
from core.uncertainty.other_file import compare, whole_notices
from core.uncertainty.survey import AsAWhole
from datasets.chunks import Chunk, in_chunks
from datasets.columns import Table
from datasets.messages import message

# these are written row after row; the others need all rows at once
STREAMED = (".csv", ".parquet")


def predict_table(
    run: RunFolder,
    source: str,
    out: Path,
    report: Reporter,
    how: How | None = None,
    *,
    row_by_row: bool = False,
) -> None:
    """Classify the rows of a table and write them with their coordinates.

    A Parquet file, or a text of more than 200 MB, is read and classified a part at a time, so
    that it may be larger than memory.

    Parameters
    ----------
    out
        Its ending decides what is written, see `core.exporting.writing`.
    row_by_row
        Whether rows are marked as unknown by themselves alone, also where the table as a whole is
        unlike the survey that the run learned from.

    Raises
    ------
    InputError
        When the run has no model, the table lacks one of its columns, or the place cannot be
        written.
    """
    check_place(out, source, *run.tables)
    suffix_of(out, RESULTS)
    heard = Heard(report)
    heard(TaskProgress(message("Reading the table"), 0, 1))
    table = _OtherTable(load_model(run.model_path), run.job(), source, row_by_row, heard)
    if out.suffix.lower() in STREAMED and not (how or How()).layer:
        with result_written(out) as part:
            counted = table.classify(part, out.suffix.lower())
    else:
        with tempfile.TemporaryDirectory(prefix="anomalyst-") as folder:
            held = Path(folder) / "predictions.arrow"
            counted = table.classify(held, ".arrow")
            # mapped into memory, the rows lie in the file and not in the process
            with pa.memory_map(str(held)) as file:
                found = pa.ipc.open_file(file).read_all()
                crs = counted.crs or table.job.data.crs
                look = how or How()
                results = Results(
                    found,
                    found,
                    table.job,
                    crs,
                    source,
                    table.reading,
                    None,
                    look.colours,
                    look.language,
                )
                write_results(results, out, heard, how)
                del found, results
    report(classified(out, counted.rows, heard, marked_whole=counted.marked_whole))


def classified(out: Path, rows: int, heard: Heard, *, marked_whole: bool) -> Finished:
    """Return the end of a task that classified another table.

    Parameters
    ----------
    marked_whole
        Whether all rows are unknown since the table is unlike the survey as a whole.
    """
    return Finished(
        message("{rows} rows classified into {path}.", rows=f"{rows:,}", path=str(out)),
        {
            "out": str(out),
            "rows": rows,
            "notices": [asdict(notice) for notice in heard.notices],
            "marked_whole": marked_whole,
        },
    )


@dataclass(frozen=True)
class _OtherTable:
    """A table that is not the one a model learned from."""

    model: TrainedModel
    job: Job
    source: str
    row_by_row: bool
    report: Reporter

    @property
    def reading(self) -> Reading:
        """How it is read: as the one that was trained on, of the same laboratory, to its end."""
        recipe = self.job.data.reading.recipe
        return Reading(recipe=recipe.model_copy(update={"last": None}))

    def classify(self, path: Path, suffix: str) -> Counted:
        """Classify it into a file, a second time where it turns out to be unlike as a whole: that
        is known when all rows were seen, and then stands in each.
        """
        counted = self._classify(path, suffix, None)
        whole = compare(self.model, counted.sample)
        if whole is not None and whole.is_unlike:
            for notice in whole_notices(
                whole, self.model, counted.sample, marked=not self.row_by_row
            ):
                self.report(Notice(notice))
            if not self.row_by_row:
                counted = self._classify(path, suffix, whole)
                counted.marked_whole = True
        tell(counted, self.report)
        return counted

    def _classify(self, path: Path, suffix: str, whole: AsAWhole | None) -> Counted:
        counted = Counted()
        tables = classify_chunks(
            self.model, self._chunks(), self._coordinates, self.report, counted, whole
        )
        write_stream(tables, path, suffix)
        return counted

    def _chunks(self) -> Iterator[Chunk]:
        """Read it a part at a time where its file allows it."""
        data, path = self.job.data, Path(self.source)
        wanted = [name for name in (*self.model.feature_names, data.x, data.y) if name]
        chunks = in_chunks(path, self.reading.recipe, wanted) if path.is_file() else None
        if chunks is not None:
            return chunks
        return iter([Chunk(read_source(self.source, self.reading), 0, 1, 1)])

    def _coordinates(self, table: Table) -> NDArray[np.float64] | None:
        """Return the columns that were coordinates in the run, where it has them too."""
        data = self.job.data
        if data.x not in table.names or data.y not in table.names:
            return None
        columns = table.column(data.x), table.column(data.y)
        if any(column.kind != "number" for column in columns):
            return None
        return np.column_stack([column.values for column in columns])
