"""What is found of a finished run only when somebody asks: other classifiers, fewer samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.control import Control
from core.image_job import ImageJob
from core.job_file import AnyJob
from core.judging import Judged, judge
from core.learning_curve import Trained, learning_curve, train_networks
from core.parts import Parts, load_parts
from core.reporting import Reporter, only_progress
from core.run_folder import RunFolder
from core.verdict.held_out import HeldOut
from core.window_job import SurveyJob, WindowJob
from datasets.messages import InputError


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

    @property
    def anything(self) -> bool:
        return self.baselines or self.learning_curve


def further_of(
    run: RunFolder, job: AnyJob, wanted: Wanted, report: Reporter, control: Control
) -> dict[str, dict[str, Any]]:
    """Return what is wanted by the name of its file, "baselines" and "learning_curve".

    Raises
    ------
    InputError
        When there is no such thing for this kind of run, or it was stopped.
    """
    if not wanted.anything:
        return {}
    if isinstance(job, ImageJob):
        return _of_images(run, job, wanted, report, control)
    return _of_survey(run, job, wanted, report, control)


def _of_images(
    run: RunFolder, job: ImageJob, wanted: Wanted, report: Reporter, control: Control
) -> dict[str, dict[str, Any]]:
    if wanted.learning_curve:
        raise InputError(
            "There is no learning curve for images: train with fewer by the setting Samples, and "
            "compare the runs."
        )
    from core.cnn.baselines import image_baselines

    return {"baselines": image_baselines(run, job, report, lambda: control.stopping)}


def _of_survey(
    run: RunFolder, job: SurveyJob, wanted: Wanted, report: Reporter, control: Control
) -> dict[str, dict[str, Any]]:
    parts, judged, trained = _subject(run, job, only_progress(report))
    if judged.held_out is None:
        raise InputError("No sample is held out, so there is nothing to compare classifiers by.")

    def cancelled() -> bool:
        return control.stopping

    found = {}
    if wanted.baselines:
        found["baselines"] = _baselines(run, job, parts, judged.held_out, report, cancelled)
    if wanted.learning_curve:
        found["learning_curve"] = learning_curve(job, parts, judged, report, cancelled, trained)
    return found


def _subject(run: RunFolder, job: SurveyJob, report: Reporter) -> tuple[Parts, Judged, Trained]:
    """Return the parts of a run, what its members say of them, and how others are trained."""
    # each way loads what the other does not need: torch's layers, or the compiled kernel
    if isinstance(job, WindowJob):
        from core.windows.judging import judge_windows, train_windows
        from core.windows.model_file import load_window_cnn
        from core.windows.parts import load_window_parts

        windows = load_window_parts(job, report, run)
        judged = judge_windows(load_window_cnn(run.model_path), windows)
        return windows.parts, judged, train_windows
    from core.model import load_model

    parts = load_parts(job, report, run)
    return parts, judge(load_model(run.model_path), parts), train_networks


def _baselines(
    run: RunFolder,
    job: SurveyJob,
    parts: Parts,
    held_out: HeldOut,
    report: Reporter,
    cancelled: Callable[[], bool],
) -> dict[str, Any]:
    # scikit-learn takes seconds to load
    from core.baselines.estimators import BASELINES
    from core.baselines.judging import baselines_of
    from core.baselines.lessons import SurveyLessons
    from core.baselines.table import table_of

    seed, outcome = job.training.seed, run.outcome()
    others = baselines_of(SurveyLessons(parts), BASELINES, seed, report, cancelled)
    seconds = outcome.seconds if outcome is not None else 0.0
    return table_of(held_out, others, folds=len(parts.folds), seed=seed, seconds=seconds)
