"""Whether a file has a row for each value: sample, element, value."""

from __future__ import annotations

import re
from collections import Counter

from datasets.naming import Heads, element_in
from datasets.recipe import LongForm
from datasets.units import unit_word

_SAMPLE = re.compile(
    r".*(?:sample|samp|station|site|specimen|lab[ _]?(?:id|no)|样品|样号|编号|点号).*|"
    r"id|no\.?|name",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r".*(?:value|result|conc|amount|grade|content|qvalue|含量|结果|测定值|测试值|数值|品位).*|val",
    re.IGNORECASE,
)
_ELEMENT_SHARE = 0.7
_MOST_ELEMENTS = 300


def find_long_form(heads: list[Heads], looked_at: list[list[str]]) -> LongForm | None:
    """Return the columns of a file in long form, None when it has a row for each sample.

    One column holds names of elements, at least two different ones and in turn; another the same
    sample for each of them; a third the numbers.

    Parameters
    ----------
    heads
        Of all columns.
    looked_at
        Some cells of each column, in the order of the rows.
    """
    element = next((k for k, cells in enumerate(looked_at) if _holds_elements(cells)), None)
    if element is None:
        return None
    sample = _sample_column(heads, looked_at, element)
    value = _value_column(heads, looked_at, element, sample)
    if sample is None or value is None:
        return None
    unit = next(
        (
            k
            for k, cells in enumerate(looked_at)
            if k not in (element, sample) and _holds_units(cells)
        ),
        None,
    )
    names = [head.name for head in heads]
    return LongForm(
        sample=names[sample],
        element=names[element],
        value=names[value],
        unit="" if unit is None else names[unit],
    )


def _holds_elements(cells: list[str]) -> bool:
    counts = Counter(cell for cell in cells if cell)
    if not 2 <= len(counts) <= _MOST_ELEMENTS or sum(counts.values()) < 4:
        return False
    elements = {cell: element_in(cell) for cell in counts}
    hits = sum(bool(found) for found in elements.values())
    # Y, N, F, I are answers and codes as well; at least one name must be more than a letter.
    telling = any(len(found) > 1 for found in elements.values())
    return hits >= _ELEMENT_SHARE * len(counts) and telling and hits >= 2


def _holds_units(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(unit_word(cell) for cell in set(filled))


def _sample_column(heads: list[Heads], looked_at: list[list[str]], element: int) -> int | None:
    """The column whose cells come again with each element, and with each only once, mostly."""
    best: tuple[tuple[bool, float], int] | None = None
    for k, cells in enumerate(looked_at):
        pairs = [pair for pair in zip(cells, looked_at[element], strict=True) if all(pair)]
        if k == element or not pairs:
            continue
        samples = len({sample for sample, _ in pairs})
        single = len(set(pairs)) / len(pairs)
        if samples < 2 or samples > 0.75 * len(pairs) or single < 0.5:
            continue
        score = (bool(_SAMPLE.fullmatch(heads[k].name)), single)
        if best is None or score > best[0]:
            best = (score, k)
    return best[1] if best and best[0][0] else None


def _value_column(
    heads: list[Heads], looked_at: list[list[str]], element: int, sample: int | None
) -> int | None:
    from datasets.head import is_blank, is_numeric

    numeric = []
    for k, cells in enumerate(looked_at):
        filled = [cell for cell in cells if not is_blank(cell)]
        if (
            k not in (element, sample)
            and filled
            and sum(map(is_numeric, filled)) >= 0.7 * len(filled)
        ):
            numeric.append(k)
    named = [k for k in numeric if _VALUE.fullmatch(heads[k].name)]
    if named:
        return named[0]
    return numeric[0] if len(numeric) == 1 else None
