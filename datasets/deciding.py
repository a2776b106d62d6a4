"""Every decision that makes a table of a raw sheet: proposed with its reason, or taken as given."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datasets.cells import Cells, read_cells
from datasets.check_samples import checked
from datasets.codes import missing_words, without_numbers
from datasets.column_deciding import decide_codes, decide_column
from datasets.columns import Table
from datasets.coordinates import coordinate_name, find_pair
from datasets.decisions import Decided, Decision
from datasets.file_deciding import (
    decide_long_form,
    decide_signs,
    decide_system,
    note_file,
    tell_strangers,
)
from datasets.finishing import finished_table
from datasets.kinds import Draft, decide_kind, draft_column, provisional
from datasets.layout import Layout, lay_out
from datasets.limits_beside import with_limits_beside
from datasets.messages import Message
from datasets.naming import Heads
from datasets.numerals import Signs
from datasets.qualifying import qualified
from datasets.raw_sheet import RawSheet
from datasets.recipe import ColumnRecipe, LongForm, Recipe
from datasets.separating import separated
from datasets.side_by_side import Told, part_of, side_by_side
from datasets.turning import turned

__all__ = ["Decision", "Proposal", "apply", "propose", "reusable"]


@dataclass(frozen=True, eq=False)
class Proposal:
    """How a raw sheet becomes a table.

    Attributes
    ----------
    recipe
        With every field decided. Open stays what no cell called for and the next file of the
        same laboratory may: the last line, the sense of negative values where there are none,
        the kind of a column without a number.
    decisions
        Each with its reason, in the order in which they are made.
    table
        What comes of it.
    """

    recipe: Recipe
    decisions: tuple[Decision, ...]
    table: Table


def apply(raw: RawSheet, recipe: Recipe) -> Table:
    """Make a table as the recipe says; what it leaves open is decided from the sheet.

    Raises
    ------
    InputError
        When there are no samples, or the recipe does not fit the sheet.
    """
    return propose(raw, recipe).table


def propose(raw: RawSheet, recipe: Recipe | None = None, told: Told | None = None) -> Proposal:
    """Decide how a sheet is read. What the recipe has decided is taken as it is.

    Columns are known by their names, so that a recipe also serves the next file of the same
    laboratory, with other rows, columns in another order, and more or fewer of them. `told` hears
    which share of the columns is done.

    Raises
    ------
    InputError
        When there are no samples, or the recipe does not fit the sheet.
    """
    recipe = recipe or Recipe()
    decided = Decided(notices=list(raw.notices))
    note_file(raw, recipe, decided)
    raw, across = turned(raw, recipe, decided)
    layout = lay_out(raw, recipe, decided)
    layout, checks = checked(layout, recipe.checks, decided)
    signs = decide_signs(raw, layout, recipe, decided)
    layout, places = separated(layout, signs.decimal, recipe.coordinates, decided)
    cells = side_by_side(
        lambda column: read_cells(column, signs), layout.columns, part_of(told, 0.0, 0.6)
    )
    form = None if across else decide_long_form(layout, cells, recipe, decided)
    drafts = qualified(_drafts(layout, cells, signs, recipe, form), form, decided)
    with_limits_beside(drafts, decided)
    for draft in drafts:
        if not draft.given.omitted:
            decide_kind(draft, decided)
    if recipe.find_missing:
        _find_codes(drafts, recipe)
    codes = decide_codes(drafts, decided, recipe)
    pair = _pair(drafts, len(layout.lines))
    columns = {
        draft.name: decide_column(draft, decided, codes, draft.name in pair) for draft in drafts
    }
    table = finished_table(raw, layout, drafts, columns, codes, form, recipe, decided)
    if told is not None:
        told(1.0)
    tell_strangers(layout, table, recipe, decided)
    crs = decide_system(table, layout, raw, recipe, decided, pair if form is None else None)
    full = Recipe(
        sheet=raw.sheet,
        encoding=raw.encoding,
        separator=raw.separator,
        quote=raw.quote,
        escape=raw.escape,
        decimal=signs.decimal,  # type: ignore[arg-type]
        thousands=signs.thousands,
        names=layout.names,
        units=layout.units,
        methods=layout.methods,
        first=layout.first,
        last=layout.last,
        missing=codes,
        not_missing=recipe.not_missing,
        find_missing=False,
        layout="across" if across else "long" if form else "wide",
        long_form=form,
        columns={**recipe.columns, **columns},
        coordinates=places,
        checks=recipe.checks or ("keep" if checks else ""),
        crs=crs,
    )
    notices = tuple(dict.fromkeys(_hashable(notice) for notice in decided.notices))
    table = replace(
        table,
        recipe=full,
        crs=crs,
        notices=tuple(Message(t, dict(v)) for t, v in notices),
        # rows of single values are no rows of the table
        checks=checks if form is None else tuple(replace(check, row=0) for check in checks),
    )
    return Proposal(full, tuple(decided.decisions), table)


def reusable(full: Recipe, chosen: Recipe) -> Recipe:
    """Return what of a recipe belongs to the laboratory rather than to one of its files.

    Sheet, encoding, separator, last line and codes are found in each file anew, unless a person
    chose them.
    """
    apart = full.coordinates is None or full.coordinates.form == "apart"
    apart = apart and chosen.coordinates is None
    return full.model_copy(
        update={
            "sheet": chosen.sheet,
            "encoding": chosen.encoding,
            "separator": chosen.separator,
            "quote": chosen.quote,
            "escape": chosen.escape,
            "last": chosen.last,
            "missing": chosen.missing,
            "checks": chosen.checks,
            "coordinates": None if apart else full.coordinates,
            "find_missing": chosen.find_missing,
            "crs": chosen.crs or full.crs,
        }
    )


def _drafts(
    layout: Layout, cells: list[Cells], signs: Signs, recipe: Recipe, form: LongForm | None
) -> list[Draft]:
    usual = missing_words(recipe, ColumnRecipe())

    def draft(item: tuple[Heads, Cells]) -> Draft:
        head, column = item
        given = recipe.columns.get(head.name, ColumnRecipe())
        said = given.missing or given.not_missing
        codes = missing_words(recipe, given) if said else usual
        return draft_column(
            head, column, given, signs, codes, form is not None and head.name == form.value
        )

    return side_by_side(draft, zip(layout.heads, cells, strict=True))


def _find_codes(drafts: list[Draft], recipe: Recipe) -> None:
    """Look for numbers that are codes, but for those that a person knows to be values."""
    side_by_side(Draft.find_codes, drafts)
    for draft in drafts:
        unwanted = (*recipe.not_missing, *draft.given.not_missing)
        draft.codes = without_numbers(draft.codes, unwanted)


def _pair(drafts: list[Draft], rows: int) -> tuple[str, str]:
    columns = tuple(
        provisional(draft)
        for draft in drafts
        if draft.kind == "number" and coordinate_name(draft.name) is not None
    )
    return find_pair(Table("", columns, rows, "", "", "", "", ()))


def _hashable(notice: Message) -> tuple[str, tuple[tuple[str, str | int | float], ...]]:
    return notice.template, tuple(notice.values.items())
