"""A classified file on the map: its columns lie on disk, and those that are drawn are mapped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.map_result import ABOUT, KINDS, SHARE
from core.prediction_columns import CLASS_PREFIX, SET, UNLIKE, class_names_of


@dataclass(frozen=True)
class MappedResult:
    """What `core.map_result` wrote of a table of predictions.

    Attributes
    ----------
    columns
        Names of the columns, in the order of their files.
    source
        The file they come from.
    """

    folder: Path
    rows: int
    columns: tuple[str, ...]
    crs: str
    source: str

    @classmethod
    def read(cls, folder: Path) -> MappedResult:
        """Read what is known of the columns, and none of them."""
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        return cls(folder, about["rows"], tuple(about["columns"]), about["crs"], about["source"])

    def __len__(self) -> int:
        return self.rows

    @cached_property
    def class_names(self) -> tuple[str, ...]:
        """Classes in the order of the network's outputs."""
        return class_names_of(self.columns)

    @property
    def x(self) -> NDArray[np.float64]:
        """Easting or longitude, float64, shape (rows,), NaN where missing."""
        return self._column("x")

    @property
    def y(self) -> NDArray[np.float64]:
        """Northing or latitude, as `x`."""
        return self._column("y")

    @property
    def codes(self) -> NDArray[Any]:
        """Predicted class of each row, int16, -1 for none."""
        return self._column("class")

    @property
    def probability(self) -> NDArray[Any]:
        """Probability of the predicted class, float32."""
        return self._column("probability")

    @property
    def agreement(self) -> NDArray[Any] | None:
        """Share of the members that name the class, float32; None of a single member."""
        return self._column("agreement") if "agreement" in self.columns else None

    @property
    def unlike(self) -> NDArray[Any] | None:
        """How unlike the training samples each row is, float32; None where not told."""
        return self._column(UNLIKE) if UNLIKE in self.columns else None

    @property
    def set_sizes(self) -> NDArray[Any] | None:
        """Classes in the prediction set of each row, int16; None where there are no sets."""
        return self._column(SET) if SET in self.columns else None

    @property
    def wrong(self) -> NDArray[Any] | None:
        """None: no class is known in another table."""
        return None

    def set_of(self, index: int) -> str:
        """Return "": the file for the map has the sizes of the sets alone."""
        return ""

    @property
    def ordered(self) -> NDArray[Any] | None:
        """None: nothing is known of a target in another table."""
        return None

    def of_class(self, name: str) -> NDArray[Any]:
        """Return the probability of one class, float32."""
        return self._column(CLASS_PREFIX + name)

    def name(self, index: int) -> str:
        """Return the predicted class of a row by name, "" for none."""
        code = int(self.codes[index])
        return self.class_names[code] if code >= 0 else ""

    def _column(self, name: str) -> NDArray[Any]:
        """Map a column into memory; what nobody looks at any more the system takes back."""
        path = self.folder / f"{self.columns.index(name)}.bin"
        kind = KINDS.get(name, SHARE)
        if self.rows == 0:
            return np.empty(0, kind)
        return np.asarray(np.memmap(path, kind, "r", shape=(self.rows,)))
