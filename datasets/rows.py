"""Rows and columns of a sheet that are no samples: blank ones, repeated names; shifted names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.decisions import Decided
from datasets.head import Head
from datasets.headers import Heading
from datasets.messages import Message, message
from datasets.naming import Heads

_FEWEST_COLUMNS = 3
_LOOKED_AT = 500
_GUARD = r'^\s*="([^"]*)"\s*$'
_PAGE = (
    r"(?i)^(page ?\d+( ?(of|/) ?\d+)?|第 ?\d+ ?页.*|共 ?\d+ ?页.*|"
    r"[(（]?以下空白[)）]?|[(（]?续[表页][)）]?|接上页)$"
)


def shifted(heads: list[Heads], columns: list[pa.ChunkedArray], decided: Decided) -> list[Heads]:
    """Names that stand one column too far left: row names come first and have no header."""
    if len(heads) < 2 or heads[-1].written or not all(head.written for head in heads[:-1]):
        return heads
    first, last = columns[0], columns[-1]
    filled = len(last) - _blanks(last)
    if filled != len(first) or pc.count_distinct(first).as_py() != len(first):
        return heads
    decided.notices.append(
        message(
            "Every row has one cell more than the header names; the first column was taken for "
            "row names without a header."
        )
    )
    return [heads[-1], *heads[:-1]]


def without_guards(
    heads: list[Heads], columns: list[pa.ChunkedArray]
) -> tuple[list[Heads], list[pa.ChunkedArray]]:
    """Take ``="12"`` for 12 in columns that some cells show to be written so."""
    found = [_is_guarded(column) for column in columns]
    if not any(found):
        return heads, columns
    return (
        [replace(head, guarded=hit) for head, hit in zip(heads, found, strict=True)],
        [
            pc.replace_substring_regex(column, _GUARD, r"\1") if hit else column
            for column, hit in zip(columns, found, strict=True)
        ],
    )


def _is_guarded(column: pa.ChunkedArray) -> bool:
    """Whether a look at some cells finds a guard; who writes them writes them in every cell."""
    if not pa.types.is_string(column.type):
        return False
    some = (column.slice(0, _LOOKED_AT), column.slice(max(0, len(column) - _LOOKED_AT)))
    return any(pc.any(pc.match_substring_regex(part, _GUARD)).as_py() for part in some)


def without_empty(
    heads: list[Heads], columns: list[pa.ChunkedArray], decided: Decided
) -> tuple[list[Heads], list[pa.ChunkedArray]]:
    """Leave out columns with neither a name nor a cell."""
    empty = [
        not head.written and _blanks(column) == len(column)
        for head, column in zip(heads, columns, strict=True)
    ]
    trailing = next((k for k, gone in enumerate(reversed(empty)) if not gone), len(empty))
    inner = sum(empty) - trailing
    if trailing:
        decided.notices.append(
            message("Empty columns left out at the end of the table: {count}.", count=trailing)
        )
    if inner:
        decided.notices.append(
            message("Columns without a name and without any cell left out: {count}.", count=inner)
        )
    # A name that is made up tells the place of the column in the file.
    kept = [
        (head if head.name else replace(head, name=f"column {k}"), column)
        for k, (head, column, gone) in enumerate(zip(heads, columns, empty, strict=True), start=1)
        if not gone
    ]
    return [head for head, _ in kept], [column for _, column in kept]


def without_repeats(
    columns: list[pa.ChunkedArray],
    lines: NDArray[np.int64],
    head: Head,
    heading: Heading,
    decided: Decided,
) -> tuple[list[pa.ChunkedArray], NDArray[np.int64]]:
    """Leave out rows that repeat names, units or methods, as prints of many pages have them."""
    if not heading.names or not columns:
        return columns, lines
    again = np.zeros(len(lines), dtype=np.bool_)
    for number in (heading.names[-1], heading.units, heading.methods):
        named = [] if number is None else [(k, c) for k, c in enumerate(head.rows[number]) if c]
        if len(named) > 1:
            again |= _where_all(columns, named)
    return _filtered(
        columns,
        lines,
        again,
        decided,
        lambda count, line: message(
            "Rows that repeat the names were left out: {count}, the first in line {line}.",
            count=count,
            line=line,
        ),
    )


def without_pages(
    columns: list[pa.ChunkedArray], lines: NDArray[np.int64], decided: Decided
) -> tuple[list[pa.ChunkedArray], NDArray[np.int64]]:
    """Leave out rows that hold nothing but the number of a page, or say that it ends."""
    if len(columns) < _FEWEST_COLUMNS:
        return columns, lines
    first = pc.utf8_trim_whitespace(columns[0])
    likely = np.asarray(pc.match_substring_regex(first, _PAGE).to_numpy(), dtype=np.bool_)
    if not likely.any():
        return columns, lines
    rows = np.flatnonzero(likely)
    others = [column.take(pa.array(rows)) for column in columns[1:]]
    alone = _where_all(others, [(k, "") for k in range(len(others))])
    pages = np.zeros(len(lines), dtype=np.bool_)
    pages[rows[alone]] = True
    return _filtered(
        columns,
        lines,
        pages,
        decided,
        lambda count, line: message(
            "Rows with nothing but the number of a page were left out: {count}, the first in line "
            "{line}.",
            count=count,
            line=line,
        ),
    )


def without_blank(
    columns: list[pa.ChunkedArray], lines: NDArray[np.int64], decided: Decided
) -> tuple[list[pa.ChunkedArray], NDArray[np.int64]]:
    blank = _where_all(columns, [(k, "") for k in range(len(columns))])
    return _filtered(
        columns,
        lines,
        blank,
        decided,
        lambda count, line: message("Empty rows left out: {count}.", count=count),
    )


def _where_all(columns: list[pa.ChunkedArray], wanted: list[tuple[int, str]]) -> NDArray[np.bool_]:
    """Return the rows that hold all of the cells; each column is asked about those left only."""
    rows = np.arange(len(columns[0])) if columns else np.zeros(0, dtype=np.int64)
    total = len(rows)
    for place, (column, cell) in enumerate(wanted):
        cells = columns[column] if place == 0 else columns[column].take(pa.array(rows))
        same = pc.equal(pc.utf8_trim_whitespace(cells), cell)
        rows = rows[np.asarray(same.to_numpy(), dtype=np.bool_)]
        if not len(rows):
            break
    found = np.zeros(total, dtype=np.bool_)
    found[rows] = True
    return found


def _filtered(
    columns: list[pa.ChunkedArray],
    lines: NDArray[np.int64],
    gone: NDArray[np.bool_],
    decided: Decided,
    told: Callable[[int, int], Message],
) -> tuple[list[pa.ChunkedArray], NDArray[np.int64]]:
    if not gone.any():
        return columns, lines
    decided.notices.append(told(int(gone.sum()), int(lines[gone.argmax()])))
    kept = pa.array(~gone)
    return [column.filter(kept) for column in columns], lines[~gone]


def _blanks(column: pa.ChunkedArray) -> int:
    return int(pc.sum(pc.equal(pc.utf8_trim_whitespace(column), "")).as_py() or 0)
