"""Whether a column holds numbers, text or angles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from datasets.angles import is_packed, looks_like_angle
from datasets.cells import Cells
from datasets.codes import find_numeric_codes, is_amount, is_missing_code, mark_codes
from datasets.columns import Column
from datasets.coordinates import coordinate_name
from datasets.decisions import Decided
from datasets.messages import Message, message
from datasets.naming import Heads, is_sample_name
from datasets.number_cells import (
    AMOUNT_SHARE,
    NUMBER_SHARE,
    NumberCells,
    is_clearly_text,
    number_cells,
)
from datasets.numerals import Signs
from datasets.recipe import ColumnRecipe
from datasets.sample_numbers import some_texts, why_names
from datasets.systems import is_degrees_name
from datasets.units import CONCENTRATIONS


@dataclass(eq=False)
class Draft:
    """A column on its way: cells, what stands above them, what is decided.

    Attributes
    ----------
    head, cells, given
        What stands above it; its cells; what the recipe says of it.
    numbers
        Its cells as numbers; None for a column of text.
    kind
        "number", "text" or "angle".
    amounts
        Whether the values are amounts of a substance.
    long
        Whether it is the column of values of a file in long form.
    """

    head: Heads
    cells: Cells
    given: ColumnRecipe
    numbers: NumberCells | None = None
    kind: str = ""
    amounts: bool = False
    long: bool = False
    codes: tuple[float, ...] = field(default=())

    def find_codes(self) -> None:
        """Look for numbers that stand for a missing value."""
        if self.kind == "number" and self.numbers is not None:
            self.codes = find_numeric_codes(self.numbers.values)

    @property
    def name(self) -> str:
        return self.head.name

    @property
    def element(self) -> str:
        return self.given.element or self.head.element

    @property
    def unit(self) -> str:
        return self.given.unit or self.head.unit or (self.numbers.unit if self.numbers else "")


def draft_column(
    head: Heads,
    cells: Cells,
    given: ColumnRecipe,
    signs: Signs,
    missing: frozenset[str],
    long: bool,
) -> Draft:
    """Read a column as numbers where it may hold any.

    Parameters
    ----------
    long
        Whether it is the column of values of a file in long form.
    """
    draft = Draft(head, cells, given, long=long)
    sure_place = (place := coordinate_name(head.name)) is not None and place.sure
    is_substance = bool(draft.element) or (given.unit or head.unit) in CONCENTRATIONS
    draft.amounts = long or (is_substance and not sure_place and is_amount(head.name))
    if given.kind == "text" or given.omitted:
        return draft
    if given.kind == "" and is_clearly_text(cells, signs, missing, _least(draft)):
        return draft
    unit = given.unit or head.unit
    draft.numbers = number_cells(cells, signs, missing, draft.amounts, unit)
    found = draft.numbers.unit
    if found in CONCENTRATIONS and not draft.amounts and is_amount(head.name):
        # Units in the cells say that it holds amounts, so that 5L is a limit.
        draft.amounts = True
        again = number_cells(cells, signs, missing, True, found)
        draft.numbers = replace(again, unit=found)
    return draft


def _least(draft: Draft) -> float:
    """Return the share of numbers that makes a column one of numbers."""
    return AMOUNT_SHARE if draft.amounts else NUMBER_SHARE


def decide_kind(draft: Draft, decided: Decided) -> None:
    """Say whether a column holds numbers, text or angles."""
    kind, reason, sure = _kind(draft)
    draft.kind = decided.choose(
        "kind", draft.given.kind or None, kind, reason, sure=sure, column=draft.name
    )
    if draft.kind == "text" and draft.amounts and draft.given.kind == "":
        decided.notices.append(
            message(
                "{column} is called like an amount, but most of its cells are no numbers; it was "
                "read as text.",
                column=draft.name,
            )
        )


def _kind(draft: Draft) -> tuple[str, Message, bool]:
    numbers = draft.numbers
    if draft.long and numbers is not None:
        return "number", message("It holds the values of a file in long form."), True
    if _holds_angles(draft):
        return "angle", message("Degrees, minutes and seconds become decimal degrees."), True
    if numbers is None:
        return "text", message("Most of its cells are words."), not draft.amounts
    named = is_degrees_name(draft.name)
    if named and not len(numbers.words) and is_packed(numbers.values):
        return (
            "angle",
            message("Numbers beyond 360 that read as degrees, minutes and seconds."),
            False,
        )
    if not numbers.numbers:
        known = bool(draft.element or draft.unit)
        if known and not len(numbers.words):
            return "number", message("It has no number, but its name is one of an amount."), True
        return "text", message("It has no number."), not draft.amounts
    share = numbers.strict_share if is_sample_name(draft.head.written) else numbers.share
    if share < _least(draft):
        return "text", _few_numbers(draft, share), not (draft.amounts or draft.element)
    names = why_names(draft.head, draft.cells, draft.amounts or bool(draft.element))
    if names is not None:
        return "text", names, True
    if len(numbers.words):
        return (
            "number",
            message("{count} of its cells are no numbers.", count=len(numbers.words)),
            False,
        )
    return "number", message("All its cells are numbers, blank or codes."), True


def _holds_angles(draft: Draft) -> bool:
    if draft.numbers is not None and draft.numbers.share >= NUMBER_SHARE:
        return False
    cells = [cell for cell in some_texts(draft.cells) if cell and not is_missing_code(cell)]
    if not cells:
        return False
    named = is_degrees_name(draft.name)
    hits = sum(looks_like_angle(cell, named) for cell in cells)
    return hits >= NUMBER_SHARE * len(cells)


def _few_numbers(draft: Draft, share: float) -> Message:
    if draft.amounts:
        return message(
            "Only {share} % of its cells are numbers; a third makes a column of amounts.",
            share=round(100 * share),
        )
    return message(
        "Only {share} % of its cells are numbers; 90 % make a column of numbers.",
        share=round(100 * share),
    )


def provisional(draft: Draft) -> Column:
    """Return a column of numbers as far as coordinates are found by it."""
    values = draft.numbers.values if draft.numbers is not None else draft.cells.values
    values = np.where(np.isfinite(values), values, np.nan)
    if draft.codes:
        values[mark_codes(values, draft.codes)] = np.nan
    empty = np.zeros(len(values), dtype=np.bool_)
    return Column(draft.name, "number", values, empty, int(np.isnan(values).sum()))
