"""The verbs around a job before it runs: `job` and `prepare`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core.commands.channel import channel
from core.commands.options import (
    ImageReadingFile,
    Json,
    Quiet,
    RecipeFile,
    Set,
    is_given,
    recipe_from,
)
from core.events import Finished
from core.reporting import Reporter
from datasets.messages import InputError, message

if TYPE_CHECKING:
    from core.job_file import AnyJob

_OF_TABLES = (
    *("target", "x", "y", "features", "layers", "crs", "recipe", "deposits", "deposit_class"),
    *("deposit_name", "deposit_x", "deposit_y", "deposit_crs", "join", "radius", "background"),
    *("buffer", "below"),
)


def job(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="TABLE|IMAGES",
            help="A table, a file or folder of images, or an example. A table of pixels is taken "
            "as images, with --target as a table.",
        ),
    ],
    out: Annotated[
        Path | None, typer.Option(help="Job file to write, .toml; it is printed without.")
    ] = None,
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
    reading: ImageReadingFile = None,
    set_: Set = None,
    json: Json = False,
) -> None:
    """Propose a job file for a table, whose roles are guessed where not given, or for images."""
    from core.finding import find_source

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
        found = find_source(source)
        _check_out(out, found)
        if _wants_images(context, found, reading):
            _tell_job(_job_of_images(found, reading, told.report), out, set_, told.report)
            return
        # after what was typed is checked: it takes a second to load
        from core.crs import find_system
        from core.proposing_job import propose_job
        from core.proposing_labels import propose_reading, thresholds_from

        given["below"] = thresholds_from(below or ())
        for system in (crs, deposit_crs):
            find_system(system)
        names = tuple(name.strip() for name in features.split(",") if name.strip())
        how = propose_reading(found, deposits, recipe=recipe_from(recipe), given=given)
        proposed = propose_job(
            found,
            target=target or (how.deposits.column if how.deposits is not None else ""),
            x=x,
            y=y,
            features=names,
            layers=layers,
            crs=crs,
            reading=how,
            report=told.report,
        )
        _tell_job(proposed, out, set_, told.report)


def _check_out(out: Path | None, source: str) -> None:
    """A name typed by mistake must not cost a table or a picture."""
    from core.exporting.formats import suffix_of
    from core.exporting.written import check_place

    if out is not None:
        suffix_of(out, (".toml",))
        check_place(out, source)


def _wants_images(context: typer.Context, source: str, reading: Path | None) -> bool:
    """Whether the job is about images; what is said of columns makes a table of one of pixels."""
    from core.finding import is_of_images, is_table_file

    given = [f"--{name.replace('_', '-')}" for name in _OF_TABLES if is_given(context, name)]
    found = reading is not None or is_of_images(source)
    if not given:
        # no folder is a table; what it lacks as one of images is told when it is read
        return found or Path(source).is_dir()
    if found and (reading is not None or not is_table_file(source)):
        raise InputError(
            "{source} holds images, for which {options} means nothing; leave it out, or change a "
            "setting of the job with --set.",
            source=source,
            options=", ".join(given),
        )
    return False


def _job_of_images(source: str, reading: Path | None, report: Reporter) -> AnyJob:
    from core.image_loading import read_image_reading
    from core.proposing_image_job import propose_job_of_images

    how = read_image_reading(reading) if reading is not None else None
    return propose_job_of_images(source, how, report)


def _tell_job(
    proposed: AnyJob, out: Path | None, settings: list[str] | None, report: Reporter
) -> None:
    """Write the job where that was asked for, and print it otherwise."""
    from core.exporting.written import result_written
    from core.job_file import job_text
    from core.no_job import typed_path
    from core.overriding import with_settings

    text = job_text(with_settings(proposed, settings or ()))
    if out is None:
        report(Finished(message("{text}", text=text.rstrip("\n")), {"job": text}))
        return
    with result_written(out) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
    said = message(
        "The job is in {path}; python main.py run {typed} --out FOLDER carries it out.",
        path=str(out),
        typed=typed_path(out),
    )
    report(Finished(said, {"job": text, "out": str(out)}))


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
    from core.finding import check_source
    from core.overriding import with_settings

    with channel(context, quiet, json) as told:
        wanted = with_settings(find_job(job), set_ or ())
        check_source(wanted.data.table)
        # after what was typed is checked: it takes a second to load
        from core.prepared_table import prepare_table

        prepare_table(wanted, out, told.report)
