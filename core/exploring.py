"""Statistics and correlations of a table: verbs for a terminal, and for large tables the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from core.arrow_columns import as_numpy
from core.correlations import Domain, Method, Progress, correlate
from core.events import Finished, TaskProgress
from core.exporting.formats import suffix_of
from core.exporting.written import check_place
from core.loading import read_source
from core.reading import Reading
from core.reporting import Reporter
from core.statistics import Array, Flags, Rule, counted, describe
from core.statistics_text import (
    correlations_text,
    statistics_message,
    statistics_row,
    write_rows,
)
from datasets.columns import Table
from datasets.messages import InputError, message
from datasets.recipe import Recipe
from datasets.roles import propose_roles
from datasets.units import element_of, unit_of


@dataclass(frozen=True)
class Element:
    """One column of amounts.

    Attributes
    ----------
    name, symbol, unit, method
        The column, the element or oxide, and how it was measured; "" where unknown.
    values
        float64, shape (P,), NaN where missing, the limit where censored.
    below, above
        bool, shape (P,), or None.
    """

    name: str
    symbol: str
    unit: str
    method: str
    values: Array
    below: Flags | None
    above: Flags | None

    @property
    def about(self) -> dict[str, str]:
        """What is known of the column besides its values."""
        return {
            "column": self.name,
            "element": self.symbol,
            "unit": self.unit,
            "method": self.method,
        }


# --- the verbs -------------------------------------------------------------------------


def statistics_of_table(
    source: str,
    *,
    recipe: Recipe,
    columns: Sequence[str],
    rule: Rule,
    log: bool,
    out: Path | None,
    report: Reporter,
) -> None:
    """Report the statistics of the elements of a table; write them as CSV to `out`.

    Parameters
    ----------
    columns
        Columns to describe; () for those that look like elements.
    log
        Also the figures of log10 of the values.

    Raises
    ------
    InputError
        When the table cannot be read, or a column is absent or not of numbers.
    """
    _check(out, source)
    elements = _elements_of(source, recipe, columns, report)
    rows = []
    for number, element in enumerate(elements):
        report(TaskProgress(message("Computing statistics"), number, len(elements)))
        found = describe(element.values, element.below, element.above, rule)
        rows.append(statistics_row(element.about, found, rule, log))
    if out is None:
        report(Finished(statistics_message(rows), {"statistics": rows}))
        return
    write_rows(rows, out)
    report(
        Finished(
            message(
                "Statistics of {count} elements written to {path}.",
                count=f"{len(rows):,}",
                path=str(out),
            ),
            {"out": str(out)},
        )
    )


def correlations_of_table(
    source: str,
    *,
    recipe: Recipe,
    columns: Sequence[str],
    rule: Rule,
    method: Method,
    domain: Domain,
    out: Path | None,
    report: Reporter,
) -> None:
    """Report how the elements of a table correlate; write the matrix as CSV to `out`.

    Raises
    ------
    InputError
        As in `statistics_of_table`; and when no sample has all parts of a log-ratio.
    """
    _check(out, source)
    elements = _elements_of(source, recipe, columns, report)
    names = tuple(element.name for element in elements)
    found = correlate(names, _matrix(elements, rule), method, domain, _progress(report))
    if domain == "clr" and found.left_out == len(elements[0].values):
        raise InputError(
            "No sample of {source} has all {count} elements with values above 0, which centred "
            "logratios need; name fewer elements with --column.",
            source=source,
            count=len(elements),
        )
    rows = [
        {"column": name, **dict(zip(names, line, strict=True))}
        for name, line in zip(names, found.r.tolist(), strict=True)
    ]
    if out is not None:
        write_rows(rows, out)
        said = message(
            "Correlations of {count} elements written to {path}.",
            count=f"{len(rows):,}",
            path=str(out),
        )
    else:
        said = message("{text}", text=correlations_text(found))
    report(Finished(said, found.as_values()))


# --- for the window, which has the columns in a file ------------------------------------


def statistics_of_arrow(path: Path, numbers: Sequence[int], rule: Rule, report: Reporter) -> None:
    """Report the statistics of columns of a file that `core.describing` wrote.

    The last event carries ``statistics``: `Statistics.as_values` of each column.
    """
    found = []
    for done, number in enumerate(numbers):
        report(TaskProgress(message("Computing statistics"), done, len(numbers)))
        found.append(describe(*_mapped(path, number), rule).as_values())
    report(Finished(message("Statistics computed."), {"statistics": found}))


def correlations_of_arrow(
    path: Path,
    numbers: Sequence[int],
    *,
    rule: Rule,
    method: Method,
    domain: Domain,
    report: Reporter,
) -> None:
    """Report the correlations of columns of a file that `core.describing` wrote.

    The last event carries `Correlations.as_values`, with the numbers of the columns as names.
    """
    columns = [counted(*_mapped(path, number)[:2], rule) for number in numbers]
    names = tuple(str(number) for number in numbers)
    found = correlate(names, np.column_stack(columns), method, domain, _progress(report))
    report(Finished(message("Correlations computed."), found.as_values()))


def _mapped(path: Path, number: int) -> tuple[Array, Flags | None, Flags | None]:
    with pa.memory_map(str(path)) as file:
        table = pa.ipc.open_file(file).read_all()
    flags = [
        as_numpy(table.column(name)).astype(bool) if name in table.column_names else None
        for name in (f"m{number}", f"a{number}")
    ]
    return as_numpy(table.column(f"v{number}")), flags[0], flags[1]


# --- columns ---------------------------------------------------------------------------


def _check(out: Path | None, source: str) -> None:
    if out is not None:
        suffix_of(out, (".csv",))
        check_place(out, source)


def _elements_of(
    source: str, recipe: Recipe, columns: Sequence[str], report: Reporter
) -> list[Element]:
    report(TaskProgress(message("Reading the table"), 0, 1))
    table = read_source(source, Reading(recipe=recipe))
    names = list(columns) or _looks_like_elements(table)
    if not names:
        raise InputError(
            "No column of {source} looks like an element; name the columns with --column.",
            source=source,
        )
    return [_element(table, name) for name in names]


def _looks_like_elements(table: Table) -> list[str]:
    roles = {role.column: role.role for role in propose_roles(table, None)}
    return [
        column.name
        for column in table.columns
        if column.kind == "number"
        and (
            roles[column.name] == "feature"
            or (roles[column.name] == "ignore" and bool(column.element))
        )
    ]


def _element(table: Table, name: str) -> Element:
    column = table.column(name)
    if column.kind != "number":
        raise InputError(
            "The column “{name}” of {source} holds text; statistics need numbers.",
            name=name,
            source=table.source,
        )
    return Element(
        name,
        column.element or element_of(name),
        column.unit or unit_of(name),
        column.method,
        column.values,
        column.censored if column.censored.any() else None,
        column.above,
    )


def _matrix(elements: Sequence[Element], rule: Rule) -> Array:
    return np.column_stack([counted(element.values, element.below, rule) for element in elements])


def _progress(report: Reporter) -> Progress:
    return lambda done, total: report(TaskProgress(message("Computing correlations"), done, total))
