"""The verb that takes a model away: `model`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core.commands.channel import channel
from core.commands.options import FileLanguage, Json, Quiet


def model(
    context: typer.Context,
    run: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    out: Annotated[
        Path,
        typer.Option(
            help="FILE.anomodel: a bundle that predict takes; FILE.onnx: a graph for any runtime, "
            "checked first; a folder: both, with model card and a Python script."
        ),
    ],
    language: FileLanguage = "en",
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Take the model of a run away: as a bundle, as ONNX, with a model card."""
    from core.finding import find_run

    with channel(context, quiet, json) as told:
        found = find_run(run)
        # after what was typed is checked: it takes seconds to load
        from core.model_export.taking_away import take_model

        take_model(found, out, language, told.report)
