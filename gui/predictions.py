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

from core.arrow_columns import as_numpy
from core.prediction_columns import CLASS_PREFIX, OUTPUT_PREFIX, class_names_of

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
        return {name: as_numpy(self.table.column(name)) for name in self.table.column_names}

    def columns(self) -> dict[str, NDArray[Any]]:
        """Return every column, text as object arrays."""
        return dict(self._columns)


def read_predictions(path: Path) -> Predictions | None:
    """Return the predictions in a file, None when there are none yet."""
    if not path.exists():
        return None
    return Predictions(pa.parquet.read_table(path, memory_map=True))
