"""Reading a table a part at a time, for tables that are larger than memory."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa

from datasets.applying import number_column, text_column
from datasets.cells import read_cells
from datasets.codes import without_codes
from datasets.columns import Column, Table
from datasets.deciding import Proposal, propose
from datasets.encodings import find_encoding
from datasets.file_access import read_head, told_access
from datasets.file_kinds import FileKind, kind_of
from datasets.further_rows import FurtherRows
from datasets.messages import InputError
from datasets.number_cells import number_cells
from datasets.numerals import Signs
from datasets.parquet_file import sheet_of_table
from datasets.raw_sheet import RawSheet
from datasets.recipe import ColumnRecipe, Recipe
from datasets.roles import sample_column
from datasets.sources import raw_of_text
from datasets.text_blocks import TextBlocks

# rows of a Parquet file that are looked at together; text comes in blocks of some megabytes
ROWS = 65_536
_MOST_JOINED = 64
# smaller files are read at once, which also finds footnotes and counts what it worked around
WHOLE_BELOW = 200_000_000


@dataclass(frozen=True)
class Chunk:
    """Some rows of a table.

    Attributes
    ----------
    table
        As `datasets.table.read_table` would read these rows alone.
    first_row
        Row of the whole table that its first one is, from 0.
    done, total
        Of the work of reading, in any unit; `total` is 0 when unknown.
    """

    table: Table
    first_row: int
    done: int
    total: int


def in_chunks(path: Path, recipe: Recipe, wanted: Sequence[str]) -> Iterator[Chunk] | None:
    """Read a Parquet file or a large text a part at a time; None for all other files.

    What the recipe leaves open is decided from the first part, and holds for the others.

    Parameters
    ----------
    wanted
        Columns of the table that are needed. The column that names the samples comes with them;
        the others are left out.

    Raises
    ------
    InputError
        When the file cannot be read.
    """
    head = read_head(path)
    with told_access(path):
        kind = kind_of(path, head)
        if kind.kind == "arrow" and head.startswith(b"PAR1"):
            return _of_parquet(path, recipe, wanted)
        if kind.kind == "text" and path.stat().st_size >= WHOLE_BELOW and recipe.layout != "long":
            return _of_text(path, kind, recipe, wanted)
    return None


def _of_parquet(path: Path, recipe: Recipe, wanted: Sequence[str]) -> Iterator[Chunk]:
    import pyarrow.parquet as parquet

    try:
        file = parquet.ParquetFile(path, pre_buffer=False)
        total = file.metadata.num_rows
        names = _names_in_file(file.schema_arrow.names, recipe, wanted)
        done, table = 0, None
        for batch in file.iter_batches(ROWS, columns=names):
            rows = pa.Table.from_batches([batch])
            table = _like(table, rows) if table is not None else None
            if table is None:
                proposal = propose(sheet_of_table(rows, str(path), ""), recipe)
                # decided once: a part of the rows may say less than all of them
                recipe, table = proposal.recipe, proposal.table
            yield Chunk(table, done, done + batch.num_rows, total)
            done += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        raise InputError(
            "The file {path} is damaged or was copied only in part ({reason}); get it again.",
            path=str(path),
            reason=str(error).splitlines()[0].rstrip("."),
        ) from None


def _like(earlier: Table, rows: pa.Table) -> Table | None:
    """Read further rows as the earlier ones were, without deciding anything anew.

    None where that takes more than numbers under their own names.
    """
    recipe = earlier.recipe
    if tuple(rows.column_names) != earlier.names:
        return None
    lines = np.arange(1, rows.num_rows + 1, dtype=np.int64)
    columns: list[Column] = []
    for name, cells in zip(rows.column_names, rows.columns, strict=True):
        decided = recipe.columns.get(name)
        if decided is None:
            return None
        read = read_cells(cells, Signs())
        if earlier.column(name).kind == "text" and pa.types.is_string(cells.type):
            columns.append(text_column(name, read).column)
            continue
        is_number = pa.types.is_floating(cells.type) or pa.types.is_integer(cells.type)
        if decided.kind != "number" or not is_number:
            return None
        numbers = number_cells(read, Signs(), frozenset(), True, decided.unit)
        codes = without_codes(recipe.missing or (), decided.not_missing)
        columns.append(number_column(name, read, numbers, decided, codes, "", lines).column)
    return replace(earlier, columns=tuple(columns), rows=rows.num_rows, notices=(), unread=())


def _names_in_file(names: Sequence[str], recipe: Recipe, wanted: Sequence[str]) -> list[str]:
    """Return which columns of the file are needed, by their names there."""
    renamed = {column.name: name for name, column in recipe.columns.items() if column.name}
    needed = {renamed.get(name, name) for name in wanted}
    needed.add(sample_column(names))
    return [name for name in names if name in needed] or list(names)


def _of_text(path: Path, kind: FileKind, recipe: Recipe, wanted: Sequence[str]) -> Iterator[Chunk]:
    encoding = find_encoding(kind.opened, str(path), recipe.encoding)
    blocks = iter(TextBlocks(kind.opened, encoding))
    first = next(blocks, b"")
    raw, proposal = _decided(first, path, recipe, wanted)
    full = proposal.recipe
    above = b"".join(first.splitlines(keepends=True)[: (full.first or 1) - 1])
    rows, read, size = 0, len(above), path.stat().st_size
    body = first[len(above) :]
    further = FurtherRows.like(raw, body, proposal.table)
    for block, is_last in _with_last(_whole_rows(itertools.chain([body], blocks), raw.quote)):
        # a foot may stand below the last rows
        table = further.read(block) if further is not None and not is_last else None
        if table is None:
            table = propose(raw_of_text(above + block, str(path), full), full).table
        read += len(block)
        # in UTF-8 a text may be longer or shorter than its file
        yield Chunk(table, rows, size if is_last else min(read, size), size)
        rows += table.rows


def _with_last(blocks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    block = next(blocks, None)
    while block is not None:
        following = next(blocks, None)
        yield block, following is None
        block = following


def _decided(
    first: bytes, path: Path, recipe: Recipe, wanted: Sequence[str]
) -> tuple[RawSheet, Proposal]:
    """Decide everything from the first block; columns that nobody needs are left out."""
    plain = recipe.model_copy(update={"encoding": "utf-8"})
    raw = raw_of_text(first, str(path), plain)
    proposal = propose(raw, plain)
    names = proposal.table.names
    needed = {*wanted, sample_column(names)}
    missing = [name for name in wanted if name not in names]
    columns = {
        name: column if (column.name or name) in needed or missing else ColumnRecipe(omitted=True)
        for name, column in proposal.recipe.columns.items()
    }
    update = {"columns": columns, "last": None}
    return raw, propose(raw, proposal.recipe.model_copy(update=update))


def _whole_rows(blocks: Iterator[bytes], quote: str) -> Iterator[bytes]:
    """Join blocks where a quoted cell holds the line end between them."""
    sign, held, joined = quote.encode(), b"", 0
    for block in blocks:
        held += block
        joined += 1
        if sign and held.count(sign) % 2 and joined < _MOST_JOINED:
            continue
        if held.strip():
            yield held
        held, joined = b"", 0
    if held.strip():
        yield held
