"""Results are written where they were asked for, or one sentence says why not.

Light: the window imports it.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.exporting.formats import refuse_to_overwrite
from core.files import written_whole
from datasets.messages import InputError

if TYPE_CHECKING:
    from openpyxl import Workbook


@contextlib.contextmanager
def result_written(out: Path) -> Iterator[Path]:
    """Give a temporary path for `out`, as `core.files.written_whole` does.

    Raises
    ------
    InputError
        When the place cannot be written.
    """
    with told_unwritten(out), written_whole(out) as part:
        yield part


def save_book(book: Workbook, out: Path) -> None:
    """Save a workbook of openpyxl that is written row by row.

    Raises
    ------
    InputError
        When the place cannot be written.
    """
    try:
        with result_written(out) as part:
            book.save(part)
    finally:
        # a sheet that is left open complains on the terminal when it goes
        for sheet in book.worksheets:
            if not sheet.closed:
                sheet.close()


@contextlib.contextmanager
def told_unwritten(out: Path) -> Iterator[None]:
    """Make one sentence of what the system says when `out` cannot be written."""
    try:
        yield
    except OSError as error:
        raise not_written(out, error) from None


def not_written(out: Path, error: BaseException) -> InputError:
    """Return the sentence for an error; the name of a temporary file is not in it."""
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return InputError(
            "The file {path} cannot be written: writing there is not allowed, or another program "
            "holds the file open; close it there or choose another place.",
            path=str(out),
        )
    if number in (errno.ENOSPC, errno.EDQUOT):
        return InputError(
            "The file {path} cannot be written: the disk is full; make room or choose another "
            "place.",
            path=str(out),
        )
    reason = (error.strerror if isinstance(error, OSError) else "") or _without_part(error, out)
    return InputError(
        "The file {path} cannot be written: {reason}; choose another place.",
        path=str(out),
        reason=reason.strip().rstrip(".") or type(error).__name__,
    )


def _without_part(error: BaseException, out: Path) -> str:
    """Return the text of an error, without the temporary name that only we know."""
    words = (str(error).splitlines() or [""])[0].split()
    return " ".join(out.name if ".part" in word else word for word in words)


def check_place(out: Path, *sources: str | Path) -> None:
    """Raise InputError where a file can be written neither now nor at the end of long work.

    Parameters
    ----------
    out
        Where a result is to be.
    sources
        Files that must not be lost: what the result is made from, and other results.
    """
    refuse_to_overwrite(out, *map(str, sources))
    with told_unwritten(out):
        if out.is_dir():
            raise InputError(
                "{path} is a folder; add the name of a file to write in it.", path=str(out)
            )
        above = next((place for place in out.parents if place.exists()), None)
    if above is not None and not above.is_dir():
        raise InputError(
            "The file {path} cannot be written: {above} is a file, not a folder; choose another "
            "place.",
            path=str(out),
            above=str(above),
        )
    if above is not None and not os.access(above, os.W_OK):
        raise not_written(out, PermissionError(errno.EACCES, ""))
