"""Options that several verbs share, and how their texts are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from core.gridding import Method, Spread
    from datasets.recipe import Recipe

Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", help="Change a setting of the job, e.g. training.members=16."),
]
Json = Annotated[bool, typer.Option("--json", help="Print events as JSON, one a line.")]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", help="A column to take, once for each; those of elements otherwise."),
]
CensoredAs = Annotated[
    Literal["half", "root2", "limit"],
    typer.Option(help="What a value below its limit counts as: limit/2, limit/√2, the limit."),
]
RecipeFile = Annotated[
    Path | None, typer.Option(help="A recipe file that says how the table is read.")
]
ImageReadingFile = Annotated[
    Path | None, typer.Option("--reading", help="A TOML file that says how images are read.")
]
ResultFile = Annotated[
    Path, typer.Option(help="File to write: .tif, .gpkg, .shp, .csv, .xlsx or .parquet.")
]
Layer = Annotated[
    str,
    typer.Option(
        help="Of a .tif: class, probabilities, probability, agreement, entropy, missing, wrong, "
        "set-size, unlike, difference, p:CLASS, column:NAME, residual:NAME or distance:NAME,NAME; "
        "of a .gpkg or .shp: points or areas."
    ),
]
NearestFlag = Annotated[
    bool, typer.Option("--nearest", help="Spread scattered samples over cells of a .tif.")
]
GridMethod = Annotated[
    Literal["", "nearest", "idw", "rbf", "kriging"],
    typer.Option(
        "--method",
        help="Spread scattered samples over cells by the nearest sample, inverse distances, radial "
        "functions or kriging; classes by the nearest sample alone.",
    ),
]
Reach = Annotated[
    float,
    typer.Option(
        min=0.0, help="The same in usual distances of the samples; counts without --radius."
    ),
]
CellSize = Annotated[
    float, typer.Option(min=0.0, help="Side of a cell in units of the coordinates; 0 proposes one.")
]
SearchRadius = Annotated[
    float,
    typer.Option(
        min=0.0,
        help="Cells farther from any sample stay empty; in metres where coordinates are degrees; "
        "0 takes --reach.",
    ),
]
Colours = Annotated[
    list[str] | None,
    typer.Option("--colour", help="Colour of a class, e.g. skarn=#d55e00, once for each."),
]
FileLanguage = Annotated[str, typer.Option(help="Of words inside the file: en or zh_CN.")]


def recipe_from(path: Path | None) -> Recipe:
    """Return the recipe of a file, one without decisions where none is given."""
    from datasets.recipe import Recipe, read_recipe

    return read_recipe(path) if path is not None else Recipe()


def is_given(context: typer.Context, name: str) -> bool:
    """Whether somebody wrote an option; its value may be the default all the same."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def spread_from(
    method: Method | Literal[""], cell: float, radius: float, reach: float
) -> Spread | None:
    """Return how samples are spread over cells; None where nothing asks for it."""
    from core.gridding import Spread

    if not (method or cell or radius):
        return None
    return Spread(method or "nearest", cell, radius, reach)


def whole_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of a text that joins them by commas."""
    return tuple(int(number) for number in text.split(",") if number)
