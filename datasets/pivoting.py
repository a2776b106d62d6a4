"""From rows of single values to rows of samples."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from datasets.columns import Column, UnreadCell
from datasets.conversions import unit_factor
from datasets.messages import InputError, Message, message
from datasets.naming import element_in
from datasets.recipe import LongForm, Repeats
from datasets.units import unit_of, unit_word


@dataclass(frozen=True)
class Pivoted:
    """Samples of a file in long form."""

    columns: tuple[Column, ...]
    unread: tuple[UnreadCell, ...]
    notices: tuple[Message, ...]


def pivot(columns: tuple[Column, ...], form: LongForm, unread: tuple[UnreadCell, ...]) -> Pivoted:
    """Turn rows of single values into rows of samples, in the order they first appear.

    Other columns are carried along where they are the same in all rows of each sample. The mean
    of repeats takes limits as values, and is itself below a limit when all of them are.

    Raises
    ------
    InputError
        When the file lacks a column of the form, or units of one element do not go together.
    """
    by_name = {column.name: column for column in columns}
    sample, element, value = (
        _needed(by_name, name) for name in (form.sample, form.element, form.value)
    )
    if value.kind != "number":
        raise InputError(
            "The column {name} holds words, not the values of the long form; choose another one.",
            name=form.value,
        )
    samples, row_of = _numbered(_texts(sample))
    elements, element_of_row = _numbered(_texts(element))
    carried, notices = _carried(columns, form, row_of, len(samples))
    made, repeats = _elements(
        by_name, form, _Rows(row_of, element_of_row, len(samples)), elements, carried
    )
    notices += _told_units(by_name, form, elements, element_of_row)
    if repeats:
        notices.append(_told_repeats(repeats, form.repeats))
    lost = int(((row_of < 0) | (element_of_row < 0)).sum())
    if lost:
        notices.append(
            message("Rows without a sample or an element were left out: {count}.", count=lost)
        )
    moved = tuple(_moved(cell, form, elements, row_of, element_of_row) for cell in unread)
    return Pivoted((*carried, *made), moved, tuple(notices))


@dataclass(frozen=True, eq=False)
class _Rows:
    """For each row the number of its sample and of its element, int64, -1 for none."""

    sample: NDArray[np.int64]
    element: NDArray[np.int64]
    samples: int


def _carried(
    columns: tuple[Column, ...], form: LongForm, row_of: NDArray[np.int64], count: int
) -> tuple[list[Column], list[Message]]:
    """Return the column of samples and those that say the same in all rows of a sample."""
    kept, notices = [], []
    for column in columns:
        if column.name in (form.element, form.value, form.unit):
            continue
        if column.name == form.sample or _is_constant(column, row_of, count):
            kept.append(_first_of(column, row_of, count, column.name))
            continue
        notices.append(
            message(
                "{column} differs between the rows of one sample and was left out.",
                column=column.name,
            )
        )
    return kept, notices


def _elements(
    by_name: dict[str, Column],
    form: LongForm,
    rows: _Rows,
    elements: list[str],
    carried: list[Column],
) -> tuple[list[Column], int]:
    """Return a column for each element, and how many cells have more than one value."""
    taken = {column.name for column in carried}
    units = _texts(_needed(by_name, form.unit)) if form.unit else None
    made, repeats = [], 0
    for number, name in enumerate(elements):
        here = np.flatnonzero((rows.element == number) & (rows.sample >= 0))
        column, again = _element_column(
            name if name not in taken else f"{name} (2)",
            by_name[form.value],
            here,
            rows.sample,
            rows.samples,
            units,
            form.repeats,
        )
        made.append(column)
        repeats += again
    return made, repeats


def _moved(
    cell: UnreadCell,
    form: LongForm,
    elements: list[str],
    row_of: NDArray[np.int64],
    element_of_row: NDArray[np.int64],
) -> UnreadCell:
    """Return a cell of the column of values as one of its sample and element."""
    sample, element = int(row_of[cell.row - 1]), int(element_of_row[cell.row - 1])
    if cell.column != form.value or min(sample, element) < 0:
        return cell
    return replace(cell, row=sample + 1, column=elements[element])


def _needed(by_name: dict[str, Column], name: str) -> Column:
    if name not in by_name:
        raise InputError(
            "The column {name} of the long form is not in the file; choose another one.", name=name
        )
    return by_name[name]


def _texts(column: Column) -> list[str]:
    if column.kind == "text":
        return ["" if text is None else text for text in column.values]
    return ["" if np.isnan(value) else f"{value:.15g}" for value in column.values]


def _numbered(texts: list[str]) -> tuple[list[str], NDArray[np.int64]]:
    """Return the different texts in their order, and the number of each row's, -1 where blank."""
    places: dict[str, int] = {}
    rows = [places.setdefault(text, len(places)) if text else -1 for text in texts]
    return list(places), np.array(rows, dtype=np.int64)


def _first_rows(row_of: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the first row of each sample, int64 of shape (samples,)."""
    known = np.flatnonzero(row_of >= 0)
    first = np.zeros(count, dtype=np.int64)
    first[row_of[known][::-1]] = known[::-1]
    return first


def _is_constant(column: Column, row_of: NDArray[np.int64], count: int) -> bool:
    first = _first_rows(row_of, count)
    known = row_of >= 0
    here, there = column.values[known], column.values[first[row_of[known]]]
    same = here == there
    if column.kind == "number":
        same |= np.isnan(here) & np.isnan(there)
    return bool(np.all(same))


def _first_of(column: Column, row_of: NDArray[np.int64], count: int, name: str) -> Column:
    first = _first_rows(row_of, count)
    values = column.values[first]
    gone = (
        np.array([value is None for value in values]) if column.kind == "text" else np.isnan(values)
    )
    above = None if column.above is None else column.above[first]
    return replace(
        column,
        name=name,
        values=values,
        censored=column.censored[first],
        above=above,
        missing=int(gone.sum()),
    )


def _element_column(
    name: str,
    value: Column,
    rows: NDArray[np.int64],
    row_of: NDArray[np.int64],
    count: int,
    units: list[str] | None,
    repeats: Repeats,
) -> tuple[Column, int]:
    """Return the values of one element, and how many cells have more than one."""
    values, unit = _in_one_unit(
        value.values[rows], [units[row] for row in rows] if units else [], name
    )
    unit = unit or unit_of(name) or value.unit
    made = np.full(count, np.nan)
    below, above = np.zeros((2, count), dtype=np.bool_)
    order = np.argsort(row_of[rows], kind="stable")
    known = np.isfinite(values[order])
    order, samples = order[known], row_of[rows][order][known]
    if len(order):
        kept, made_of = _of_repeats(values[order], samples, repeats)
        made[samples[kept]] = made_of
        below[samples] = True
        below[samples[~value.censored[rows[order]]]] = False
        if repeats not in ("mean", "median"):
            below[samples[kept]] = value.censored[rows[order[kept]]]
        if value.above is not None:
            above[samples[value.above[rows[order]]]] = True
    again = int((np.unique(samples, return_counts=True)[1] > 1).sum())
    missing = int(np.isnan(made).sum())
    column = Column(
        name, "number", made, below, missing, above if above.any() else None, unit, element_in(name)
    )
    return column, again


def _of_repeats(
    values: NDArray[np.float64], samples: NDArray[np.int64], repeats: Repeats
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return one place and one value for each sample; `samples` are sorted, in order of rows."""
    _, starts, counts = np.unique(samples, return_index=True, return_counts=True)
    if repeats == "mean":
        return starts, np.add.reduceat(values, starts) / counts
    if repeats == "first":
        return starts, values[starts]
    if repeats == "last":
        return starts + counts - 1, values[starts + counts - 1]
    # Sorted by size within each sample, the middle and the end of each stretch are known.
    order = np.lexsort((values, samples))
    if repeats == "highest":
        ends = order[starts + counts - 1]
        return ends, values[ends]
    lower, upper = order[starts + (counts - 1) // 2], order[starts + counts // 2]
    return lower, (values[lower] + values[upper]) / 2


def _in_one_unit(
    values: NDArray[np.float64], units: list[str], name: str
) -> tuple[NDArray[np.float64], str]:
    """Convert all values to the unit that most of them have."""
    known = Counter(word for unit in units if (word := unit_word(unit)))
    if not known:
        return values, ""
    wanted = known.most_common(1)[0][0]
    factors = {unit: unit_factor(unit_word(unit) or wanted, wanted) for unit in set(units)}
    return values * np.array([factors[unit] for unit in units]), wanted


def _told_units(
    by_name: dict[str, Column],
    form: LongForm,
    elements: list[str],
    element_of_row: NDArray[np.int64],
) -> list[Message]:
    """Tell which elements stand in several units, since they were converted."""
    if not form.unit:
        return []
    units = _texts(_needed(by_name, form.unit))
    found: dict[int, Counter[str]] = {}
    for number, unit in zip(element_of_row.tolist(), units, strict=True):
        found.setdefault(number, Counter())[unit_word(unit)] += 1
    several = {
        elements[number]: kinds
        for number, counts in sorted(found.items())
        if number >= 0 and len(kinds := {unit for unit in counts if unit}) > 1
    }
    if not several:
        return []
    listed = "; ".join(
        f"{name}: {', '.join(sorted(kinds))}" for name, kinds in list(several.items())[:6]
    )
    return [
        message(
            "Values of one element stand in several units and were converted to the most frequent "
            "one ({units}).",
            units=listed + ("…" if len(several) > 6 else ""),
        )
    ]


def _told_repeats(count: int, repeats: Repeats) -> Message:
    told = {
        "mean": message(
            "Cells with several values of one element in one sample: {count}; their mean is taken.",
            count=count,
        ),
        "median": message(
            "Cells with several values of one element in one sample: {count}; their median is "
            "taken.",
            count=count,
        ),
        "first": message(
            "Cells with several values of one element in one sample: {count}; the first one is "
            "taken.",
            count=count,
        ),
        "last": message(
            "Cells with several values of one element in one sample: {count}; the last one is "
            "taken.",
            count=count,
        ),
        "highest": message(
            "Cells with several values of one element in one sample: {count}; the highest one is "
            "taken.",
            count=count,
        ),
    }
    return told[repeats]
