"""An element as plots draw it: its values in ascending order, and which row stands where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.statistics import Rule, counted
from datasets.units import element_of, unit_of
from gui.session import Session
from gui.table_info import ColumnInfo, TableInfo

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ElementData:
    """One column of amounts over all rows.

    Attributes
    ----------
    name, title
        The column, and how an axis calls it: with its unit.
    x
        float64, shape (P,): what is drawn, log10 on a logarithmic axis; NaN where nothing is.
    below
        bool, shape (P,): whether the value lies below its limit.
    order
        Rows that are drawn, by ascending value.
    ordered
        Their values.
    places
        int64, shape (P,): place of each row in `order`, -1 where it is not drawn.
    left_out
        Values that a logarithmic axis has no place for.
    """

    name: str
    title: str
    log: bool
    x: Array
    below: Flags
    order: Rows
    ordered: Array
    places: Rows
    left_out: int

    def rows_between(self, low: float, high: float) -> Rows:
        """Return the rows whose drawn value lies within two ends, which count."""
        first = np.searchsorted(self.ordered, low, side="left")
        last = np.searchsorted(self.ordered, high, side="right")
        return self.order[first:last]

    def drawn_places(self, rows: Rows, most: int) -> Rows:
        """Return the places of rows in ascending order, spread evenly where there are too many."""
        places = np.sort(self.places[rows])
        places = places[np.searchsorted(places, 0) :]
        if len(places) > most:
            places = places[np.linspace(0, len(places) - 1, most).astype(np.int64)]
        return places


def element_data(table: TableInfo, name: str, *, log: bool, rule: Rule) -> ElementData:
    """Return a column of numbers as plots draw it."""
    column = table.column(name)
    values, below = table.values(name), table.censored(name)
    taken = counted(values, below, rule)
    x = np.where(np.isfinite(taken), taken, np.nan)
    left_out = 0
    if log:
        left_out = int(np.count_nonzero(x <= 0))
        x = np.log10(np.where(x > 0, x, np.nan))
    drawn = np.flatnonzero(np.isfinite(x))
    order = drawn[np.argsort(x[drawn], kind="stable")]
    places = np.full(len(x), -1, np.int64)
    places[order] = np.arange(len(order))
    flags = below if below is not None else np.zeros(len(x), bool)
    title = axis_title(column) if column is not None else name
    return ElementData(name, title, log, x, flags, order, x[order], places, left_out)


def axis_title(column: ColumnInfo) -> str:
    """Return the name of a column with what it does not say, or says no longer: ``Au (ppb)``.

    A column that was converted keeps its name, ``Cu_ppm (CuO, %)``.
    """
    symbol, unit = symbol_known(column), unit_known(column)
    told = [
        *([symbol] if element_of(column.name) not in ("", symbol) else []),
        *([unit] if unit and unit_of(column.name) != unit else []),
    ]
    return f"{column.name} ({', '.join(told)})" if told else column.name


def symbol_known(column: ColumnInfo) -> str:
    """Return the element or oxide of a column, "" where it is unknown."""
    return column.element or element_of(column.name)


def unit_known(column: ColumnInfo) -> str:
    """Return the unit of a column, "" where it is unknown."""
    return column.unit or unit_of(column.name)


def elements_of(session: Session) -> list[ColumnInfo]:
    """Return the columns to look at: features, and other amounts that nothing else is made of."""
    if session.table is None:
        return []
    return [
        column
        for column in session.table.columns
        if column.kind == "number" and _is_amount(column, session.roles.get(column.name, ""))
    ]


def _is_amount(column: ColumnInfo, role: str) -> bool:
    return role == "feature" or (role == "ignore" and bool(symbol_known(column)))
