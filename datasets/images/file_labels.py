"""Labels inside the names of files: 3_0001.png, digit-7-12.png, img12_label5.png."""

from __future__ import annotations

import re
from collections.abc import Sequence

# a name that is divided into so many classes and more is a number of the file
_MOST_CLASSES = 100


def labels_of_names(stems: Sequence[str]) -> list[str] | None:
    """Return the label that each name holds, None where names tell none.

    Names are divided at signs and at the seams of letters and numbers. A piece is the label where
    all names have it at the same place, its values are few and most of them come again; a single
    digit that all names begin with is one however few there are. The first such piece counts, then
    the last.
    """
    pieces = [re.findall(r"\d+|[^\W\d_]+", stem) for stem in stems]
    length = len(pieces[0])
    if length < 2 or any(len(piece) != length for piece in pieces):
        return None
    if all(len(piece[0]) == 1 and piece[0].isdecimal() for piece in pieces):
        return [piece[0] for piece in pieces]
    for place in (0, length - 1, *range(1, length - 1)):
        values = [piece[place] for piece in pieces]
        if _are_classes(values):
            return values
    return None


def _are_classes(values: list[str]) -> bool:
    distinct = len(set(values))
    return 2 <= distinct <= min(_MOST_CLASSES, len(values) // 2)
