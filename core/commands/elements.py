"""The verbs that look at elements: `statistics` and `correlations`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from core.commands.channel import channel
from core.commands.options import (
    CensoredAs,
    Columns,
    Json,
    Quiet,
    RecipeFile,
    recipe_from,
    whole_numbers,
)


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
    from core.finding import find_table

    with channel(context, quiet, json) as told:
        source = table if arrow is not None else find_table(table)
        # after what was typed is checked: it takes a second to load
        from core.exploring import statistics_of_arrow, statistics_of_table

        if arrow is not None:
            statistics_of_arrow(arrow, whole_numbers(numbers), censored, told.report)
            return
        statistics_of_table(
            source,
            recipe=recipe_from(recipe),
            columns=tuple(column or ()),
            rule=censored,
            log=log,
            out=out,
            report=told.report,
        )


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
    from core.finding import find_table

    with channel(context, quiet, json) as told:
        source = table if arrow is not None else find_table(table)
        # after what was typed is checked: it takes a second to load
        from core.exploring import correlations_of_arrow, correlations_of_table

        if arrow is not None:
            chosen = whole_numbers(numbers)
            correlations_of_arrow(
                arrow, chosen, rule=censored, method=method, domain=on, report=told.report
            )
            return
        correlations_of_table(
            source,
            recipe=recipe_from(recipe),
            columns=tuple(column or ()),
            rule=censored,
            method=method,
            domain=on,
            out=out,
            report=told.report,
        )
