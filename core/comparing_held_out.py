"""What a run said of the samples that judge it, read from its predictions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import parquet

from core.arrow_columns import as_numpy
from core.prediction_columns import CLASS_PREFIX, class_names_of
from core.run_folder import RunFolder
from core.verdict.held_out import HeldOut
from datasets.messages import InputError

# what numbers the rows: of a table, of images
_NUMBERS = ("row", "sample")


@dataclass(frozen=True)
class Heard:
    """Held-out samples in the order of their rows.

    Attributes
    ----------
    rows
        int64, shape (N,). Row in the table or place among the images, from 1 on.
    known, named
        int64, shape (N,). Class of each sample, and the one that the run named.
    probability
        float64, shape (N, C).
    class_names
        C names.
    """

    rows: NDArray[np.int64]
    known: NDArray[np.int64]
    named: NDArray[np.int64]
    probability: NDArray[np.float64]
    class_names: tuple[str, ...]

    def is_of_same_samples(self, other: Heard) -> bool:
        """Whether both are about the same samples of the same known classes."""
        return (
            self.class_names == other.class_names
            and np.array_equal(self.rows, other.rows)
            and np.array_equal(self.known, other.known)
        )

    def resampled_by(self, units: NDArray[np.int64]) -> HeldOut:
        """Return them as a verdict is reckoned from, drawn together by units, shape (N,)."""
        return HeldOut(self.known, self.named, self.probability, units, self.class_names)

    def alone(self) -> HeldOut:
        """Return them with each sample drawn by itself."""
        return self.resampled_by(np.arange(len(self.rows)))


def heard_by(run: RunFolder) -> Heard | None:
    """Read the held-out samples of a run: the test part, or else the validation part.

    Returns None where there is none.

    Raises
    ------
    InputError
        When the predictions cannot be read.
    """
    if not run.predictions_path.exists():
        return None
    table = _held_out_rows(run)
    if table is None or table.num_rows == 0:
        return None
    names = class_names_of(table.column_names)
    number = next(name for name in _NUMBERS if name in table.column_names)
    table = table.sort_by(number)
    codes = pa.array(names, pa.string())
    known, named = (
        as_numpy(pc.index_in(table.column(name), codes)).astype(np.int64)
        for name in ("known", "class")
    )
    probability = np.column_stack([as_numpy(table.column(CLASS_PREFIX + name)) for name in names])
    rows = as_numpy(table.column(number)).astype(np.int64)
    return Heard(rows, known, named, probability, names)


def _held_out_rows(run: RunFolder) -> pa.Table | None:
    """Return the rows of the part that judges with the columns needed; None without parts."""
    path = run.predictions_path
    try:
        columns = parquet.read_schema(path).names
        if "part" not in columns:
            return None
        probabilities = [name for name in columns if name.startswith(CLASS_PREFIX)]
        wanted = [name for name in (*_NUMBERS, "known", "part", "class") if name in columns]
        judging = pc.field("part").isin(["test", "validation"]) & (pc.field("known") != "")
        table = parquet.read_table(path, columns=[*wanted, *probabilities], filters=judging)
    except (OSError, pa.ArrowInvalid) as error:
        raise InputError(
            "The predictions {path} cannot be read: {reason}.", path=str(path), reason=str(error)
        ) from None
    test = table.filter(pc.equal(table.column("part"), "test"))
    return test if test.num_rows else table
