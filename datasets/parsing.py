"""From delimited text in memory to a table: how the bundled examples and small texts are read."""

from __future__ import annotations

from dataclasses import replace

from datasets.columns import Table
from datasets.deciding import propose
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe
from datasets.sources import raw_of_text


def parse_table(data: bytes, source: str, crs: str = "") -> Table:
    """Read the bytes of a delimited text.

    Parameters
    ----------
    source
        Path or name, for the sentences and for `Table.source`.
    crs
        Coordinate reference system of its coordinates, "" when none is stated.

    Raises
    ------
    InputError
        When it is no text or has no samples.
    """
    return propose(raw_with_system(data, source, crs)).table


def raw_with_system(data: bytes, source: str, crs: str, recipe: Recipe | None = None) -> RawSheet:
    """Return the raw cells of a text with the coordinate reference system that belongs to it."""
    return replace(raw_of_text(data, source, recipe), crs=crs)
