"""The predictions of a finished run, as the window shows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet
from numpy.typing import NDArray

from core.arrow_columns import as_numpy, text_codes
from core.prediction_columns import (
    CLASS_PREFIX,
    OUTPUT_PREFIX,
    SET,
    UNLIKE,
    class_names_of,
    set_size,
)

OUTPUT = "output"

AGREEMENT = "agreement"


@dataclass(frozen=True)
class Predictions:
    """The columns of ``predictions.parquet`` by name."""

    table: pa.Table

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @cached_property
    def class_names(self) -> tuple[str, ...]:
        """Classes in the order of the network's outputs."""
        return class_names_of(self.table.column_names)

    @cached_property
    def codes(self) -> NDArray[np.int64]:
        """Predicted class of each row."""
        place = {name: number for number, name in enumerate(self.class_names)}
        names = self.table.column("class").combine_chunks().dictionary_encode()
        codes = np.array([place[name] for name in names.dictionary.to_pylist()], dtype=np.int64)
        return codes[as_numpy(names.indices)]

    @cached_property
    def probability(self) -> NDArray[np.float64]:
        """Probability of the predicted class."""
        return as_numpy(self.table.column("probability"))

    @cached_property
    def labelled(self) -> NDArray[np.bool_]:
        """Which rows have a known class."""
        if "known" not in self.table.column_names:
            return np.zeros(len(self), dtype=bool)
        return np.array([bool(name) for name in self.table.column("known").to_pylist()], dtype=bool)

    @cached_property
    def agreement(self) -> NDArray[np.float64] | None:
        """Share of the members that vote for the predicted class, None of a single member."""
        if AGREEMENT not in self.table.column_names:
            return None
        return as_numpy(self.table.column(AGREEMENT))

    @cached_property
    def unlike(self) -> NDArray[np.float64] | None:
        """How unlike the training samples each row is, above 1: unlike; None where not told."""
        return as_numpy(self.table.column(UNLIKE)) if UNLIKE in self.table.column_names else None

    @cached_property
    def set_sizes(self) -> NDArray[np.float64] | None:
        """Classes in the prediction set of each row; None where there are no sets."""
        if SET not in self.table.column_names:
            return None
        codes, texts = text_codes(self.table.column(SET))
        return np.array([set_size(text or "") for text in texts], np.float64)[codes]

    @cached_property
    def wrong(self) -> NDArray[np.float64] | None:
        """Share of the members that name another class than the known one, NaN where none is."""
        return as_numpy(self.table.column("wrong")) if "wrong" in self.table.column_names else None

    def set_of(self, index: int) -> str:
        """Return the classes in the prediction set of a row, "" where there are no sets."""
        return self.table.column(SET)[index].as_py() if self.set_sizes is not None else ""

    @cached_property
    def outputs(self) -> dict[str, NDArray[np.float64]]:
        """Raw outputs of the network by class, under "" a single ordered one.

        Runs of earlier versions have none.
        """
        return {
            name.removeprefix(OUTPUT).removeprefix(" "): as_numpy(self.table.column(name))
            for name in self.table.column_names
            if name == OUTPUT or name.startswith(OUTPUT_PREFIX)
        }

    @property
    def ordered(self) -> NDArray[np.float64] | None:
        """The value of the one ordered output, None where there is an output for each class."""
        return self.outputs.get("")

    def of_class(self, name: str) -> NDArray[np.float64]:
        """Return the probability of one class."""
        return as_numpy(self.table.column(CLASS_PREFIX + name))

    def name(self, index: int) -> str:
        """Return the predicted class of a row by name."""
        return self.class_names[self.codes[index]]

    @cached_property
    def _columns(self) -> dict[str, NDArray[Any]]:
        return {name: _values(self.table.column(name)) for name in self.table.column_names}

    def columns(self) -> dict[str, NDArray[Any]]:
        """Return every column, text as object arrays."""
        return dict(self._columns)


def _values(column: pa.ChunkedArray) -> NDArray[Any]:
    """Return a column as an array; equal texts of millions of rows are one and the same."""
    if not pa.types.is_string(column.type):
        return as_numpy(column)
    codes, texts = text_codes(column)
    return np.array(texts, dtype=object)[codes]


def read_predictions(path: Path) -> Predictions | None:
    """Return the predictions in a file, None when there are none yet."""
    if not path.exists():
        return None
    return Predictions(pa.parquet.read_table(path, memory_map=True))
