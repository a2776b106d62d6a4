"""The verbs that draw: `map`, `grid` and `outlines`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from core.commands.channel import channel
from core.commands.options import (
    CellSize,
    Colours,
    GridMethod,
    Json,
    Quiet,
    Reach,
    SearchRadius,
    spread_from,
)


def map_command(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    out: Annotated[Path, typer.Option(help="Picture to write: .png, .svg or .pdf.")],
    layer: Annotated[
        str,
        typer.Option(
            help="class, probability, agreement, entropy, missing, wrong, set-size, unlike, "
            "difference, p:CLASS, or of the table column:NAME, residual:NAME or distance:NAME,NAME."
        ),
    ] = "class",
    title: Annotated[str, typer.Option(help="Title of the sheet.")] = "",
    dpi: Annotated[int, typer.Option(min=50, max=1200, help="Dots an inch of a .png.")] = 200,
    method: GridMethod = "",
    cell: CellSize = 0.0,
    radius: SearchRadius = 0.0,
    reach: Reach = 2.0,
    colour: Colours = None,
    outlines: Annotated[
        list[Path] | None,
        typer.Option(help="Shapefile, GeoPackage or the like drawn over it, once for each."),
    ] = None,
    language: Annotated[str, typer.Option(help="en or zh_CN.")] = "en",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Draw a map of a run with its legend and scale."""
    from core.exporting.formats import colours_from
    from core.finding import find_run

    with channel(context, quiet, json) as told:
        found = find_run(run)
        # after what was typed is checked: it takes a second to load
        from core.map_sheet import Sheet, write_map

        spread = spread_from(method, cell, radius, reach)
        colours, over = colours_from(colour or ()), tuple(outlines or ())
        sheet = Sheet(layer, title, dpi, language, colours, spread, over)
        write_map(found, out, sheet, told.report)


def grid(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A table, example:NAME, or the folder of a run.")],
    out: Annotated[
        Path | None, typer.Option(help="File to write: .tif or .npz; not with --propose.")
    ] = None,
    column: Annotated[str, typer.Option(help="The column to interpolate.")] = "",
    layer: Annotated[
        str, typer.Option(help="Instead of it a layer of a run, as of the verb map.")
    ] = "",
    x: Annotated[str, typer.Option(help="Column with the easting or longitude.")] = "",
    y: Annotated[str, typer.Option(help="Column with the northing or latitude.")] = "",
    crs: Annotated[str, typer.Option(help="Coordinate system, such as EPSG:4509.")] = "",
    method: Annotated[
        Literal["nearest", "idw", "rbf", "kriging"],
        typer.Option(help="Nearest sample, inverse distances, radial functions, kriging."),
    ] = "idw",
    cell: CellSize = 0.0,
    radius: SearchRadius = 0.0,
    reach: Reach = 2.0,
    neighbours: Annotated[
        int, typer.Option(min=1, max=1000, help="Samples that a cell is computed from.")
    ] = 16,
    power: Annotated[float, typer.Option(min=0.1, max=20.0, help="Of inverse distances.")] = 2.0,
    log: Annotated[bool, typer.Option("--log", help="Interpolate the logarithms.")] = False,
    model: Annotated[
        Literal["", "spherical", "exponential", "gaussian"],
        typer.Option(help="Variogram of kriging; without it the one that fits best."),
    ] = "",
    censored: Annotated[
        Literal["", "limit", "half", "root2", "ros", "impute"],
        typer.Option(
            help="What a value below its limit counts as; without it the rule of the run, limit/2 "
            "for a table."
        ),
    ] = "",
    propose: Annotated[
        bool,
        typer.Option("--propose", help="Only say which cell and radius are proposed, and why."),
    ] = False,
    reading: Annotated[Path | None, typer.Option(hidden=True)] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Interpolate a column or layer of scattered samples on cells; gaps stay gaps."""
    from core.finding import find_table
    from core.reading import Reading, read_reading
    from datasets.messages import InputError

    with channel(context, quiet, json) as told:
        source = find_table(table)
        # after what was typed is checked: it takes a second to load
        from core.grid_layer import Task, grid_layer, propose_cells
        from core.grid_methods.choosing import Choices
        from core.grid_source import Wanted
        from core.gridding import Spread

        how = read_reading(reading) if reading is not None else Reading()
        wanted = Wanted(column, layer, x, y, crs, censored or None)
        spread = Spread(method, cell, radius, reach, Choices(neighbours, power, log, model))
        task = Task(source, wanted, spread, how)
        if propose:
            propose_cells(task, told.report)
            return
        if out is None:
            raise InputError("Say with --out where to write the raster, as a .tif or .npz.")
        grid_layer(task, out, told.report, cancelled=lambda: told.control.stopping)


def map_layers(
    context: typer.Context,
    table: Annotated[Path, typer.Argument(help="A classified table: .parquet or .csv.")],
    out: Annotated[Path, typer.Option(help="Folder for the layers.")],
    crs: Annotated[str, typer.Option(help="Coordinate system, such as EPSG:4509.")] = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Make a classified table of any size ready for the map of the window."""
    from core.map_result import write_map_layers

    with channel(context, quiet, json) as told:
        write_map_layers(table, out, crs, told.report)


def outlines(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A Shapefile, GeoPackage, GeoJSON or KML file.")],
    out: Annotated[Path, typer.Option(help="File to write: .npz with the pieces of the lines.")],
    crs: Annotated[str, typer.Option(help="Coordinate system of the map, e.g. EPSG:4509.")] = "",
    bounds: Annotated[
        str, typer.Option(help="Smallest x, smallest y, largest x, largest y, joined by commas.")
    ] = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Convert outlines to the coordinate system of a map and to lines that are drawn fast."""
    from core.outlines import read_bounds, write_outlines

    with channel(context, quiet, json) as told:
        write_outlines(file, out, crs=crs, bounds=read_bounds(bounds), report=told.report)
