"""Splitting delimited text that is regular: every row of the same length, no odd quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv
from numpy.typing import NDArray

from datasets.grammar import Dialect

_PART = 1 << 21
_BLANKS_AT_ENDS = re.compile(rb"(?m)^[ \t]+|[ \t]+(?=\r?$)")
_BLANKS = re.compile(rb"[ \t]+")


@dataclass(frozen=True, eq=False)
class Regular:
    """The cells of a block.

    Attributes
    ----------
    columns
        Of `pa.string()`.
    lines
        int64. Line of the block on which each row stands, from 0; blank lines have no row.
    line_count
        Line ends in the block.
    """

    columns: list[pa.ChunkedArray]
    lines: NDArray[np.int64]
    line_count: int


def split_block(block: bytes, dialect: Dialect, width: int) -> Regular | None:
    """Split whole lines of UTF-8 text into `width` columns, without an object for any cell.

    Gives what `datasets.forgiving.split_text` gives, or None where only that can tell the cells
    apart: rows of another length, quotes that are doubled or out of place, escapes, line breaks
    inside cells, a separator beyond ASCII.
    """
    block, dialect = _with_one_sign(block, dialect)
    if width < 2 or len(dialect.separator) > 1 or not dialect.separator.isascii():
        return None
    if not is_regular(block, dialect):
        return None
    if dialect.separator == " ":
        block = _BLANKS.sub(b" ", _BLANKS_AT_ENDS.sub(b"", block))
    table = parsed(block, dialect, dict.fromkeys(range(width), pa.string()), width)
    if table is None:
        return None
    line_count = block.count(b"\n")
    lines = _filled_lines(block, table.num_rows, line_count)
    return None if len(lines) != table.num_rows else Regular(table.columns, lines, line_count)


def _with_one_sign(block: bytes, dialect: Dialect) -> tuple[bytes, Dialect]:
    """Put one sign in place of a separator of several, where the text does not have that sign."""
    several = len(dialect.separator) > 1 or dialect.separator == "§"
    if not several or dialect.escape or b"\x1f" in block:
        return block, dialect
    separated = block.replace(dialect.separator.encode(), b"\x1f")
    return separated, replace(dialect, separator="\x1f")


def is_regular(block: bytes, dialect: Dialect) -> bool:
    """Whether no quote, escape or line end is out of place."""
    if dialect.escape and dialect.escape.encode() in block:
        return False
    if b"\r" in block and block.count(b"\r") != block.count(b"\r\n"):
        return False
    quote = dialect.quote.encode()
    if not quote or quote not in block:
        return True
    return dialect.separator != " " and _quotes_enclose(block, quote, dialect.separator.encode())


def _quotes_enclose(block: bytes, quote: bytes, separator: bytes) -> bool:
    """Whether each quote begins or ends a cell, and no line ends between two of them."""
    opening = block.count(separator + quote) + block.count(b"\n" + quote)
    closing = block.count(quote + separator) + block.count(quote + b"\n")
    closing += block.count(quote + b"\r\n")
    opening += block.startswith(quote)
    closing += block.endswith(quote)
    if opening != closing or opening + closing != block.count(quote):
        return False
    codes = np.frombuffer(block, dtype=np.uint8)
    inside = np.cumsum(codes == quote[0], dtype=np.uint8) & 1
    return not (inside[codes == 10].any() or inside[-1])


def parsed(
    block: bytes, dialect: Dialect, types: dict[int, pa.DataType], width: int
) -> pa.Table | None:
    """Read some columns of regular text, a blank number as null; None where a type does not fit.

    Parameters
    ----------
    types
        Of the columns that are wanted, by their place.
    width
        Number of columns in the text.
    """
    chosen = {str(place): kind for place, kind in types.items()}
    try:
        return arrow_csv.read_csv(
            pa.BufferReader(block),
            read_options=arrow_csv.ReadOptions(
                column_names=[str(k) for k in range(width)], block_size=_PART
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=dialect.separator, quote_char=dialect.quote or False, escape_char=False
            ),
            convert_options=arrow_csv.ConvertOptions(
                check_utf8=False,
                column_types=chosen,
                include_columns=list(chosen),
                null_values=[""],
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None


def _filled_lines(block: bytes, rows: int, line_count: int) -> NDArray[np.int64]:
    """Return the lines that hold something."""
    if line_count + (not block.endswith(b"\n")) == rows:
        return np.arange(rows, dtype=np.int64)
    codes = np.frombuffer(block, dtype=np.uint8)
    ends = np.flatnonzero(codes == 10)
    if not block.endswith(b"\n"):
        ends = np.append(ends, len(codes))
    starts = np.concatenate(([0], ends[:-1] + 1))
    length = ends - starts
    only_return = (length == 1) & (codes[np.minimum(starts, len(codes) - 1)] == 13)
    return np.flatnonzero((length > 0) & ~only_return)
