"""Images in a table: a row for each, a column for each pixel, with or without a label."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as parquet
from numpy.typing import NDArray

from datasets.file_access import read_head, told_access
from datasets.file_kinds import kind_of
from datasets.images.image_reading import ImageReading
from datasets.images.kinds import cells_of, is_number
from datasets.images.pixel_columns import Columns, find_columns
from datasets.images.raw import LARGEST, RawImages, check_size
from datasets.images.shapes import from_rows
from datasets.images.unpacking import read_at_most
from datasets.messages import InputError, Message, message
from datasets.typed_columns import unique_name


@dataclass(frozen=True)
class _OddRow:
    """A line whose cells are more or fewer than those of the others."""

    line: int
    cells: int
    expected: int


@dataclass(frozen=True)
class _Lines:
    """Where the rows of a table stand in its file: from line `first` on, but for odd ones."""

    first: int
    odd: list[_OddRow]

    def of(self, row: int) -> int:
        """Return the line of a row, both counted from where they begin."""
        line = row + self.first
        for left_out in sorted(odd.line for odd in self.odd):
            line += left_out <= line
        return line


def read_pixel_table(path: Path, reading: ImageReading) -> RawImages:
    """Read a table of pixels: text, packed or not, or Parquet.

    Raises
    ------
    InputError
        When it is damaged or its columns are no pixels.
    """
    head = read_head(path)
    odd: list[_OddRow] = []
    if head.startswith(b"PAR1"):
        with told_access(path):
            table, header = _parquet(path), True
    else:
        table, odd, header = _text(path, head)
    table = _named_once(table)
    found = find_columns(table, header, reading.label_column, str(path))
    check_size(table.num_rows, found.side, found.side, found.channels, str(path))
    pixels, kept, said = _pixels(table, found, _Lines(2 if header else 1, odd))
    if not kept.any():
        raise InputError(
            "No row of {path} holds pixels alone; check that it is a table of images.",
            path=str(path),
        )
    labels = found.labels[kept] if found.labels is not None else None
    return RawImages(
        from_rows(pixels[kept]), labels, notices=(*_odd_note(odd), *found.notices, *said)
    )


def _parquet(path: Path) -> pa.Table:
    try:
        return parquet.read_table(path)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError) as error:
        raise InputError(
            "The file {path} is damaged or no Parquet file ({reason}); get it again.",
            path=str(path),
            reason=" ".join(str(error).split())[:120].rstrip("."),
        ) from None


def _text(path: Path, head: bytes) -> tuple[pa.Table, list[_OddRow], bool]:
    """Return the cells of a text, the rows left out, and whether its first line is a header."""
    kind = kind_of(path, head)
    if kind.kind != "text":
        raise _no_pixels(path)
    with told_access(path), kind.opened() as stream:
        data = bytes(read_at_most(stream, LARGEST + 1))
    if len(data) > LARGEST:
        raise InputError(
            "The text {path} has more than {limit} GB; divide it.",
            path=str(path),
            limit=LARGEST >> 30,
        )
    text = _as_utf8(data, path)
    first = text[: 1 << 20].lstrip().split(b"\n", 1)[0].decode("utf-8", "replace")
    cells = cells_of(first)
    header = not all(is_number(cell) for cell in cells)
    if len(cells) < 16:
        raise _no_pixels(path)
    table, odd = _parsed(text, first, header, path)
    return table, odd, header


def _named_once(table: pa.Table) -> pa.Table:
    """Return the table with a name of its own for each column."""
    names: list[str] = []
    for name in table.column_names:
        names.append(unique_name(name, names))
    return table.rename_columns(names)


def _no_pixels(path: Path) -> InputError:
    return InputError(
        "The file {path} holds no images: it is no table with a column for each pixel, nor a file "
        "of another known kind; open it as a table of samples if it is one.",
        path=str(path),
    )


def _as_utf8(data: bytes, path: Path) -> bytes:
    """Return the text as UTF-8 without a mark; only labels and names can hold other letters."""
    from datasets.encodings import find_encoding

    encoding = find_encoding(lambda: io.BytesIO(data), str(path))
    if encoding.name in ("utf-8", "ascii"):
        return data
    return data.decode(encoding.name, encoding.errors).encode()


def _parsed(text: bytes, first: str, header: bool, path: Path) -> tuple[pa.Table, list[_OddRow]]:
    """Divide a text into columns; rows of another width are left out and named."""
    odd: list[_OddRow] = []

    def skipped(row: csv.InvalidRow) -> str:
        odd.append(_OddRow(row.number or 0, row.actual_columns, row.expected_columns))
        return "skip"

    separator = max((",", "\t", ";"), key=first.count)
    if separator not in first:
        # any number of blanks divides
        text = b"\n".join(b",".join(line.split()) for line in text.splitlines())
        separator = ","
    try:
        table = csv.read_csv(
            io.BytesIO(text),
            csv.ReadOptions(
                autogenerate_column_names=not header, use_threads=False, block_size=1 << 24
            ),
            csv.ParseOptions(delimiter=separator, invalid_row_handler=skipped),
        )
    except pa.ArrowInvalid as error:
        raise InputError(
            "The table {path} cannot be read: {reason}.",
            path=str(path),
            reason=" ".join(str(error).split())[:160].rstrip("."),
        ) from None
    return table, odd


def _odd_note(odd: list[_OddRow]) -> list[Message]:
    if not odd:
        return []
    number, actual, expected = odd[0].line, odd[0].cells, odd[0].expected
    return [
        message(
            "Left out for their number of cells: {count} of the rows; line {number} has {actual} "
            "instead of {expected}.",
            count=f"{len(odd):,}",
            number=number,
            actual=actual,
            expected=expected,
        )
    ]


def _pixels(
    table: pa.Table, found: Columns, lines: _Lines
) -> tuple[NDArray[Any], NDArray[np.bool_], tuple[Message, ...]]:
    """Return the pixels (P, n), which rows are whole, and a notice on the others."""
    columns = [_numbers(table.column(name)) for name in found.pixels]
    whole = all(column.dtype.kind in "iu" for column in columns)
    low = min(float(np.nanmin(column, initial=0)) for column in columns)
    high = max(float(np.nanmax(column, initial=0)) for column in columns)
    small = whole and low >= 0 and high <= 255
    pixels = np.empty((table.num_rows, len(columns)), np.uint8 if small else np.float32)
    for number, column in enumerate(columns):
        pixels[:, number] = column
    if small:
        return pixels, np.ones(len(pixels), np.bool_), ()
    broken = np.isnan(pixels)
    kept = np.asarray(~broken.any(axis=1))
    if kept.all():
        return pixels, kept, ()
    row = int(np.flatnonzero(~kept)[0])
    told = message(
        "Left out, since a pixel in them is no number: {count} of the rows, the first at column "
        "{column} of line {line}.",
        count=f"{int((~kept).sum()):,}",
        column=found.pixels[int(np.flatnonzero(broken[row])[0])],
        line=lines.of(row),
    )
    return pixels, kept, (told,)


def _numbers(column: pa.ChunkedArray) -> NDArray[Any]:
    """Return a column as numbers, NaN for what is none."""
    if pa.types.is_integer(column.type) and not column.null_count:
        return np.asarray(column.to_numpy())
    if pa.types.is_floating(column.type) or pa.types.is_integer(column.type):
        return np.asarray(column.to_numpy()).astype(np.float64)
    return np.array([_number(cell) for cell in column.to_pylist()], np.float64)


def _number(cell: Any) -> float:
    try:
        return float(cell)
    except (TypeError, ValueError):
        return float("nan")
