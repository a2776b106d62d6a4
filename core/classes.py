"""The classes of a column: counted, and renamed, merged or taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from datasets.assembling import class_names, class_texts
from datasets.columns import Column, Table
from datasets.messages import Message, message

Renaming = Mapping[str, Mapping[str, str]]


def class_counts(column: Column) -> dict[str, int]:
    """Return the classes of a column in their order, and how many samples each has."""
    counts = Counter(text for text in class_texts(column) if text)
    return {name: counts[name] for name in class_names(column, list(counts))}


def with_classes(table: Table, renaming: Renaming) -> Table:
    """Return the table with its classes renamed.

    Parameters
    ----------
    renaming
        Column → class in it → new class; "" takes the class away. All are renamed at once, so
        that two classes can swap their names.

    Raises
    ------
    InputError
        When the table has no such column.
    """
    renamed: dict[str, Column] = {}
    notices: list[Message] = []
    for name, new_names in renaming.items():
        column = table.column(name)
        gone = sorted(set(new_names) - set(class_texts(column)))
        if gone:
            notices.append(
                message(
                    "The column {column} no longer holds classes that were to be renamed: "
                    "{classes}.",
                    column=name,
                    classes=", ".join(gone),
                )
            )
        renamed[name] = _renamed(column, new_names)
    columns = tuple(renamed.get(column.name, column) for column in table.columns)
    return replace(table, columns=columns, notices=(*table.notices, *notices))


def _renamed(column: Column, new_names: Mapping[str, str]) -> Column:
    texts = [new_names.get(text, text).strip() for text in class_texts(column)]
    values = np.array([text or None for text in texts], dtype=object)
    return Column(
        name=column.name,
        kind="text",
        values=values,
        censored=np.zeros(len(values), dtype=bool),
        missing=sum(not text for text in texts),
    )
