"""A recipe: every decision that turns a laboratory's file into a table, to be used again."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from datasets.field_reasons import first_reason, reason_of
from datasets.messages import InputError

Layout = Literal["", "wide", "long", "across"]
Places = Literal["apart", "lat-lon", "lon-lat", "parts"]
CheckRule = Literal["", "keep", "standards", "all"]
Negative = Literal["", "value", "limit", "missing"]
Repeats = Literal["mean", "median", "first", "last", "highest"]
LineNumber = Annotated[int, Field(ge=1)]


class Decisions(BaseModel):
    """A part of a recipe: frozen, and strict about unknown names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ColumnRecipe(Decisions):
    """What is decided about one column. Empty fields are decided from the file.

    Attributes
    ----------
    name
        New name of the column.
    kind
        "angle" reads degrees, minutes and seconds as decimal degrees.
    element
        Symbol or oxide that the values are amounts of: ``Cu``, ``SiO2``.
    unit, method
        Unit of the values as the file has them; the laboratory's code of the method.
    convert_to_element, convert_to_unit
        What the values are converted to: ``Cu`` of ``CuO``, ``ppm`` of ``%``.
    negative
        What a value below 0 is: itself, minus a detection limit, or a missing value.
    missing
        Codes for a missing value in this column, besides those of the recipe and those found.
    not_missing
        Codes that are found, or hold elsewhere, and are none in this column.
    omitted
        True leaves the column out.
    """

    name: str = ""
    kind: Literal["", "number", "text", "angle"] = ""
    element: str = ""
    unit: str = ""
    method: str = ""
    convert_to_element: str = ""
    convert_to_unit: str = ""
    negative: Negative = ""
    missing: tuple[str, ...] = ()
    not_missing: tuple[str, ...] = ()
    omitted: bool = False


class LongForm(Decisions):
    """Which columns of a file in long form hold what.

    Attributes
    ----------
    sample, element, value, unit
        Columns; `unit` may be empty.
    repeats
        What becomes of several values of one element in one sample.
    """

    sample: str
    element: str
    value: str
    unit: str = ""
    repeats: Repeats = "mean"


class Coordinates(Decisions):
    """How coordinates are written that do not stand in a column each.

    Attributes
    ----------
    form
        "apart": a column each, nothing to do. "lat-lon" and "lon-lat": both in one cell, in this
        order; a cell that names its directions says it itself. "parts": degrees, minutes, seconds
        and the direction in columns of their own.
    pair
        Column of the pairs.
    longitude, latitude
        Columns of degrees, minutes, seconds and direction, in this order; "" where there is none.
    """

    form: Places = "apart"
    pair: str = ""
    longitude: tuple[str, ...] = ()
    latitude: tuple[str, ...] = ()


class Recipe(Decisions):
    """How a file becomes a table. What is empty or None is decided from each file anew.

    Lines are rows of the sheet, counted from 1, blank ones too.

    Attributes
    ----------
    sheet
        Sheet of a workbook, layer of a GeoPackage.
    encoding, separator, quote, escape
        Of a text file; separator, quote and escape are one character each. None finds the quote
        or the escape, "" says that there is none.
    decimal, thousands
        Signs in numbers: "." or ","; and for thousands "," "." " " or "'".
    names
        Lines that hold the names, from the top; () means that the columns have none.
    units, methods
        Line of the units and line of the methods; 0 for none.
    first, last
        First and last line of the samples.
    missing
        Codes for a missing value in every column, such as "ND" and "-999", besides those found.
    not_missing
        Codes that are found and are none.
    find_missing
        False looks for no further codes, as in the recipe of a table that was decided.
    layout
        "wide" has a row for each sample, "long" one for each value, "across" a column for each
        sample; then the lines of the recipe are columns of the sheet.
    long_form
        Columns of the long form.
    columns
        By name in the file.
    coordinates
        Coordinates that do not stand in a column each.
    checks
        What becomes of standards, blanks and repeats: "keep" leaves them in, "standards" takes
        standards and blanks out, "all" repeats too.
    crs
        Coordinate reference system that the file states or a person knows.
    """

    sheet: str = ""
    encoding: str = ""
    separator: str = ""
    quote: str | None = None
    escape: str | None = None
    decimal: Literal["", ".", ","] = ""
    thousands: str = ""
    names: tuple[LineNumber, ...] | None = None
    units: int | None = None
    methods: int | None = None
    first: LineNumber | None = None
    last: LineNumber | None = None
    missing: tuple[str, ...] | None = None
    not_missing: tuple[str, ...] = ()
    find_missing: bool = True
    layout: Layout = ""
    long_form: LongForm | None = None
    columns: dict[str, ColumnRecipe] = {}
    coordinates: Coordinates | None = None
    checks: CheckRule = ""
    crs: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is decided from the file."""
        return self == Recipe()


def recipe_text(recipe: Recipe) -> str:
    """Return the recipe as TOML, without what is decided from the file."""
    return tomli_w.dumps(recipe.model_dump(mode="json", exclude_defaults=True))


def read_recipe(path: Path) -> Recipe:
    """Read a recipe file.

    Raises
    ------
    InputError
        When it is absent, no TOML, or a field is unknown or out of range.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError("There is no recipe file {path}.", path=str(path)) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            "The recipe file {path} cannot be read: {reason}.",
            path=str(path),
            reason=reason_of(error),
        ) from None
    return recipe_from_values(values, str(path))


def recipe_from_values(values: dict[str, Any], where: str) -> Recipe:
    """Check the values of a recipe; an InputError names the first field that cannot be used."""
    try:
        return Recipe.model_validate(values)
    except ValidationError as error:
        field, reason = first_reason(error)
        raise InputError(
            "The field {field} of {where} cannot be used: {reason}.",
            field=field,
            where=where,
            reason=reason,
        ) from None
