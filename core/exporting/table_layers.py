"""Layers of the table that a run was made from: a column, its residual, a robust distance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.exporting.layers import OF_COLUMN, OF_DISTANCE, OF_RESIDUAL, Layer
from core.exporting.results import Results
from core.grid_numbers import Element, rule_of
from core.grid_values import element_of, with_rule
from core.map_values import linear_residual
from datasets.columns import Table
from datasets.messages import InputError, Message, message

Floats = NDArray[np.float64]


def table_layer(results: Results, kind: str, of: str) -> Layer:
    """Return a layer of the columns, with the run's own rule for values below a limit.

    Parameters
    ----------
    kind
        ``column:``, ``residual:`` or ``distance:``.
    of
        A column, or for a distance several, joined by commas.

    Raises
    ------
    InputError
        When a column is absent or holds text, or the table is not the one of the run any more.
    """
    from core.loading import read_source

    table = read_source(results.source, results.reading)
    makers = {OF_COLUMN: _column, OF_RESIDUAL: _residual, OF_DISTANCE: _distance}
    title, values, notices = makers[kind](results, table, of)
    # residuals and distances are counted in standard deviations
    unit = element_of(table, of).unit if kind == OF_COLUMN else ""
    return Layer(kind + of, title, values[_rows(results, table)], None, notices, unit)


Made = tuple[Message, Floats, tuple[Message, ...]]


def _column(results: Results, table: Table, name: str) -> Made:
    element = element_of(table, name)
    others = _features(results, table, name)
    values, notices = with_rule(element, rule_of(results.job.preparation, name), others)
    unit = element.unit
    titled = f"{name} ({unit})" if unit and unit not in name else name
    return message("{name}", name=titled), values, notices


def _residual(results: Results, table: Table, name: str) -> Made:
    element, others = element_of(table, name), _features(results, table, name)
    if not others:
        raise InputError(
            "There is no other feature than {name} to fit it by; choose column:{name}.", name=name
        )
    preparation = results.job.preparation
    taken = [with_rule(each, rule_of(preparation, each.name)) for each in (element, *others)]
    columns = [values for values, _ in taken]
    positive = all(float(np.nanmin(values, initial=1.0)) > 0 for values in columns)
    values = linear_residual(columns[0], columns[1:], logarithm=positive)
    title = message("{name}: residual of a linear fit, in standard deviations", name=name)
    return title, values, tuple(notice for _, said in taken for notice in said)


def _distance(results: Results, table: Table, names: str) -> Made:
    from core.thresholds.multivariate import robust_distances

    preparation = results.job.preparation
    elements = [element_of(table, name.strip()) for name in names.split(",") if name.strip()]
    if len(elements) < 2:
        raise InputError(
            "A robust distance needs two or more elements; write the layer as distance:Cu,Zn,Pb."
        )
    taken = [with_rule(each, rule_of(preparation, each.name), elements) for each in elements]
    values = robust_distances(np.column_stack([found for found, _ in taken]))
    title = message("Robust distance: {names}", names=", ".join(each.name for each in elements))
    return title, values, tuple(notice for _, said in taken for notice in said)


def _features(results: Results, table: Table, name: str) -> list[Element]:
    """Return the run's other features that the table still has."""
    names = (feature for feature in results.job.data.features if feature != name)
    return [element_of(table, other) for other in names if other in table.names]


def _rows(results: Results, table: Table) -> NDArray[np.int64]:
    rows = np.asarray(results.table.column("row").to_numpy() - 1, np.int64)
    if rows.size and rows.max() >= table.rows:
        raise InputError(
            "The table {table} has changed since the run; train again, or choose another layer.",
            table=results.source,
        )
    return rows
