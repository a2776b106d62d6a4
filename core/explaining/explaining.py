"""The verb `explain`: why a finished run says what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.control import Control
from core.events import Finished, TaskProgress
from core.explaining.attribution import attributions_of
from core.explaining.cell import cell_of
from core.explaining.dependence import dependence_of
from core.explaining.importance import groups_of, importance_of
from core.explaining.permutation import REPEATS
from core.explaining.subject import Subject, subject_of
from core.explaining.text import explanation_lines
from core.files import same_place, write_json
from core.job import Job
from core.model import load_model
from core.parts import load_parts
from core.reporting import Reporter, only_progress
from core.run_folder import RunFolder
from datasets.field_reasons import reason_of
from datasets.messages import InputError, message

FORMAT = 1


@dataclass(frozen=True)
class Asked:
    """What is asked for.

    Attributes
    ----------
    repeats
        Orders that each element is shuffled by, 1 or more.
    row
        Row of the table to explain, counted from 1; 0: none.
    only_row
        Whether that row is all that is asked for.
    """

    repeats: int = REPEATS
    row: int = 0
    only_row: bool = False


def explain_run(
    run: RunFolder, asked: Asked, out: Path, report: Reporter, control: Control
) -> None:
    """Write why a finished run says what it says into a folder.

    The file is ``explanation.json``; of one row alone ``cell.json``. The folder may be that of the
    run.

    Raises
    ------
    InputError
        When the run has not ended, is none of a BP network on a table, no sample of it was held
        out, the table has no such row, or it was stopped.
    """
    job = _job(run)
    _make_folder(out, run)
    parts = load_parts(job, only_progress(report), run)
    subject = subject_of(load_model(run.model_path), parts)
    cell = cell_of(subject, asked.row) if asked.row else None
    if asked.only_row and cell is not None:
        found, name = {"format": FORMAT, "cell": cell}, "cell.json"
    else:
        whole = explanation_of(
            subject, asked.repeats, job.training.seed, report, lambda: control.stopping
        )
        found, name = {**whole, "cell": cell}, "explanation.json"
    write_json(out / name, found)
    said = message("{text}", text="\n".join(explanation_lines(found)))
    report(Finished(said, {"out": str(out), "explanation": found}))


def explanation_of(
    subject: Subject,
    repeats: int,
    seed: int,
    report: Reporter,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, Any]:
    """Return what each element is worth, as ``explanation.json`` has it but for the cell.

    Parameters
    ----------
    repeats
        Orders that each element is shuffled by, 1 or more.
    seed
        Of these orders, and of samples where there are too many; the same one gives the same.
    cancelled
        Asked after each element.

    Raises
    ------
    InputError
        When it was cancelled.
    """
    model = subject.model
    elements, folds = len(model.feature_names), sum(1 for _ in subject.folds())
    groups = groups_of(subject, seed)
    told = _Steps(2 * elements + len(groups) + folds, report, cancelled)
    importance = importance_of(subject, groups, repeats, seed, told.step)
    attributions = attributions_of(subject, seed, told.step)
    dependences = []
    for column in range(elements):
        dependences.append(dependence_of(subject, column, seed).to_values(model.class_names))
        told.step()
    return {
        "format": FORMAT,
        "classes": list(model.class_names),
        "samples": subject.size,
        "folds": folds,
        "repeats": repeats,
        "seed": seed,
        "importance": importance.to_values(),
        "attributions": attributions.to_values() if attributions is not None else None,
        "dependence": dependences,
    }


class _Steps:
    """Tells how much is done, and leaves the work when it is cancelled."""

    def __init__(self, total: int, report: Reporter, cancelled: Callable[[], bool]) -> None:
        self._total, self._report, self._cancelled = total, report, cancelled
        self._done = -1
        self.step()

    def step(self) -> None:
        """Count a step."""
        self._done += 1
        self._report(TaskProgress(message("Explaining the network"), self._done, self._total))
        if self._cancelled():
            raise InputError("The explanation was stopped; nothing was written.")


def _job(run: RunFolder) -> Job:
    job = run.survey_job()
    if isinstance(job, Job):
        return job
    raise InputError(
        "The run in {path} is a CNN on a survey, which reads the surroundings of a sample; only "
        "what a BP network says can be explained by its elements.",
        path=str(run.path),
    )


def _make_folder(out: Path, run: RunFolder) -> None:
    """Make the folder for the file; refuse that of another run, whose own would be replaced."""
    if RunFolder(out).exists and not same_place(str(out), str(run.path)):
        raise InputError(
            "{path} is the folder of another run, whose explanation would be replaced; choose "
            "another folder.",
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
