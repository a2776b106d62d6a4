"""Deposits that label no sample: listed on the terminal, and kept in the folder of a run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from core.events import Detail
from core.exporting.tables import write_table
from core.reporting import Reporter
from datasets.messages import message

if TYPE_CHECKING:
    from core.labels import Labels

# deposits that a terminal lists; the file has all of them
MOST_LISTED = 20


def tell_labels(labels: Labels, report: Reporter) -> None:
    """Say how many deposits label samples, and list those that label none with their reason.

    As details: the window lists them on a page of its own, in the language of the window.
    """
    # here, since it loads scipy, which jobs without deposits need not wait for
    from core.labels import labels_summary

    report(Detail(labels_summary(labels)))
    for row, reason in labels.unmatched[:MOST_LISTED]:
        name = ", ".join(word for word in (labels.names[row], labels.kinds[row]) if word)
        told = message(
            "Deposit in row {row} ({name}): {reason}", row=row + 1, name=name, reason=str(reason)
        )
        report(Detail(told))
    left = len(labels.unmatched) - MOST_LISTED
    if left > 0:
        report(
            Detail(message("Deposits that label no sample and are not listed: {left}.", left=left))
        )


def unmatched_table(labels: Labels) -> pa.Table:
    """Return the deposits that label no sample.

    Returns
    -------
    pa.Table
        ``row`` of the deposit's file, counted from 1, ``name``, ``class``, ``x`` and ``y`` in the
        system of the samples, null where missing, and ``reason``.
    """
    rows = [row for row, _ in labels.unmatched]
    return pa.table(
        {
            "row": pa.array([row + 1 for row in rows], pa.int64()),
            "name": pa.array([labels.names[row] for row in rows], pa.string()),
            "class": pa.array([labels.kinds[row] for row in rows], pa.string()),
            "x": pa.array(labels.x[rows], from_pandas=True),
            "y": pa.array(labels.y[rows], from_pandas=True),
            "reason": pa.array([str(reason) for _, reason in labels.unmatched], pa.string()),
        }
    )


def keep_unmatched(labels: Labels | None, path: Path, report: Reporter) -> None:
    """Write `unmatched_table` where there is anything to list."""
    if labels is None or not labels.unmatched:
        return
    write_table(unmatched_table(labels), path)
    report(
        Detail(message("All deposits that label no sample are listed in {path}.", path=str(path)))
    )
