"""The verb `threshold`."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import Annotated, Literal

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet, RecipeFile, is_given, recipe_from, whole_numbers


def threshold(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A table, or example:NAME.")],
    column: Annotated[
        list[str],
        typer.Option(help="Column of an element; two or more, for the method mahalanobis."),
    ],
    method: Annotated[
        Literal["trimming", "mad", "tukey", "percentile", "ca", "mahalanobis"],
        typer.Option(help="How the threshold is found; ca: concentration–area."),
    ] = "trimming",
    k: Annotated[float, typer.Option(help="Mean + k·sd, or median + k·MAD.")] = 2.0,
    log: Annotated[bool, typer.Option("--log", help="Work with log10 of the values.")] = False,
    trim_at: Annotated[
        float, typer.Option(help="Remove beyond so many sd in each pass; 0: the same as k.")
    ] = 0.0,
    upper: Annotated[bool, typer.Option("--upper", help="Trim high values alone.")] = False,
    fence: Annotated[
        Literal["inner", "outer"], typer.Option(help="Fence of the method tukey.")
    ] = "inner",
    percentile: Annotated[float, typer.Option(help="For the method percentile.")] = 97.5,
    pieces: Annotated[int, typer.Option(min=2, max=4, help="For the method ca.")] = 3,
    boundary: Annotated[
        int, typer.Option("--break", min=1, max=3, help="Which break of ca is the threshold.")
    ] = 2,
    quantile: Annotated[float, typer.Option(help="Of χ², for the method mahalanobis.")] = 0.975,
    seed: Annotated[int, typer.Option(min=0, help="For the method mahalanobis.")] = 1,
    censored: Annotated[
        Literal["half", "root2", "limit", "left_out"],
        typer.Option(help="What a value below its limit counts as."),
    ] = "half",
    group: Annotated[str, typer.Option(help="Column of groups with a threshold each.")] = "",
    compare: Annotated[
        bool, typer.Option("--compare", help="Compare all methods in a table.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            help="File to write, .csv, .xlsx, .parquet, .gpkg or .shp: each sample, how many times "
            "the threshold it is, and its zone."
        ),
    ] = None,
    figures: Annotated[
        Path | None,
        typer.Option(help="File to write, .csv or .xlsx: thresholds and passes of all methods."),
    ] = None,
    x: Annotated[str, typer.Option(help="Column of eastings or longitudes.")] = "",
    y: Annotated[str, typer.Option(help="Column of northings or latitudes.")] = "",
    crs: Annotated[str, typer.Option(help="Coordinate system, such as EPSG:4509.")] = "",
    language: Annotated[
        Literal["en", "zh_CN"], typer.Option(help="Language of words inside the files.")
    ] = "en",
    recipe: RecipeFile = None,
    reading: Annotated[Path | None, typer.Option(hidden=True)] = None,
    settings: Annotated[str, typer.Option(hidden=True)] = "",
    arrow: Annotated[Path | None, typer.Option(hidden=True)] = None,
    numbers: Annotated[str, typer.Option(hidden=True)] = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Find the anomaly threshold of an element, told pass by pass."""
    from core.finding import find_table
    from core.reading import Reading, read_reading

    with channel(context, quiet, json) as told:
        found = table if arrow is not None else find_table(table)
        # after what was typed is checked: it takes a second to load
        from core.thresholding import Take, threshold_of_arrow, threshold_of_table
        from core.thresholds.settings import check_break, settings_from

        if is_given(context, "boundary"):
            check_break(boundary, pieces)
        how = settings_from(
            json_module.loads(settings)
            if settings
            else {
                "method": method,
                "k": k,
                "logarithm": log,
                "cut": trim_at,
                "sides": "upper" if upper else "both",
                "fence": fence,
                "percentile": percentile,
                "pieces": str(pieces),
                "boundary": boundary,
                "quantile": quantile,
                "seed": seed,
                "censored": censored,
                "group": group,
            }
        )
        if arrow is not None:
            *chosen, group_number = whole_numbers(numbers)
            threshold_of_arrow(
                arrow,
                chosen,
                group_number,
                settings=how,
                comparing=compare,
                folder=Path(table),
                report=told.report,
            )
            return
        how_read = (
            read_reading(reading) if reading is not None else Reading(recipe=recipe_from(recipe))
        )
        threshold_of_table(
            found,
            columns=column,
            settings=how,
            comparing=compare,
            take=Take(out, figures, x, y, crs, language),
            report=told.report,
            reading=how_read,
        )
