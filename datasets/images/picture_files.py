"""The picture files of a folder, with what the folders above them say; without opening any."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from datasets.images.suffixes import PICTURE_SUFFIXES

SUFFIXES = (*PICTURE_SUFFIXES, ".pbm", ".pnm")
_TRAINING = ("train", "training", "val", "valid", "validation", "dev")
_TEST = ("test", "testing", "t10k")
MOST_FILES = 2_000_000


@dataclass(frozen=True)
class Found:
    """A picture file, its place below the folder, its class by the folders, and its part."""

    path: Path
    name: str
    label: str
    is_test: bool


def find_pictures(folder: Path, most: int = MOST_FILES) -> tuple[list[Found], list[str]]:
    """Return the pictures below a folder in the order of their places, and the other files.

    Links to folders are not followed, hidden files and folders not looked at.
    """
    found: list[Found] = []
    others: list[str] = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        below = Path(place).relative_to(folder).parts
        for file in sorted(files, key=_natural):
            name = Path(*below, file).as_posix()
            if file.lower().endswith(SUFFIXES) and not file.startswith("."):
                label, test = _class_of(below)
                found.append(Found(Path(place) / file, name, label, test))
            elif not file.startswith(".") and file not in ("Thumbs.db", "desktop.ini"):
                others.append(name)
        if len(found) >= most:
            break
    return found, others


def _class_of(below: tuple[str, ...]) -> tuple[str, bool]:
    """Return the class and whether it is the test part, from the folders above a picture."""
    test = bool(below) and below[0].lower() in _TEST
    if below and below[0].lower() in (*_TRAINING, *_TEST):
        below = below[1:]
    return (below[0] if below else ""), test


def _natural(name: str) -> tuple[int, str]:
    """Shorter numbers first: 2.png before 10.png."""
    return len(name), name
