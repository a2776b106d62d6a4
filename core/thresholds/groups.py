"""Groups of samples with a threshold each: map sheets, rock units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

# names, and the code of each sample: int64, shape (P,), -1 for a sample without a group
Groups = tuple[Sequence[str], NDArray[np.int64]]


def group_codes(groups: NDArray[Any]) -> Groups:
    """Return the groups of a column: object array of `str` and None, or numbers, shape (P,)."""
    if groups.dtype != object:
        known = np.isfinite(groups)
        numbers, places = np.unique(groups[known], return_inverse=True)
        codes = np.full(len(groups), -1, np.int64)
        codes[known] = places
        return [f"{number:.15g}" for number in numbers.tolist()], codes
    texts = ["" if text is None else str(text).strip() for text in groups.tolist()]
    names = sorted({text for text in texts if text})
    place = {name: code for code, name in enumerate(names)}
    return names, np.array([place.get(text, -1) for text in texts], np.int64)


def members_of(groups: Groups | None, name: str) -> NDArray[np.int64] | slice:
    """Return the samples of a group; all of them for "" and without groups.

    A slice where it is all, so that nothing is copied.
    """
    if groups is None or not name:
        return slice(None)
    names, codes = groups
    return np.flatnonzero(codes == list(names).index(name)) if name in names else np.empty(0, int)
