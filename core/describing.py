"""A table's columns for whoever chooses their roles: on a terminal, or in the window."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from core.describing_values import reading_values
from core.distinct import MOST_CLASSES, class_codes, first_classes
from core.events import Finished, TaskProgress
from core.files import written_whole
from core.labels import labels_summary, labels_values
from core.loading import read_labelled, told_to
from core.reading import Reading
from core.reporting import Reporter
from datasets.columns import Column, Table
from datasets.deciding import Proposal, propose
from datasets.messages import message
from datasets.roles import ColumnRole, guess_crs, propose_roles
from datasets.side_by_side import part_of
from datasets.stated import with_stated
from datasets.table import read_raw_sheet

# pairs of a deposit and a sample, and unmatched deposits
MOST_LISTED = 2000
# how far the work is after each of its parts, measured on a million rows of 40 columns
_READ, _DECIDED, _DESCRIBED, _WHOLE = 25, 55, 95, 100


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
    detection limit, ``c3`` for the codes of its classes (int16, -1 where missing) where they are
    listed whole.
    """
    reading = reading or Reading()
    proposal, how = _read(source, reading, report)
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
        "columns": _descriptions(table, roles, report),
        **how,
    }
    if cache is not None:
        classes = [_listed_whole(known) for known in values["columns"]]
        values["arrow"] = str(_write_arrow(table, classes, cache, reading))
        report(Finished(message("{rows} rows read.", rows=f"{table.rows:,}"), values))
    else:
        text = _as_text(table, roles)
        if read.labels is not None:
            text += f"\n{labels_summary(read.labels)}"
        report(Finished(message("{text}", text=text), values))


def _read(source: str, reading: Reading, report: Reporter) -> tuple[Proposal, dict[str, Any]]:
    """Read and decide, the longer part of the way; also return what is told of it."""
    report(TaskProgress(message("Reading the table"), 0, _WHOLE))
    told = told_to(report, source, _WHOLE)
    raw = read_raw_sheet(source, reading.recipe, part_of(told, 0.0, _READ / _WHOLE))
    report(TaskProgress(message("Deciding how the table is read"), _READ, _WHOLE))
    deciding = part_of(
        told_to(report, source, _WHOLE, decides=True), _READ / _WHOLE, _DECIDED / _WHOLE
    )
    proposal = propose(raw, with_stated(source, reading.recipe), deciding)
    # the raw cells of a large file are as large as its table: they end with this function
    return proposal, reading_values(raw, proposal)


def _descriptions(
    table: Table, roles: tuple[ColumnRole, ...], report: Reporter
) -> list[dict[str, Any]]:
    described = []
    for number, (column, role) in enumerate(zip(table.columns, roles, strict=True)):
        done = _DECIDED + (_DESCRIBED - _DECIDED) * number // len(table.columns)
        report(TaskProgress(message("Describing the columns"), done, _WHOLE))
        described.append(_description(column, role))
    return described


def _description(column: Column, role: ColumnRole) -> dict[str, Any]:
    distinct, classes = first_classes(column, MOST_CLASSES)
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
        "distinct": distinct,
        "classes": classes,
    }


def _listed_whole(known: dict[str, Any]) -> list[str] | None:
    return list(known["classes"]) if known["distinct"] == len(known["classes"]) else None


def _write_arrow(
    table: Table, classes: list[list[str] | None], cache: Path, reading: Reading
) -> Path:
    """Write the columns; `classes` are the names of each one's classes where they are known."""
    arrays: dict[str, pa.Array] = {}
    for number, (column, names) in enumerate(zip(table.columns, classes, strict=True)):
        arrays |= _arrays_of(number, column, names)
    path = cache / f"{table.fingerprint}{_reading_suffix(reading)}" / "table.arrow"
    with (
        written_whole(path) as part,
        pa.OSFile(str(part), "wb") as file,
    ):
        arrow = pa.table(arrays)
        with pa.ipc.new_file(file, arrow.schema) as writer:
            writer.write_table(arrow)
    return path


def _arrays_of(number: int, column: Column, classes: list[str] | None) -> dict[str, pa.Array]:
    arrays = {f"v{number}": _values_of(column)}
    if column.censored.any():
        # one byte a row: a packed bit array could not be mapped without a copy
        arrays[f"m{number}"] = pa.array(column.censored.astype(np.uint8))
    if column.above is not None:
        arrays[f"a{number}"] = pa.array(column.above.astype(np.uint8))
    if classes is not None:
        arrays[f"c{number}"] = pa.array(class_codes(column, classes))
    return arrays


def _values_of(column: Column) -> pa.Array:
    if column.kind == "number":
        return pa.array(column.values)
    return pa.array(column.values.tolist(), type=pa.string())


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
