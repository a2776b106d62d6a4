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
    is_given,
    spread_from,
)


def predict(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABLE|IMAGES",
            help="A CSV file with the model's columns; for a run on images a file or folder of "
            "them.",
        ),
    ],
    out: ResultFile,
    layer: Layer = "",
    nearest: NearestFlag = False,
    method: GridMethod = "",
    cell: CellSize = 0.0,
    radius: SearchRadius = 0.0,
    reach: Reach = 2.0,
    colour: Colours = None,
    language: FileLanguage = "en",
    framing: Annotated[
        Literal["auto", "kept", "learned"],
        typer.Option(
            help="Whether the ink of images is cut out, scaled and placed as in those that the "
            "network has learned: auto where it differs in most, kept never, learned always."
        ),
    ] = "auto",
    row_by_row: Annotated[
        bool,
        typer.Option(
            "--row-by-row",
            help="Mark rows as unknown by themselves alone, also where the table as a whole is "
            "unlike the survey that the run learned from.",
        ),
    ] = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Classify a new table, or new images, with the model of a run."""
    from core.finding import find_images, find_run, find_table
    from core.image_job import ImageJob
    from core.window_job import WindowJob

    with channel(context, quiet, json) as told:
        found = find_run(run)
        if isinstance(found.any_job(), ImageJob):
            _refuse_options_of_maps(context)
            images = find_images(table)
            # after what was typed is checked: it takes seconds to load
            from core.cnn.predicting import predict_images

            predict_images(found, images, out, told.report, framing)
            return
        source = find_table(table)
        # what tables need takes a second to load, and images do not need it
        from core.exporting.formats import colours_from
        from core.exporting.writing import How
        from core.predicting import predict_table

        spread = spread_from(method or ("nearest" if nearest else ""), cell, radius, reach)
        how = How(layer, spread, language, colours_from(colour or ()))
        if isinstance(found.any_job(), WindowJob):
            from core.windows.predicting import predict_windows

            predict_windows(found, source, out, told.report, how, row_by_row=row_by_row)
            return
        predict_table(found, source, out, told.report, how, row_by_row=row_by_row)


def _refuse_options_of_maps(context: typer.Context) -> None:
    """Images have no places, so that nothing of a map can be wanted of them."""
    from datasets.messages import InputError

    names = ("layer", "nearest", "method", "cell", "radius", "reach", "colour", "language")
    given = [f"--{name}" for name in names if is_given(context, name)]
    given += ["--row-by-row"] if is_given(context, "row_by_row") else []
    if given:
        raise InputError(
            "Images have no places on a map, so {options} means nothing here; leave it out.",
            options=", ".join(given),
        )


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
    from core.finding import find_run
    from core.image_job import ImageJob

    with channel(context, quiet, json) as told:
        found = find_run(run)
        if isinstance(found.any_job(), ImageJob):
            from core.cnn.exporting import export_image_predictions

            _refuse_options_of_maps(context)
            export_image_predictions(found, out, told.report, what)
            return
        from core.exporting.formats import colours_from
        from core.exporting.run_results import export_predictions
        from core.exporting.writing import How

        spread = spread_from(method or ("nearest" if nearest else ""), cell, radius, reach)
        how = How(layer, spread, language, colours_from(colour or ()))
        export_predictions(found, out, told.report, what, how)
