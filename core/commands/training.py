"""The verbs that train: `run`, and `perceptron` for a single unit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet, Set


def run(
    context: typer.Context,
    job: Annotated[
        str, typer.Argument(help="A job file, or a bundled example's name (copper, digits).")
    ],
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
    """Train a network as a job says and classify its whole table or all its images.

    Started by torchrun, the processes train each CNN of the job together.
    """
    from core.bundled import find_any_job
    from core.cnn.company import is_one_of_several, run_in_company
    from core.overriding import with_settings
    from core.run_folder import RunFolder
    from core.run_kinds import run_any_job

    with channel(context, quiet, json, resumable=True) as told:
        told.control.pace = pace
        wanted = with_settings(find_any_job(job), set_ or ())
        carry_out = run_in_company if is_one_of_several() else run_any_job
        carry_out(wanted, RunFolder(out), told.control, told.report, live_map=live_map)


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
