"""From the bytes of a file to its text, and the separator that the text is written with."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from datasets.messages import InputError

# On a tie the comma comes last: it also stands inside decimal numbers and in headers.
SEPARATORS = ("\t", ";", "|", ",")
_LINES_LOOKED_AT = 100
_EMPTY_START = re.compile(r'(?:[\s,;|"\ufeff]*\n)?')
_HEAD = 1_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A Western file is rarely valid GB 18030, whereas cp1252 takes nearly every byte; a guesser of
# encodings would call Chinese files Korean.
_WITHOUT_MARK = ("utf-8", "gb18030", "cp1252")

_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_BINARY = (b"PAR1", b"\x1f\x8b", b"%PDF")


def read_bytes(path: Path) -> bytes:
    """Read a file whole.

    Raises
    ------
    InputError
        When it is absent, a folder, empty, or may not be read.
    """
    if path.is_dir():
        raise InputError("{path} is a folder; choose a table file inside it.", path=str(path))
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            "There is no file {path}; check the name and the folder.", path=str(path)
        ) from None
    except PermissionError:
        raise InputError(
            "The file {path} may not be read; close it in other programs or change its "
            "permissions.",
            path=str(path),
        ) from None
    except OSError as error:
        raise InputError(
            "The file {path} cannot be read ({reason}); copy it to a local disk and try again.",
            path=str(path),
            reason=error.strerror or str(error),
        ) from None
    if not data.strip():
        raise InputError(
            "The file {path} is empty; choose a table with a header and rows.", path=str(path)
        )
    return data


def decode(data: bytes, source: str) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    A byte order mark decides; without one strict UTF-8, GB 18030 and Windows-1252 are tried in
    this order.

    Raises
    ------
    InputError
        When the file is no text.
    """
    if data.startswith(_WORKBOOK):
        raise InputError(
            "The file {source} is a workbook or another packed file, not text; save it as CSV and "
            "load that.",
            source=source,
        )
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    if data.startswith(_BINARY) or (not marked and b"\0" in data):
        raise InputError(
            "The file {source} is binary, not text; save it as CSV and load that.", source=source
        )
    for encoding in (marked,) if marked else _WITHOUT_MARK:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
    raise InputError(
        "The text encoding of {source} cannot be told; save it as CSV in UTF-8 and load that.",
        source=source,
    )


def find_separator(text: str) -> str:
    """Return the separator that splits the first lines most evenly, of ``, ; tab |``.

    A comma where nothing splits the header: the table has one column then.
    """
    best, best_score = ",", (0.0, 0)
    for separator in SEPARATORS:
        counts = [len(row) for row in islice(records(text[:_HEAD], separator), _LINES_LOOKED_AT)]
        if not counts or counts[0] < 2:
            continue
        alike = sum(count == counts[0] for count in counts[1:])
        score = (alike / max(len(counts) - 1, 1), counts[0] if separator != "," else 0)
        if score > best_score:
            best, best_score = separator, score
    return best


def records(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the rows of a delimited text, blank lines left out."""
    for _, cells in numbered_records(text, separator):
        yield cells


def numbered_records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield line number, counted from 1, and cells of each row; empty rows are left out."""
    reader = csv.reader(_lines(text), delimiter=separator, skipinitialspace=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error:
        return


def without_empty_start(text: str) -> str:
    """Leave out the lines above the header that hold nothing but separators."""
    return text[_EMPTY_START.match(text).end() :]  # type: ignore[union-attr]


def _lines(text: str) -> Iterator[str]:
    # Not `splitlines` or `split`: the first rows of a large file are wanted without a copy of it.
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
