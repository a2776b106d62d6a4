"""The command line. The window starts these same commands in its workers."""

from __future__ import annotations

import json as json_module
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core.control import Control
from core.events import Failed, Finished
from core.reporting import JsonReporter, Reporter, TerminalReporter, silent
from datasets.messages import InputError, message

if TYPE_CHECKING:
    from core.exporting.writing import How
    from datasets.recipe import Recipe

BAD_INPUT = 2
INTERRUPTED = 130

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Classify mineral anomaly data with neural networks. Without a command: the window.",
)

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
ResultFile = Annotated[
    Path, typer.Option(help="File to write: .tif, .gpkg, .shp, .csv, .xlsx or .parquet.")
]
Layer = Annotated[
    str,
    typer.Option(
        help="Of a .tif: class, probabilities, probability, agreement, entropy, p:CLASS or "
        "column:NAME; of a .gpkg or .shp: points or areas."
    ),
]
NearestFlag = Annotated[
    bool, typer.Option("--nearest", help="Spread scattered samples over cells of a .tif.")
]
CellSize = Annotated[
    float, typer.Option(min=0.0, help="Side of a cell in units of the coordinates; 0 proposes one.")
]
SearchRadius = Annotated[
    float,
    typer.Option(
        min=0.0,
        help="Cells farther from any sample stay empty; in metres where coordinates are degrees; "
        "0 proposes one.",
    ),
]
Colours = Annotated[
    list[str] | None,
    typer.Option("--colour", help="Colour of a class, e.g. skarn=#d55e00, once for each."),
]
FileLanguage = Annotated[str, typer.Option(help="Of words inside the file: en or zh_CN.")]


@dataclass(frozen=True)
class Channel:
    """How a command speaks and what it is told."""

    report: Reporter
    control: Control


@app.command()
def run(
    context: typer.Context,
    job: Annotated[str, typer.Argument(help="A job file, or a bundled example's name (copper).")],
    out: Annotated[Path, typer.Option(help="Folder of the run; an unfinished one is resumed.")],
    set_: Set = None,
    quiet: Quiet = False,
    json: Json = False,
    live_map: Annotated[
        bool, typer.Option("--live-map", help="Write the class map a few times a second.")
    ] = False,
    pace: Annotated[
        int, typer.Option(min=0, help="Most epochs a second, to watch it learn; 0: full speed.")
    ] = 0,
) -> None:
    """Train a network as a job says and classify its whole table."""
    from core.bundled import find_job
    from core.overriding import with_settings
    from core.run import run_job
    from core.run_folder import RunFolder

    with channel(context, quiet, json, resumable=True) as told:
        told.control.pace = pace
        wanted = with_settings(find_job(job), set_ or ())
        run_job(wanted, RunFolder(out), told.control, told.report, live_map=live_map)


@app.command()
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
        names = tuple(name.strip() for name in features.split(",") if name.strip())
        reading = propose_reading(table, deposits, recipe=_recipe(recipe), given=given)
        proposed = propose_job(
            table,
            target=target or (reading.deposits.column if reading.deposits is not None else ""),
            x=x,
            y=y,
            features=names,
            layers=layers,
            crs=crs,
            reading=reading,
        )
        text = job_text(with_settings(proposed, set_ or ()))
        told.report(Finished(message("{text}", text=text.rstrip("\n")), {"job": text}))


@app.command()
def predict(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    table: Annotated[str, typer.Argument(help="A CSV file with the model's columns.")],
    out: ResultFile,
    layer: Layer = "",
    nearest: NearestFlag = False,
    cell: CellSize = 0.0,
    radius: SearchRadius = 0.0,
    colour: Colours = None,
    language: FileLanguage = "en",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Classify a new table with the model of a run."""
    from core.predicting import predict_table
    from core.run_folder import RunFolder

    with channel(context, quiet, json) as told:
        how = _how(layer, nearest, cell, radius, colour, language)
        predict_table(RunFolder(run), table, out, told.report, how)


@app.command("map")
def map_command(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    out: Annotated[Path, typer.Option(help="Picture to write: .png, .svg or .pdf.")],
    layer: Annotated[
        str,
        typer.Option(
            help="class, probability, agreement, entropy, p:CLASS, or column:NAME of the table."
        ),
    ] = "class",
    title: Annotated[str, typer.Option(help="Title of the sheet.")] = "",
    dpi: Annotated[int, typer.Option(min=50, max=1200, help="Dots an inch of a .png.")] = 200,
    colour: Colours = None,
    language: Annotated[str, typer.Option(help="en or zh_CN.")] = "en",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Draw a map of a run with its legend and scale."""
    from core.exporting.formats import colours_from
    from core.map_sheet import Sheet, write_map
    from core.run_folder import RunFolder

    with channel(context, quiet, json) as told:
        sheet = Sheet(layer, title, dpi, language, colours_from(colour or ()))
        write_map(RunFolder(run), out, sheet, told.report)


@app.command()
def grid(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A table, example:NAME, or the folder of a run.")],
    column: Annotated[str, typer.Option(help="The column to interpolate.")],
    out: Annotated[Path, typer.Option(help="File to write: .tif or .npz.")],
    x: Annotated[str, typer.Option(help="Column with the easting or longitude.")] = "",
    y: Annotated[str, typer.Option(help="Column with the northing or latitude.")] = "",
    crs: Annotated[str, typer.Option(help="Coordinate system, such as EPSG:4509.")] = "",
    method: Annotated[
        Literal["nearest", "idw", "rbf", "kriging"],
        typer.Option(help="Nearest sample, inverse distances, radial functions, kriging."),
    ] = "idw",
    cell: CellSize = 0.0,
    radius: SearchRadius = 0.0,
    neighbours: Annotated[
        int, typer.Option(min=1, max=1000, help="Samples that a cell is computed from.")
    ] = 16,
    power: Annotated[float, typer.Option(min=0.1, max=20.0, help="Of inverse distances.")] = 2.0,
    log: Annotated[bool, typer.Option("--log", help="Interpolate the logarithms.")] = False,
    model: Annotated[
        Literal["", "spherical", "exponential", "gaussian"],
        typer.Option(help="Variogram of kriging; without it the one that fits best."),
    ] = "",
    reading: Annotated[Path | None, typer.Option(hidden=True)] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Interpolate a column of scattered samples on cells; gaps stay gaps."""
    from core.column_grid import Cells, Places, grid_column
    from core.grid_methods.choosing import Choices
    from core.reading import read_reading

    with channel(context, quiet, json) as told:
        how = read_reading(reading) if reading is not None else None
        choices = Choices(neighbours, power, log, model)
        grid_column(
            table,
            Places(column, x, y, crs),
            out,
            Cells(method, cell, radius, choices),
            told.report,
            reading=how,
            cancelled=lambda: told.control.stopping,
        )


@app.command()
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


@app.command("import")
def import_command(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A file as a laboratory sends it, or example:NAME.")],
    out: Annotated[Path, typer.Option(help="File to write: .parquet or .csv.")],
    recipe: Annotated[Path | None, typer.Option(help="Decisions already made, as TOML.")] = None,
    save_recipe: Annotated[
        Path | None, typer.Option("--save-recipe", help="Keep the decisions for the next file.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--report", help="Print every decision and every cell not read.")
    ] = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Turn a laboratory's file into a clean table, and say how."""
    from core.importing import import_table

    with channel(context, quiet, json) as told:
        import_table(
            table, out, told.report, recipe=recipe, save_recipe=save_recipe, explain=explain
        )


@app.command()
def columns(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A CSV file, or example:NAME.")],
    target: Annotated[str, typer.Option(help="Column with the class to learn.")] = "",
    cache: Annotated[
        Path | None, typer.Option(help="Folder that also receives the columns as table.arrow.")
    ] = None,
    reading: Annotated[Path | None, typer.Option(hidden=True)] = None,
    json: Json = False,
) -> None:
    """List the columns of a table with the role proposed for each."""
    from core.describing import describe_table
    from core.reading import read_reading

    with channel(context, False, json) as told:
        how = read_reading(reading) if reading is not None else None
        describe_table(table, target=target, cache=cache, report=told.report, reading=how)


@app.command()
def statistics(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A table, or example:NAME.")],
    out: Annotated[Path | None, typer.Option(help="File to write: .csv.")] = None,
    log: Annotated[bool, typer.Option("--log", help="Also of log10 of the values.")] = False,
    column: Columns = None,
    censored: CensoredAs = "half",
    recipe: RecipeFile = None,
    arrow: Annotated[Path | None, typer.Option(hidden=True)] = None,
    numbers: Annotated[str, typer.Option(hidden=True)] = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Describe the elements of a table: count, censored, quartiles, mean, sd, MAD, skewness."""
    from core.exploring import statistics_of_arrow, statistics_of_table

    with channel(context, quiet, json) as told:
        if arrow is not None:
            statistics_of_arrow(arrow, _whole_numbers(numbers), censored, told.report)
            return
        statistics_of_table(
            table,
            recipe=_recipe(recipe),
            columns=tuple(column or ()),
            rule=censored,
            log=log,
            out=out,
            report=told.report,
        )


@app.command()
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
        Path | None, typer.Option(help="File to write: each sample, and whether it is anomalous.")
    ] = None,
    recipe: RecipeFile = None,
    reading: Annotated[Path | None, typer.Option(hidden=True)] = None,
    settings: Annotated[str, typer.Option(hidden=True)] = "",
    arrow: Annotated[Path | None, typer.Option(hidden=True)] = None,
    numbers: Annotated[str, typer.Option(hidden=True)] = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Find the anomaly threshold of an element, told pass by pass."""
    from core.reading import Reading, read_reading
    from core.thresholding import threshold_of_arrow, threshold_of_table
    from core.thresholds.settings import settings_from

    with channel(context, quiet, json) as told:
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
            *chosen, group_number = (int(number) for number in numbers.split(","))
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
        source = read_reading(reading) if reading is not None else Reading(recipe=_recipe(recipe))
        threshold_of_table(
            table,
            columns=column,
            settings=how,
            comparing=compare,
            out=out,
            report=told.report,
            reading=source,
        )


@app.command()
def correlations(
    context: typer.Context,
    table: Annotated[str, typer.Argument(help="A table, or example:NAME.")],
    method: Annotated[
        Literal["pearson", "spearman"], typer.Option(help="Of the values or of their ranks.")
    ] = "pearson",
    on: Annotated[
        Literal["raw", "log", "clr"],
        typer.Option(help="The values, their log10, or their centred logratios."),
    ] = "log",
    out: Annotated[Path | None, typer.Option(help="File to write: .csv.")] = None,
    column: Columns = None,
    censored: CensoredAs = "half",
    recipe: RecipeFile = None,
    arrow: Annotated[Path | None, typer.Option(hidden=True)] = None,
    numbers: Annotated[str, typer.Option(hidden=True)] = "",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Correlate the elements of a table with each other."""
    from core.exploring import correlations_of_arrow, correlations_of_table

    with channel(context, quiet, json) as told:
        if arrow is not None:
            chosen = _whole_numbers(numbers)
            correlations_of_arrow(
                arrow, chosen, rule=censored, method=method, domain=on, report=told.report
            )
            return
        correlations_of_table(
            table,
            recipe=_recipe(recipe),
            columns=tuple(column or ()),
            rule=censored,
            method=method,
            domain=on,
            out=out,
            report=told.report,
        )


@app.command()
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
    cell: CellSize = 0.0,
    radius: SearchRadius = 0.0,
    colour: Colours = None,
    language: FileLanguage = "en",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write the predictions of a run as a raster, as points or as a table."""
    from core.exporting.run_results import export_predictions
    from core.run_folder import RunFolder

    with channel(context, quiet, json) as told:
        how = _how(layer, nearest, cell, radius, colour, language)
        export_predictions(RunFolder(run), out, told.report, what, how)


def _how(
    layer: str,
    nearest: bool,
    cell: float,
    radius: float,
    colour: list[str] | None,
    language: str,
) -> How:
    from core.exporting.formats import colours_from
    from core.exporting.placement import Nearest
    from core.exporting.writing import How

    spread = Nearest(cell, radius) if nearest or cell or radius else None
    return How(layer, spread, language, colours_from(colour or ()))


@app.command()
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


@app.command()
def compare(
    context: typer.Context,
    first: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    second: Annotated[Path, typer.Argument(help="Folder of another run on the same table.")],
    out: Annotated[
        Path | None, typer.Option(help="File for the rows that changed: .csv or .parquet.")
    ] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """List the rows to which two runs give different classes."""
    from core.comparing import report_comparison
    from core.run_folder import RunFolder

    with channel(context, quiet, json) as told:
        report_comparison(RunFolder(first), RunFolder(second), out, told.report)


@app.command()
def perceptron(
    context: typer.Context,
    function: Annotated[
        str, typer.Argument(help="AND, OR, NOT, XOR, NAND, NOR, XNOR, or targets such as 0110.")
    ],
    rate: Annotated[float, typer.Option(min=0.001, max=100.0, help="Learning rate.")] = 1.0,
    epochs: Annotated[int, typer.Option(min=1, max=100_000, help="Epoch limit.")] = 100,
    seed: Annotated[
        int | None, typer.Option(min=0, help="Seed of random first weights; without it they are 0.")
    ] = None,
    json: Json = False,
) -> None:
    """Let a single unit learn a logic function, and print every step."""
    from core.perceptron_steps import learn_function

    with channel(context, False, json) as told:
        learn_function(function, rate=rate, epochs=epochs, seed=seed, report=told.report)


@app.command()
def examples() -> None:
    """List the bundled examples."""
    from core.bundled import bundled_names, bundled_words

    for name in bundled_names():
        title, description = bundled_words(name)
        print(f"{name}\t{title}. {description}")


@app.command()
def runs(
    folder: Annotated[
        Path | None, typer.Option(help="Folder of the runs; the window's own by default.")
    ] = None,
) -> None:
    """List the runs with their state and training loss, the newest first."""
    from core.numbers import three_digits
    from core.places import runs_folder
    from core.run_folder import list_runs

    place = folder or runs_folder()
    found_runs = list_runs(place)
    if not found_runs:
        print(f"There are no runs in {place}.")
    for found in found_runs:
        outcome = found.outcome()
        loss = outcome.training_loss if outcome else None
        shown = three_digits(loss) if loss is not None else "–"
        about = found.about()
        print(f"{about['created']}\t{found.state()}\t{shown}\t{about['name']}\t{found.path}")


@app.command(hidden=True)
def worker(
    warm_for: Annotated[str, typer.Option(help="run or task: what to load beforehand.")] = "task",
) -> None:
    """Wait for commands on standard input, a JSON list of words a line."""
    from core.worker import serve

    serve(warm_for)


@contextmanager
def channel(
    context: typer.Context, quiet: bool, json: bool, *, resumable: bool = False
) -> Iterator[Channel]:
    """Open the way to whoever started the command and end it with the right exit code.

    Parameters
    ----------
    resumable
        Whether the command, when interrupted, first writes down how far it came.
    """
    given = context.obj
    told = given if isinstance(given, Channel) else _own_channel(quiet, json, resumable)
    try:
        yield told
    except InputError as error:
        told.report(Failed(error.message))
        raise typer.Exit(BAD_INPUT) from None
    except Exception:
        said = message("Something went wrong inside the program; please report it with the log.")
        told.report(Failed(said, traceback.format_exc()))
        raise typer.Exit(1) from None
    finally:
        if isinstance(told.report, TerminalReporter):
            told.report.close()
    if told.control.abandoned:
        raise typer.Exit(INTERRUPTED)


def _recipe(path: Path | None) -> Recipe:
    from datasets.recipe import Recipe, read_recipe

    return read_recipe(path) if path is not None else Recipe()


def _whole_numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",") if number)


def _own_channel(quiet: bool, json: bool, resumable: bool) -> Channel:
    control = Control()

    def interrupt(number: int, frame: FrameType | None) -> None:
        if control.abandoned or not resumable:
            raise KeyboardInterrupt
        control.abandon()

    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    report: Reporter
    if json:
        report = JsonReporter(sys.stdout, on_closed=control.abandon)
    else:
        report = silent if quiet else TerminalReporter()
    return Channel(report, control)


def run_words(words: list[str], told: Channel) -> int:
    """Carry out a command in this process, as a worker does; return its exit code."""
    try:
        result = app(args=words, standalone_mode=False, obj=told)
    except typer.Exit as end:
        return int(end.exit_code)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        told.report(Failed(message("{reason}", reason=error.format_message())))
        return BAD_INPUT
    return int(result or 0)


def main(words: list[str]) -> None:
    """Carry out the command of `words` and exit."""
    _speak_utf8()
    app(args=words, prog_name="anomalyst")


def _speak_utf8() -> None:
    """Sentences hold more than ASCII; a terminal set to less must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def words_of_line(line: str) -> list[str] | None:
    """Return the words of a command line sent as JSON, None when it is something else."""
    if not line.startswith("["):
        return None
    try:
        words = json_module.loads(line)
    except ValueError:
        # the window was killed in the middle of a line
        return None
    return [str(word) for word in words]
