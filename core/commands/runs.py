"""The verbs that list and compare: `examples`, `runs` and `compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet


def compare(
    context: typer.Context,
    runs: Annotated[
        list[Path],
        typer.Argument(
            metavar="RUN",
            help="Folders of 2 to 6 runs, the first to be compared with.",
        ),
    ],
    out: Annotated[
        Path | None, typer.Option(help="File for the rows that changed: .csv or .parquet.")
    ] = None,
    verdicts: Annotated[
        bool,
        typer.Option("--verdicts", help="Settings and verdicts alone, also of different tables."),
    ] = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Hold runs against each other: settings, verdicts, and of two the rows that change class."""
    from core.finding import find_run

    with channel(context, quiet, json) as told:
        found = [find_run(path) for path in runs]
        # after what was typed is checked: it takes a second to load
        from core.comparing_runs import report_comparison

        report_comparison(found, out, told.report, only_worth=verdicts)


def examples() -> None:
    """List the bundled examples."""
    from core.bundled import bundled_image_names, bundled_names, bundled_words

    for name in (*bundled_names(), *bundled_image_names()):
        title, description = bundled_words(name)
        print(f"{name}\t{title}. {description}")


def runs(
    folder: Annotated[
        Path | None,
        typer.Option(
            help="Folder in which run --out made them, such as runs; without it that of the window."
        ),
    ] = None,
) -> None:
    """List the runs in a folder with their state and training loss, the newest first.

    Without --folder, those that the window made.
    """
    from core.numbers import three_digits
    from core.places import runs_folder
    from core.run_folder import list_runs

    place = folder or runs_folder()
    found_runs = list_runs(place)
    if not found_runs:
        elsewhere = "--folder names the folder in which run --out made others"
        print(f"There are no runs in {place}" + ("." if folder else f"; {elsewhere}."))
    for found in found_runs:
        outcome = found.outcome()
        loss = outcome.training_loss if outcome else None
        shown = three_digits(loss) if loss is not None else "–"
        about = found.about()
        print(f"{about['created']}\t{found.state()}\t{shown}\t{about['name']}\t{found.path}")
