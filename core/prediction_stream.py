"""Classifying a table that need not fit into memory: read, classify and write side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv, parquet

from core.classifying import Classifier
from core.events import Notice, TaskProgress
from core.model import TrainedModel
from core.prediction_columns import MAPPED, SET
from core.predictions import prediction_table, sample_cells
from core.reporting import Reporter
from core.uncertainty.other_file import RowSample
from core.uncertainty.survey import AsAWhole
from core.uncertainty.unlike import marked_notice
from datasets.assembling import feature_matrix
from datasets.chunks import Chunk
from datasets.columns import Table
from datasets.messages import InputError, Message, message
from datasets.roles import sample_column

Item = TypeVar("Item")
# a million rows of a national survey: their progress is worth a line
ANNOUNCED = 50
BOM = b"\xef\xbb\xbf"


class Writer(Protocol):
    """Takes one table after another."""

    def write_table(self, table: pa.Table) -> None:
        """Append the rows of a table."""

    def close(self) -> None:
        """Finish the file."""


@dataclass
class Counted:
    """What was seen on the way.

    Attributes
    ----------
    rows
        Classified.
    gaps
        Missing values among the features.
    notices
        How often each sentence about one part was said.
    crs
        Coordinate reference system that the file states.
    unlike
        Rows unlike the training samples.
    sample
        Rows to compare the file with the survey of the model.
    marked_whole
        Whether all rows are marked as unlike, since the file is so as a whole.
    """

    rows: int = 0
    gaps: int = 0
    notices: dict[str, Message] = field(default_factory=dict)
    crs: str = ""
    unlike: int = 0
    sample: RowSample = field(default_factory=RowSample)
    marked_whole: bool = False


def classify_chunks(
    model: TrainedModel,
    chunks: Iterator[Chunk],
    coordinates: Callable[[Table], NDArray[np.float64] | None],
    report: Reporter,
    counted: Counted,
    whole: AsAWhole | None = None,
) -> Iterator[pa.Table]:
    """Yield the predictions of one part of a table after another.

    The next part is read while the present one is classified.

    Parameters
    ----------
    whole
        How unlike the table as a whole is, where that is known and to be marked.

    Raises
    ------
    InputError
        When a column of the model is missing.
    """
    with Classifier(model) as classifier:
        for samples in ahead(_samples(model, chunks, counted)):
            found = classifier.classify(samples.features, samples.censored)
            # by all cores too, so not in the threads of the classifier
            unlike = model.scores(samples.features, samples.censored)
            if unlike is not None:
                unlike = unlike if whole is None else whole.marks(unlike)
                counted.unlike += int((unlike > 1).sum())
                counted.sample.take(samples.features, samples.censored)
            chunk = samples.chunk
            first = chunk.first_row + 1
            rows = np.arange(first, first + chunk.table.rows, dtype=np.int64)
            report(TaskProgress(message("Classifying"), chunk.done, max(chunk.total, 1)))
            yield prediction_table(
                found,
                model.class_names,
                rows,
                samples=sample_names(model, chunk.table),
                coordinates=coordinates(chunk.table),
                held=model.sets.sets_of(found.probability) if model.sets is not None else None,
                unlike=unlike,
            )


@dataclass(frozen=True)
class _Samples:
    """One part of a table, and what the model reads of it."""

    chunk: Chunk
    features: NDArray[np.float64]
    censored: NDArray[np.bool_] | None


def _samples(model: TrainedModel, chunks: Iterator[Chunk], counted: Counted) -> Iterator[_Samples]:
    for chunk in chunks:
        check_columns(model, chunk.table)
        features, censored, notices = feature_matrix(
            chunk.table, model.feature_names, model.feature_units
        )
        _count(counted, chunk.table, features, notices)
        yield _Samples(chunk, features, censored if censored.any() else None)


def sample_names(model: NamesColumns, table: Table) -> tuple[str, pa.Array] | None:
    """Return header and cells of the column that names the samples, None without one."""
    name = sample_column(table.names)
    if not name or name in model.feature_names:
        return None
    return name, sample_cells(table.column(name).values)


def write_stream(tables: Iterator[pa.Table], path: Path, suffix: str) -> None:
    """Write tables of one schema one behind another, while the next one is made.

    Parameters
    ----------
    suffix
        What the file is to be: ".parquet", ".csv" or ".arrow".

    Raises
    ------
    InputError
        When there is not a single row.
    """
    writer: Writer | None = None
    try:
        with ThreadPoolExecutor(1, "writing") as thread:
            waiting = None
            for table in tables:
                if writer is None:
                    writer = _writer(path, suffix, table.schema)
                if waiting is not None:
                    waiting.result()
                waiting = thread.submit(writer.write_table, table)
            if waiting is not None:
                waiting.result()
    finally:
        if writer is not None:
            writer.close()
    if writer is None:
        raise InputError("The table has no rows; choose one with samples.")


def ahead(items: Iterator[Item]) -> Iterator[Item]:
    """Yield items, with the next one in the making on another thread."""
    nothing = object()
    with ThreadPoolExecutor(1, "reading") as thread:
        waiting = thread.submit(next, items, nothing)
        while (item := waiting.result()) is not nothing:
            waiting = thread.submit(next, items, nothing)
            yield item  # type: ignore[misc]


def _writer(path: Path, suffix: str, schema: pa.Schema) -> Writer:
    if suffix == ".csv":
        return _CsvWriter(path, schema)
    if suffix == ".arrow":
        return pa.ipc.new_file(str(path), schema)  # type: ignore[no-any-return]
    # probabilities of neighbours differ in every digit: packing them takes time and saves nothing
    return parquet.ParquetWriter(  # type: ignore[no-any-return]
        path,
        schema,
        compression="none",
        use_dictionary=["class", MAPPED, SET],
        write_statistics=False,
    )


class _CsvWriter:
    """CSV in UTF-8 with a byte order mark, for spreadsheets."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._file = path.open("wb")
        self._file.write(BOM)
        self._writer = csv.CSVWriter(self._file, schema)

    def write_table(self, table: pa.Table) -> None:
        self._writer.write_table(table)

    def close(self) -> None:
        self._writer.close()
        self._file.close()


class NamesColumns(Protocol):
    """A model that says which columns it reads."""

    @property
    def feature_names(self) -> tuple[str, ...]: ...


def check_columns(model: NamesColumns, table: Table) -> None:
    """Raise InputError when a table lacks a column of the model."""
    missing = [name for name in model.feature_names if name not in table.names]
    if missing:
        raise InputError(
            "{table} lacks the columns {columns}, which the model needs; rename the columns or "
            "use another table.",
            table=table.source,
            columns=", ".join(missing),
        )


def _count(
    counted: Counted, table: Table, features: NDArray[np.float64], notices: tuple[Message, ...]
) -> None:
    counted.rows += table.rows
    counted.gaps += int(np.count_nonzero(np.isnan(features)))
    counted.crs = counted.crs or table.crs
    for notice in notices:
        if len(counted.notices) < ANNOUNCED:
            # of sentences that differ in their counts alone the first is enough
            counted.notices.setdefault(f"{notice.template}{_names_in(notice)}", notice)


def _names_in(notice: Message) -> str:
    return "|".join(str(value) for value in notice.values.values() if isinstance(value, str))


def tell(counted: Counted, report: Reporter) -> None:
    """Tell of marked rows, gaps and what was odd in the parts."""
    if not counted.marked_whole:
        for notice in marked_notice(counted.unlike, counted.rows):
            report(Notice(notice))
    for notice in counted.notices.values():
        report(Notice(notice))
    if counted.gaps:
        report(
            Notice(
                message(
                    "{count} missing values were taken as the median of the training samples.",
                    count=f"{counted.gaps:,}",
                )
            )
        )
