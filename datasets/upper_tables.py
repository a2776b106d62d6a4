"""A table of its own above the one that is read: fewer columns, names of its own, samples."""

from __future__ import annotations

from datasets.head import Head, is_blank, is_numeric, shape_of
from datasets.naming import is_sample_name
from datasets.row_labels import label_of
from datasets.units import element_of, unit_of

_FEWEST = 2
_LONGEST_NAME = 40


def upper_tables(head: Head, end: int) -> tuple[int, ...]:
    """Return the rows above `end` that are names and samples of other tables.

    A preamble of keys and values, as "Date, 2019", is none: a table of two columns is one only
    where its names or its first cells are called like samples.
    """
    found: list[int] = []
    row = 0
    while row < end:
        samples = _samples_below(head, row, end)
        if len(samples) >= _FEWEST and _is_table(head, row, samples):
            found += [row, *samples]
            row = samples[-1]
        row += 1
    return tuple(found)


def _samples_below(head: Head, names: int, end: int) -> list[int]:
    """Return the rows of numbers below a row of words, up to the first other one."""
    named = _named(head.rows[names])
    if not named:
        return []
    found = []
    for row in range(names + 1, end):
        cells = head.rows[row]
        if any(cells) and not _is_sample(cells, named):
            break
        if any(cells):
            found.append(row)
    return found


def _named(cells: list[str]) -> list[int]:
    """Return the columns that a row of words names; [] where it is no row of names."""
    filled = [column for column, cell in enumerate(cells) if cell]
    words = [cells[column] for column in filled]
    if len(filled) < _FEWEST or label_of(cells) in ("units", "methods", "limits", "notes"):
        return []
    if any(is_numeric(w) or len(w) > _LONGEST_NAME or w.endswith((":", "：")) for w in words):
        return []
    return filled if filled == list(range(filled[0], filled[0] + len(filled))) else []


def _is_sample(cells: list[str], named: list[int]) -> bool:
    """Whether half of the cells under the names, the first left aside, are numbers."""
    if label_of(cells) or any(cell for k, cell in enumerate(cells) if k > named[-1]):
        return False
    values = [cells[k] for k in named[1:] if not is_blank(cells[k])]
    return bool(values) and sum(map(is_numeric, values)) >= 0.5 * len(values)


def _is_table(head: Head, names: int, samples: list[int]) -> bool:
    cells = head.rows[names]
    named = _named(cells)
    if len(named) > 2:
        return True
    if is_sample_name(cells[named[0]]) or element_of(cells[named[1]]) or unit_of(cells[named[1]]):
        return True
    shapes = {shape_of(head.rows[row][named[0]]) for row in samples}
    return len(shapes) == 1 and "9" in shapes.pop()
