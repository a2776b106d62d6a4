"""The verb that tells of a run to somebody without the program: `report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core.commands.channel import channel
from core.commands.options import Colours, FileLanguage, Json, Quiet


def report(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    out: Annotated[Path, typer.Option(help="File to write: .html or .pdf; or a folder for both.")],
    language: FileLanguage = "en",
    project: Annotated[
        Path | None,
        typer.Option(
            help="A project whose thresholds, outlines and colours are shown; without it the one "
            "that the run lies beside."
        ),
    ] = None,
    colour: Colours = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write a run down as a document: data, network, how it was judged, what it is worth, maps."""
    from core.exporting.formats import colours_from
    from core.finding import find_run
    from datasets.messages import InputError

    with channel(context, quiet, json) as told:
        if run.is_file():
            raise InputError(
                "{path} is a file; a report needs the whole folder of a run.", path=str(run)
            )
        found, colours = find_run(run), colours_from(colour or ())
        # after what was typed is checked: it takes a second to load
        from core.report.writing import write_report

        write_report(found, out, told.report, language=language, project=project, colours=colours)
