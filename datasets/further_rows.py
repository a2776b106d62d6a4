"""Reading further rows of a text the way its first ones were read, without deciding anything."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa

from datasets.applying import number_column, text_column
from datasets.cells import read_cells
from datasets.codes import missing_words, without_codes
from datasets.columns import Column, Table
from datasets.decisions import Decided
from datasets.grammar import Dialect
from datasets.kinds import draft_column
from datasets.layout import lay_out
from datasets.naming import Heads
from datasets.numerals import Signs
from datasets.raw_sheet import RawSheet
from datasets.regular import is_regular, parsed, split_block


@dataclass(frozen=True)
class _Place:
    """Where a column of the table stands in the file."""

    number: int
    head: Heads
    column: Column


@dataclass(eq=False)
class FurtherRows:
    """How the first rows of a text were read.

    Attributes
    ----------
    earlier
        The table of them, with its recipe.
    places
        Of its columns in the file.
    width
        Number of columns in the file.
    texts
        Places of the columns that lately held more than plain numbers.
    """

    earlier: Table
    places: list[_Place]
    dialect: Dialect
    signs: Signs
    width: int
    texts: set[int] = field(default_factory=set)

    @classmethod
    def like(cls, raw: RawSheet, body: bytes, earlier: Table) -> FurtherRows | None:
        """Learn from the first rows; None where others cannot be read by columns alone.

        Parameters
        ----------
        raw
            The head of the file and its first rows.
        body
            The text of these rows without the lines above them.
        earlier
            The table of them.
        """
        recipe = earlier.recipe
        apart = recipe.coordinates is None or recipe.coordinates.form == "apart"
        if recipe.layout != "wide" or not apart or recipe.checks not in ("", "keep"):
            return None
        if raw.escape or len(raw.separator.strip(" ")) != 1 or not raw.separator.isascii():
            return None
        layout = lay_out(raw, recipe, Decided())
        renamed = {column.name: name for name, column in recipe.columns.items() if column.name}
        heads = {head.name: (number, head) for number, head in enumerate(layout.heads)}
        names = [renamed.get(column.name, column.name) for column in earlier.columns]
        if not all(name in heads for name in names):
            return None
        found = cls(
            earlier,
            [_Place(*heads[n], c) for n, c in zip(names, earlier.columns, strict=True)],
            Dialect(raw.separator, raw.quote, raw.escape),
            Signs(recipe.decimal or ".", recipe.thousands),
            len(raw.columns),
        )
        # what was learned must hold for the rows it was learned from
        again = found.read(body)
        return found if again is not None and _are_equal(again, earlier) else None

    def read(self, block: bytes) -> Table | None:
        """Read whole lines; None where they are not as regular as the first ones."""
        columns = self._plain(block)
        if columns is None:
            regular = split_block(block, self.dialect, self.width)
            if regular is None:
                return None
            columns = {place.number: regular.columns[place.number] for place in self.places}
        made = tuple(
            replace(self._column(place, columns[place.number]), name=place.column.name)
            for place in self.places
        )
        rows = len(made[0].values)
        return replace(self.earlier, columns=made, rows=rows, notices=(), unread=())

    def _plain(self, block: bytes) -> dict[int, pa.ChunkedArray] | None:
        """Read columns of plain numbers as such; None where one holds anything else."""
        if self.signs != Signs() or not is_regular(block, self.dialect):
            return None
        types = {
            place.number: pa.float64() if self._may_be_plain(place) else pa.string()
            for place in self.places
        }
        table = parsed(block, self.dialect, types, self.width)
        if table is None:
            return None
        columns = {int(name): table[name] for name in table.column_names}
        # "nan" and "inf" are words, which the other way tells apart
        is_plain = all(
            _finite(column) == len(column) - column.null_count
            for column in columns.values()
            if column.type == pa.float64()
        )
        return columns if is_plain else None

    def _may_be_plain(self, place: _Place) -> bool:
        return place.column.kind == "number" and place.number not in self.texts

    def _column(self, place: _Place, cells_read: pa.ChunkedArray) -> Column:
        name, recipe = place.head.name, self.earlier.recipe
        cells = read_cells(cells_read, self.signs)
        if place.column.kind == "text":
            return text_column(name, cells).column
        (self.texts.add if len(cells.odd) else self.texts.discard)(place.number)
        decided = recipe.columns[name]
        words = missing_words(recipe, decided)
        draft = draft_column(place.head, cells, decided, self.signs, words, False)
        if draft.numbers is None:
            return text_column(name, cells).column
        codes = without_codes(recipe.missing or (), decided.not_missing)
        lines = np.arange(1, len(cells.values) + 1, dtype=np.int64)
        head = place.head
        return number_column(
            name, cells, draft.numbers, decided, codes, head.limit, lines, head.upper
        ).column


def _finite(column: pa.ChunkedArray) -> int:
    return sum(
        int(np.count_nonzero(np.isfinite(part.to_numpy(zero_copy_only=False))))
        for part in column.chunks
    )


def _are_equal(one: Table, other: Table) -> bool:
    """Whether two tables hold the same values and limits."""
    return one.rows == other.rows and all(
        a.kind == b.kind
        and np.array_equal(a.values, b.values, equal_nan=a.kind == "number")
        and np.array_equal(a.censored, b.censored)
        and _same_above(a, b)
        for a, b in zip(one.columns, other.columns, strict=True)
    )


def _same_above(one: Column, other: Column) -> bool:
    if one.above is None or other.above is None:
        return one.above is other.above
    return np.array_equal(one.above, other.above)
