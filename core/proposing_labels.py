"""Proposals for joining a file of deposits to a table, from what its columns look like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from core.files import absolute_from
from core.name_columns import class_column, name_column
from core.numbers import NumberError, parse_number
from core.reading import Deposits, Reading
from datasets.columns import Table
from datasets.messages import InputError
from datasets.recipe import Recipe
from datasets.roles import guess_crs, propose_roles


def propose_reading(
    source: str, deposits: str, *, recipe: Recipe, given: Mapping[str, Any]
) -> Reading:
    """Return the reading of a job: a recipe, and a file of deposits unless its path is ""."""
    if not deposits:
        return Reading(recipe=recipe)
    how = propose_deposits(source, deposits, recipe=recipe, given=given)
    return Reading(recipe=recipe, deposits=how)


def propose_deposits(
    source: str,
    path: str,
    *,
    recipe: Recipe | None = None,
    given: Mapping[str, Any],
) -> Deposits:
    """Return how deposits are joined to a table, guessing what is not given.

    Parameters
    ----------
    source, path
        The table of the samples, and the file of the deposits.
    recipe
        How the table of the samples is read.
    given
        Fields of `Deposits`; an empty text counts as not given.

    Raises
    ------
    InputError
        When a file cannot be read, or no coordinates or classes are found in it.
    """
    # here, since reading loads what a proposal from a window does not need
    from datasets.table import read_table

    points, samples = read_table(path), read_table(source, recipe)
    kind = str(given.get("kind", ""))
    found = _columns_of_samples(samples) | _columns_of_deposits(points, kind)
    values: dict[str, Any] = {
        "table": absolute_from(path, Path.cwd()),
        "column": free_name(samples.names),
    }
    values |= found | {name: value for name, value in given.items() if value not in ("", None)}
    _check(values, source, path)
    return Deposits(**values)


def _check(values: Mapping[str, Any], source: str, path: str) -> None:
    if not (values["x"] and values["y"]):
        raise InputError(
            "No coordinates were found in the deposits {path}; name their columns with "
            "--deposit-x and --deposit-y.",
            path=path,
        )
    if not values["kind"]:
        raise InputError(
            "No column of classes was found in the deposits {path}; name it with --deposit-class.",
            path=path,
        )
    if not (values["sample_x"] and values["sample_y"]):
        raise InputError(
            "No coordinates were found in the table {path}; name their columns with --x and --y.",
            path=source,
        )


def thresholds_from(words: Sequence[str]) -> dict[str, float]:
    """Return thresholds by column from words such as ``Cu=33.1``.

    Raises
    ------
    InputError
        When a word is of another form.
    """
    found = {}
    for word in words:
        name, _, value = word.rpartition("=")
        try:
            found[name] = parse_number(value)
        except NumberError:
            name = ""
        if not name:
            raise InputError("“{word}” is no threshold; write it as Cu=33.1.", word=word)
    return found


def free_name(names: tuple[str, ...], wanted: str = "deposit") -> str:
    """Return a name for a new column that no other column has."""
    number, name = 2, wanted
    while name in names:
        name, number = f"{wanted} {number}", number + 1
    return name


def _columns_of_samples(table: Table) -> dict[str, str]:
    roles = propose_roles(table)
    of_role = {role.role: role.column for role in roles}
    return {
        "sample_x": of_role.get("x", ""),
        "sample_y": of_role.get("y", ""),
        "sample_crs": table.crs or guess_crs(table, roles),
    }


def _columns_of_deposits(points: Table, kind: str) -> dict[str, str]:
    roles = propose_roles(points, kind or None)
    of_role = {role.role: role.column for role in roles}
    texts = [
        (column.name, "text", column.missing, len(set(column.values) - {None}))
        for column in points.columns
        if column.kind == "text"
    ]
    kind = of_role.get("target", "") or class_column(texts, points.rows)
    return {
        "x": of_role.get("x", ""),
        "y": of_role.get("y", ""),
        "kind": kind,
        "name": name_column(texts, points.rows, without=kind),
        "crs": points.crs or guess_crs(points, roles),
    }
