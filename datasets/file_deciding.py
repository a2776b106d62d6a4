"""What is decided about a file as a whole: encoding, signs in numbers, layout, coordinates."""

from __future__ import annotations

import pyarrow as pa

from datasets.cells import Cells, as_strings
from datasets.columns import Table
from datasets.coordinates import find_pair
from datasets.decisions import Decided
from datasets.dialect import SEPARATORS
from datasets.languages import TITLES
from datasets.layout import Layout
from datasets.long_form import find_long_form
from datasets.messages import Message, message
from datasets.numerals import Signs
from datasets.odd_separators import separator_doubt
from datasets.raw_sheet import RawSheet
from datasets.recipe import LongForm, Recipe
from datasets.signs import find_signs
from datasets.systems import find_system, zero_places
from datasets.torn_numbers import torn_numbers

_ROWS_LOOKED_AT = 2000
_VALUES_LOOKED_AT = 600


def note_file(raw: RawSheet, recipe: Recipe, decided: Decided) -> None:
    if raw.sheet:
        reason = message("It is the fullest of {count}.", count=len(raw.sheets))
        decided.choose("sheet", recipe.sheet or None, raw.sheet, reason)
    if not raw.encoding:
        return
    decided.choose(
        "encoding",
        recipe.encoding or None,
        raw.encoding,
        raw.encoding_doubt or _reason_encoding(raw.encoding),
        sure=raw.encoding_doubt is None,
    )
    torn = torn_numbers(raw) or separator_doubt(raw, SEPARATORS)
    decided.choose(
        "separator",
        recipe.separator or None,
        raw.separator,
        message("It splits the lines most evenly.") if torn is None else torn,
        sure=torn is None,
    )
    if torn is not None and not recipe.separator:
        decided.notices.append(torn)
    reason = message("Cells that hold a separator stand between such signs.")
    if recipe.quote is not None:
        reason = message("Chosen.")
    if raw.quote or recipe.quote is not None:
        decided.note("quote", raw.quote, reason)


def _reason_encoding(encoding: str) -> Message:
    if encoding in TITLES:
        return message(
            "The text is not UTF-8; it was read as {encoding}.", encoding=TITLES[encoding]
        )
    if encoding == "utf-8":
        return message("All its bytes are valid UTF-8.")
    return message("A byte order mark at the beginning states it.")


def decide_signs(raw: RawSheet, layout: Layout, recipe: Recipe, decided: Decided) -> Signs:
    texts = [
        pa.concat_arrays(part.chunks) if part.num_chunks != 1 else part.chunk(0)
        for column in layout.columns
        if pa.types.is_string(column.type) and len(part := column.slice(0, _ROWS_LOOKED_AT))
    ]
    found = find_signs(texts, raw.separator, recipe.decimal)
    decimal = decided.choose(
        "decimal",
        recipe.decimal or None,
        found.signs.decimal,
        found.decimal_reason,
        sure=found.sure,
    )
    thousands = decided.choose(
        "thousands",
        recipe.thousands or None,
        found.signs.thousands,
        found.thousands_reason,
        sure=found.sure,
    )
    return Signs(decimal, thousands)


def decide_long_form(
    layout: Layout, cells: list[Cells], recipe: Recipe, decided: Decided
) -> LongForm | None:
    if recipe.layout == "wide":
        decided.note("layout", "wide", message("Chosen."))
        return None
    if recipe.long_form is not None:
        decided.note("layout", "long", message("Chosen."))
        return recipe.long_form
    looked_at = [
        [
            str(text).strip()
            for text in as_strings(column.column.slice(0, _VALUES_LOOKED_AT)).to_pylist()
        ]
        for column in cells
    ]
    found = find_long_form(layout.heads, looked_at)
    if found is None:
        decided.note("layout", "wide", message("Each row is a sample."))
        return None
    decided.note(
        "layout",
        "long",
        message(
            "{element} names elements that come again for each {sample}: a row is one value.",
            element=found.element,
            sample=found.sample,
        ),
    )
    return found


def decide_system(
    table: Table,
    layout: Layout,
    raw: RawSheet,
    recipe: Recipe,
    decided: Decided,
    pair: tuple[str, str] | None,
) -> str:
    x, y = pair if pair and set(pair) <= set(table.names) else find_pair(table)
    if x and y:
        decided.notices += zero_places(table, x, y)
    if raw.crs and not recipe.crs:
        return decided.note("crs", raw.crs, message("The file states it."))
    above = layout.above + " " + " ".join(table.names)
    found = find_system(table, x, y, above)
    return decided.choose("crs", recipe.crs or None, found.crs, found.reason, sure=found.sure)


def tell_strangers(layout: Layout, table: Table, recipe: Recipe, decided: Decided) -> None:
    """Say which columns only the recipe has, and which only the file, where it names most."""
    there = {head.name for head in layout.heads} | set(table.names)
    absent = [name for name in recipe.columns if name not in there]
    if absent:
        decided.notices.append(
            message(
                "The recipe names columns that this file lacks: {columns}.",
                columns=", ".join(absent[:8]) + ("…" if len(absent) > 8 else ""),
            )
        )
    new = [head.name for head in layout.heads if head.name not in recipe.columns]
    if new and len(recipe.columns) > len(new):
        decided.notices.append(
            message(
                "The file has columns that the recipe does not name; they were decided anew: "
                "{columns}.",
                columns=", ".join(new[:8]) + ("…" if len(new) > 8 else ""),
            )
        )
