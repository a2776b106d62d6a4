"""A file as it stands: cells in rows and columns, before it is decided what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from datasets.messages import Message


@dataclass(frozen=True, eq=False)
class RawSheet:
    """The cells of one table of a file.

    Attributes
    ----------
    source
        Path of the file, or "example:NAME".
    fingerprint
        SHA-256 of the bytes of the file, hexadecimal.
    columns
        All of the same length. Without a `header`: `pa.string()`, "" where a cell is blank or a
        row is shorter than others; names and units stand among the cells. With a `header`: Arrow
        columns of any type, null where a value is missing.
    lines
        int64, shape (rows,). Line of the file or row of the sheet, counted from 1, on which each
        row begins. Blank lines are left out of the rows, but counted.
    header
        Names of the columns where the format states them (Parquet, Feather, Shapefile, GeoPackage,
        GeoJSON, DBF); None where they must be found among the cells (text, workbooks).
    sheet, sheets
        Sheet or layer that was read, "" where there are none, and all of the file.
    encoding, separator, quote, escape
        What a text is written with; "" for other files. A separator of " " is a run of blanks.
        A `quote` or `escape` of "" means that there is none.
    encoding_doubt
        Why the text may be written in another encoding; None when it is sure.
    crs
        Coordinate reference system that the file states: "EPSG:4326", or as WKT where it has no
        such name; "" when the file states none.
    notices
        What was worked around, a sentence each.
    metadata
        What a Parquet or Arrow file says about each column, key → text; () for other files.
    """

    source: str
    fingerprint: str
    columns: tuple[pa.ChunkedArray, ...]
    lines: NDArray[np.int64]
    header: tuple[str, ...] | None = None
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""
    quote: str = ""
    escape: str = ""
    encoding_doubt: Message | None = None
    crs: str = ""
    notices: tuple[Message, ...] = ()
    metadata: tuple[Mapping[str, str], ...] = ()

    @property
    def rows(self) -> int:
        """Number of rows, those of names and units among them."""
        return len(self.lines)
