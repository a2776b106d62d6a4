"""The verb that says why a network says what it says: `explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet


def explain(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run on a table.")],
    out: Annotated[
        Path | None, typer.Option(help="Folder for explanation.json, or cell.json.")
    ] = None,
    row: Annotated[
        int, typer.Option(min=0, help="Explain this row of the table too, counted from 1.")
    ] = 0,
    only_row: Annotated[
        bool, typer.Option("--only-row", help="Explain nothing but that row.")
    ] = False,
    repeats: Annotated[
        int, typer.Option(min=1, max=1000, help="How often each element is shuffled.")
    ] = 10,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Say which elements the classes of a run hang on, and which speak for one row."""
    from core.run_folder import RunFolder
    from datasets.messages import InputError

    with channel(context, quiet, json, resumable=True) as told:
        if only_row and not row:
            raise InputError("Say which row is to be explained: --row and its number.")
        if out is None and not only_row:
            raise InputError("Say where the explanation is to be written: --out and a folder.")
        # torch and the compiled kernels, which take seconds to load
        from core.explaining.explaining import Asked, explain_run

        asked = Asked(repeats, row, only_row)
        explain_run(RunFolder(run), asked, out, told.report, told.control)
