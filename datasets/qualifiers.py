"""Columns that hold the signs of another one: ``<`` and ``>`` beside the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.cells import Cells, as_strings, spread
from datasets.coordinates import coordinate_name
from datasets.naming import Heads, is_sample_name
from datasets.units import element_of

SUFFIX = "_qualifier"
_WORDS = (
    r"qualifiers?|qualif|qual|quals|remarks?(?:[ _]code)?|rc|flags?|fl|q|signs?|operator|op|prefix|"
    r"modifier|mod|symbol|sgn|less[ _]?than|lt|bdl|censored|符号|符號|限定符|标识|标志"
)
_SUFFIXES = re.compile(rf"(.+?)(?:[ _.\-(（]*(?:{_WORDS})|[ _.]*[<>‹›≤≥]+)[)）]?", re.IGNORECASE)
_PREFIXES = re.compile(rf"(?:{_WORDS})[ _.\-(（]+(.+?)[)）]?", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?:.*[ _.])?(?:{_WORDS})(?:[ _.]?\(?\d+\)?)?|[<>‹›≤≥]+(?: \(\d+\))?|.*符[号號]",
    re.IGNORECASE,
)
# U, UJ: not detected, the value is the limit; J: estimated, the value stands (U.S. EPA, Contract
# Laboratory Program, National Functional Guidelines for Inorganic Superfund Methods Data Review).
_LESS = frozenset(("<", "≤", "‹", "〈", "＜", "<=", "=<", "LT"))
_MORE = frozenset((">", "≥", "›", "〉", "＞", ">=", "=>", "GT"))
_BELOW = _LESS | {"L", "N", "U", "UJ", "ND"}
_ABOVE = _MORE | {"G"}
_NEITHER = frozenset(("", "=", "J"))
_SIGNS = _LESS | _MORE
_KNOWN = _BELOW | _ABOVE | _NEITHER
# columns that stand between the numbers and their signs
_BESIDE = re.compile(
    r"(?:^|[ _.\-(])(?:m?dl|l[lu]?d|[lu]dl|lod|loq|rl|lor|limits?|det(?:ection)?|err(?:ors?)?|"
    r"unc(?:ertainty)?|sd|std|rsd|sigma)(?:$|[ _.\-)])|检出限|误差",
    re.IGNORECASE,
)
# so few signs say nothing of which numbers they belong to
_FEWEST = 2


@dataclass
class Pairs:
    """Which columns hold the signs of which.

    Attributes
    ----------
    signs
        Number of the column → number of that of its signs.
    doubtful
        Of those, the ones that only stand beside each other.
    alone
        Columns of signs of which it cannot be told to which column they belong.
    """

    signs: dict[int, int] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)
    alone: list[int] = field(default_factory=list)


def find_qualifiers(heads: list[Heads], cells: list[Cells], value: str = "") -> Pairs:
    """Find the columns that hold nothing but signs, and the columns of numbers they belong to.

    By the name without "_qualifier", "_q", "flag" or the like, then by the element that this name
    stands for, then by the place: a column called "qual", "符号" or "<", or one that holds nothing
    but < and >, belongs to the column of numbers at its left or right. On which side is decided
    for all such columns of a sheet at once.

    Parameters
    ----------
    value
        The one column of values of a file in long form, "" in others.
    """
    pairs = Pairs()
    open_ones = []
    for k, head in enumerate(heads):
        called = _is_called(head.name)
        if not _holds_signs(cells[k], _KNOWN if called else _SIGNS | _NEITHER):
            continue
        base = _by_name(k, heads, cells, value)
        if base is None or base in pairs.signs:
            open_ones.append(k)
        else:
            pairs.signs[base] = k
    _by_place(open_ones, heads, cells, pairs)
    return pairs


def _is_called(name: str) -> bool:
    return any(words.fullmatch(name) for words in (_SUFFIXES, _PREFIXES, _ALONE))


def _by_name(k: int, heads: list[Heads], cells: list[Cells], value: str) -> int | None:
    """Return the column that is called like that of the signs, or holds the same element."""
    name = heads[k].name
    places = {head.name.casefold(): place for place, head in enumerate(heads)}
    if value and _ALONE.fullmatch(name):
        return places.get(value.casefold())
    stems = [m.group(1) for m in (_SUFFIXES.fullmatch(name), _PREFIXES.fullmatch(name)) if m]
    for stem in stems:
        place = places.get(stem.casefold())
        if place is not None and place != k:
            return place
    for stem in stems:
        element = element_of(stem)
        same = [
            place
            for place, head in enumerate(heads)
            if head.element == element
            and _holds_numbers(cells[place])
            and not _BESIDE.search(head.name)
        ]
        if element and same:
            return _nearest(k, stem, same, heads)
    return None


def _nearest(k: int, stem: str, same: list[int], heads: list[Heads]) -> int | None:
    """Return the one column of an element; of several the one that begins so or stands beside."""
    begun = [place for place in same if heads[place].name.casefold().startswith(stem.casefold())]
    for among in (same, begun, [place for place in same if abs(place - k) == 1]):
        if len(among) == 1:
            return among[0]
    return None


def _by_place(open_ones: list[int], heads: list[Heads], cells: list[Cells], pairs: Pairs) -> None:
    """Pair columns of signs with the numbers at one side; the side is the same for all of them."""
    if not open_ones:
        return
    sides = [[_beside(k, step, heads) for k in open_ones] for step in (-1, 1)]
    whole = [side for side in sides if all(_may_have_signs(k, heads, cells, pairs) for k in side)]
    if len(whole) == 2:
        whole = [
            side
            for side, other in (whole, whole[::-1])
            if _fit(open_ones, side, cells) and not _fit(open_ones, other, cells)
        ]
    if len(whole) != 1:
        pairs.alone += open_ones
        return
    pairs.signs |= dict(zip(whole[0], open_ones, strict=True))
    pairs.doubtful |= set(whole[0])


def _beside(k: int, step: int, heads: list[Heads]) -> int:
    """Return the column at one side of another; those of limits and errors are passed over."""
    place = k + step
    while 0 <= place < len(heads) and _BESIDE.search(heads[place].name):
        place += step
    return place


def _may_have_signs(k: int, heads: list[Heads], cells: list[Cells], pairs: Pairs) -> bool:
    if not 0 <= k < len(heads) or k in pairs.signs or not _holds_numbers(cells[k]):
        return False
    place = coordinate_name(heads[k].name)
    is_place = place is not None and not heads[k].unit
    return bool(heads[k].element) or not (is_place or is_sample_name(heads[k].name))


def _fit(open_ones: list[int], side: list[int], cells: list[Cells]) -> bool:
    """Whether the numbers with ``<`` are the low ones in every pair."""
    pairs = zip(open_ones, side, strict=True)
    return all(_fits(cells[k], cells[place].values) for k, place in pairs)


def _fits(signs: Cells, values: NDArray[np.float64]) -> bool:
    """Whether few different numbers have the sign <, and most of the others are above them."""
    below, above = sign_rows(signs)
    limits = values[below][np.isfinite(values[below])]
    others = np.delete(values, np.concatenate([below, above]))
    others = others[np.isfinite(others)]
    if len(limits) < _FEWEST or not len(others):
        return False
    few = len(np.unique(limits)) <= max(1, len(limits) // 2)
    return few and bool(np.median(others) > np.median(limits))


def _holds_numbers(cells: Cells) -> bool:
    return bool(np.isfinite(cells.values).any())


def _holds_signs(cells: Cells, known: Iterable[str]) -> bool:
    """Whether a column of text holds nothing but signs; numbers and most words are told quickly."""
    if not pa.types.is_string(cells.column.type):
        return False
    if not cells.wordy:
        found = {_plain(text) for text in cells.texts}
        is_signs = found <= set(known) and bool(found - _NEITHER)
        return is_signs and not _holds_numbers(cells)
    some = pc.unique(spread(cells.column)).to_pylist()
    if not {_plain(text) for text in some} <= set(known):
        return False
    found = {_plain(text) for text in pc.unique(cells.column).to_pylist()}
    return found <= set(known) and bool(found - _NEITHER)


def _plain(text: str) -> str:
    return text.strip().upper()


def sign_rows(cells: Cells) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the rows below and the rows above a limit, int64."""
    signs = pc.utf8_upper(pc.utf8_trim_whitespace(as_strings(cells.column)))

    def rows(among: frozenset[str]) -> NDArray[np.int64]:
        hit = pc.is_in(signs, pa.array(sorted(among)))
        return np.flatnonzero(np.asarray(hit.to_numpy(), dtype=np.bool_)).astype(np.int64)

    return rows(_BELOW), rows(_ABOVE)
