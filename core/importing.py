"""Importing: any file becomes a clean table, with a report of every decision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.crs import find_system
from core.describing_values import reading_values
from core.events import Finished, TaskProgress
from core.exporting.formats import is_same_file
from core.exporting.written import check_place, result_written
from core.loading import told_to
from core.reporting import Reporter
from datasets.columns import Column, Table
from datasets.deciding import Proposal, reusable
from datasets.messages import InputError, message
from datasets.qualifiers import SUFFIX
from datasets.recipe import Recipe, read_recipe, recipe_text
from datasets.stated import FIELDS, MARK
from datasets.table import read_proposal

SUFFIXES = (".parquet", ".csv")
_STEPS = 2


def import_table(
    source: str,
    out: Path,
    report: Reporter,
    *,
    recipe: Path | None = None,
    save_recipe: Path | None = None,
    explain: bool = False,
) -> None:
    """Read a file and write the table that comes of it.

    Numbers are written as numbers. Where cells of a column are below or above a limit, the limit
    stands there and a column NAME_qualifier holds "<" or ">". Parquet also keeps unit, element
    and method of each column, and the coordinate system, in its metadata: read again, it is the
    same table.

    Parameters
    ----------
    source
        Any file that can be opened, or "example:NAME".
    out
        .parquet or .csv.
    recipe, save_recipe
        Decisions to take, and a file for those that are made, to be used for the next file.
    explain
        Whether the sentence at the end holds every decision and every cell that was not read.

    Raises
    ------
    InputError
        When the file cannot be read, or `out` has another ending.
    """
    _check_places(source, out, recipe, save_recipe)
    chosen = Recipe() if recipe is None else read_recipe(recipe)
    find_system(chosen.crs or "")
    report(TaskProgress(message("Reading the table"), 0, _STEPS))
    raw, proposal = read_proposal(source, chosen, told_to(report, source))
    values = reading_values(raw, proposal)
    del raw
    report(TaskProgress(message("Writing the table"), 1, _STEPS))
    write_table(proposal.table, out)
    if save_recipe is not None:
        kept = recipe_text(reusable(proposal.recipe, chosen))
        with result_written(save_recipe) as part:
            part.write_text(kept, encoding="utf-8")
    values |= {"rows": proposal.table.rows, "out": str(out)}
    values["notices"] = [str(notice) for notice in proposal.table.notices]
    text = explained(proposal) if explain else _summary(proposal.table, out)
    report(Finished(message("{text}", text=text), values))


def _check_places(source: str, out: Path, recipe: Path | None, save_recipe: Path | None) -> None:
    """Refuse what would write over the laboratory's file, or one result over the other."""
    if out.suffix.lower() not in SUFFIXES:
        raise InputError(
            "The table {path} can be written as .parquet or .csv; choose one of these endings.",
            path=str(out),
        )
    check_place(out, source, recipe or "")
    if save_recipe is None:
        return
    check_place(save_recipe, source)
    if is_same_file(out, save_recipe):
        raise InputError(
            "Table and recipe cannot both be written as {path}; choose another name for one of "
            "them.",
            path=str(out),
        )


def write_table(table: Table, out: Path) -> None:
    """Write a table as Parquet or CSV, by the ending of `out`.

    Raises
    ------
    InputError
        When the place cannot be written.
    """
    arrow = _arrow(table)
    with result_written(out) as part:
        if out.suffix.lower() == ".parquet":
            import pyarrow.parquet as pq

            pq.write_table(arrow, part)
        else:
            from pyarrow import csv

            csv.write_csv(arrow, part)


def _arrow(table: Table) -> pa.Table:
    fields: list[pa.Field] = []
    arrays: list[pa.Array] = []
    for column in table.columns:
        told = {key: value for key in FIELDS if (value := getattr(column, key))}
        array = _array(column)
        fields.append(pa.field(column.name, array.type, metadata=told or None))
        arrays.append(array)
        signs = _signs(column)
        if signs is not None:
            fields.append(pa.field(_free(column.name + SUFFIX, table), pa.string()))
            arrays.append(pa.array(signs.tolist(), type=pa.string()))
    schema = pa.schema(fields, metadata={MARK: table.crs.encode()})
    return pa.table(arrays, schema=schema)


def _array(column: Column) -> pa.Array:
    if column.kind == "number":
        return pa.array(column.values, from_pandas=True)
    return pa.array(column.values.tolist(), type=pa.string())


def _signs(column: Column) -> NDArray[np.object_] | None:
    """Return "<" and ">" of the cells beyond a limit; None when there are none."""
    if not column.censored.any() and column.above is None:
        return None
    signs = np.full(len(column.values), None, dtype=object)
    signs[column.censored] = "<"
    if column.above is not None:
        signs[column.above] = ">"
    return signs


def _free(name: str, table: Table) -> str:
    return name if name not in table.names else _free(name + "_", table)


def explained(proposal: Proposal) -> str:
    """Return every decision with its reason, every cell that was not read, and the counts."""
    table = proposal.table
    lines = ["Decisions"]
    for decision in proposal.decisions:
        mark = " " if decision.sure else "?"
        where = f"{decision.column}: " if decision.column else ""
        lines.append(f"{mark} {where}{decision.name} = {_shown(decision.value)}  {decision.reason}")
    if table.notices:
        lines += ["", "Worked around", *(f"  {notice}" for notice in table.notices)]
    lines += ["", f"Cells that could not be read: {len(table.unread)}"]
    lines += [
        f"  row {cell.row} (line {cell.line}), {cell.column}: {cell.text}" for cell in table.unread
    ]
    if table.checks:
        lines += ["", f"Check samples: {len(table.checks)}"]
        lines += [f"  line {check.line}, {check.kind}: {check.name}" for check in table.checks]
    lines += ["", "Columns", *_counts(table)]
    return "\n".join(lines)


def _counts(table: Table) -> list[str]:
    width = max(len(column.name) for column in table.columns)
    return [
        f"  {column.name:<{width}}  {column.kind:<6}  {column.element:<6} {column.unit:<6}  "
        f"{len(column.values) - column.missing:>9,}  missing {column.missing:>7,}  "
        f"< {int(column.censored.sum()):>7,}  > "
        f"{int(column.above.sum()) if column.above is not None else 0:>5,}"
        for column in table.columns
    ]


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "–"
    return repr(value) if isinstance(value, str) and not value.strip() else str(value)


def _summary(table: Table, out: Path) -> str:
    return str(
        message(
            "{rows} rows and {columns} columns written to {path}; {unread} cells could not be "
            "read.",
            rows=f"{table.rows:,}",
            columns=len(table.columns),
            path=str(out),
            unread=len(table.unread),
        )
    )
