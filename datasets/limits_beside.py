"""Limits of detection that stand in a column beside the amounts: Cu_ppm and Cu_ppm_DL."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from datasets.decisions import Decided
from datasets.derived import joined_parts, limit_of
from datasets.kinds import Draft
from datasets.messages import message
from datasets.units import SUBSTANCES, element_of


def with_limits_beside(drafts: list[Draft], decided: Decided) -> None:
    """Give cells such as ``<DL`` the limit that a column beside them states for their row."""
    open_ones = [draft for draft in drafts if _is_open(draft)]
    if not open_ones:
        return
    limits = [draft for draft in drafts if draft.numbers and limit_of(draft.name, SUBSTANCES)]
    for draft in open_ones:
        beside = _of(draft, limits, drafts)
        if beside is not None:
            _fill(draft, beside, decided)


def _is_open(draft: Draft) -> bool:
    return draft.numbers is not None and len(draft.numbers.limitless) > 0 and not draft.head.limit


def _of(draft: Draft, limits: list[Draft], drafts: list[Draft]) -> Draft | None:
    """Return the column of limits that is called like a column, or the one of its element."""
    name = joined_parts(draft.name)
    same = [one for one in limits if limit_of(one.name, SUBSTANCES) == name]
    if not same and draft.element:
        alone = sum(one.element == draft.element for one in drafts) == 1
        same = [one for one in limits if alone and _stem_element(one) == draft.element]
    return same[0] if len(same) == 1 else None


def _stem_element(limits: Draft) -> str:
    stem = limit_of(limits.name, SUBSTANCES)
    return element_of(stem[:1].upper() + stem[1:])


def _fill(draft: Draft, beside: Draft, decided: Decided) -> None:
    """Fill limits of cells below; numbers above a range have no such limit."""
    assert draft.numbers is not None
    assert beside.numbers is not None
    rows = np.intersect1d(draft.numbers.limitless, draft.numbers.below)
    found = beside.numbers.values[rows]
    known = rows[np.isfinite(found) & (found > 0)]
    if not len(known):
        return
    draft.numbers.values[known] = beside.numbers.values[known]
    draft.numbers = replace(
        draft.numbers,
        limitless=np.setdiff1d(draft.numbers.limitless, known),
        numbers=draft.numbers.numbers + len(known),
    )
    decided.notices.append(
        message(
            "{column} has cells below a limit that {limits} states: {count}; it was taken row by "
            "row.",
            column=draft.name,
            limits=beside.name,
            count=len(known),
        )
    )
