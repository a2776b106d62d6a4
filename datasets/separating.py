"""A column for each coordinate, where a file has both in one cell or each in pieces."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa

from datasets.cells import as_strings
from datasets.coordinate_pairs import divided, judge_pairs
from datasets.coordinate_parts import Pieces, find_parts, joined_parts
from datasets.decisions import Decided
from datasets.layout import Layout
from datasets.messages import Message, message
from datasets.naming import Heads
from datasets.recipe import Coordinates
from datasets.typed_columns import unique_name

_LOOKED_AT = 200
_DEGREES, _METRES = ("longitude", "latitude"), ("easting", "northing")


def separated(
    layout: Layout, decimal: str, given: Coordinates | None, decided: Decided
) -> tuple[Layout, Coordinates]:
    """Give each coordinate a column of its own; the columns they stood in leave the table.

    Parameters
    ----------
    decimal
        Decimal sign of the file.
    given
        What was chosen, None to find it.

    Returns
    -------
    layout
        With the new columns in place of the first of the old ones.
    coordinates
        What was done; "apart" where each had its own column.
    """
    names = [head.name for head in layout.heads]
    if given is not None and not _is_there(given, names):
        decided.notices.append(
            message(
                "The recipe names columns that this file lacks: {columns}.",
                columns=", ".join(sorted(_columns_of(given) - set(names))),
            )
        )
        given = None
    if given is not None:
        decided.note("coordinates", given.form, message("Chosen."))
        return _done(layout, given, decimal), given
    found, reason, sure = _found(layout, names)
    if found.form != "apart":
        decided.note("coordinates", found.form, reason, sure=sure)
    return _done(layout, found, decimal), found


def _is_there(given: Coordinates, names: list[str]) -> bool:
    wanted = _columns_of(given)
    complete = given.form == "apart" or bool(wanted)
    return complete and wanted <= set(names)


def _columns_of(given: Coordinates) -> set[str]:
    if given.form == "apart":
        return set()
    if given.form != "parts":
        return {given.pair} - {""}
    return {*given.longitude, *given.latitude} - {""}


def _found(layout: Layout, names: list[str]) -> tuple[Coordinates, Message, bool]:
    looked_at = [_some(column) for column in layout.columns]
    parts = find_parts(names, looked_at)
    if parts:
        found = Coordinates(form="parts", longitude=parts["longitude"], latitude=parts["latitude"])
        told = message(
            "Degrees, minutes and directions stand in columns of their own: {columns}.",
            columns=", ".join(name for pieces in parts.values() for name in pieces if name),
        )
        return found, told, True
    for name, cells in zip(names, looked_at, strict=True):
        pair = judge_pairs(name, cells)
        if pair is not None:
            found = Coordinates(form=pair.order, pair=name)
            return found, _said(name, pair.order), pair.sure
    return Coordinates(), message("Each coordinate has its column."), True


def _said(name: str, order: str) -> Message:
    if order == "lat-lon":
        return message(
            "Each cell of {column} holds two coordinates, latitude or northing first.", column=name
        )
    return message(
        "Each cell of {column} holds two coordinates, longitude or easting first.", column=name
    )


def _some(column: pa.ChunkedArray) -> list[str]:
    if pa.types.is_floating(column.type) or pa.types.is_string(column.type):
        return [str(cell) for cell in as_strings(column.slice(0, _LOOKED_AT)).to_pylist()]
    if pa.types.is_integer(column.type):
        return [str(cell) for cell in as_strings(column.slice(0, _LOOKED_AT)).to_pylist()]
    return []


def _done(layout: Layout, how: Coordinates, decimal: str) -> Layout:
    if how.form == "apart":
        return layout
    by_name = {head.name: column for head, column in zip(layout.heads, layout.columns, strict=True)}
    if how.form == "parts":
        rows = len(layout.lines)
        new = [
            joined_parts(_pieces(pieces, by_name), rows) for pieces in (how.longitude, how.latitude)
        ]
        return _replaced(layout, _columns_of(how), new, _DEGREES)
    texts = as_strings(by_name[how.pair]).to_pylist()
    east, north = divided(texts, how.form, decimal)
    pair = judge_pairs("coordinates", texts[:_LOOKED_AT])
    new = [pa.chunked_array([pa.array(cells, type=pa.string())]) for cells in (east, north)]
    names = _METRES if pair is not None and pair.metric else _DEGREES
    return _replaced(layout, {how.pair}, new, names)


def _pieces(pieces: Pieces, by_name: dict[str, pa.ChunkedArray]) -> list[pa.ChunkedArray | None]:
    padded = (*pieces, "", "", "", "")[:4]
    return [as_strings(by_name[name]) if name else None for name in padded]


def _replaced(
    layout: Layout, gone: set[str], new: list[pa.ChunkedArray], names: tuple[str, str]
) -> Layout:
    kept = [
        (head, column)
        for head, column in zip(layout.heads, layout.columns, strict=True)
        if head.name not in gone
    ]
    place = next(k for k, head in enumerate(layout.heads) if head.name in gone)
    taken = {head.name for head, _ in kept}
    made = []
    for name, column in zip(names, new, strict=True):
        unique = unique_name(name, taken)
        taken.add(unique)
        made.append((Heads(unique, unique), column))
    whole = [*kept[:place], *made, *kept[place:]]
    return replace(
        layout, heads=[head for head, _ in whole], columns=[column for _, column in whole]
    )
