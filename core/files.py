"""Files written so that nobody ever finds half of one, and read where they may be missing."""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class Closing:
    """Something to be closed, that a ``with`` closes."""

    def close(self) -> None:
        """Let go of the file."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`; rename it to `path` when the block ends well.

    The content is flushed to the disk before the rename, so after a crash or a power cut the
    file is either the old one or the new one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _flush_to_disk(part)
        _give_usual_rights(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write text as UTF-8, whole or not at all."""
    with written_whole(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def write_json(path: Path, values: Any) -> None:
    """Write values as indented JSON, whole or not at all."""
    write_text(path, json.dumps(values, ensure_ascii=False, indent=1) + "\n")


def read_json(path: Path) -> dict[str, Any] | None:
    """Return the values of a JSON file, None where it is absent or damaged."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return values if isinstance(values, dict) else None


def file_stem(name: str, otherwise: str) -> str:
    """Return a name as part of a file name, at most 60 letters, digits, ``_``, dots and dashes.

    Parameters
    ----------
    otherwise
        What is returned where nothing of the name is left.
    """
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:60] or otherwise


def relative_to(place: str, base: Path) -> str:
    """Return a path relative to `base` where the drive allows it; examples stay as they are."""
    if place.startswith("example:"):
        return place
    try:
        return Path(os.path.relpath(Path(place).resolve(), base)).as_posix()
    except ValueError:
        return str(Path(place).resolve())


def absolute_from(place: str, base: Path) -> str:
    """Undo `relative_to`."""
    if place.startswith("example:"):
        return place
    return str((base / place).resolve())


def same_place(one: str, other: str) -> bool:
    """Whether two places are one, whatever links and detours lead there."""
    if one.startswith("example:") or other.startswith("example:"):
        return one == other
    return Path(one).resolve() == Path(other).resolve()


def remove_parts(folder: Path) -> None:
    """Remove what a killed process left half-written in a folder and those below it."""
    for part in folder.rglob(".*.part"):
        part.unlink(missing_ok=True)


def _flush_to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _give_usual_rights(path: Path) -> None:
    """Undo the owner-only rights of mkstemp, so that colleagues can read the results."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
