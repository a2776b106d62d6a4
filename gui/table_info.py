"""A table as the window holds it: its columns mapped into memory, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.arrow_columns import TextCells, as_numpy, text_codes
from core.reading import Reading, reading_from_values
from datasets.messages import Message
from gui.import_info import ImportInfo
from gui.labels_info import LabelsInfo


@dataclass(frozen=True)
class ColumnInfo:
    """One column: what it is called, what it holds, and the role proposed for it."""

    name: str
    kind: str
    role: str
    reason: Message
    missing: int
    censored: int
    distinct: int
    classes: dict[str, int]
    above: int = 0
    unit: str = ""
    element: str = ""
    method: str = ""


@dataclass(frozen=True)
class TableInfo:
    """What the command ``columns`` found, with the values behind it."""

    source: str
    rows: int
    fingerprint: str
    encoding: str
    separator: str
    crs: str
    notices: tuple[Message, ...]
    columns: tuple[ColumnInfo, ...]
    arrow_path: str
    reading: Reading = field(default_factory=Reading)
    imported: ImportInfo | None = None
    labels: LabelsInfo | None = None
    classes_before: dict[str, dict[str, int]] = field(default_factory=dict)

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> TableInfo:
        """Build it from the values of the Finished event."""
        columns = tuple(
            ColumnInfo(**{**column, "reason": Message(**column["reason"])})
            for column in values["columns"]
        )
        return cls(
            source=values["source"],
            rows=values["rows"],
            fingerprint=values["fingerprint"],
            encoding=values["encoding"],
            separator=values["separator"],
            crs=values["crs"],
            notices=tuple(Message(**notice) for notice in values["notices"]),
            columns=columns,
            arrow_path=values["arrow"],
            reading=reading_from_values(values["reading"], values["source"]),
            imported=ImportInfo.from_values(values) if values.get("head") else None,
            labels=LabelsInfo.from_values(values["labels"]) if values["labels"] else None,
            classes_before=values["classes_before"],
        )

    @property
    def is_example(self) -> bool:
        return self.source.startswith("example:")

    @property
    def wants_a_look(self) -> bool:
        """Whether a person should see how the file was read before going on."""
        info = self.imported
        # a system that the file does not name is asked for where the map is
        doubts = [each for each in info.doubts if each.name != "crs"] if info is not None else []
        return info is not None and bool(doubts or info.unread_count)

    @cached_property
    def _arrow(self) -> pa.Table:
        with pa.memory_map(self.arrow_path) as file:
            return pa.ipc.open_file(file).read_all()

    def column(self, name: str) -> ColumnInfo | None:
        """Return the column of that name, None when there is none."""
        return next((column for column in self.columns if column.name == name), None)

    def values(self, name: str) -> NDArray[Any]:
        """Return a column's values: float64 with NaN, or an object array of str and None."""
        return as_numpy(self._arrow.column(f"v{self._number(name)}"))

    def cells(self, name: str) -> NDArray[Any] | TextCells:
        """Return a column for a table on screen: text is made where it is looked at."""
        if self.columns[self._number(name)].kind == "number":
            return self.values(name)
        return TextCells(self._arrow.column(f"v{self._number(name)}"))

    def cell(self, name: str, row: int) -> Any:
        """Return one value without making the others: a float or a str, None where missing."""
        return self._arrow.column(f"v{self._number(name)}")[row].as_py()

    def censored(self, name: str) -> NDArray[np.bool_] | None:
        """Return which cells are below their limit, None when none are."""
        return self._flags(f"m{self._number(name)}")

    def above(self, name: str) -> NDArray[np.bool_] | None:
        """Return which cells are above their limit, None when none are."""
        return self._flags(f"a{self._number(name)}")

    def _flags(self, field: str) -> NDArray[np.bool_] | None:
        if field not in self._arrow.column_names:
            return None
        return as_numpy(self._arrow.column(field)).astype(bool)

    @cached_property
    def _codes(self) -> dict[str, tuple[NDArray[np.int64], tuple[str, ...]]]:
        """Codes found so far: a live map asks for the same ones several times a second."""
        return {}

    def codes(self, name: str) -> tuple[NDArray[np.int64], tuple[str, ...]]:
        """Return a column as class codes (-1 where missing) and the classes' names.

        The names are those of the describing command, in its order.
        """
        if name not in self._codes:
            self._codes[name] = self._find_codes(name)
        return self._codes[name]

    def _find_codes(self, name: str) -> tuple[NDArray[np.int64], tuple[str, ...]]:
        number = self._number(name)
        column = self.columns[number]
        names = tuple(column.classes)
        if f"c{number}" in self._arrow.column_names:
            return as_numpy(self._arrow.column(f"c{number}")).astype(np.int64), names
        if column.kind == "number":
            values = self.values(name)
            numbers = np.array([float(name) for name in names])
            order = np.argsort(numbers)
            found = order[np.searchsorted(numbers[order], values).clip(0, len(names) - 1)]
            return np.where(numbers[found] == values, found, -1), names
        place = {class_name: number for number, class_name in enumerate(names)}
        # each different text is looked up once: a million rows have few classes
        found_codes, texts = text_codes(self._arrow.column(f"v{self._number(name)}"))
        of_text = [-1 if text is None else place.get(text.strip(), -1) for text in texts]
        table = np.array([*of_text, -1], dtype=np.int64)
        return table[found_codes], names

    def _number(self, name: str) -> int:
        return next(number for number, column in enumerate(self.columns) if column.name == name)
