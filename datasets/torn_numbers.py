"""Numbers with a decimal comma that a comma between the cells has torn in two."""

from __future__ import annotations

import itertools
from collections import Counter

from datasets.head import raw_rows
from datasets.messages import Message, message
from datasets.raw_sheet import RawSheet

_ROWS_LOOKED_AT = 60
_FEWEST_ROWS = 2


def torn_numbers(raw: RawSheet) -> Message | None:
    """Return why the separator is doubtful: rows have two whole numbers for each name of one.

    None where the rows have as many cells as there are names, or hold numbers with a point.
    """
    if raw.separator != "," or raw.header is not None:
        return None
    rows = [_without_end(row) for row in raw_rows(raw, _ROWS_LOOKED_AT)]
    names = next((k for k, row in enumerate(rows) if _are_names(row)), None)
    if names is None:
        return None
    below = rows[names + 1 :]
    width = Counter(map(len, below)).most_common(1)[0][0] if below else 0
    usual = [row for row in below if len(row) == width]
    named = len(rows[names])
    if width <= named or len(usual) < max(_FEWEST_ROWS, len(below) / 2):
        return None
    whole = [all(_is_whole(row[k]) for row in usual) for k in range(width)]
    runs = [len(list(run)) for is_whole, run in itertools.groupby(whole) if is_whole]
    # both parts of a number stand beside each other
    if any(run % 2 for run in runs) or width - sum(runs) // 2 != named:
        return None
    return message(
        "The rows have {width} cells and the names only {named}: commas may stand inside numbers "
        "as well as between the cells, 12,5 for 12.5. Save the file with semicolons between the "
        "cells, or with decimal points.",
        width=width,
        named=named,
    )


def _without_end(row: list[str]) -> list[str]:
    filled = max((k for k, cell in enumerate(row) if cell.strip()), default=-1)
    return row[: filled + 1]


def _are_names(row: list[str]) -> bool:
    return len(row) > 1 and all(row) and not any(_is_whole(cell) for cell in row)


def _is_whole(cell: str) -> bool:
    return cell.strip().lstrip("<>+-").isdecimal()
