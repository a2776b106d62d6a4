"""From a table and the chosen columns to a dataset."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.columns import Column, Table
from datasets.conversions import convertible_units, unit_factor
from datasets.dataset import Dataset
from datasets.messages import InputError, Message, message
from datasets.units import unit_of

MOST_NUMERIC_CLASSES = 50


def assemble(
    table: Table,
    *,
    target: str,
    features: Sequence[str],
    x: str = "",
    y: str = "",
    group: str = "",
    crs: str = "",
) -> Dataset:
    """Make a dataset of the chosen columns.

    What can be worked with is worked with and gets a notice: samples without a class stay in with
    target -1, values above a range stand as its limit, and features that say nothing (text, all
    missing, or constant over the samples with a class) are left out.

    Parameters
    ----------
    target
        Column with the classes. Numbers become class names in the order of their size, texts in
        natural order.
    features
        Columns the network reads.
    x, y
        Coordinate columns, both or neither.
    group
        Column of samples that belong together.
    crs
        Name of the coordinate reference system.

    Raises
    ------
    InputError
        When a column is absent or cannot have the role it was given, or nothing can be learned
        from what is left.
    """
    notices = list(table.notices)
    _check_roles(target, features, x, y)
    classes, names = _classes(table.column(target), notices)
    labelled = classes >= 0
    columns = [
        column
        for column in (table.column(name) for name in dict.fromkeys(features))
        if _is_usable(column, labelled, notices)
    ]
    if not columns:
        raise InputError(
            "None of the chosen features holds numbers that differ between samples with a class; "
            "choose other features."
        )
    return Dataset(
        features=_values(columns, notices),
        feature_names=tuple(column.name for column in columns),
        censored=np.column_stack([column.censored for column in columns]),
        above=np.column_stack([_above(column) for column in columns]),
        feature_units=tuple(_unit(column) for column in columns),
        target=classes,
        class_names=names,
        coordinates=_coordinates(table, x, y, notices) if x else None,
        crs=crs,
        groups=_groups(table.column(group), notices) if group else None,
        row_numbers=np.arange(1, table.rows + 1, dtype=np.int64),
        source=table.source,
        fingerprint=table.fingerprint,
        notices=tuple(notices),
    )


def _check_roles(target: str, features: Sequence[str], x: str, y: str) -> None:
    if target in features:
        raise InputError(
            "The target {target} is among the features; the network would only copy it. Take it "
            "out of the features.",
            target=target,
        )
    if bool(x) != bool(y):
        raise InputError(
            "Only one coordinate column, {column}, is chosen; choose both or neither.",
            column=x or y,
        )
    if x and x == y:
        raise InputError(
            "The column {column} is chosen for both coordinates; choose two columns.", column=x
        )


def class_names(column: Column, texts: Sequence[str]) -> list[str]:
    """Return the distinct classes in their order: numbers by size, texts in natural order."""
    names = sorted({text for text in texts if text}, key=natural_order)
    if column.kind == "number":
        names.sort(key=float)
    return names


def _classes(column: Column, notices: list[Message]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Return the class of each sample, -1 for none, and the class names in order."""
    texts = class_texts(column)
    names = class_names(column, texts)
    if column.kind == "number":
        present = sum(bool(text) for text in texts)
        if len(names) > MOST_NUMERIC_CLASSES and len(names) > present / 2:
            raise InputError(
                "The target {target} holds {count} different numbers, so it looks like a "
                "measurement; choose a column of classes.",
                target=column.name,
                count=len(names),
            )
    if not names:
        raise InputError(
            "The target {target} has no class in any row; choose another column.",
            target=column.name,
        )
    if len(names) == 1:
        raise InputError(
            "The target {target} has a single class, {name}; at least two are needed to learn a "
            "difference.",
            target=column.name,
            name=names[0],
        )
    index = {name: k for k, name in enumerate(names)} | {"": -1}
    classes = np.array([index[text] for text in texts], dtype=np.int64)
    without = int((classes < 0).sum())
    if without:
        notices.append(
            message(
                "Samples without a class ({count}) are classified but not trained on.",
                count=without,
            )
        )
    sizes = np.bincount(classes[classes >= 0], minlength=len(names))
    notices.extend(
        message(
            "The class {name} has one sample; it cannot be trained on and checked as well.",
            name=names[k],
        )
        for k in np.flatnonzero(sizes == 1)
    )
    return classes, tuple(names)


def class_texts(column: Column) -> list[str]:
    """Return the class of each row as text, "" where there is none."""
    if column.kind == "text":
        return [(text or "").strip() for text in column.values]
    # 20.0 and 20 are one class; repr keeps what a fraction was written with.
    return [
        "" if np.isnan(value) else str(int(value)) if value == int(value) else repr(float(value))
        for value in column.values
    ]


def natural_order(text: str) -> list[tuple[int, int | str]]:
    """Return a sort key under which "type 2" comes before "type 10"."""
    parts = re.split(r"([0-9]+)", text.casefold())
    key: list[tuple[int, int | str]] = [
        (0, int(part)) if k % 2 else (1, part) for k, part in enumerate(parts) if part
    ]
    # Names that differ in case only still need one order.
    return [*key, (2, text)]


def _is_usable(column: Column, labelled: NDArray[np.bool_], notices: list[Message]) -> bool:
    """Whether a feature can teach anything; says so where it cannot."""
    if column.kind == "text":
        notices.append(
            message("The feature {feature} holds text; it is left out.", feature=column.name)
        )
        return False
    known = column.values[labelled & np.isfinite(column.values)]
    if not len(known):
        notices.append(
            message(
                "The feature {feature} has no value in any sample with a class; it is left out.",
                feature=column.name,
            )
        )
        return False
    # 5 and <5 are two values, whatever will be taken for the second
    below = column.censored[labelled & np.isfinite(column.values)]
    if np.all(known == known[0]) and np.all(below == below[0]):
        notices.append(
            message(
                "The feature {feature} has the same value in all samples with a class; it is left "
                "out.",
                feature=column.name,
            )
        )
        return False
    return True


def feature_matrix(
    table: Table, names: Sequence[str], units: Sequence[str] = ()
) -> tuple[NDArray[np.float64], NDArray[np.bool_], tuple[Message, ...]]:
    """Return columns for a model that knows them already: values, which are censored, notices.

    Both arrays have the shape (rows, S). Where a cell is censored, the value is the limit. A
    column that holds text here is missing in every row. One in another unit than the model learned
    from is converted.

    Parameters
    ----------
    units
        Of the model's features, "" where unknown; () for all unknown.

    Raises
    ------
    InputError
        When a column is absent.
    """
    notices: list[Message] = []
    columns = [_as_numbers(table.column(name), notices) for name in names]
    values = _values(columns, notices)
    for number, (column, wanted) in enumerate(zip(columns, units, strict=False)):
        if (factor := _factor(column, wanted, notices)) != 1.0:
            values[:, number] *= factor
    return values, _beside([column.censored for column in columns]), tuple(notices)


def _as_numbers(column: Column, notices: list[Message]) -> Column:
    if column.kind == "number":
        return column
    notices.append(
        message(
            "The column {column} holds text; its values are taken as missing.", column=column.name
        )
    )
    rows = len(column.values)
    return Column(column.name, "number", np.full(rows, np.nan), np.zeros(rows, dtype=bool), rows)


def _factor(column: Column, wanted: str, notices: list[Message]) -> float:
    """Return what a column is multiplied with to be in the unit that a model learned from."""
    unit = _unit(column)
    if not unit or not wanted or unit == wanted or wanted not in convertible_units(unit):
        return 1.0
    notices.append(
        message(
            "The column {column} was converted from {unit} to {wanted}, as the model knows it.",
            column=column.name,
            unit=unit,
            wanted=wanted,
        )
    )
    return unit_factor(unit, wanted)


def _unit(column: Column) -> str:
    return column.unit or unit_of(column.name)


def _above(column: Column) -> NDArray[np.bool_]:
    return np.zeros(len(column.values), dtype=bool) if column.above is None else column.above


def _values(columns: list[Column], notices: list[Message]) -> NDArray[np.float64]:
    values = _beside([column.values for column in columns])
    missing = 0
    for number, column in enumerate(columns):
        # by columns, which fit into the caches
        finite = np.isfinite(values[:, number])
        if absent := len(finite) - int(np.count_nonzero(finite)):
            values[~finite, number] = np.nan
            missing += absent
        if count := int(np.count_nonzero(column.censored)):
            notices.append(
                message(
                    "{feature} has values below its detection limit ({count}).",
                    feature=column.name,
                    count=count,
                )
            )
        if column.above is not None and (count := int(np.count_nonzero(column.above))):
            notices.append(
                message(
                    "{feature} has values above the range of its method ({count}); the limit of "
                    "the range is taken.",
                    feature=column.name,
                    count=count,
                )
            )
    if missing:
        notices.append(message("Missing values among the chosen features: {count}.", count=missing))
    return values


def _beside(columns: list[NDArray[Any]]) -> NDArray[Any]:
    """Put columns beside each other, each in one piece: all that follows goes by columns."""
    beside = np.empty((len(columns[0]), len(columns)), columns[0].dtype, order="F")
    for number, column in enumerate(columns):
        beside[:, number] = column
    return beside


def _coordinates(table: Table, x: str, y: str, notices: list[Message]) -> NDArray[np.float64]:
    pair = [table.column(x), table.column(y)]
    for column in pair:
        if column.missing == table.rows:
            raise InputError(
                "The coordinate column {column} holds no value; choose another column.",
                column=column.name,
            )
        if column.kind != "number":
            raise InputError(
                "The coordinate column {column} holds text, such as “{text}”; choose a column of "
                "numbers.",
                column=column.name,
                text=next((text for text in column.values if text), ""),
            )
    coordinates = np.column_stack([column.values for column in pair]).astype(np.float64)
    coordinates[~np.isfinite(coordinates)] = np.nan
    absent = int(np.isnan(coordinates).any(axis=1).sum())
    if absent:
        notices.append(
            message(
                "Samples without complete coordinates ({count}) are not on the map.",
                count=absent,
            )
        )
    return coordinates


def _groups(column: Column, notices: list[Message]) -> NDArray[np.int64]:
    texts = class_texts(column)
    index = {text: k for k, text in enumerate(sorted({t for t in texts if t}, key=natural_order))}
    groups = np.array([index.get(text, -1) for text in texts], dtype=np.int64)
    without = int((groups < 0).sum())
    if without:
        notices.append(message("Samples without a group: {count}.", count=without))
    return groups
