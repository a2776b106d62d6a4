"""The bundled examples, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from datasets import copper, gold
from datasets.columns import Table
from datasets.messages import InputError, Message, message


@dataclass(frozen=True)
class Example:
    """A bundled table.

    Attributes
    ----------
    name
        What follows ``example:``.
    title, description
        For the list of examples.
    table
        Makes the table; the second call returns the first one's.
    crs
        Name of the coordinate reference system, "" without coordinates.
    synthetic
        True when it was generated; the description says so too.
    """

    name: str
    title: Message
    description: Message
    table: Callable[[], Table]
    crs: str
    synthetic: bool


EXAMPLES: Mapping[str, Example] = MappingProxyType(
    {
        "copper": Example(
            name="copper",
            title=message("Copper deposit types (synthetic)"),
            description=message(
                "Synthetic survey of 22,400 stream sediments with 14 elements; 33 copper deposits "
                "of 7 types and 40 samples without an anomaly have a class."
            ),
            table=copper.copper_table,
            crs=copper.CRS,
            synthetic=True,
        ),
        "gold": Example(
            name="gold",
            title=message("Gold deposit types (synthetic)"),
            description=message(
                "Synthetic gold deposits with metal, ore and grade; 34 of 4 types have a class, 12 "
                "are to be classified. There are no coordinates: it ends in two tables."
            ),
            table=gold.gold_table,
            crs="",
            synthetic=True,
        ),
    }
)


def example(name: str) -> Example:
    """Return the bundled example called `name`.

    Raises
    ------
    InputError
        When there is none; the sentence lists the names.
    """
    try:
        return EXAMPLES[name]
    except KeyError:
        raise InputError(
            "There is no example “{name}”; the examples are {names}.",
            name=name,
            names=", ".join(EXAMPLES),
        ) from None
