"""Reading a table: from a file, or one of the bundled examples."""

from __future__ import annotations

from pathlib import Path

from datasets.columns import Column, Kind, Table
from datasets.delimited import parse_table
from datasets.examples import example
from datasets.recipe import Recipe
from datasets.text_file import read_bytes

__all__ = ["Column", "Kind", "Table", "read_table"]

EXAMPLE = "example:"


def read_table(source: str | Path, recipe: Recipe | None = None) -> Table:
    """Read a table.

    Parameters
    ----------
    source
        Path of a delimited text file whose first row is the header, or ``example:NAME``.
    recipe
        Decisions already made; None decides everything from the file.

    Returns
    -------
    Table
        With a notice for everything that was worked around.

    Raises
    ------
    InputError
        When there is no such file or example, or no table can be read from it.
    """
    name = str(source)
    if name.startswith(EXAMPLE):
        return example(name.removeprefix(EXAMPLE)).table()
    return parse_table(read_bytes(Path(source)), name)
