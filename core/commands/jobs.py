"""The verbs around a job before it runs: `job` and `prepare`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet, RecipeFile, Set, recipe_from
from core.events import Finished
from datasets.messages import message


def job(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A CSV file, or example:NAME.")],
    target: Annotated[
        str, typer.Option(help="Column with the class to learn; with --deposits their classes.")
    ] = "",
    x: Annotated[str, typer.Option(help="Column with the easting or longitude.")] = "",
    y: Annotated[str, typer.Option(help="Column with the northing or latitude.")] = "",
    features: Annotated[
        str, typer.Option(help="Columns the network reads, joined by commas.")
    ] = "",
    layers: Annotated[str, typer.Option(help="Layers, for example 14-9-5-8.")] = "",
    crs: Annotated[
        str, typer.Option(help="Coordinate system of the table, such as EPSG:4509.")
    ] = "",
    recipe: RecipeFile = None,
    deposits: Annotated[
        str, typer.Option(help="A file of deposits: points with a class, joined to the samples.")
    ] = "",
    deposit_class: Annotated[str, typer.Option(help="Its column of classes.")] = "",
    deposit_name: Annotated[str, typer.Option(help="Its column of names.")] = "",
    deposit_x: Annotated[str, typer.Option(help="Its easting or longitude.")] = "",
    deposit_y: Annotated[str, typer.Option(help="Its northing or latitude.")] = "",
    deposit_crs: Annotated[str, typer.Option(help="Its coordinate system.")] = "",
    join: Annotated[
        Literal["nearest", "radius"],
        typer.Option(help="Label the sample nearest to each deposit, or all within --radius."),
    ] = "nearest",
    radius: Annotated[
        float,
        typer.Option(
            min=0.0,
            help="Farthest distance of a labelled sample, in units of the table's coordinates, in "
            "metres where these are degrees; with nearest, 0 is any.",
        ),
    ] = 0.0,
    background: Annotated[
        int, typer.Option(min=0, help="Number of background samples drawn at random.")
    ] = 0,
    buffer: Annotated[
        float, typer.Option(min=0.0, help="Distance they keep from every deposit.")
    ] = 0.0,
    below: Annotated[
        list[str] | None,
        typer.Option(help="Threshold that they do not exceed, e.g. Cu=33.1, once for each."),
    ] = None,
    set_: Set = None,
    json: Json = False,
) -> None:
    """Print a job file for a table; roles not given are guessed."""
    from core.crs import find_system
    from core.finding import find_table
    from core.job_file import job_text
    from core.overriding import with_settings
    from core.proposing_job import propose_job
    from core.proposing_labels import propose_reading, thresholds_from

    given: dict[str, Any] = {
        "kind": deposit_class,
        "name": deposit_name,
        "x": deposit_x,
        "y": deposit_y,
        "crs": deposit_crs,
        "sample_x": x,
        "sample_y": y,
        "sample_crs": crs,
        "join": join,
        "radius": radius,
        "background": background,
        "buffer": buffer,
    }
    with channel(context, False, json) as told:
        given["below"] = thresholds_from(below or ())
        for system in (crs, deposit_crs):
            find_system(system)
        table = find_table(table)
        names = tuple(name.strip() for name in features.split(",") if name.strip())
        reading = propose_reading(table, deposits, recipe=recipe_from(recipe), given=given)
        proposed = propose_job(
            table,
            target=target or (reading.deposits.column if reading.deposits is not None else ""),
            x=x,
            y=y,
            features=names,
            layers=layers,
            crs=crs,
            reading=reading,
            report=told.report,
        )
        text = job_text(with_settings(proposed, set_ or ()))
        told.report(Finished(message("{text}", text=text.rstrip("\n")), {"job": text}))


def prepare(
    context: typer.Context,
    job: Annotated[str, typer.Argument(help="A job file, or a bundled example's name (copper).")],
    out: Annotated[
        Path | None, typer.Option(help="File to write: .csv or .parquet, a column for each input.")
    ] = None,
    set_: Set = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show the features of a job as its network would see them, and what became of limits."""
    from core.bundled import find_job
    from core.overriding import with_settings
    from core.prepared_table import prepare_table

    with channel(context, quiet, json) as told:
        prepare_table(with_settings(find_job(job), set_ or ()), out, told.report)
