"""The verb `judge`: the verdict of a run or job, other classifiers, and fewer samples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.control import Control
from core.events import Finished
from core.files import absolute_from, same_place, write_json
from core.job import Job
from core.job_file import with_places
from core.judging import Judged, judge, judge_votes
from core.parts import Parts, load_parts
from core.reporting import Reporter, only_progress, without_end
from core.run_beginning import is_same_job
from core.run_folder import RunFolder
from core.run_kinds import run_any_job
from core.verdict_text import verdict_lines
from core.window_job import SurveyJob, WindowJob
from datasets.field_reasons import reason_of
from datasets.messages import InputError, message


@dataclass(frozen=True)
class Wanted:
    """What is asked for besides the verdict.

    Attributes
    ----------
    baselines
        Whether other classifiers are held against it.
    learning_curve
        Whether to train again with fewer samples.
    """

    baselines: bool = False
    learning_curve: bool = False


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
    job = run.survey_job()
    _check_out(out, run)
    found: dict[str, Any] = {"verdict": verdict}
    if wanted.baselines or wanted.learning_curve:
        parts, judged = _judged(run, job, only_progress(report))
        if wanted.baselines:
            found["baselines"] = _baselines(run, parts, judged, job, report, control)
        if wanted.learning_curve:
            found["learning_curve"] = _learning_curve(job, parts, judged, report, control)
    for name, values in found.items():
        write_json(out / f"{name}.json", values)
    said = message("{text}", text="\n".join(verdict_lines(found)))
    report(Finished(said, {"out": str(out), **found}))


def judge_job(
    job: SurveyJob, wanted: Wanted, out: Path, report: Reporter, control: Control
) -> None:
    """Carry out a job in ``run`` inside a folder, or go on with it there, and judge it.

    Raises
    ------
    InputError
        When the job cannot be carried out, or was stopped.
    """
    job = _with_whole_paths(job)
    run = RunFolder(out / "run")
    _check_out(out, run)
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


def _with_whole_paths(job: SurveyJob) -> SurveyJob:
    """Return the job with paths as the run will have them: one typed is taken from here."""

    def whole(place: str) -> str:
        return absolute_from(place, Path.cwd())

    if isinstance(job, WindowJob):
        return with_places(job, whole)
    return with_places(job, whole)


def _check_out(out: Path, run: RunFolder) -> None:
    """Make the folder for the files; refuse that of another run, whose own would be replaced."""
    if RunFolder(out).exists and not same_place(str(out), str(run.path)):
        raise InputError(
            "{path} is the folder of another run, whose verdict would be replaced; choose another "
            "folder.",
            path=str(out),
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            "The folder {path} cannot be written: {reason}.",
            path=str(out),
            reason=reason_of(error),
        ) from None


def _judged(run: RunFolder, job: SurveyJob, report: Reporter) -> tuple[Parts, Judged]:
    """Return the parts of a finished run and what its members say of them."""
    if isinstance(job, WindowJob):
        # torch's layers, which a BP network does not need
        from core.windows.model import votes_of
        from core.windows.model_file import load_window_cnn
        from core.windows.parts import load_window_parts

        windows = load_window_parts(job, report, run)
        cnn = load_window_cnn(run.model_path)
        votes = [
            votes_of(cnn.of_fold(number), fold.samples) for number, fold in enumerate(windows.folds)
        ]
        return windows.parts, judge_votes(votes, windows.parts)
    from core.model import load_model

    parts = load_parts(job, report, run)
    return parts, judge(load_model(run.model_path), parts)


def _baselines(
    run: RunFolder,
    parts: Parts,
    judged: Judged,
    job: SurveyJob,
    report: Reporter,
    control: Control,
) -> dict[str, Any]:
    # scikit-learn takes seconds to load
    from core.baselines.estimators import BASELINES
    from core.baselines.judging import baselines_of
    from core.baselines.table import table_of

    if judged.held_out is None:
        raise InputError("No sample is held out, so there is nothing to compare classifiers by.")
    outcome = run.outcome()
    others = baselines_of(
        parts, BASELINES, job.training.seed, report, cancelled=lambda: control.stopping
    )
    return table_of(
        judged.held_out,
        others,
        folds=len(parts.folds),
        seed=job.training.seed,
        seconds=outcome.seconds if outcome is not None else 0.0,
    )


def _learning_curve(
    job: SurveyJob, parts: Parts, judged: Judged, report: Reporter, control: Control
) -> dict[str, Any]:
    from core.learning_curve import learning_curve

    if not isinstance(job, Job):
        raise InputError(
            "A learning curve trains many networks, which takes too long for a CNN on a survey; "
            "ask for it with a BP network."
        )
    return learning_curve(job, parts, judged, report, cancelled=lambda: control.stopping)
