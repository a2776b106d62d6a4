"""Which column names the rows of a table, judged by what is known of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def names_rows(kind: str, missing: int, distinct: int, rows: int) -> bool:
    """Whether a column names the rows: text that stands in every row and in no two alike."""
    return kind == "text" and missing == 0 and distinct == rows


def name_column(columns: Iterable[tuple[str, str, int, int]], rows: int, without: str) -> str:
    """Return the column that most likely names places: by its header, or since no two are alike.

    Parameters
    ----------
    columns
        Name, kind, number of missing cells and of different values of each.
    without
        A column that is spoken for.
    """
    texts = [column for column in columns if column[1] == "text" and column[0] != without]
    for name, _, missing, _ in texts:
        if missing < rows and re.search("name|名", name.casefold()):
            return name
    unique = (name for name, kind, missing, n in texts if names_rows(kind, missing, n, rows))
    return next(unique, "")
