"""Reading any file to its raw cells; what a file is, its content says."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from datasets.delimited import TextCells, read_text
from datasets.file_access import fingerprint_of, read_head, told_access
from datasets.file_kinds import kind_of
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe
from datasets.side_by_side import Told
from datasets.suffixes import OPENED_SUFFIXES

__all__ = ["OPENED_SUFFIXES", "raw_of_text", "read_raw"]


def read_raw(
    source: str | Path,
    recipe: Recipe,
    most_lines: int | None = None,
    told: Told | None = None,
) -> RawSheet:
    """Read the cells of a file: delimited text, workbook, vector file, Parquet or Arrow.

    Parameters
    ----------
    source
        Path of the file. Text may be packed by gzip, bzip2 or xz, or alone in a ZIP file.
    recipe
        Its sheet, encoding, separator, quote and escape win over what is found.
    most_lines
        For a look at a file: leave the rest of a text after so many lines.
    told
        Hears which share of a text was read.

    Raises
    ------
    InputError
        When there is no such file, or it holds no table that can be read.
    """
    path, name = Path(source), str(source)
    head = read_head(path)
    with told_access(path):
        kind = kind_of(path, head)
        if kind.kind == "text":
            stopped = Event()
            # hashing leaves the interpreter to the thread that reads
            with ThreadPoolExecutor(1) as beside:
                digest = beside.submit(fingerprint_of, path, stopped)
                try:
                    heard = _of_bytes(told, path.stat().st_size)
                    cells = read_text(kind.opened, name, recipe, most_lines, heard)
                except BaseException:
                    stopped.set()
                    raise
                return _of_text(cells, name, digest.result())
        fingerprint = fingerprint_of(path)
        # the readers load libraries that most files do not need
        if kind.kind == "workbook":
            from datasets.workbook import read_workbook

            return read_workbook(path, name, fingerprint, recipe.sheet)
        if kind.kind == "vector":
            from datasets.vector_file import read_vector

            return read_vector(path, name, fingerprint, recipe, kind.member)
        from datasets.parquet_file import read_arrow_file

        return read_arrow_file(path, name, fingerprint)


def raw_of_text(data: bytes, source: str, recipe: Recipe | None = None) -> RawSheet:
    """Read delimited text that is in memory, as that of the examples is."""
    cells = read_text(lambda: io.BytesIO(data), source, recipe or Recipe(), None)
    return _of_text(cells, source, hashlib.sha256(data).hexdigest())


def _of_bytes(told: Told | None, size: int) -> Callable[[int], None] | None:
    """Return what hears of bytes that were read; a packed file has more than its size."""
    if told is None:
        return None
    return lambda done: told(min(done / max(size, 1), 1.0))


def _of_text(cells: TextCells, source: str, fingerprint: str) -> RawSheet:
    return RawSheet(
        source=source,
        fingerprint=fingerprint,
        columns=cells.columns,
        lines=cells.lines,
        encoding=cells.encoding,
        separator=cells.dialect.separator,
        quote=cells.dialect.quote,
        escape=cells.dialect.escape,
        encoding_doubt=cells.doubt,
        notices=cells.notices,
    )
