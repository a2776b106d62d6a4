"""The verb `judge`: the verdict of a run or job, other classifiers, and fewer samples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.control import Control
from core.events import Finished
from core.files import absolute_from, write_json
from core.further_judging import Wanted, further_of
from core.job_file import AnyJob, with_any_places
from core.reporting import Reporter, without_end
from core.result_folder import make_result_folder
from core.run_beginning import is_same_job
from core.run_folder import RunFolder
from core.run_kinds import run_any_job
from core.verdict_text import verdict_lines
from datasets.messages import InputError, message


def judge_run(
    run: RunFolder, wanted: Wanted, out: Path, report: Reporter, control: Control
) -> None:
    """Write the verdict of a finished run, and what else is wanted, into a folder.

    The files are ``verdict.json``, ``baselines.json`` and ``learning_curve.json``; the folder may
    be that of the run.

    Raises
    ------
    InputError
        When the run has not ended, no sample of it was held out, or it was stopped.
    """
    verdict = run.verdict()
    if verdict is None:
        raise InputError(
            "The run in {path} has no verdict: it has not ended, no sample was held out, or an "
            "earlier version made it; judge its job, or train again.",
            path=str(run.path),
        )
    make_result_folder(out, run, _refusal(out))
    further = further_of(run, run.any_job(), wanted, report, control)
    found: dict[str, Any] = {"verdict": verdict, **further}
    for name, values in found.items():
        write_json(out / f"{name}.json", values)
    said = message("{text}", text="\n".join(verdict_lines(found)))
    report(Finished(said, {"out": str(out), **found}))


def judge_job(job: AnyJob, wanted: Wanted, out: Path, report: Reporter, control: Control) -> None:
    """Carry out a job in ``run`` inside a folder, or go on with it there, and judge it.

    Raises
    ------
    InputError
        When the job cannot be carried out, or was stopped.
    """
    # as the run will have them: a path that is typed is taken from here
    job = with_any_places(job, lambda place: absolute_from(place, Path.cwd()))
    run = RunFolder(out / "run")
    make_result_folder(out, run, _refusal(out))
    outcome = run.outcome()
    if outcome is None or outcome.resumable:
        run_any_job(job, run, control, without_end(report))
        outcome = run.outcome()
    elif not is_same_job(run.any_job(), job):
        raise InputError(
            "The run in {path} was begun with another job; choose another folder.",
            path=str(run.path),
        )
    # who interrupted it was told that it goes on
    if control.abandoned:
        return
    if outcome is None or control.stopping:
        raise InputError("Training was stopped, so there is no verdict; the same command goes on.")
    judge_run(run, wanted, out, report, control)


def _refusal(out: Path) -> InputError:
    return InputError(
        "{path} is the folder of another run, whose verdict would be replaced; choose another "
        "folder.",
        path=str(out),
    )
