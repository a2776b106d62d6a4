"""Files that a library writes under their own names, and several at once: all or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.exporting.written import not_written


@contextlib.contextmanager
def written_beside(out: Path, stale: Iterable[str] = ()) -> Iterator[Path]:
    """Give the path `out` in a temporary folder beside it; move all that lies there when done.

    The file called `out` is moved first: where another program holds it, nothing is changed.

    Parameters
    ----------
    stale
        Names of files that speak of an earlier `out`, and go unless they are written anew.

    Raises
    ------
    InputError
        When the place cannot be written.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent))
    except OSError as error:
        raise not_written(out, error) from None
    try:
        yield folder / out.name
        _move(folder, out, set(stale))
    except OSError as error:
        raise not_written(out, error) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _move(folder: Path, out: Path, stale: set[str]) -> None:
    made = sorted(folder.iterdir(), key=lambda path: path.name != out.name)
    for path in made:
        with path.open("r+b") as file:
            os.fsync(file.fileno())
    for path in made:
        path.replace(out.parent / path.name)
    for name in stale - {path.name for path in made}:
        (out.parent / name).unlink(missing_ok=True)
