"""From decided columns to the table: finished, turned out of the long form, renamed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from datasets.applying import Applied, angle_column, number_column, text_column
from datasets.codes import missing_words, without_codes
from datasets.columns import Column, Table, UnreadCell
from datasets.conversions import substance_factor, unit_factor
from datasets.decisions import Decided
from datasets.kinds import Draft
from datasets.layout import Layout
from datasets.messages import message
from datasets.pivoting import pivot
from datasets.raw_sheet import RawSheet
from datasets.recipe import ColumnRecipe, LongForm, Recipe
from datasets.side_by_side import side_by_side
from datasets.systems import mixed_systems


def finished_table(
    raw: RawSheet,
    layout: Layout,
    drafts: list[Draft],
    columns: dict[str, ColumnRecipe],
    codes: tuple[str, ...],
    form: LongForm | None,
    recipe: Recipe,
    decided: Decided,
) -> Table:
    def finish(draft: Draft) -> Applied:
        if draft.kind == "angle":
            return angle_column(
                draft.name, draft.cells, missing_words(recipe, draft.given), layout.lines
            )
        if draft.kind == "number" and draft.numbers is not None:
            return number_column(
                draft.name,
                draft.cells,
                draft.numbers,
                columns[draft.name],
                without_codes(codes, draft.given.not_missing),
                draft.head.limit,
                layout.lines,
                draft.head.upper,
            )
        return text_column(draft.name, draft.cells)

    applied = side_by_side(finish, [draft for draft in drafts if not draft.given.omitted])
    made = tuple(one.column for one in applied)
    unread = tuple(cell for one in applied for cell in one.unread)
    decided.notices += [notice for one in applied for notice in one.notices]
    if form is not None:
        pivoted = pivot(made, form, unread)
        made = tuple(_converted(column, recipe) for column in pivoted.columns)
        unread = pivoted.unread
        decided.notices += pivoted.notices
    made, unread = _renamed(made, unread, recipe)
    _tell_methods(made, decided)
    table = Table(
        source=raw.source,
        columns=made,
        rows=len(made[0].values) if made else 0,
        fingerprint=raw.fingerprint,
        encoding=raw.encoding,
        separator=raw.separator,
        decimal=next((d.value for d in decided.decisions if d.name == "decimal"), "."),
        notices=(),
        unread=unread,
    )
    decided.notices += mixed_systems(table)
    return table


def _converted(column: Column, recipe: Recipe) -> Column:
    """Convert a column that came of the long form; before that it was no column of its own."""
    given = recipe.columns.get(column.name)
    if given is None or column.kind != "number":
        return column
    unit, element = given.unit or column.unit, given.element or column.element
    factor = 1.0
    if given.convert_to_unit:
        factor *= unit_factor(unit, given.convert_to_unit)
    if given.convert_to_element:
        factor *= substance_factor(element, given.convert_to_element)
    return replace(
        column,
        values=column.values * factor,
        unit=given.convert_to_unit or unit,
        element=given.convert_to_element or element,
        method=given.method or column.method,
    )


def _renamed(
    columns: tuple[Column, ...], unread: tuple[UnreadCell, ...], recipe: Recipe
) -> tuple[tuple[Column, ...], tuple[UnreadCell, ...]]:
    """Give columns their new names, unless another one has it already."""
    names = {column.name: column.name for column in columns}
    for old, given in recipe.columns.items():
        if given.name and old in names and given.name not in names.values():
            names[old] = given.name
    return (
        tuple(replace(column, name=names[column.name]) for column in columns),
        tuple(replace(cell, column=names.get(cell.column, cell.column)) for cell in unread),
    )


def _tell_methods(columns: tuple[Column, ...], decided: Decided) -> None:
    """Say which elements stand in several columns, since none of them is merged."""
    counts = Counter(column.element for column in columns if column.element)
    several = [element for element, count in counts.items() if count > 1]
    if not several:
        return
    listed = "; ".join(
        ", ".join(column.name for column in columns if column.element == element)
        for element in several[:6]
    )
    decided.notices.append(
        message(
            "Columns that hold the same element were not merged ({columns}); choose one of each as "
            "a feature.",
            columns=listed + ("…" if len(several) > 6 else ""),
        )
    )
