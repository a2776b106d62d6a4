"""From the bytes of a delimited text to a table."""

from __future__ import annotations

import hashlib
import io
import re
import warnings

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from datasets.cells import find_decimal, read_column
from datasets.columns import Table
from datasets.messages import InputError, Message, message
from datasets.text_file import (
    decode,
    find_separator,
    numbered_records,
    without_empty_start,
)

_ROWS_LOOKED_AT = 2000


def parse_table(data: bytes, source: str) -> Table:
    """Read a delimited text whose first row is the header.

    Parameters
    ----------
    data
        The bytes of the file.
    source
        Path or name, for the sentences and for `Table.source`.

    Raises
    ------
    InputError
        When it is no text, has no rows, a quote that is never closed, or a row with more cells
        than the header.
    """
    text, encoding = decode(data, source)
    separator = find_separator(text)
    notices: list[Message] = []
    if encoding in ("gb18030", "cp1252"):
        notices.append(
            message(
                "The text is not UTF-8; it was read as {encoding}.",
                encoding={"gb18030": "GB 18030", "cp1252": "Windows-1252"}[encoding],
            )
        )
    header, cells = _split(text, separator, source, notices)
    header, cells = _without_empty(header, cells, notices)
    if not header or not len(cells[0]):
        raise InputError(
            "The table {source} has a header but no rows; add the samples below it.",
            source=source,
        )
    decimal = "." if separator == "," else find_decimal([c[:_ROWS_LOOKED_AT] for c in cells])
    columns = []
    for name, array in zip(_unique(header, notices), cells, strict=True):
        column, remarks = read_column(name, array, decimal)
        columns.append(column)
        notices += remarks
    return Table(
        source=source,
        columns=tuple(columns),
        rows=len(cells[0]),
        fingerprint=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        separator=separator,
        decimal=decimal,
        notices=tuple(notices),
    )


def _split(
    text: str, separator: str, source: str, notices: list[Message]
) -> tuple[list[str], list[pa.Array]]:
    """Return the header as written and the columns of cells below it."""
    stated = len(next((cells for _, cells in numbered_records(text, separator)), []))
    frame = _frame(without_empty_start(text), separator, stated + 1, source)
    if not len(frame):
        raise InputError(
            "The table {source} holds no text at all; choose a table with a header and rows.",
            source=source,
        )
    header = [str(name) for name in frame.iloc[0]]
    columns = [_strings(frame[name].iloc[1:]) for name in frame]
    named = max((k for k, name in enumerate(header, start=1) if _clean(name)), default=0)
    width = max(named, min(stated, len(header)))
    extra = [_filled(cells) for cells in columns[width:]]
    if not any(extra):
        return header[:width], columns[:width]
    first = columns[0]
    if extra[0] == len(first) == pc.count_distinct(first).as_py() and not any(extra[1:]):
        notices.append(
            message(
                "Every row has one cell more than the header names; the first column was taken "
                "for row names without a header."
            )
        )
        return ["", *header[:width]], columns[: width + 1]
    line, count = _first_long_row(text, separator, width)
    raise InputError(
        "Line {line} of {source} has {count} cells but the header names {width} columns; quote "
        "the cell that holds the separator, or name every column.",
        line=line,
        source=source,
        count=count,
        width=width,
    )


def _frame(text: str, separator: str, width: int, source: str) -> pd.DataFrame:
    """Split a text into at least `width` columns of cells, the header being the first row."""
    while True:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", pd.errors.ParserWarning)
                return _parse(text, separator, width)
        except pd.errors.EmptyDataError:
            return pd.DataFrame()
        except pd.errors.ParserWarning:
            # The first row is longer than told.
            width *= 2
        except pd.errors.ParserError as error:
            longer = re.search(r"saw (\d+)", str(error))
            if not longer or int(longer.group(1)) <= width:
                raise InputError(
                    "The cells of {source} cannot be told apart ({reason}); a quotation mark may "
                    "be opened and never closed.",
                    source=source,
                    reason=str(error).rpartition("error: ")[2].strip(),
                ) from None
            width = int(longer.group(1))


def _parse(text: str, separator: str, width: int) -> pd.DataFrame:
    return pd.read_csv(
        io.StringIO(text),
        sep=separator,
        header=None,
        names=list(range(width)),
        index_col=False,
        dtype=str,
        keep_default_na=False,
        na_filter=False,
        skipinitialspace=True,
    )


def _strings(cells: pd.Series) -> pa.Array:
    array = pa.array(cells, type=pa.large_string())
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _filled(cells: pa.Array) -> int:
    return int(pc.sum(pc.not_equal(pc.utf8_trim_whitespace(cells), "")).as_py() or 0)


def _first_long_row(text: str, separator: str, width: int) -> tuple[int, int]:
    for line, cells in numbered_records(text, separator):
        if any(cell.strip() for cell in cells[width:]):
            return line, len(cells)
    return 0, width + 1


def _without_empty(
    header: list[str], cells: list[pa.Array], notices: list[Message]
) -> tuple[list[str], list[pa.Array]]:
    """Leave out unnamed empty columns at the end, and rows without any cell."""
    keep = len(header)
    while keep and not _clean(header[keep - 1]) and not _filled(cells[keep - 1]):
        keep -= 1
    if keep < len(header):
        notices.append(
            message(
                "Empty columns left out at the end of the table: {count}.",
                count=len(header) - keep,
            )
        )
    header, cells = header[:keep], cells[:keep]
    if not cells:
        return header, cells
    some = pa.array([False] * len(cells[0]), type=pa.bool_())
    for column in cells:
        some = pc.or_(some, pc.not_equal(pc.utf8_trim_whitespace(column), ""))
    empty = len(some) - int(pc.sum(some).as_py() or 0)
    if empty:
        notices.append(message("Empty rows left out: {count}.", count=empty))
        cells = [column.filter(some) for column in cells]
    return header, cells


def _clean(name: str) -> str:
    return name.strip().strip("\ufeff\u200b").strip()


def _unique(header: list[str], notices: list[Message]) -> list[str]:
    """Name the columns without a header and number the repeated names."""
    wanted = [_clean(name) or f"column {k}" for k, name in enumerate(header, start=1)]
    given: list[str] = []
    for name in wanted:
        unique, k = name, 2
        while unique in given or (unique != name and unique in wanted):
            unique, k = f"{name} ({k})", k + 1
        if unique != name:
            notices.append(
                message(
                    "The column name {name} is there more than once; this one is called {unique}.",
                    name=name,
                    unique=unique,
                )
            )
        given.append(unique)
    return given
