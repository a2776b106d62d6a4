"""The names, units and methods of the columns, from the rows above the samples."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from datasets.conversions import convertible_units, unit_factor
from datasets.coordinates import coordinate_name
from datasets.head import clean_cell
from datasets.messages import Message, message
from datasets.methods import is_method, method_of
from datasets.row_labels import is_upper_limit
from datasets.units import derived_kind, element_of, unit_of, unit_word

_SAMPLE_NAME = re.compile(
    r".*(?:sample|samp(?:id|no|_)|specimen|lab[ _.-]?(?:id|no|num)|descr|样品|样号|编号|分析号|"
    r"送样号|原样号|樣品|樣號|編號|probe(?:n|$)|muestra|amostra|échantillon|проба).*|id|no\.?|name|"
    r"number|probe|nr\.?|num|№|n°|点号|孔号|序号",
    re.IGNORECASE,
)
_PANDAS = re.compile(r"(.*?)\.\d+")


@dataclass(frozen=True)
class Heads:
    """What stands above one column.

    Attributes
    ----------
    name
        Unique in the table; made up where there is none.
    written
        As it stands in the file, "" where there is none.
    element, unit, method
        As name and rows of units and methods state them.
    limit, upper
        Texts of the detection limit and of the upper limit above the column, "" where there is
        none.
    other_unit
        That the name states where the line of units states another one.
    guarded
        Whether the cells were written as ``="12"``, so that a spreadsheet leaves them as text.
    """

    name: str
    written: str
    element: str = ""
    unit: str = ""
    method: str = ""
    limit: str = ""
    other_unit: str = ""
    guarded: bool = False
    upper: str = ""


def column_heads(
    names: list[list[str]],
    units: list[str] | None,
    methods: list[str] | None,
    limits: list[list[str]],
    width: int,
) -> list[Heads]:
    """Join the rows of names, column by column.

    Parameters
    ----------
    names
        Rows with names, from the top; a row may be that of the units or the methods as well.
    units, methods
        Row of the units and of the methods.
    limits
        Rows with detection limits.
    width
        Number of columns.
    """
    filled = [_spread(row, names[k + 1 :]) for k, row in enumerate(names)]
    found = []
    for column in range(width):
        unit = unit_word(units[column]) if units else ""
        method = _method(methods, column)
        # A cell that was read as unit or method is no part of the name.
        taken = {
            units[column] if units and unit else "",
            methods[column] if methods and method else "",
        }
        written = _joined([row[column] for row in filled if row[column] not in {"", *taken}])
        if not written and methods and method:
            written = methods[column]
        lower, upper = (
            next((row[column] for row in limits if row[column] and is_upper_limit(row) is top), "")
            for top in (False, True)
        )
        found.append(replace(_heads(written, unit, method, lower), upper=upper))
    return found


def _heads(written: str, unit: str, method: str, limit: str) -> Heads:
    named = unit_of(written)
    place = coordinate_name(written)
    return Heads(
        written,
        written,
        # Y Lambert93 is no yttrium
        "" if place is not None and place.sure else element_in(written),
        unit or named,
        method or method_of(written),
        limit,
        named if unit and named and not _is_same(unit, named) else "",
    )


def _is_same(unit: str, other: str) -> bool:
    """Whether two units are one by other names, as ppm and g/t are."""
    return unit == other or (other in convertible_units(unit) and unit_factor(unit, other) == 1.0)


def is_sample_name(name: str) -> bool:
    """Whether a column is called as one of the names or numbers of samples is."""
    return bool(_SAMPLE_NAME.fullmatch(name.strip()))


def heads_of(names: tuple[str, ...]) -> list[Heads]:
    """Return what names alone say, where a file states its columns."""
    return [_heads(clean_cell(name), "", "", "") for name in names]


def element_in(name: str) -> str:
    """Return the element of a name that may begin with a method or a group: ``ICP41 Ag``."""
    found = element_of(name)
    if found or " " not in name or derived_kind(name):
        return found
    last = name.rsplit(" ", 1)[1]
    return element_of(last) if len(last) <= 6 and last[:1].isupper() and not last.isupper() else ""


def without_doubtful(heads: list[Heads]) -> list[Heads]:
    """Take the element from a name such as SC where another column is called Sc: it is no Sc."""
    exact = {head.written for head in heads if head.written == head.element}
    return [
        replace(head, element="")
        if head.element in exact and head.written != head.element == head.written.capitalize()
        else head
        for head in heads
    ]


def unique(heads: list[Heads]) -> tuple[list[Heads], list[Message]]:
    """Name the columns without a name, and tell apart those with the same one.

    By their methods where these differ, by their units, else by their place.
    """
    wanted = [
        replace(head, name=head.name or f"column {k}") for k, head in enumerate(heads, start=1)
    ]
    notices: list[Message] = []
    again = {name for name, count in Counter(h.name for h in wanted).items() if count > 1}
    for name in sorted(again):
        same = [k for k, head in enumerate(wanted) if head.name == name]
        for k, told in zip(same, _told_apart([wanted[k] for k in same], wanted), strict=True):
            if told != name:
                notices.append(
                    message(
                        "The column name {name} is there more than once; this one is called "
                        "{unique}.",
                        name=name,
                        unique=told,
                    )
                )
            wanted[k] = replace(wanted[k], name=told)
    return wanted, notices


def _told_apart(same: list[Heads], all_heads: list[Heads]) -> list[str]:
    taken = {head.name for head in all_heads}
    for words in ([head.method for head in same], [head.unit for head in same]):
        named = [
            f"{head.name} ({word})" if word else head.name
            for head, word in zip(same, words, strict=True)
        ]
        if len(set(named)) == len(named) and not (set(named) - {same[0].name}) & taken:
            return named
    names, k = [same[0].name], 2
    for head in same[1:]:
        while f"{head.name} ({k})" in taken:
            k += 1
        names.append(f"{head.name} ({k})")
        k += 1
    return names


def _spread(row: list[str], below: list[list[str]]) -> list[str]:
    """Let a name of a group stand above each of its columns; merged cells have only the first.

    A group ends where the row names something else, or where nothing stands below.
    """
    if not below:
        return row
    filled: list[str] = []
    current = ""
    for column, cell in enumerate(row):
        named = any(other[column] for other in below)
        # Cu beside degrees, minutes and seconds is none of them
        if not cell and coordinate_name(current) and any(element_of(o[column]) for o in below):
            current = ""
        current = cell or (current if named else "")
        filled.append(current)
    return filled


def _joined(parts: list[str]) -> str:
    """Join the parts of a name; what is repeated from one row to the next stands once."""
    return " ".join(part for k, part in enumerate(parts) if k == 0 or part != parts[k - 1])


def _method(methods: list[str] | None, column: int) -> str:
    if methods is None or not methods[column]:
        return ""
    cell = methods[column]
    doubled = _PANDAS.fullmatch(cell)
    if doubled and doubled.group(1) in methods:
        cell = doubled.group(1)
    return cell if is_method(cell) else ""
