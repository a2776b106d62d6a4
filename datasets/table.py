"""Reading a table: from a file, or one of the bundled examples."""

from __future__ import annotations

from pathlib import Path

from datasets.columns import Column, Kind, Table
from datasets.copper import copper_text
from datasets.deciding import Proposal, propose
from datasets.examples import example
from datasets.gold import gold_text
from datasets.parsing import raw_with_system
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe
from datasets.side_by_side import Told, part_of
from datasets.sources import read_raw
from datasets.stated import with_stated

__all__ = ["Column", "Kind", "Table", "read_proposal", "read_raw_sheet", "read_table"]

EXAMPLE = "example:"
# share of the time in which the cells of a large text are split
_OF_CELLS = 0.5
_TEXTS = {"copper": copper_text, "gold": gold_text}


def read_table(source: str | Path, recipe: Recipe | None = None, told: Told | None = None) -> Table:
    """Read a table.

    Parameters
    ----------
    source
        Path of a file that `datasets.sources.read_raw` knows, or ``example:NAME``.
    recipe
        Decisions already made; None decides everything from the file.
    told
        Hears which share of the work is done.

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
    if name.startswith(EXAMPLE) and (recipe is None or recipe.is_empty):
        return example(name.removeprefix(EXAMPLE)).table()
    return read_proposal(source, recipe, told)[1].table


def read_proposal(
    source: str | Path, recipe: Recipe | None = None, told: Told | None = None
) -> tuple[RawSheet, Proposal]:
    """Read a table with its raw cells and every decision about it; raises as `read_table` does."""
    raw = read_raw_sheet(source, recipe or Recipe(), part_of(told, 0.0, _OF_CELLS))
    stated = with_stated(source, recipe or Recipe())
    return raw, propose(raw, stated, part_of(told, _OF_CELLS, 1.0))


def read_raw_sheet(source: str | Path, recipe: Recipe, told: Told | None = None) -> RawSheet:
    """Read the raw cells of a file or of a bundled example."""
    name = str(source)
    if not name.startswith(EXAMPLE):
        return read_raw(source, recipe, told=told)
    known = example(name.removeprefix(EXAMPLE))
    return raw_with_system(_TEXTS[known.name](), name, known.crs, recipe)
