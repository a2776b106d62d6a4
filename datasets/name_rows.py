"""Which rows above the samples belong to their names: groups, units and methods among them."""

from __future__ import annotations

import re

from datasets.first_sample import TITLE
from datasets.head import Head, is_numeric
from datasets.methods import is_method
from datasets.row_labels import label_of
from datasets.units import element_of, unit_of, unit_word

_LONGEST_GROUP = 40
# blanks between the words of a sentence, at least
_SENTENCE = 3


def adds_names(head: Head, row: int, names: list[int]) -> bool:
    """Whether a row above the names belongs to them: groups, or names that lack below."""
    cells = head.rows[row]
    filled = [column for column, cell in enumerate(cells) if cell]
    if len(filled) < 2 or any(TITLE.fullmatch(cells[c]) for c in filled):
        return False
    if _is_key_with_value(head, row, filled, names) or _is_prose_apart(head, row, names):
        return False
    if any(is_numeric(cells[c]) or len(cells[c]) > _LONGEST_GROUP for c in filled):
        return False
    below = [bool(any(head.rows[name][c] for name in names)) for c in range(head.width)]
    if any(not below[column] for column in filled):
        return True
    return max(filled) >= head.width / 3


def _is_prose_apart(head: Head, row: int, names: list[int]) -> bool:
    """Whether a row with a sentence stands above a blank line above the names."""
    apart = head.lines[names[0]] - head.lines[row] > names[0] - row
    return apart and any(cell.count(" ") >= _SENTENCE for cell in head.rows[row])


def _is_key_with_value(head: Head, row: int, filled: list[int], names: list[int]) -> bool:
    """Whether a row such as "Job, J551" stands above names that lack nothing."""
    if filled != [0, 1] or not all(any(head.rows[name][k] for name in names) for k in filled):
        return False
    value = head.rows[row][1]
    known = element_of(value) or unit_of(value) or unit_word(value) or is_method(value)
    return not known and head.rows[row][0] != value


def with_mixed(head: Head, names: list[int], units: int | None, methods: int | None) -> list[int]:
    """Add rows of units or methods in which names stand as well, as X and Y above coordinates."""
    mixed = list(names)
    for row, test in ((units, unit_word), (methods, is_method)):
        if row is None:
            continue
        cells = head.rows[row]
        others = [
            column
            for column, cell in enumerate(cells)
            if cell and not test(undoubled(cell, cells)) and not _is_label_cell(cells, column)
        ]
        bare = [c for c in others if not any(head.rows[name][c] for name in names)]
        if bare or (others and len(others) > 1):
            mixed.append(row)
    return sorted(mixed)


def _is_label_cell(cells: list[str], column: int) -> bool:
    first = next((k for k, cell in enumerate(cells) if cell), -1)
    return column == first and bool(label_of(cells))


def undoubled(cell: str, row: list[str]) -> str:
    """Take away the number that pandas puts behind a name it met before: ``ME-ICP41.7``."""
    stem = re.sub(r"\.\d+$", "", cell)
    return stem if stem != cell and stem in row else cell
