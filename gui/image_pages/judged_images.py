"""The predictions of a run on images, as the Judge page looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np
import pyarrow as pa
import pyarrow.parquet
from numpy.typing import NDArray

from core.arrow_columns import as_numpy, text_codes
from core.cnn import gallery
from core.prediction_columns import CLASS_PREFIX, class_names_of

Choice = Literal["errors", "least certain", "cell", "class"]
UNKNOWN = -1
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Wanted:
    """Which images a gallery shows.

    Attributes
    ----------
    known, predicted
        Class codes: both of a cell, the known one of a class.
    part
        "training", "validation" or "test"; "" for all.
    """

    choice: Choice = "errors"
    part: str = ""
    known: int = 0
    predicted: int = 0


@dataclass(frozen=True)
class JudgedImages:
    """The rows of ``predictions.parquet``, one for each image of the set and in its order."""

    table: pa.Table

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @cached_property
    def class_names(self) -> tuple[str, ...]:
        """Classes in the order of the network's outputs."""
        return class_names_of(self.table.column_names)

    @cached_property
    def known(self) -> Rows:
        """Known class of each image, `UNKNOWN` where there is none."""
        return self._codes("known")

    @cached_property
    def predicted(self) -> Rows:
        """Class that each image was given."""
        return self._codes("class")

    @cached_property
    def probability(self) -> NDArray[np.float64]:
        """Probability of the class given."""
        return as_numpy(self.table["probability"])

    @cached_property
    def _columns(self) -> list[NDArray[np.float64]]:
        return [as_numpy(self.table[CLASS_PREFIX + name]) for name in self.class_names]

    def probabilities(self, row: int) -> list[float]:
        """Return the probability of every class of an image."""
        return [float(column[row]) for column in self._columns]

    def part(self, row: int) -> str:
        """Return "training", "validation", "test", or "" of an image that was none of these."""
        return str(self.table["part"][row].as_py() or "")

    def is_right(self, row: int) -> bool | None:
        """Whether an image was classified right, None where nobody knows."""
        known = int(self.known[row])
        return None if known == UNKNOWN else known == int(self.predicted[row])

    def rows(self, wanted: Wanted) -> Rows:
        """Return the images that a gallery shows, in its order.

        Those of a class come from the one whose own class was found least probable.
        """
        names = self.class_names
        if wanted.choice == "errors":
            return gallery.errors(self.table, wanted.part)
        if wanted.choice == "least certain":
            return gallery.least_certain(self.table, wanted.part)
        if wanted.choice == "cell":
            cell = (names[wanted.known], names[wanted.predicted])
            return gallery.cell(self.table, *cell, wanted.part)
        return self._hardest_first(wanted)

    def _hardest_first(self, wanted: Wanted) -> Rows:
        chosen = self.known == wanted.known
        if wanted.part:
            codes, texts = text_codes(self.table["part"])
            chosen &= np.isin(codes, [n for n, text in enumerate(texts) if text == wanted.part])
        rows = np.flatnonzero(chosen)
        of_its_own = self._columns[wanted.known][rows]
        return np.asarray(rows[np.argsort(of_its_own, kind="stable")], np.int64)

    def _codes(self, column: str) -> Rows:
        places = {name: code for code, name in enumerate(self.class_names)}
        codes, texts = text_codes(self.table[column])
        return _of_texts(texts, places)[codes]


def _of_texts(texts: Sequence[str | None], places: dict[str, int]) -> Rows:
    return np.array([places.get(text or "", UNKNOWN) for text in texts], np.int64)


def read_judged(path: Path) -> JudgedImages | None:
    """Return the predictions in a file, None when there are none yet."""
    if not path.exists():
        return None
    return JudgedImages(pa.parquet.read_table(path, memory_map=True))
