"""The kinds of file that results are taken away as. Light: the window imports it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from pathlib import Path

from datasets.messages import InputError

TABLES = (".csv", ".xlsx", ".parquet")
VECTORS = (".gpkg", ".shp")
RASTERS = (".tif", ".tiff")
RESULTS = (*RASTERS, *VECTORS, *TABLES)
PICTURES = (".png", ".svg", ".pdf")
GRIDS = (".tif", ".tiff", ".npz")


def suffix_of(path: Path, among: tuple[str, ...]) -> str:
    """Return the suffix of a path in small letters.

    Raises
    ------
    InputError
        When it is none of `among`.
    """
    suffix = path.suffix.lower()
    if suffix not in among:
        raise InputError(
            "The file {path} should end in {suffixes}; give it one of these endings.",
            path=str(path),
            suffixes=" or ".join(filter(None, (", ".join(among[:-1]), among[-1]))),
        )
    return suffix


def refuse_to_overwrite(out: Path, *sources: str) -> None:
    """Raise InputError when `out` is one of the files that it is made from, or a link to one.

    A Shapefile is several files; the table may be the one that ends in .dbf.
    """
    written = [out]
    if out.suffix.lower() == ".shp":
        written += [out.with_suffix(suffix) for suffix in (".dbf", ".shx", ".prj")]
    for source in filter(None, sources):
        if any(is_same_file(path, Path(source)) for path in written):
            raise InputError(
                "The file {path} is the table itself; choose another name for the result.",
                path=str(out),
            )


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file; links, and names of a disk that has no capitals, too."""
    with contextlib.suppress(OSError):
        if one.samefile(other):
            return True
    return one.resolve() == other.resolve()


def colours_from(words: Sequence[str]) -> dict[str, str]:
    """Return colours by class from words such as ``skarn=#d55e00``.

    Raises
    ------
    InputError
        When a word is of another form.
    """
    found = {}
    for word in words:
        name, _, colour = word.rpartition("=")
        if not name or not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
            raise InputError(
                "“{word}” is no colour of a class; write it as skarn=#d55e00.", word=word
            )
        found[name] = colour.lower()
    return found
