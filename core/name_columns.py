"""Which columns of deposits name them and their classes, judged by what is known of each."""

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
        if missing < rows and _says_name(name):
            return name
    unique = (name for name, kind, missing, n in texts if names_rows(kind, missing, n, rows))
    return next(unique, "")


def class_column(columns: Iterable[tuple[str, str, int, int]], rows: int) -> str:
    """Return the column that most likely names classes: the text with the fewest different ones.

    At least two are needed; columns that repeat texts win over those where all differ, and those
    whose header speaks of no name win over the others. "" where there is none.

    Parameters
    ----------
    columns
        As of `name_column`.
    """
    texts = [column for column in columns if column[1] == "text" and column[3] >= 2]
    ordered = sorted(texts, key=lambda each: (each[3] >= rows, _says_name(each[0]), each[3]))
    return ordered[0][0] if ordered else ""


def _says_name(header: str) -> bool:
    return re.search("name|名", header.casefold()) is not None
