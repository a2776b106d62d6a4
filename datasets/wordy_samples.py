"""Samples at the top of a sheet that hold words where numbers stand: pending, LT 5, see cert."""

from __future__ import annotations

import re
from collections.abc import Iterable

from datasets.coordinates import coordinate_name
from datasets.head import Head, is_numeric, shape_of
from datasets.methods import is_method
from datasets.row_labels import label_of
from datasets.units import CONCENTRATIONS, element_of, unit_of, unit_word

# of the cells of a row, or of the cells of a column
_MOST = 0.5
_NEARLY_ALL = 0.9
_RULE = re.compile(r"[-=_~—]{3,}")
_COUNTED = re.compile(r"[(（\[]\d{1,3}[)）\]]|[①-⑳]")


def reads_as_names(cells: Iterable[str]) -> bool:
    """Whether most cells are called like an element, an amount in a unit or a coordinate."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(_reads, filled)) >= _MOST * len(filled)


def says_nothing(cells: Iterable[str]) -> bool:
    """Whether a row is a line drawn with signs below the names, or counts the columns: (1), (2)."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and any(
        all(words.fullmatch(cell) for cell in filled) for words in (_RULE, _COUNTED)
    )


def is_wordy_sample(head: Head, row: int, names: int, first: int, numeric: frozenset[int]) -> bool:
    """Whether a row below the names is a sample, though it holds words where numbers stand.

    It is one where its other cells look like those of the rows below: a sample number of the same
    kind, a word that comes again, coordinates of the same size. Without such cells it is one where
    the names above are complete, element and unit, so that no second line of names is to be
    expected.

    Parameters
    ----------
    row, names, first
        Row to judge; row of the names; first row that is known to be a sample.
    numeric
        Columns that hold numbers.
    """
    cells = head.rows[row]
    words = [cells[k] for k in sorted(numeric) if cells[k] and not is_numeric(cells[k])]
    if label_of(cells) or says_how(words) or says_nothing(cells):
        return False
    if _is_alike(head, row, names, first, numeric):
        return True
    above = [head.rows[names][k] for k in sorted(numeric)]
    if not words or reads_as_names(words) or not _are_complete(above):
        return False
    return _has_name_of_sample(head, row, first, numeric)


def _reads(cell: str) -> bool:
    place = coordinate_name(cell)
    return bool(element_of(cell)) or _has_unit(cell) or (place is not None and place.sure)


def _has_unit(cell: str) -> bool:
    return unit_of(cell) in CONCENTRATIONS


def says_how(words: list[str]) -> bool:
    """Whether most words are units or methods."""
    return bool(words) and sum(bool(unit_word(w)) or is_method(w) for w in words) >= _MOST * len(
        words
    )


def _are_complete(names: list[str]) -> bool:
    """Whether most names, those of coordinates left aside, state a unit of concentration."""
    amounts = [name for name in names if name and coordinate_name(name) is None]
    return bool(amounts) and sum(map(_has_unit, amounts)) >= _MOST * len(amounts)


def _is_alike(head: Head, row: int, names: int, first: int, numeric: frozenset[int]) -> bool:
    below = head.below(first)
    cells = head.rows[row]
    for column, cell in enumerate(cells):
        if not cell or column in numeric or cell == head.rows[names][column]:
            continue
        others = [other[column] for other in below if other[column]]
        if cell in others or _has_shape(cell, others):
            return True
    sized = [k for k in sorted(numeric) if _has_size(cells[k], [other[k] for other in below])]
    return len(sized) > 1 or (bool(sized) and sized[0] == next(k for k, c in enumerate(cells) if c))


def _has_shape(cell: str, others: list[str]) -> bool:
    """Whether a cell with a digit is made like most of the others: S1 among S17 and S18."""
    shape = shape_of(cell)
    return "9" in shape and sum(shape_of(o) == shape for o in others) >= max(1, _MOST * len(others))


def _has_size(cell: str, others: list[str]) -> bool:
    """Whether a number has as many digits before its point as one of the others."""
    if not cell or not is_numeric(cell):
        return False
    return _digits(cell) in {_digits(other) for other in others if is_numeric(other)}


def _digits(cell: str) -> int:
    return len(cell.lstrip("+-").partition(".")[0])


def _has_name_of_sample(head: Head, row: int, first: int, numeric: frozenset[int]) -> bool:
    """Whether what stands where samples are named may be such a name: S-A among S-B and S-C.

    Where all samples below have a digit in it and this row has none, as "(text)", it is none.
    """
    below = head.below(first)
    columns = [k for k in range(head.width) if k not in numeric]
    named = next((k for k in columns if all(other[k] for other in below)), None)
    if named is None:
        return not columns or any("9" in shape_of(head.rows[row][k]) for k in sorted(numeric))
    cell = head.rows[row][named]
    digits = sum("9" in shape_of(other[named]) for other in below) >= _NEARLY_ALL * len(below)
    return bool(cell) and (not digits or "9" in shape_of(cell))
