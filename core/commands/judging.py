"""The verbs around what a network is worth: `judge` and `divide`."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from core.commands.channel import channel
from core.commands.options import Json, Quiet, Set
from core.job_sections.protocols import Protocol

if TYPE_CHECKING:
    from core.job_file import AnyJob


def judge(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="RUN|JOB", help="Folder of a finished run, or a job.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for verdict.json and what else is asked for.")],
    protocol: Annotated[
        Protocol | None,
        typer.Option(help="Train again and judge otherwise than the run or job says."),
    ] = None,
    folds: Annotated[int, typer.Option(min=0, max=100, help="Folds; 0: as the job says.")] = 0,
    block_size: Annotated[
        float, typer.Option(min=0.0, help="Side of spatial blocks; 0: proposed.")
    ] = 0.0,
    buffer: Annotated[
        float, typer.Option(min=0.0, help="Distance kept between held-out and training samples.")
    ] = 0.0,
    test_table: Annotated[str, typer.Option(help="The second file, where that judges.")] = "",
    baselines: Annotated[
        bool, typer.Option("--baselines", help="Hold it against usual classifiers.")
    ] = False,
    learning_curve: Annotated[
        bool, typer.Option("--learning-curve", help="Train again with fewer samples.")
    ] = False,
    set_: Set = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Say what a network is worth on samples that it never saw, with intervals."""
    from core.run_folder import RunFolder

    given: dict[str, Any] = {
        "protocol": protocol,
        "folds": folds,
        "block_size": block_size,
        "buffer": buffer,
        "test_table": test_table,
    }
    changed = {name: value for name, value in given.items() if value}
    with channel(context, quiet, json, resumable=True) as told:
        run = RunFolder(Path(source))
        # after what was typed is checked: it takes seconds to load
        if run.exists and not changed and not set_:
            job = None
            run.any_job()
        else:
            job = _job(source, changed, set_ or ())
        from core.further_judging import Wanted
        from core.judging_runs import judge_job, judge_run

        wanted = Wanted(baselines, learning_curve)
        if job is None:
            judge_run(run, wanted, out, told.report, told.control)
        else:
            judge_job(job, wanted, out, told.report, told.control)


def divide(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="RUN|JOB", help="Folder of a run, or a job.")],
    set_: Set = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Show how a job divides its samples for judging, before anything is trained."""
    with channel(context, quiet, json) as told:
        job = _job(source, {}, set_ or ())
        from core.image_job import ImageJob
        from core.protocols.showing import show_division
        from datasets.messages import InputError

        if isinstance(job, ImageJob):
            raise InputError(
                "Images have no protocol of judging: their test part judges, or their folds, as "
                "the section preparation of the job says."
            )
        show_division(job, told.report)


def _job(source: str, changed: dict[str, Any], settings: list[str] | tuple[str, ...]) -> AnyJob:
    """Return the job of a run or a file, judged otherwise where somebody says so."""
    from core.bundled import find_any_job
    from core.image_job import ImageJob
    from core.overriding import with_settings
    from core.run_folder import RunFolder
    from datasets.messages import InputError

    run = RunFolder(Path(source))
    job = run.any_job() if run.exists else find_any_job(source)
    if changed and isinstance(job, ImageJob):
        raise InputError(
            "Images have no protocol of judging: their test part judges, or their folds; change "
            "these with --set preparation.test_part=0.3 or --set preparation.folds=5."
        )
    words = [f"judging.{name}={json_module.dumps(value)}" for name, value in changed.items()]
    return with_settings(job, [*words, *settings])
