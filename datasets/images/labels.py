"""Labels of any kind as codes with the names of their classes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.images.image_set import UNKNOWN
from datasets.messages import InputError

MOST_CLASSES = 1000


def coded(
    labels: NDArray[Any] | None, count: int, source: str
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Return the codes of labels, int64 of shape (P,), and the names of the classes in order.

    Numbers, also as texts, are ordered as numbers, other names as texts. NaN, "" and, among
    numbers, -1 are unknown.

    Raises
    ------
    InputError
        When the labels are no classes: fractions, or more than 1,000 of them.
    """
    if labels is None:
        return np.full(count, UNKNOWN, np.int64), ()
    if labels.dtype.kind in "OUS":
        return _coded_texts(np.array([str(label).strip() for label in labels]), source)
    numbers = labels.astype(np.float64)
    known = np.isfinite(numbers) & (numbers != UNKNOWN)
    if (numbers[known] != np.floor(numbers[known])).any():
        first = int(np.flatnonzero(known & (numbers != np.floor(numbers)))[0])
        raise InputError(
            "The labels of {source} are no classes: sample {number} has {label}; choose the column "
            "of the labels, or none.",
            source=source,
            number=first + 1,
            label=f"{numbers[first]:g}",
        )
    values = np.unique(numbers[known])
    names = tuple(str(int(value)) for value in values)
    _check_number(names, source)
    codes = np.searchsorted(values, np.where(known, numbers, 0))
    return np.where(known, codes, UNKNOWN).astype(np.int64), names


def _coded_texts(texts: NDArray[np.str_], source: str) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    found = sorted(set(texts.tolist()) - {""}, key=_order)
    names = tuple(found)
    _check_number(names, source)
    code = {name: number for number, name in enumerate(names)}
    codes = [code.get(text, UNKNOWN) for text in texts.tolist()]
    return np.array(codes, np.int64), names


def _order(name: str) -> tuple[int, float, str]:
    """Numbers first, by their value."""
    return (0, int(name), name) if name.isdecimal() else (1, 0, name)


def _check_number(names: tuple[str, ...], source: str) -> None:
    if len(names) > MOST_CLASSES:
        raise InputError(
            "The labels of {source} name {count} classes, more than the {most} that are possible; "
            "choose the column of the labels, or none.",
            source=source,
            count=f"{len(names):,}",
            most=f"{MOST_CLASSES:,}",
        )
