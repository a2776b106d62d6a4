"""Which columns of a table are pixels and which the label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from datasets.images.arrays import is_one_hot
from datasets.images.kinds import is_pixel_name
from datasets.images.shapes import side_of
from datasets.messages import InputError, Message, message

_LABEL_NAMES = ("label", "labels", "class", "target", "digit", "y", "类别", "标签", "数字")
_LEAST = 16
_ONE_HOT = 10
Where = Literal["auto", "first", "last", "none"]


@dataclass(frozen=True)
class Columns:
    """Names of the columns of pixels in order, what images they make, and the labels (P,)."""

    pixels: tuple[str, ...]
    side: int
    channels: int
    labels: NDArray[Any] | None
    notices: tuple[Message, ...] = ()


def find_columns(table: pa.Table, header: bool, where: Where, source: str) -> Columns:
    """Tell pixels and label apart, by their names, by their number, and by their values.

    Raises
    ------
    InputError
        When no choice leaves the pixels of a square image.
    """
    names = table.column_names
    if header:
        named = _by_names(table, names, where)
        if named is not None:
            return named
    for pixels, labels in _divisions(names, where):
        found = side_of(len(pixels)) if len(pixels) >= _LEAST else None
        if found is None:
            continue
        if len(labels) == _ONE_HOT:
            rows = np.column_stack([_values(table, name) for name in labels])
            if rows.dtype.kind in "iuf" and is_one_hot(rows):
                return Columns(tuple(pixels), *found, rows.argmax(axis=1))
            continue
        if labels:
            return _with_one_label(table, names, where, found)
        return Columns(tuple(pixels), *found, None)
    raise InputError(
        "The {count} columns of {source} are no pixels of square images, with or without a label; "
        "8×8 pixels need 64 columns, 28×28 need 784.",
        count=len(names),
        source=source,
    )


def _divisions(names: list[str], where: Where) -> list[tuple[list[str], list[str]]]:
    """Return ways to divide columns into pixels and labels, the likeliest first."""
    ten = [(names[:-_ONE_HOT], names[-_ONE_HOT:]), (names[_ONE_HOT:], names[:_ONE_HOT])]
    if where == "none":
        return [(names, [])]
    one = [(names[1:], names[:1])]
    return [*one, (names, []), *ten] if where == "auto" else one


def _with_one_label(
    table: pa.Table, names: list[str], where: Where, found: tuple[int, int]
) -> Columns:
    said: tuple[Message, ...] = ()
    if where == "auto":
        scores = [_evenness(_values(table, names[0])), _evenness(_values(table, names[-1]))]
        where = "first" if scores[0] >= scores[1] else "last"
        if min(scores) > 0:
            said = (_told(where),)
    label = names[0] if where == "first" else names[-1]
    pixels = tuple(names[1:] if where == "first" else names[:-1])
    return Columns(pixels, *found, _values(table, label), said)


def _told(where: Where) -> Message:
    if where == "first":
        return message("The first column was taken as the label.")
    return message("The last column was taken as the label.")


def _by_names(table: pa.Table, names: list[str], where: Where) -> Columns | None:
    """Return the columns that are named as pixels, with one that is named as a label."""
    pixels = [name for name in names if is_pixel_name(name)]
    others = [name for name in names if not is_pixel_name(name)]
    found = side_of(len(pixels)) if len(pixels) >= _LEAST else None
    if found is None or (where in ("first", "last") and len(others) != 1):
        return None
    label = next((name for name in others if name.strip().lower() in _LABEL_NAMES), "")
    if not label and len(others) == 1 and others[0].strip().lower() not in ("id", "index", ""):
        label = others[0]
    unread = [name for name in others if name != label]
    said: tuple[Message, ...] = ()
    if unread:
        said = (message("These columns were not read: {names}.", names=", ".join(unread[:6])),)
    labels = _values(table, label) if label and where != "none" else None
    return Columns(tuple(pixels), *found, labels, said)


def _values(table: pa.Table, name: str) -> NDArray[Any]:
    """Return a column as numbers, NaN where missing, or as texts, "" where missing."""
    column = table.column(name)
    if pa.types.is_integer(column.type) or pa.types.is_floating(column.type):
        return np.asarray(column.to_numpy())
    if pa.types.is_boolean(column.type):
        return np.array([-1 if cell is None else int(cell) for cell in column.to_pylist()])
    texts = ["" if cell is None else str(cell) for cell in column.to_pylist()]
    return np.array(texts, dtype=object)


def _evenness(values: NDArray[Any]) -> float:
    """Return how evenly few values share a column, 0 where they cannot be labels, 1 at most.

    The entropy over its largest value for so many classes: labels come near 1, the pixels of a
    corner, nearly always background, near 0.
    """
    if values.dtype.kind == "O":
        return 1.0
    known = values[np.isfinite(values)]
    if not len(known) or (known != np.floor(known)).any():
        return 0.0
    _, counts = np.unique(known, return_counts=True)
    if not 2 <= len(counts) <= max(_LEAST, len(known) // 2):
        return 0.0
    shares = counts / counts.sum()
    return float(-(shares * np.log(shares)).sum() / np.log(len(counts)))
