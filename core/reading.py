"""How the table of a job is read: the recipe of its file, and where its labels come from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import tomli_w
from pydantic import BaseModel, ConfigDict, Field

from core.checked_values import checked_values, read_toml
from datasets.recipe import Recipe


class Part(BaseModel):
    """A part of the reading: frozen, and strict about unknown names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Deposits(Part):
    """A second file of points with a class each, joined to the samples.

    Attributes
    ----------
    table
        Path of the file.
    recipe
        How the file becomes a table.
    x, y, kind
        Columns of the coordinates and of the class.
    name
        Column that names the deposits, "" when none does.
    crs
        Coordinate reference system of the points; "" takes what the file states, and where it
        states none, that of the samples.
    sample_x, sample_y, sample_crs
        Columns of the samples' coordinates and their coordinate reference system; "" takes what
        the samples' file states.
    join
        "nearest" labels the sample nearest to each deposit, "radius" all samples within `radius`.
    radius
        In units of the samples' coordinates, in metres where these are degrees. With "nearest"
        the farthest a sample may lie; 0: any.
    background
        Number of samples drawn at random as `background_class`; 0 draws none.
    buffer
        Background samples lie at least so far from every deposit; unit as of `radius`.
    below
        Column → threshold. Background samples lie above none of these.
    seed
        Of the drawing.
    column
        Name of the new column that holds the classes.
    """

    table: str
    recipe: Recipe = Recipe()
    x: str
    y: str
    kind: str
    name: str = ""
    crs: str = ""
    sample_x: str
    sample_y: str
    sample_crs: str = ""
    join: Literal["nearest", "radius"] = "nearest"
    radius: Annotated[float, Field(ge=0.0)] = 0.0
    background: Annotated[int, Field(ge=0)] = 0
    buffer: Annotated[float, Field(ge=0.0)] = 0.0
    below: dict[str, float] = {}
    background_class: str = "no deposit"
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 1
    column: str = "deposit"


class Reading(Part):
    """What is done to a file before roles are given.

    Attributes
    ----------
    recipe
        How the file becomes a table.
    deposits
        Labels from a second file; None when the table has its own.
    classes
        Column of classes → class in it → new class; "" takes the class away. Two classes with
        the same new name are merged.
    """

    recipe: Recipe = Recipe()
    deposits: Deposits | None = None
    classes: dict[str, dict[str, str]] = {}


def reading_with_places(reading: Reading, move: Callable[[str], str]) -> Reading:
    """Return the reading with the path of its deposits changed by `move`."""
    if reading.deposits is None:
        return reading
    table = move(reading.deposits.table)
    deposits = reading.deposits.model_copy(update={"table": table})
    return reading.model_copy(update={"deposits": deposits})


def reading_text(reading: Reading) -> str:
    """Return the reading as TOML."""
    return tomli_w.dumps(reading.model_dump(mode="json", exclude_defaults=True))


def read_reading(path: Path) -> Reading:
    """Read a file of `reading_text`.

    Raises
    ------
    InputError
        When it is absent, no TOML, or a field is unknown or out of range.
    """
    return reading_from_values(read_toml(path), str(path))


def reading_from_values(values: dict[str, Any], where: str) -> Reading:
    """Check the values of a reading; an InputError names the first field that cannot be used."""
    return checked_values(Reading, values, where)
