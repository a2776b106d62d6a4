"""The verbs that read a table: `import` and `columns`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet


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
    from core.finding import find_table

    with channel(context, quiet, json) as told:
        source = find_table(table)
        # after what was typed is checked: it takes a second to load
        from core.importing import import_table

        import_table(
            source,
            out,
            told.report,
            recipe=recipe,
            save_recipe=save_recipe,
            explain=explain,
        )


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
    from core.finding import find_table
    from core.reading import read_reading

    with channel(context, False, json) as told:
        source = find_table(table)
        # after what was typed is checked: it takes a second to load
        from core.describing import describe_table

        how = read_reading(reading) if reading is not None else None
        describe_table(source, target=target, cache=cache, report=told.report, reading=how)
