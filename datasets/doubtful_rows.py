"""Rows above the samples that may be samples all the same, and are to be looked at."""

from __future__ import annotations

from datasets.first_sample import TITLE, holds_numbers
from datasets.head import Head
from datasets.row_labels import label_of
from datasets.wordy_samples import reads_as_names

# a preamble of keys and values states fewer numbers
_MOST_KEYS = 8


def doubtful_names(
    head: Head, names: list[int], units: int | None, methods: int | None
) -> list[int]:
    """Return second lines of names that neither read as names nor fill a gap of the first."""
    found = []
    for k, row in enumerate(names):
        cells = head.rows[row]
        filled = [column for column, cell in enumerate(cells) if cell]
        above = [head.rows[name] for name in names[:k]]
        covered = all(any(other[column] for other in above) for column in filled)
        # the names of groups stand above several columns each
        groups = any(not all(other[c] for c in filled) or _repeats(other) for other in above)
        known = row in (units, methods) or bool(label_of(cells))
        if k and covered and not groups and not known and not reads_as_names(cells):
            found.append(row)
    return found


def _repeats(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(set(filled)) < len(filled)


def doubtful_titles(
    head: Head,
    names: list[int],
    kinds: dict[int, str],
    titles: tuple[int, ...],
    numeric: frozenset[int],
) -> list[int]:
    """Return rows left out below the names that no label explains, and many numbers above them."""
    last = names[-1] if names else len(head.rows)
    numbers = [row for row in titles if row < last and holds_numbers(head.rows[row], numeric)]
    many = numbers if len(numbers) > _MOST_KEYS else []
    return many + [
        row
        for row in titles
        if row > last
        and not kinds[row]
        and any(head.rows[row])
        and not TITLE.fullmatch(next(cell for cell in head.rows[row] if cell))
    ]
