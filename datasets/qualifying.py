"""Signs of a column beside it are given to its numbers, and what was found is told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from datasets.decisions import Decided
from datasets.kinds import Draft
from datasets.messages import message
from datasets.qualifiers import Pairs, find_qualifiers, sign_rows
from datasets.recipe import LongForm


def qualified(drafts: list[Draft], form: LongForm | None, decided: Decided) -> list[Draft]:
    """Give each column the signs that stand in a column beside it, which is then none itself."""
    pairs = find_qualifiers(
        [draft.head for draft in drafts],
        [draft.cells for draft in drafts],
        form.value if form else "",
    )
    used = {
        signs
        for base, signs in pairs.signs.items()
        if _given(drafts[base], drafts[signs], base in pairs.doubtful, decided)
    }
    _tell_alone(drafts, pairs, decided)
    return [draft for k, draft in enumerate(drafts) if k not in used]


def _given(base: Draft, signs: Draft, doubtful: bool, decided: Decided) -> bool:
    """Mark the numbers below and above a limit; False where the columns are to stay as they are."""
    if base.numbers is None or signs.given.kind == "text":
        return False
    below, above = sign_rows(signs.cells)
    base.numbers = replace(
        base.numbers,
        below=np.union1d(base.numbers.below, below),
        above=np.union1d(base.numbers.above, above),
    )
    told = message("It holds nothing but the signs < and > of {column}.", column=base.name)
    if doubtful:
        told = message(
            "It holds nothing but the signs < and >, and stands beside {column}. Where they belong "
            "to another column, make it a column of text.",
            column=base.name,
        )
    decided.note("qualifier", signs.name, told, sure=not doubtful, column=base.name)
    return True


def _tell_alone(drafts: list[Draft], pairs: Pairs, decided: Decided) -> None:
    for k in pairs.alone:
        if drafts[k].given.kind == "text":
            continue
        told = message(
            "{column} holds nothing but signs such as <, but it cannot be told to which column of "
            "numbers they belong; all numbers count as detected. Call it like that column with _q "
            "behind it.",
            column=drafts[k].name,
        )
        decided.note("qualifier", "", told, sure=False, column=drafts[k].name)
        decided.notices.append(told)
