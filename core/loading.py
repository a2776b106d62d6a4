"""Reading the table of a job, with its labels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.classes import class_counts, with_classes
from core.events import TaskProgress
from core.reading import Reading
from core.reporting import Reporter
from datasets.columns import Table
from datasets.messages import message
from datasets.side_by_side import Told
from datasets.table import read_table

if TYPE_CHECKING:
    from core.labels import Labels


# smaller files are read before anybody could look at a bar
_WORTH_TELLING = 20_000_000


def told_to(
    report: Reporter, source: str, steps: int = 100, *, decides: bool = False
) -> Told | None:
    """Return what tells of the progress of reading a large file, a step at a time.

    None for files below 20 MB and for examples.

    Parameters
    ----------
    steps
        Of the whole work.
    decides
        Whether it is told of deciding rather than of reading.
    """
    try:
        large = Path(source).stat().st_size >= _WORTH_TELLING
    except OSError:
        large = False
    if not large:
        return None
    last = 0
    what = message("Reading the table")
    if decides:
        what = message("Deciding how the table is read")

    def told(share: float) -> None:
        nonlocal last
        done = int(steps * share)
        if done > last:
            last = done
            report(TaskProgress(what, done, steps))

    return told


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
