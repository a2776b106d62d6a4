"""Rows of words amid the samples that may name the columns of another table."""

from __future__ import annotations

from collections import Counter

from datasets.codes import is_missing_code
from datasets.head import is_numeric, shape_of
from datasets.units import ELEMENTS

_LONGEST_NAME = 30
_NEARLY_ALL = 0.9
_FEWEST_ROWS = 2


def names_columns(
    cells: list[str],
    names: list[str],
    samples: list[list[str]],
    below: list[list[str]],
    numeric: frozenset[int],
    *,
    apart: bool,
) -> bool:
    """Whether a row of words names the columns of numbers that stand below it.

    Parameters
    ----------
    cells, names
        The row, and the names of the first table.
    samples, below
        Some rows above it, and those right below it up to the next blank line.
    numeric
        Columns of numbers of the first table.
    apart
        Whether a blank line stands above the row.
    """
    filled = [k for k, cell in enumerate(cells) if cell]
    words = [cells[k] for k in filled]
    if len(words) < 2 or filled != list(range(filled[0], filled[0] + len(filled))):
        return False
    if len(set(words)) < len(words) or not all(map(_is_word, words)):
        return False
    known = {name.casefold() for name in names}
    if sum(word.casefold() in known for word in words) > 0.5 * len(words):
        return False
    if _is_like_samples(cells, samples, numeric) or not (apart or _are_counted(cells, samples)):
        return False
    held = [k for k in filled if sum(is_numeric(row[k]) for row in below) > 0.5 * len(below)]
    # without a blank line, words in two columns of numbers say more than a remark in one
    return len(below) >= (1 if apart else _FEWEST_ROWS) and len(held) >= (1 if apart else 2)


def _is_word(cell: str) -> bool:
    if is_numeric(cell) or len(cell) > _LONGEST_NAME:
        return False
    return cell in ELEMENTS or not is_missing_code(cell)


def _is_like_samples(cells: list[str], samples: list[list[str]], numeric: frozenset[int]) -> bool:
    """Whether words come again in their columns, or the sample is named as the others are."""
    first = next(k for k, cell in enumerate(cells) if cell)
    for column, cell in enumerate(cells):
        others = [row[column] for row in samples if row[column]]
        if not cell or not others:
            continue
        if cell in others or (column in numeric and column != first and _holds_words(others)):
            return True
    if first in numeric:
        return False
    shapes = Counter(shape_of(row[first]) for row in samples if row[first])
    shape = shape_of(cells[first])
    if "9" in shape and shapes[shape] > 0:
        return True
    return " " in shape and shapes[shape] > 0


def _are_counted(cells: list[str], samples: list[list[str]]) -> bool:
    """Whether the names of nearly all samples have a digit, and the first word has none."""
    first = next(k for k, cell in enumerate(cells) if cell)
    counted = [any(sign.isdigit() for sign in row[first]) for row in samples]
    return sum(counted) >= _NEARLY_ALL * len(counted) and not any(
        sign.isdigit() for sign in cells[first]
    )


def _holds_words(others: list[str]) -> bool:
    """Whether a column of numbers has many words of its own."""
    return sum(not is_numeric(other) for other in others) > 0.1 * len(others)
