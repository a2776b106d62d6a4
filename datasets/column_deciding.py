"""What is decided about each column: substance, unit, method, codes, negative values."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from datasets.codes import (
    judge_negatives,
    mark_codes,
    numeric_codes,
    without_codes,
)
from datasets.conversions import cation, convertible_units
from datasets.decisions import Decided
from datasets.derived import why_derived
from datasets.kinds import Draft
from datasets.messages import Message, message
from datasets.recipe import ColumnRecipe, Recipe
from datasets.units import derived_kind

# a unit that stands in fewer cells is no unit of the column for sure
_MOST_CELLS = 0.5


def decide_codes(drafts: Iterable[Draft], decided: Decided, recipe: Recipe) -> tuple[str, ...]:
    """Decide which codes stand for a missing value in every column, and which in one only.

    Large numbers count in every column, since a laboratory uses one of them for all; -9 and -99
    may be good values elsewhere. What a person adds counts besides what is found.
    """
    given = recipe.missing or ()
    if not recipe.find_missing:
        return decided.note("missing", given, message("Chosen."))
    found = _found_codes(drafts)
    kept = without_codes(sorted(found, key=lambda code: -found[code]), recipe.not_missing)
    codes = (*without_codes(kept, given), *given)
    if recipe.not_missing:
        gone = ", ".join(recipe.not_missing)
        told = message("You said that these are no codes: {codes}.", codes=gone)
        decided.note("not_missing", recipe.not_missing, told)
    reason, sure = _why(codes, given, found)
    return decided.note("missing", codes, reason, sure=sure)


def _found_codes(drafts: Iterable[Draft]) -> dict[str, int]:
    """Return the codes found among numbers, with their count."""
    found: dict[str, int] = {}
    for draft in drafts:
        if draft.kind != "number" or draft.numbers is None:
            continue
        for code, count in draft.numbers.codes.items():
            found[code] = found.get(code, 0) + count
        for number in draft.codes:
            if abs(number) >= 999:
                count = int(mark_codes(draft.numbers.values, (number,)).sum())
                found[f"{number:.15g}"] = found.get(f"{number:.15g}", 0) + count
    return found


def _why(
    codes: tuple[str, ...], given: tuple[str, ...], found: dict[str, int]
) -> tuple[Message, bool]:
    """Return why these are the codes, and whether that is sure."""
    listed = ", ".join(f"{code} ({found[code]:,})" for code in codes[:8] if code in found)
    sure = given != () or not any(numeric_codes(codes))
    if given and listed:
        chosen = ", ".join(given)
        told = message(
            "Found among the numbers, with their count: {codes}. Chosen: {chosen}.",
            codes=listed,
            chosen=chosen,
        )
        return told, sure
    if given:
        return message("Chosen."), True
    if not codes:
        return message("No cell is a code for a missing value."), True
    return message("Found among the numbers, with their count: {codes}.", codes=listed), sure


def decide_column(
    draft: Draft, decided: Decided, codes: tuple[str, ...], is_coordinate: bool
) -> ColumnRecipe:
    """Decide what the values of a column are, and return all decisions about it."""
    given, name = draft.given, draft.name
    codes = without_codes(codes, given.not_missing)
    if given.omitted:
        decided.note("omitted", True, message("Chosen."), column=name)
        return given
    if draft.kind != "number" or draft.numbers is None:
        # What was no number for want of any may be one in the next file.
        kind = draft.kind if draft.numbers is None or draft.kind == "angle" else given.kind
        return given.model_copy(update={"kind": kind})
    element = given.element or ("" if is_coordinate else draft.head.element)
    method = given.method or ("" if is_coordinate else draft.head.method)
    _note_substance(draft, element, method, decided)
    missing = _own_codes(draft, decided, codes)
    amounts = draft.amounts and not is_coordinate
    negative = _negative(draft, decided, (*codes, *missing), amounts)
    _note_conversion(draft, element, decided)
    return given.model_copy(
        update={
            "kind": "number",
            "element": element,
            "unit": draft.unit,
            "method": method,
            "negative": negative,
            "missing": missing,
        }
    )


def _note_substance(draft: Draft, element: str, method: str, decided: Decided) -> None:
    given, name = draft.given, draft.name
    if element:
        told = message("{text} names it.", text=draft.head.written or name)
        doubt = _total_iron(draft)
        decided.choose(
            "element",
            given.element or None,
            element,
            doubt or told,
            sure=doubt is None,
            column=name,
        )
    elif kind := derived_kind(draft.head.written):
        decided.note("element", "", why_derived(kind), column=name)
    if draft.unit:
        told = (
            message("The cells or the lines above them state it.")
            if draft.head.unit
            else message("It stands in the cells.")
        )
        sure = draft.unit != "oz/t"
        doubt = _two_units(draft) or _few_units(draft)
        if doubt is not None:
            told, sure = doubt, False
            decided.notices += [] if given.unit else [told]
        elif not sure:
            told = message("Ounces per tonne of 1000 kg; where a short ton is meant, choose oz/st.")
        decided.choose("unit", given.unit or None, draft.unit, told, sure=sure, column=name)
    elif element:
        told = message("No unit is stated; choose one where it matters.")
        decided.note("unit", "", told, sure=False, column=name)
    if method:
        told = message("The name or the lines above the samples state it.")
        decided.choose("method", given.method or None, method, told, column=name)


def _total_iron(draft: Draft) -> Message | None:
    """全铁 is total iron: as Fe2O3 in most rock analyses, as Fe in those of ores."""
    if "全铁" not in draft.head.written or "O" in draft.head.written.upper():
        return None
    return message("全铁 may be total iron as Fe2O3 or as Fe; please choose.")


def _few_units(draft: Draft) -> Message | None:
    """Say so where a unit stands in some cells only and nowhere else."""
    numbers = draft.numbers
    if draft.head.unit or numbers is None or numbers.with_unit >= _MOST_CELLS * numbers.numbers:
        return None
    return message(
        "{column}: {unit} stands in {count} of {numbers} cells, and was taken for all of them. "
        "Please check.",
        column=draft.name,
        unit=draft.unit,
        count=numbers.with_unit,
        numbers=numbers.numbers,
    )


def _two_units(draft: Draft) -> Message | None:
    if not draft.head.other_unit:
        return None
    return message(
        "{column}: the name states {named}, the line of units {unit}; the line was taken. Please "
        "choose.",
        column=draft.name,
        named=draft.head.other_unit,
        unit=draft.head.unit,
    )


def _own_codes(draft: Draft, decided: Decided, codes: tuple[str, ...]) -> tuple[str, ...]:
    given = draft.given
    found = tuple(f"{number:.15g}" for number in draft.codes)
    own = without_codes(found, (*codes, *given.missing, *given.not_missing))
    if given.not_missing:
        told = message("You said that these are no codes: {codes}.", codes=_listed(given))
        decided.note("not_missing", given.not_missing, told, column=draft.name)
    if given.missing:
        return decided.note(
            "missing", (*own, *given.missing), message("Chosen."), column=draft.name
        )
    if not own:
        return ()
    told = message("It stands alone, far outside the other values.")
    return decided.note("missing", own, told, sure=False, column=draft.name)


def _listed(given: ColumnRecipe) -> str:
    return ", ".join(given.not_missing)


def _negative(draft: Draft, decided: Decided, codes: tuple[str, ...], amounts: bool) -> str:
    assert draft.numbers is not None
    values = draft.numbers.values
    if not np.any(values < 0):
        return draft.given.negative
    numbers = numeric_codes(codes)
    rest = values[~mark_codes(values, numbers)] if numbers else values
    found = judge_negatives(rest, amounts)
    if not np.any(rest < 0):
        return draft.given.negative
    return decided.choose(
        "negative",
        draft.given.negative or None,
        found.meaning,
        found.reason,
        sure=found.sure,
        column=draft.name,
    )


def _note_conversion(draft: Draft, element: str, decided: Decided) -> None:
    given, name = draft.given, draft.name
    if given.convert_to_unit or given.convert_to_element:
        value = " ".join(filter(None, (given.convert_to_element, given.convert_to_unit)))
        decided.note("conversion", value, message("Chosen."), column=name)
    elif element and cation(element) and cation(element) != element:
        told = message(
            "Kept as {oxide}; {element} can be computed from it.",
            oxide=element,
            element=cation(element),
        )
        decided.note("conversion", "", told, column=name)
    elif element and len(convertible_units(draft.unit)) > 1:
        told = message("Kept in {unit}; other units can be chosen.", unit=draft.unit)
        decided.note("conversion", "", told, column=name)
