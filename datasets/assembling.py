"""From a table and the chosen columns to a dataset."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from datasets.columns import Column, Table
from datasets.dataset import Dataset
from datasets.messages import InputError, Message, message

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

    What can be worked with is worked with and gets a notice: values below a detection limit
    become half of it, samples without a class stay in with target -1, and features that say
    nothing (text, all missing, or constant over the samples with a class) are left out.

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
    halved = np.where(column.censored, column.values / 2, column.values)
    known = halved[labelled & np.isfinite(halved)]
    if np.all(known == known[0]):
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
    table: Table, names: Sequence[str]
) -> tuple[NDArray[np.float64], tuple[Message, ...]]:
    """Return the values of columns, shape (rows, S), for a model that knows them already.

    Values below a detection limit become half of it. A column that holds text here is missing
    in every row.

    Raises
    ------
    InputError
        When a column is absent.
    """
    notices: list[Message] = []
    columns = [table.column(name) for name in names]
    for number, column in enumerate(columns):
        if column.kind == "text":
            notices.append(
                message(
                    "The column {column} holds text; its values are taken as missing.",
                    column=column.name,
                )
            )
            nothing = np.zeros(table.rows, dtype=bool)
            columns[number] = Column(
                column.name, "number", np.full(table.rows, np.nan), nothing, table.rows
            )
    return _values(columns, notices), tuple(notices)


def _values(columns: list[Column], notices: list[Message]) -> NDArray[np.float64]:
    values = np.column_stack([column.values for column in columns]).astype(np.float64)
    values[~np.isfinite(values)] = np.nan
    censored = np.column_stack([column.censored for column in columns])
    values[censored] /= 2
    for column, count in zip(columns, censored.sum(axis=0), strict=True):
        if count:
            notices.append(
                message(
                    "{feature} has values below its detection limit ({count}); half the limit is "
                    "taken.",
                    feature=column.name,
                    count=int(count),
                )
            )
    missing = int(np.isnan(values).sum())
    if missing:
        notices.append(message("Missing values among the chosen features: {count}.", count=missing))
    return values


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
