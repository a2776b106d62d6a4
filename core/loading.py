"""Reading the table of a job, with its labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.classes import class_counts, with_classes
from core.reading import Reading
from datasets.columns import Table
from datasets.table import read_table

if TYPE_CHECKING:
    from core.labels import Labels


@dataclass(frozen=True)
class Source:
    """A table as a reading makes it.

    Attributes
    ----------
    table
        With the labels and classes of the reading.
    labels
        What became of every deposit, None where there is no file of deposits.
    classes_before
        Classes with their counts as they were before they were renamed, by column.
    """

    table: Table
    labels: Labels | None
    classes_before: dict[str, dict[str, int]]


def read_source(source: str, reading: Reading) -> Table:
    """Read a table as `reading` says, with its labels.

    Raises
    ------
    InputError
        When the table or the deposits cannot be read or joined.
    """
    return read_labelled(source, reading).table


def read_labelled(source: str, reading: Reading, table: Table | None = None) -> Source:
    """Read a table as `read_source` does, and tell where its labels come from.

    A `table` that was already read as the recipe says is not read again.
    """
    if table is None:
        table = read_table(source, reading.recipe)
    labels = None
    if reading.deposits is not None:
        # here, since scipy and PROJ take half a second that most tables need not wait for
        from core.labelling import label_table

        points = read_table(reading.deposits.table, reading.deposits.recipe)
        table, labels = label_table(table, points, reading.deposits)
    before = {name: class_counts(table.column(name)) for name in reading.classes}
    return Source(with_classes(table, reading.classes), labels, before)
