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
from core.explaining.doubt import doubt_of
from core.explaining.importance import groups_of, importance_of
from core.explaining.loading import load_subject
from core.explaining.permutation import REPEATS
from core.explaining.subject import Subject
from core.explaining.text import explanation_lines
from core.files import write_json
from core.reporting import Reporter
from core.result_folder import make_result_folder
from core.run_folder import RunFolder
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
    run: RunFolder, asked: Asked, out: Path | None, report: Reporter, control: Control
) -> None:
    """Tell why a finished run says what it says, and write it into a folder.

    The file is ``explanation.json``; of one row alone ``cell.json``. The folder may be that of the
    run. Without one nothing is written: the values of the end hold it all.

    Raises
    ------
    InputError
        When the run has not ended, is none on a table, no sample of it was held out, the table has
        no such row, or it was stopped.
    """
    job = run.survey_job()
    if out is not None:
        make_result_folder(out, run, _refusal(out))
    # a single row can be asked about where nothing was held out, too
    subject = load_subject(job, run, report, judged=not asked.only_row)
    cell = _cell(run, subject, asked.row) if asked.row else None
    if asked.only_row and cell is not None:
        found, name = {"format": FORMAT, "cell": cell}, "cell.json"
    else:
        whole = explanation_of(
            subject, asked.repeats, job.training.seed, report, lambda: control.stopping
        )
        found, name = {**whole, "cell": cell}, "explanation.json"
    if out is not None:
        write_json(out / name, found)
    said = message("{text}", text="\n".join(explanation_lines(found)))
    report(Finished(said, {"out": str(out or ""), "explanation": found}))


def _cell(run: RunFolder, subject: Subject, number: int) -> dict[str, Any]:
    return {**cell_of(subject, number), "doubt": doubt_of(run, subject, number)}


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
    class_names = subject.voters.class_names
    elements, folds = len(subject.names), sum(1 for _ in subject.folds())
    groups = groups_of(subject, seed)
    told = _Steps(2 * elements + len(groups) + folds, report, cancelled)
    importance = importance_of(subject, groups, repeats, seed, told.step)
    attributions = attributions_of(subject, seed, told.step)
    dependences = []
    for column in range(elements):
        dependences.append(dependence_of(subject, column, seed).to_values(class_names))
        told.step()
    return {
        "format": FORMAT,
        "classes": list(class_names),
        "samples": subject.size,
        "folds": folds,
        "window": subject.cells,
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


def _refusal(out: Path) -> InputError:
    return InputError(
        "{path} is the folder of another run, whose explanation would be replaced; choose another "
        "folder.",
        path=str(out),
    )
