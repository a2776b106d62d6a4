"""Columns whose numbers are the names of samples: 00123, 12E05, digits beyond the fifteenth."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

from datasets.cells import Cells, as_strings, spread
from datasets.coordinates import coordinate_name
from datasets.messages import Message, message
from datasets.naming import Heads, is_sample_name

# All integers of so many digits are exact as float64.
_MOST_DIGITS = 15
# Programs write powers of ten with a sign or a point: 1.2E+05.
_EXPONENT = re.compile(r"\d+[eE]\d+", re.ASCII)


def why_names(head: Heads, cells: Cells, amounts: bool) -> Message | None:
    """Return why the numbers of a column are names, None where they are numbers.

    Parameters
    ----------
    amounts
        Whether the column is called like a substance; its numbers are never names.
    """
    if amounts or not pa.types.is_string(cells.column.type):
        return None
    texts = [text for text in some_texts(cells) if text]
    digits = [text for text in texts if len(text) > 1 and text.isdigit()]
    if any(text.startswith("0") or len(text) > _MOST_DIGITS for text in digits):
        return message("Its digits are names: zeros in front, or more than 15.")
    if _are_lettered(texts) or (is_sample_name(head.written) and _has_letter(cells)):
        return message("The E in its cells is a letter of a name, no power of ten.")
    if head.guarded and is_sample_name(head.written) and coordinate_name(head.name) is None:
        return message('It names samples, and its cells were kept as text: ="12".')
    return None


def _are_lettered(texts: list[str]) -> bool:
    """Whether all cells are digits, E and digits, as long as each other."""
    if len(set(texts)) < 2 or len({len(text) for text in texts}) > 1:
        return False
    return all(_EXPONENT.fullmatch(text) for text in texts)


def _has_letter(cells: Cells) -> bool:
    """Whether a cell of the whole column is digits, E and digits."""
    for letter in "Ee":
        hit = cells.column.filter(pc.match_substring(cells.column, letter))
        if any(_EXPONENT.fullmatch(str(text).strip()) for text in hit.to_pylist()):
            return True
    return False


def some_texts(cells: Cells) -> list[str]:
    """Return some cells as text, spread over the column."""
    taken = as_strings(spread(cells.column))
    return [str(text) for text in pc.utf8_trim_whitespace(taken).to_pylist()]
