"""The usual classifiers on the folds of a run, one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.baselines.estimators import Baseline
from core.baselines.fitting import Answers, answers_of
from core.baselines.lessons import Lessons
from core.events import TaskProgress
from core.reporting import Reporter, silent
from core.verdict.held_out import HeldOut
from datasets.messages import InputError, Message, message


@dataclass(frozen=True)
class Compared:
    """What became of one classifier.

    Attributes
    ----------
    held_out
        What it says of the samples that judge, by ascending rows as `core.judging` has them; None
        where it failed.
    seconds
        For fitting and asking it in all folds.
    failed
        Why it could not be fitted, or None.
    unfinished
        Folds in which its iterations did not converge.
    learned, offered
        Samples that it learned from, and that there were, the mean of the folds.
    """

    name: Baseline
    held_out: HeldOut | None
    seconds: float
    failed: Message | None = None
    unfinished: int = 0
    learned: int = 0
    offered: int = 0


class _StoppedError(Exception):
    """Leads out of the work past what makes a failed row of an InputError."""


def baselines_of(
    lessons: Lessons,
    names: Sequence[Baseline],
    seed: int,
    report: Reporter = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Compared]:
    """Fit each classifier in every fold of a run, on the samples and inputs of the network.

    One that cannot be fitted becomes a failed row; the others go on.

    Parameters
    ----------
    lessons
        Of the run that they are held against: the same folds, the same preparation.
    seed
        Of their random numbers.
    cancelled
        Asked between two folds.

    Raises
    ------
    InputError
        When it was cancelled, or no sample judges.
    """
    _check(lessons)
    folds = lessons.folds
    for place, name in enumerate(names):

        def told(done: int, before: int = place * folds) -> None:
            what = message("Fitting other classifiers")
            report(TaskProgress(what, before + done, len(names) * folds))
            if cancelled():
                raise _StoppedError

        try:
            told(0)
            compared = _compared(lessons, name, seed, told)
        except _StoppedError:
            raise InputError("The comparison was stopped; nothing was written.") from None
        yield compared


def _check(lessons: Lessons) -> None:
    if not lessons.has_judges:
        raise InputError(
            "No sample is held out, so there is nothing to compare classifiers by; choose how the "
            "network is judged and run again."
        )


def _compared(lessons: Lessons, name: Baseline, seed: int, told: Callable[[int], None]) -> Compared:
    begun = time.perf_counter()
    try:
        said = answers_of(name, lessons, seed, told)
    except InputError as error:
        return Compared(name, None, time.perf_counter() - begun, error.message)
    seconds = time.perf_counter() - begun
    return Compared(
        name,
        _held_out(lessons, said),
        seconds,
        unfinished=said.unfinished,
        learned=said.learned,
        offered=said.offered,
    )


def _held_out(lessons: Lessons, said: Answers) -> HeldOut:
    known, units = lessons.known(said.rows)
    return HeldOut(known, said.named, said.probability, units, lessons.class_names)
