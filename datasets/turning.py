"""Sheets with a column for each sample: elements down the side, sample numbers across."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa

from datasets.decisions import Decided
from datasets.ends import is_summary
from datasets.head import clean_cell, is_blank, is_numeric
from datasets.messages import message
from datasets.naming import element_in
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe
from datasets.row_labels import label_of
from datasets.units import unit_word

_MOST_ROWS = 2_000
_FEWEST_ELEMENTS = 4
_FEWEST_SAMPLES = 3
_SIDE = 3
_HEAD = 12
_LOOKED_AT = 60
_SHARE = 0.6
_NUMERIC = 0.7


def turned(raw: RawSheet, recipe: Recipe, decided: Decided) -> tuple[RawSheet, bool]:
    """Turn a sheet whose samples stand across, where the recipe or the sheet says so.

    Returns
    -------
    raw
        With a row for each column of the sheet; `lines` then are numbers of columns.
    across
        Whether it was turned.
    """
    possible = raw.header is None and bool(raw.columns) and 0 < raw.rows <= _MOST_ROWS
    if recipe.layout == "across" and possible:
        decided.note("layout", "across", message("Chosen."))
        return _turned(raw, decided), True
    if recipe.layout or recipe.long_form is not None or not possible:
        return raw, False
    found = _elements_down(raw)
    if not found:
        return raw, False
    decided.note(
        "layout",
        "across",
        message(
            "Elements stand below each other ({elements}…) and samples beside each other: rows and "
            "columns are exchanged.",
            elements=", ".join(found[:4]),
        ),
        sure=False,
    )
    return _turned(raw, decided), True


def _elements_down(raw: RawSheet) -> list[str]:
    """Return the elements that stand below each other at the side of a sheet, [] where none do."""
    if len(raw.columns) < _FEWEST_SAMPLES + 1:
        return []
    rows = _rows(raw, _LOOKED_AT)
    if any(len(set(filter(None, map(element_in, row)))) > _SIDE for row in rows[:_HEAD]):
        return []
    for k, column in enumerate(raw.columns[:_SIDE]):
        names = [clean_cell(cell) for cell in column.to_pylist()]
        hits = [row for row, name in enumerate(names) if name and element_in(name)]
        elements = [element_in(names[row]) for row in hits]
        filled = sum(map(bool, names))
        if len(set(elements)) < _FEWEST_ELEMENTS or len(hits) < _SHARE * filled - 2:
            continue
        if len({names[row] for row in hits}) < len(hits):
            continue
        if _samples_beside(raw, k, hits):
            return elements
    return []


def _samples_beside(raw: RawSheet, names: int, rows: list[int]) -> bool:
    """Whether columns of numbers stand beside the elements, and are no mean or total."""
    samples = 0
    for column in raw.columns[names + 1 :][:_LOOKED_AT]:
        cells = [clean_cell(str(cell)) for cell in column.to_pylist()]
        above = [cell for cell in cells[: rows[0]] if cell]
        if any(is_summary(cell) or label_of([cell]) for cell in above):
            if any(is_summary(cell) for cell in above):
                return False
            continue
        values = [cells[row] for row in rows]
        filled = [cell for cell in values if not is_blank(cell)]
        if filled and all(unit_word(cell) for cell in filled):
            continue
        samples += bool(filled) and sum(map(is_numeric, filled)) >= _NUMERIC * len(filled)
    return samples >= _FEWEST_SAMPLES


def _rows(raw: RawSheet, count: int) -> list[list[str]]:
    columns = [column.slice(0, count).to_pylist() for column in raw.columns[: 4 * _LOOKED_AT]]
    return [[clean_cell(str(cell)) for cell in cells] for cells in zip(*columns, strict=True)]


def _turned(raw: RawSheet, decided: Decided) -> RawSheet:
    cells = [column.to_pylist() for column in raw.columns]
    rows = list(zip(*cells, strict=True))
    is_single = [sum(bool(cell.strip()) for cell in row) == 1 for row in rows]
    table = [k for k, single in enumerate(is_single) if not single]
    first, last = (table[0], table[-1]) if table else (0, len(rows) - 1)
    titles = [k for k, single in enumerate(is_single) if single and not first <= k <= last]
    if titles:
        decided.notices.append(
            message(
                "Lines with a single text beside the table were left out: {count} ({lines}).",
                count=len(titles),
                lines="; ".join(_shown(raw, rows[k], k) for k in titles[:4]),
            )
        )
    gone = set(titles)
    kept = [row for k, row in enumerate(rows) if k not in gone]
    return replace(
        raw,
        columns=tuple(pa.chunked_array([pa.array(row, type=pa.string())]) for row in kept),
        lines=np.arange(1, len(raw.columns) + 1, dtype=np.int64),
    )


def _shown(raw: RawSheet, row: tuple[str, ...], number: int) -> str:
    return f"{raw.lines[number]}: {next(cell for cell in row if cell.strip()).strip()[:60]}"
