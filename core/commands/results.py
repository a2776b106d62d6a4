"""The verbs that write what a run found: `predict` and `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from core.commands.channel import channel
from core.commands.options import (
    CellSize,
    Colours,
    FileLanguage,
    GridMethod,
    Json,
    Layer,
    NearestFlag,
    Quiet,
    Reach,
    ResultFile,
    SearchRadius,
    spread_from,
)


def predict(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    table: Annotated[str, typer.Argument(help="A CSV file with the model's columns.")],
    out: ResultFile,
    layer: Layer = "",
    nearest: NearestFlag = False,
    method: GridMethod = "",
    cell: CellSize = 0.0,
    radius: SearchRadius = 0.0,
    reach: Reach = 2.0,
    colour: Colours = None,
    language: FileLanguage = "en",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Classify a new table with the model of a run."""
    from core.exporting.formats import colours_from
    from core.exporting.writing import How
    from core.finding import find_run, find_table
    from core.predicting import predict_table

    with channel(context, quiet, json) as told:
        spread = spread_from(method or ("nearest" if nearest else ""), cell, radius, reach)
        how = How(layer, spread, language, colours_from(colour or ()))
        predict_table(find_run(run), find_table(table), out, told.report, how)


def export(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    out: ResultFile,
    what: Annotated[
        Literal["all", "training", "predictions"],
        typer.Option(help="All rows, those with a known class, or those without."),
    ] = "all",
    layer: Layer = "",
    nearest: NearestFlag = False,
    method: GridMethod = "",
    cell: CellSize = 0.0,
    radius: SearchRadius = 0.0,
    reach: Reach = 2.0,
    colour: Colours = None,
    language: FileLanguage = "en",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write the predictions of a run as a raster, as points or as a table."""
    from core.exporting.formats import colours_from
    from core.exporting.run_results import export_predictions
    from core.exporting.writing import How
    from core.finding import find_run

    with channel(context, quiet, json) as told:
        spread = spread_from(method or ("nearest" if nearest else ""), cell, radius, reach)
        how = How(layer, spread, language, colours_from(colour or ()))
        export_predictions(find_run(run), out, told.report, what, how)
