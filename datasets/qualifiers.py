"""Columns that hold the signs of another one: ``<`` and ``>`` beside the numbers."""

from __future__ import annotations

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.cells import Cells, as_strings
from datasets.naming import Heads

SUFFIX = "_qualifier"
_SUFFIXES = re.compile(r"(.+?)[ _.]?(?:qualifier|qual|remark|rc|flag|q|符号)", re.IGNORECASE)
_PREFIXES = re.compile(r"(?:qualifier|qual|flag|q)[ _.](.+)", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:.*[ _.])?(?:qualifiers?|qual|remark(?:[ _]code)?|flag|sign|operator|prefix|less[ _]?than)|"
    r".*符号",
    re.IGNORECASE,
)
# U: not detected, the value is the limit (U.S. EPA, Contract Laboratory Program).
_BELOW = frozenset(("<", "≤", "L", "N", "U", "＜"))
_ABOVE = frozenset((">", "≥", "G", "＞"))
_KNOWN = _BELOW | _ABOVE | {"", "="}


def find_qualifiers(heads: list[Heads], cells: list[Cells], value: str = "") -> dict[int, int]:
    """Return which column holds the signs of which: number of the column → of its signs.

    A column of signs is called like the other one with "_qualifier", "_qual", "_q" or the like,
    and holds nothing but signs. Where `value` is the one column of values of a file in long form,
    a column of signs called "qualifier" alone belongs to it.
    """
    places = {head.name.casefold(): k for k, head in enumerate(heads)}
    found = {}
    for k, head in enumerate(heads):
        named = _SUFFIXES.fullmatch(head.name) or _PREFIXES.fullmatch(head.name)
        base = places.get(named.group(1).casefold()) if named else None
        if base is None and value and _ALONE.fullmatch(head.name):
            base = places.get(value.casefold())
        if base is not None and base != k and _holds_signs(cells[k]):
            found[base] = k
    return found


def _holds_signs(cells: Cells) -> bool:
    if pa.types.is_floating(cells.column.type) or pa.types.is_integer(cells.column.type):
        return False
    distinct = set(pc.unique(pc.utf8_trim_whitespace(as_strings(cells.column))).to_pylist())
    return distinct <= _KNOWN and bool(distinct - {"", "="})


def sign_rows(cells: Cells) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the rows below and the rows above a limit, int64."""
    signs = pc.utf8_trim_whitespace(as_strings(cells.column))

    def rows(among: frozenset[str]) -> NDArray[np.int64]:
        hit = pc.is_in(signs, pa.array(sorted(among)))
        return np.flatnonzero(np.asarray(hit.to_numpy(), dtype=np.bool_)).astype(np.int64)

    return rows(_BELOW), rows(_ABOVE)
