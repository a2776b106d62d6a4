"""The different values of a column with their counts, in a time that suits a million rows.

`core.classes.class_counts` lists the classes of one column whole; here those of every column of a
table are counted, and few of them listed, since most columns hold no classes.
"""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from datasets.assembling import class_names, natural_order
from datasets.columns import Column

# a column with more different values than this is none of classes
MOST_CLASSES = 200


def first_classes(column: Column, most: int) -> tuple[int, dict[str, int]]:
    """Count the different values of a column as classes.

    Parameters
    ----------
    column
        Numbers, float64 with NaN where missing, or texts, None where missing.
    most
        So many classes are listed.

    Returns
    -------
    int
        Number of different values.
    dict of str to int
        The first of them in the order of classes, with how often each stands there: numbers by
        their size, texts in natural order; where there are more than `most` texts, those that
        come first by their characters.
    """
    if column.kind == "number":
        return _numbers(column, most)
    return _texts(column, most)


def class_codes(column: Column, names: list[str]) -> NDArray[np.int16]:
    """Return the place of each row's class among `names`, all classes of the column; -1: none."""
    if column.kind == "number":
        numbers = np.array([float(name) for name in names])
        codes = np.searchsorted(numbers, column.values).astype(np.int16)
        codes[np.isnan(column.values)] = -1
        return codes
    place = {name: number for number, name in enumerate(names)}
    of_text = {text: place.get((text or "").strip(), -1) for text in set(column.values.tolist())}
    return np.array([of_text[text] for text in column.values.tolist()], np.int16)


def _numbers(column: Column, most: int) -> tuple[int, dict[str, int]]:
    values, counts = np.unique(column.values[~np.isnan(column.values)], return_counts=True)
    listed = zip(values[:most].tolist(), counts[:most].tolist(), strict=True)
    return len(values), {_as_class(value): count for value, count in listed}


def _as_class(value: float) -> str:
    """Write a number as `datasets.assembling.class_texts` does."""
    return str(int(value)) if value == int(value) else repr(value)


def _texts(column: Column, most: int) -> tuple[int, dict[str, int]]:
    # each different text is stripped once: a million rows have few classes
    counts: Counter[str] = Counter()
    for text, count in Counter(column.values.tolist()).items():
        if text is not None and (name := text.strip()):
            counts[name] += count
    if len(counts) > most:
        # the natural order of a million sample names would take ten seconds
        names = sorted(nsmallest(most, counts), key=natural_order)
    else:
        names = class_names(column, list(counts))
    return len(counts), {name: counts[name] for name in names}
