"""From the cells of a column and the decisions about it to the column of a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.angles import degrees, is_packed, unpacked
from datasets.cells import Cells, as_strings
from datasets.codes import mark_codes, numeric_codes
from datasets.columns import Column, UnreadCell
from datasets.conversions import substance_factor, unit_factor
from datasets.messages import Message, message
from datasets.number_cells import NumberCells
from datasets.numerals import Signs, judge
from datasets.recipe import ColumnRecipe


@dataclass
class Applied:
    """A finished column, the cells that could not be read and what was worked around."""

    column: Column
    unread: list[UnreadCell] = field(default_factory=list)
    notices: list[Message] = field(default_factory=list)


def text_column(name: str, cells: Cells) -> Applied:
    """Finish a column of text: None where blank."""
    trimmed = pc.utf8_trim_whitespace(as_strings(cells.column))
    blank = pc.equal(trimmed, "")
    texts = pc.if_else(blank, pa.scalar(None, pa.string()), trimmed).cast(pa.string())
    values = np.asarray(texts.to_numpy(), dtype=object)
    missing = int(pc.sum(blank).as_py() or 0)
    return Applied(Column(name, "text", values, np.zeros(len(values), dtype=np.bool_), missing))


def angle_column(
    name: str, cells: Cells, missing: frozenset[str], lines: NDArray[np.int64]
) -> Applied:
    """Finish a column of degrees, minutes and seconds: decimal degrees."""
    values = cells.values.copy()
    if is_packed(values):
        values = unpacked(values)
    read = [np.nan if (angle := degrees(text)) is None else angle for text in cells.texts]
    values[cells.odd] = np.array(read, dtype=np.float64)[cells.codes]
    applied = Applied(
        Column(name, "number", values, np.zeros(len(values), dtype=np.bool_), 0, unit="°")
    )
    words = np.array(
        [
            np.isnan(v) and t.strip().casefold() not in missing
            for v, t in zip(read, cells.texts, strict=True)
        ],
        dtype=np.bool_,
    )
    _list_unread(applied, cells, cells.odd[words[cells.codes]], lines)
    return _counted(applied, int(np.isnan(values).sum()))


def number_column(
    name: str,
    cells: Cells,
    found: NumberCells,
    recipe: ColumnRecipe,
    codes: tuple[str, ...],
    limit: str,
    lines: NDArray[np.int64],
    upper: str = "",
) -> Applied:
    """Finish a column of numbers.

    Parameters
    ----------
    name
        Of the column, for the sentences too.
    found
        Its cells, as judged; their values become those of the column.
    recipe
        The decisions about it, all of them made.
    codes
        Codes for a missing value in every column.
    limit
        Detection limit that stands above the column, "" for none.
    lines
        int64, shape (rows,): line of the sheet of each row.
    upper
        Upper limit of the method that stands above the column, "" for none.
    """
    values = found.values
    below = _marked(len(values), found.below)
    above = _marked(len(values), found.above) if len(found.above) else None
    applied = Applied(Column(name, "number", values, below, 0, above))
    _list_unread(applied, cells, found.words, lines)
    _fill_limits(applied, found, limit, upper)
    _take_codes(values, below, above, (*recipe.missing, *codes))
    _take_negatives(values, below, recipe)
    _tell(applied, cells, found)
    _tell_converted(applied, cells, found, recipe.unit)
    missing = ~np.isfinite(values)
    if missing.any():
        values[missing] = np.nan
        below[missing] = False
        if above is not None:
            above[missing] = False
    _convert(values, recipe)
    return _counted(applied, int(np.count_nonzero(missing)), recipe)


def _marked(count: int, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    marks = np.zeros(count, dtype=np.bool_)
    marks[rows] = True
    return marks


def _counted(applied: Applied, missing: int, recipe: ColumnRecipe | None = None) -> Applied:
    column = applied.column
    above = column.above if column.above is not None and column.above.any() else None
    applied.column = replace(column, missing=missing, above=above)
    if recipe is not None:
        applied.column = replace(
            applied.column,
            unit=recipe.convert_to_unit or recipe.unit,
            element=recipe.convert_to_element or recipe.element,
            method=recipe.method,
        )
    return applied


def _list_unread(
    applied: Applied, cells: Cells, words: NDArray[np.int64], lines: NDArray[np.int64]
) -> None:
    if not len(words):
        return
    name = applied.column.name
    texts = dict(zip(cells.odd.tolist(), cells.codes.tolist(), strict=True))
    applied.unread = [
        UnreadCell(row + 1, int(lines[row]), name, cells.texts[texts[row]].strip())
        for row in words.tolist()
    ]
    applied.notices.append(
        message(
            "{column} has cells that are not numbers ({count}, the first “{text}” in row {row}); "
            "they count as missing.",
            column=name,
            count=len(words),
            text=applied.unread[0].text[:80],
            row=applied.unread[0].row,
        )
    )


def _fill_limits(applied: Applied, found: NumberCells, limit: str, upper: str) -> None:
    """Give ``<LOD`` and ``>ULD`` the limit above the column, or the one most other cells have."""
    rows = found.limitless
    if not len(rows):
        return
    values, column = applied.column.values, applied.column
    for marked, text in ((found.below, limit), (found.above, upper)):
        here = np.intersect1d(rows, marked)
        if len(here):
            values[here] = _usual_limit(values[marked], text)
    unknown = int(np.isnan(values[rows]).sum())
    if unknown:
        applied.notices.append(
            message(
                "{column} has cells beyond a limit that is stated nowhere ({count}); they count as "
                "missing.",
                column=column.name,
                count=unknown,
            )
        )


def _usual_limit(limits: NDArray[np.float64], text: str) -> float:
    """Return the limit that is stated, else the most frequent one; NaN without any."""
    stated = judge(text, Signs()).value if text else np.nan
    known = Counter(limits[~np.isnan(limits)].tolist())
    return known.most_common(1)[0][0] if np.isnan(stated) and known else stated


def _tell_converted(applied: Applied, cells: Cells, found: NumberCells, unit: str) -> None:
    rows = found.converted
    if not len(rows):
        return
    place = int(np.searchsorted(cells.odd, rows[0]))
    applied.notices.append(
        message(
            "{column} has cells in another unit than {unit} ({count}, the first “{text}” in row "
            "{row}); they were converted.",
            column=applied.column.name,
            unit=unit,
            count=len(rows),
            text=cells.texts[cells.codes[place]].strip()[:80],
            row=int(rows[0]) + 1,
        )
    )


def _take_codes(
    values: NDArray[np.float64],
    below: NDArray[np.bool_],
    above: NDArray[np.bool_] | None,
    codes: tuple[str, ...],
) -> None:
    numbers = numeric_codes(codes)
    if numbers and len(values):
        hit = mark_codes(values, numbers)
        if hit.any():
            hit &= ~below
            values[hit if above is None else hit & ~above] = np.nan


def _take_negatives(
    values: NDArray[np.float64], below: NDArray[np.bool_], recipe: ColumnRecipe
) -> None:
    if recipe.negative not in ("limit", "missing"):
        return
    negative = values < 0
    if recipe.negative == "missing":
        values[negative] = np.nan
        return
    values[negative] *= -1.0
    below |= negative


def _tell(applied: Applied, cells: Cells, found: NumberCells) -> None:
    name, column = applied.column.name, applied.column
    told = found.above[np.isfinite(column.values[found.above])]
    # Signs in a column of their own are not in the cells, and were told before.
    told = told[np.isin(told, cells.odd)] if len(told) else told
    if len(told):
        place = int(np.searchsorted(cells.odd, told[0]))
        applied.notices.append(
            message(
                "{column} has cells above the range of the method ({count}, the first “{text}” in "
                "row {row}); the limit itself is taken.",
                column=name,
                count=len(told),
                text=cells.texts[cells.codes[place]].strip(),
                row=int(told[0]) + 1,
            )
        )
    if len(found.infinite):
        applied.notices.append(
            message(
                "{column} has infinite cells ({count}); they count as missing.",
                column=name,
                count=len(found.infinite),
            )
        )
    if found.uncertain:
        applied.notices.append(
            message(
                "{column} has values with an uncertainty, such as 5±1 ({count}); the value is "
                "taken.",
                column=name,
                count=found.uncertain,
            )
        )
    if found.other_sign:
        applied.notices.append(
            message(
                "{column} has numbers with another decimal sign than the rest of the file "
                "({count}); please check them.",
                column=name,
                count=found.other_sign,
            )
        )


def _convert(values: NDArray[np.float64], recipe: ColumnRecipe) -> None:
    """Convert values and limits alike, which stand in the same array."""
    factor = 1.0
    if recipe.convert_to_unit:
        factor *= unit_factor(recipe.unit, recipe.convert_to_unit)
    if recipe.convert_to_element:
        factor *= substance_factor(recipe.element, recipe.convert_to_element)
    if factor != 1.0:
        values *= factor
