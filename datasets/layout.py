"""From a raw sheet to its columns of samples and what stands above each."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from datasets.another_table import AnotherTable, another_table
from datasets.comment_rows import without_comments
from datasets.decisions import Decided
from datasets.ends import FootRow, find_end
from datasets.head import Head
from datasets.headers import Heading, find_heading, without_label
from datasets.line_notes import note_lines, tell_foot
from datasets.messages import InputError, message
from datasets.naming import Heads, column_heads, heads_of, unique, without_doubtful
from datasets.preamble import head_below_prose
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe
from datasets.rows import (
    shifted,
    without_blank,
    without_empty,
    without_guards,
    without_pages,
    without_repeats,
)
from datasets.upper_tables import upper_tables

_KNOWN_SHARE = 0.5


@dataclass(frozen=True, eq=False)
class Layout:
    """The samples of a sheet, column by column.

    Attributes
    ----------
    heads
        What stands above each column, names unique.
    columns
        Cells of the samples.
    lines
        int64, shape (rows,): line of the sheet of each sample.
    names, units, methods, first, last
        As in `Recipe`; `last` is None unless it was chosen.
    above
        All texts above the samples.
    """

    heads: list[Heads]
    columns: list[pa.ChunkedArray]
    lines: NDArray[np.int64]
    names: tuple[int, ...]
    units: int
    methods: int
    first: int
    last: int | None
    above: str


def lay_out(raw: RawSheet, recipe: Recipe, decided: Decided) -> Layout:
    """Find names, units, methods and samples, or take them where the recipe says.

    Raises
    ------
    InputError
        When there are no samples, or a line of the recipe is beyond the file.
    """
    if raw.header is not None:
        return _stated(raw, decided)
    if not raw.columns or not raw.rows:
        raise InputError(
            "The table {source} holds no text at all; choose a table with a header and rows.",
            source=raw.source,
        )
    head = head_below_prose(raw)
    heading, heads = _heading(raw, head, recipe, decided)
    end, foot = _end(raw, head, heading, recipe, decided)
    if heading.first >= end:
        raise InputError(
            "The table {source} has a header but no rows; add the samples below it.",
            source=raw.source,
        )
    note_lines(raw, head, heading, recipe, end, decided)
    tell_foot(foot, decided)
    columns = [column.slice(heading.first, end - heading.first) for column in raw.columns]
    heads, columns = without_guards(heads, columns)
    lines = raw.lines[heading.first : end]
    columns, lines = without_repeats(columns, lines, head, heading, decided)
    columns, lines = without_pages(columns, lines, decided)
    columns, lines = without_comments(columns, lines, heading.numeric, decided)
    columns, lines = without_blank(columns, lines, decided)
    heads, columns = without_empty(shifted(heads, columns, decided), columns, decided)
    if not len(lines):
        raise InputError(
            "The table {source} has a header but no rows; add the samples below it.",
            source=raw.source,
        )
    heads, notices = unique(without_doubtful(heads))
    decided.notices += notices

    def line(row: int | None) -> int:
        return 0 if row is None else head.lines[row]

    return Layout(
        heads,
        columns,
        lines,
        tuple(head.lines[row] for row in heading.names),
        line(heading.units),
        line(heading.methods),
        int(raw.lines[heading.first]),
        recipe.last,
        "\n".join(" ".join(row) for row in head.rows[: heading.first]),
    )


def _stated(raw: RawSheet, decided: Decided) -> Layout:
    """A file that states its columns has neither lines of names nor a foot."""
    if not raw.rows:
        raise InputError(
            "The table {source} has a header but no rows; add the samples below it.",
            source=raw.source,
        )
    heads, notices = unique(without_doubtful(heads_of(raw.header or ())))
    decided.notices += notices
    decided.note("names", (), message("The file states the names of its columns."))
    above = " ".join(head.written for head in heads)
    return Layout(heads, list(raw.columns), raw.lines, (), 0, 0, int(raw.lines[0]), None, above)


def _heading(
    raw: RawSheet, head: Head, recipe: Recipe, decided: Decided
) -> tuple[Heading, list[Heads]]:
    """Take the lines of the recipe; find them anew where its columns do not stand there."""
    found = find_heading(head)
    if (
        recipe.names is None
        and recipe.units is None
        and recipe.methods is None
        and recipe.first is None
    ):
        return found, _heads(head, found)
    chosen = _chosen(raw, head, found, recipe)
    heads = _heads(head, chosen)
    if not recipe.columns or chosen == found:
        return chosen, heads
    anew = _heads(head, found)
    if _known(heads, recipe) >= max(_KNOWN_SHARE, _known(anew, recipe)):
        return chosen, heads
    if _known(anew, recipe) <= _known(heads, recipe):
        return chosen, heads
    decided.notices.append(
        message(
            "The names do not stand in the lines of the recipe, but in line {line}; the lines were "
            "found anew.",
            line=head.lines[found.names[-1]] if found.names else 1,
        )
    )
    return found, anew


def _known(heads: list[Heads], recipe: Recipe) -> float:
    """Share of the recipe's columns that are there."""
    names = {head.name for head in unique(heads)[0]}
    return sum(name in names for name in recipe.columns) / len(recipe.columns)


def _chosen(raw: RawSheet, head: Head, found: Heading, recipe: Recipe) -> Heading:
    """Return the heading with what the recipe says in place of what was found."""
    names = found.names
    if recipe.names is not None:
        names = tuple(_row(raw, head, line) for line in recipe.names)
    units = _optional(raw, head, recipe.units, found.units)
    methods = _optional(raw, head, recipe.methods, found.methods)
    heads = [*names, *(row for row in (units, methods) if row is not None), *found.limits]
    first = max(heads, default=-1) + 1 if recipe.names is not None else found.first
    if recipe.first is not None:
        first = int(np.searchsorted(raw.lines, recipe.first))
    upper = upper_tables(head, min([first, *names, len(head.rows)]))
    used = {*names, units, methods, *found.limits, *upper}
    limits = tuple(row for row in found.limits if row < first)
    return replace(
        found,
        names=names,
        units=units,
        methods=methods,
        first=first,
        limits=limits,
        titles=tuple(row for row in range(min(first, len(head.rows))) if row not in used),
        upper=upper,
    )


def _optional(raw: RawSheet, head: Head, line: int | None, found: int | None) -> int | None:
    if line is None:
        return found
    return _row(raw, head, line) if line else None


def _row(raw: RawSheet, head: Head, line: int) -> int:
    """Return the row of a line; a blank line stands for the one below it."""
    row = int(np.searchsorted(raw.lines, line))
    if row >= len(head.rows):
        raise InputError(
            "Line {line} cannot hold the names, units or methods of {source}: choose one of the "
            "lines up to {last}.",
            line=line,
            source=raw.source,
            last=head.lines[-1],
        )
    return row


def _heads(head: Head, heading: Heading) -> list[Heads]:
    def row(number: int | None) -> list[str] | None:
        return None if number is None else head.rows[number]

    names = [head.rows[number] for number in heading.names]
    return column_heads(
        [without_label(cells, names[k + 1 :]) for k, cells in enumerate(names)],
        row(heading.units),
        row(heading.methods),
        [head.rows[number] for number in heading.limits],
        head.width,
    )


def _end(
    raw: RawSheet, head: Head, heading: Heading, recipe: Recipe, decided: Decided
) -> tuple[int, list[FootRow]]:
    other = another_table(raw, head, heading) if recipe.last is None else None
    if other is not None:
        return _above_other(raw, heading, other, decided)
    if recipe.last is None:
        end, foot = find_end(raw, heading.first, heading.numeric)
        decided.note(
            "last",
            int(raw.lines[end - 1]) if end else 0,
            message("Below it stand totals or notes.") if foot else message("The file ends there."),
            sure=all(row.named for row in foot),
        )
        return end, foot
    end = int(np.searchsorted(raw.lines, recipe.last, side="right"))
    decided.note("last", recipe.last, message("Chosen."))
    if end < raw.rows:
        decided.notices.append(
            message(
                "Rows below line {line}, the last one chosen, were left out: {count}.",
                line=recipe.last,
                count=raw.rows - end,
            )
        )
    return end, []


def _above_other(
    raw: RawSheet, heading: Heading, other: AnotherTable, decided: Decided
) -> tuple[int, list[FootRow]]:
    """End above another table, whose values would stand under names that are not theirs."""
    cut = replace(
        raw,
        columns=tuple(column.slice(0, other.row) for column in raw.columns),
        lines=raw.lines[: other.row],
    )
    end, foot = find_end(cut, heading.first, heading.numeric)
    decided.note(
        "last",
        int(raw.lines[end - 1]) if end else 0,
        message("Another table seems to begin in line {line}.", line=other.line),
        sure=False,
    )
    decided.notices.append(
        message(
            "Another table seems to begin in line {line} ({names}); its rows were left out: "
            "{count}. Where they belong to this table, choose a later last line.",
            line=other.line,
            names=other.names,
            count=raw.rows - other.row - 1,
        )
    )
    return end, foot
