"""A table as it was read: columns of numbers or of text, before any role is decided."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from datasets.messages import InputError, Message
from datasets.recipe import Recipe

Kind = Literal["number", "text"]
CheckKind = Literal["standard", "blank", "duplicate"]
_LISTED = 8


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes
    ----------
    name
        Header, unique within the table.
    kind
        "number" or "text".
    values
        Shape (rows,). Numbers: float64, NaN where missing. Text: object array of `str`, None
        where blank.
    censored
        bool, shape (rows,). True where the cell was ``<5``; `values` then holds the limit 5.
    missing
        Number of cells without a value.
    above
        bool, shape (rows,). True where the cell was ``>5``; `values` then holds the limit 5. None
        when no cell was.
    unit, element, method
        Of the values: ``ppm``; ``Cu`` or ``SiO2``; the laboratory's code. "" when unknown.
    """

    name: str
    kind: Kind
    values: NDArray[Any]
    censored: NDArray[np.bool_]
    missing: int
    above: NDArray[np.bool_] | None = None
    unit: str = ""
    element: str = ""
    method: str = ""


@dataclass(frozen=True)
class UnreadCell:
    """A cell that should have been a number and counts as missing.

    Attributes
    ----------
    row
        Row of the table, counted from 1.
    line
        Line of the sheet, counted from 1.
    column
        Name of the column.
    text
        What stands there.
    """

    row: int
    line: int
    column: str
    text: str


@dataclass(frozen=True)
class CheckSample:
    """A sample of the laboratory's own control.

    Attributes
    ----------
    row
        Row of the table, counted from 1; 0 where it was left out, and in long form.
    line
        Line of the sheet, counted from 1.
    name
        What names it so.
    kind
        "standard", "blank" or "duplicate".
    """

    row: int
    line: int
    name: str
    kind: CheckKind


@dataclass(frozen=True)
class Table:
    """A table and how it was read.

    Attributes
    ----------
    source
        Path of the file or "example:NAME".
    columns
        In the order of the file.
    rows
        Number of samples.
    fingerprint
        SHA-256 of the bytes of the file, hexadecimal.
    encoding, separator, decimal
        What the file was found to be written in: "utf-8", ";" and ",", say.
    notices
        What was worked around, a sentence each.
    recipe
        Every decision that made this table of its file, in full.
    unread
        The cells that could not be read, all of them.
    crs
        Coordinate reference system that the file states, "" when it states none.
    checks
        Standards, blanks and duplicates that were found.
    """

    source: str
    columns: tuple[Column, ...]
    rows: int
    fingerprint: str
    encoding: str
    separator: str
    decimal: str
    notices: tuple[Message, ...]
    recipe: Recipe = field(default_factory=Recipe)
    unread: tuple[UnreadCell, ...] = ()
    crs: str = ""
    checks: tuple[CheckSample, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in the order of the file."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column called `name`.

        Raises
        ------
        InputError
            When there is none; the sentence lists the names nearest to it.
        """
        for column in self.columns:
            if column.name == name:
                return column
        near = _near(name, self.names)
        if near:
            raise InputError(
                "The table {source} has no column “{name}”; the nearest names are {near}.",
                source=self.source,
                name=name,
                near=", ".join(near),
            )
        raise InputError(
            "The table {source} has no column “{name}”; its columns are {names}.",
            source=self.source,
            name=name,
            names=", ".join(self.names[:_LISTED]) + ("…" if len(self.names) > _LISTED else ""),
        )


def _near(name: str, names: tuple[str, ...]) -> list[str]:
    by_folded: dict[str, str] = {}
    for known in names:
        by_folded.setdefault(known.casefold(), known)
    found = difflib.get_close_matches(name.casefold(), list(by_folded), n=3, cutoff=0.6)
    return [by_folded[folded] for folded in found]
