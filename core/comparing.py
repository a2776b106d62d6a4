"""Two runs on one table: which rows have another class in the second."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from core.arrow_columns import as_numpy
from core.numbers import count
from core.predictions import read_predictions
from core.run_folder import RunFolder
from datasets.messages import InputError

# rows that a terminal lists; a file has all of them
MOST_LISTED = 30


@dataclass(frozen=True)
class Comparison:
    """What came out.

    Attributes
    ----------
    rows
        Number of rows that both runs classified.
    changed
        int64, shape (C,). Index of the rows with another class, counted from 0.
    flips
        First class, second class and how many rows went from one to the other, the most first.
    table
        The changed rows: row, place and known class where there are any, then class, probability
        and agreement in the first and in the second run.
    """

    rows: int
    changed: NDArray[np.int64]
    flips: tuple[tuple[str, str, int], ...]
    table: pa.Table

    @property
    def share(self) -> float:
        """Share of the rows that changed."""
        return len(self.changed) / self.rows if self.rows else 0.0


def compare_runs(first: RunFolder, second: RunFolder) -> Comparison:
    """Find the rows whose class differs between two runs of the same table.

    Raises
    ------
    InputError
        When a run has no predictions yet, or the two classified different tables.
    """
    one, two = (read_predictions(run.predictions_path) for run in (first, second))
    _check_same_table(first, second, one, two)
    differs = pc.not_equal(one.column("class"), two.column("class"))
    changed = _side_by_side(one.filter(differs), two.filter(differs))
    pairs = Counter(
        zip(
            changed.column("first class").to_pylist(),
            changed.column("second class").to_pylist(),
            strict=True,
        )
    )
    return Comparison(
        one.num_rows,
        as_numpy(pc.indices_nonzero(differs)).astype(np.int64),
        tuple((before, after, number) for (before, after), number in pairs.most_common()),
        changed,
    )


def _check_same_table(first: RunFolder, second: RunFolder, one: pa.Table, two: pa.Table) -> None:
    marks = [run.survey_job().data.fingerprint for run in (first, second)]
    is_same = one.num_rows == two.num_rows and ("" in marks or marks[0] == marks[1])
    if not is_same:
        raise InputError(
            "The runs {first} and {second} classified different tables; compare two runs of one "
            "table.",
            first=str(first.path),
            second=str(second.path),
        )


def _side_by_side(one: pa.Table, two: pa.Table) -> pa.Table:
    columns = {
        name: one.column(name) for name in ("row", "x", "y", "known") if name in one.column_names
    }
    for name in ("class", "probability", "agreement"):
        for word, table in (("first", one), ("second", two)):
            if name in table.column_names:
                columns[f"{word} {name}"] = table.column(name)
    return pa.table(columns)


def lines_of(found: Comparison) -> list[str]:
    """Return what a terminal lists: the flips by their number, then the first rows."""
    lines = [f"{before} → {after}: {count(number)}" for before, after, number in found.flips]
    for row in found.table.slice(0, MOST_LISTED).to_pylist():
        place = f" ({row['x']:,.12g}, {row['y']:,.12g})" if "x" in row else ""
        lines.append(f"row {row['row']}{place}: {row['first class']} → {row['second class']}")
    left = len(found.changed) - MOST_LISTED
    return [*lines, f"… +{count(left)}"] if left > 0 else lines
