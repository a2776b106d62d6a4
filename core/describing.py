"""A table's columns for whoever chooses their roles: on a terminal, or in the window."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from core.describing_values import reading_values
from core.events import Finished, TaskProgress
from core.files import written_whole
from core.labels import labels_summary, labels_values
from core.loading import read_labelled
from core.reading import Reading
from core.reporting import Reporter
from datasets.assembling import class_names, class_texts
from datasets.columns import Column, Table
from datasets.messages import message
from datasets.roles import ColumnRole, guess_crs, propose_roles
from datasets.table import read_proposal

MOST_CLASSES_LISTED = 200
# pairs of a deposit and a sample, and unmatched deposits
MOST_LISTED = 2000


def describe_table(
    source: str,
    *,
    target: str,
    cache: Path | None,
    report: Reporter,
    reading: Reading | None = None,
) -> None:
    """Report the columns of a table with proposed roles; write the values into `cache`.

    The last event carries ``columns`` (name, kind, role, reason, missing, censored, distinct,
    classes with their counts), ``notices``, ``rows``, ``fingerprint``, ``crs``, what
    `core.describing_values` adds on how the file was read, and, with a cache, the ``arrow`` file:
    Arrow IPC, uncompressed so that it can be mapped into memory, columns ``v0``, ``v1``, ... for
    the values, ``m3`` where column 3 has cells below and ``a3`` where it has cells above a
    detection limit.
    """
    report(TaskProgress(message("Reading the table"), 0, 1))
    reading = reading or Reading()
    raw, proposal = read_proposal(source, reading.recipe)
    how = reading_values(raw, proposal)
    # the raw cells of a large file are as large as its table
    del raw
    read = read_labelled(source, reading, proposal.table)
    table = read.table
    roles = propose_roles(table, target or None)
    values: dict[str, Any] = {
        "source": table.source,
        "rows": table.rows,
        "fingerprint": table.fingerprint,
        "encoding": table.encoding,
        "separator": table.separator,
        "decimal": table.decimal,
        "crs": table.crs or guess_crs(table, roles),
        "reading": reading.model_dump(mode="json", exclude_defaults=True),
        "labels": labels_values(read.labels, MOST_LISTED) if read.labels is not None else None,
        "classes_before": read.classes_before,
        "notices": [asdict(notice) for notice in table.notices],
        "columns": [
            _description(column, role) for column, role in zip(table.columns, roles, strict=True)
        ],
        **how,
    }
    if cache is not None:
        values["arrow"] = str(_write_arrow(table, cache, reading))
        report(Finished(message("{rows} rows read.", rows=f"{table.rows:,}"), values))
    else:
        text = _as_text(table, roles)
        if read.labels is not None:
            text += f"\n{labels_summary(read.labels)}"
        report(Finished(message("{text}", text=text), values))


def _description(column: Column, role: ColumnRole) -> dict[str, Any]:
    classes, counts = _classes(column)
    return {
        "name": column.name,
        "kind": column.kind,
        "role": role.role,
        "reason": asdict(role.reason),
        "unit": column.unit,
        "element": column.element,
        "method": column.method,
        "missing": int(column.missing),
        "censored": int(column.censored.sum()),
        "above": int(column.above.sum()) if column.above is not None else 0,
        "distinct": len(classes),
        "classes": dict(
            zip(classes[:MOST_CLASSES_LISTED], counts[:MOST_CLASSES_LISTED], strict=True)
        ),
    }


def _classes(column: Column) -> tuple[list[str], list[int]]:
    """Return the distinct values as classes in their order, and how often each stands there."""
    counts = Counter(text for text in class_texts(column) if text)
    names = class_names(column, list(counts))
    return names, [counts[name] for name in names]


def _write_arrow(table: Table, cache: Path, reading: Reading) -> Path:
    arrays: dict[str, pa.Array] = {}
    for number, column in enumerate(table.columns):
        if column.kind == "number":
            arrays[f"v{number}"] = pa.array(column.values)
        else:
            arrays[f"v{number}"] = pa.array(column.values.tolist(), type=pa.string())
        if column.censored.any():
            # one byte a row: a packed bit array could not be mapped without a copy
            arrays[f"m{number}"] = pa.array(column.censored.astype(np.uint8))
        if column.above is not None:
            arrays[f"a{number}"] = pa.array(column.above.astype(np.uint8))
    path = cache / f"{table.fingerprint}{_reading_suffix(reading)}" / "table.arrow"
    with (
        written_whole(path) as part,
        pa.OSFile(str(part), "wb") as file,
    ):
        arrow = pa.table(arrays)
        with pa.ipc.new_file(file, arrow.schema) as writer:
            writer.write_table(arrow)
    return path


def _reading_suffix(reading: Reading) -> str:
    """Tell tables apart that were read from the same file in different ways."""
    if reading == Reading():
        return ""
    return "-" + hashlib.sha256(reading.model_dump_json().encode()).hexdigest()[:12]


def _as_text(table: Table, roles: tuple[ColumnRole, ...]) -> str:
    width = max(len(column.name) for column in table.columns)
    lines = [
        f"{column.name:<{width}}  {role.role:<7}  {column.kind:<6}  "
        f"missing {column.missing:>6,}  censored {int(column.censored.sum()):>6,}  {role.reason}"
        for column, role in zip(table.columns, roles, strict=True)
    ]
    return "\n".join([f"{table.rows:,} rows", *lines])
