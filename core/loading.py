"""Reading the table of a job, with its labels."""

from __future__ import annotations

from core.reading import Reading
from datasets.columns import Table
from datasets.table import read_table


def read_source(source: str, reading: Reading) -> Table:
    """Read a table as `reading` says, with its labels.

    Raises
    ------
    InputError
        When the table or the deposits cannot be read or joined.
    """
    return read_table(source, reading.recipe)
