"""One trial: a setting, trained on every part that chooses and on every part that is judged."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from core.engines.warming import compile_kernel
from core.evaluation import confusion
from core.finite import finite_or_none
from core.job import Job
from core.parts import Parts, prepare_folds
from core.quiet_training import train_quietly
from core.searching.nesting import Nested, OuterFold
from core.searching.results import Said, Trial
from core.searching.setting import Setting, job_with
from core.verdict.figures import overall_figures
from core.voting import Classification
from datasets.messages import InputError


class StoppedError(Exception):
    """Leads out of a trial that is to be carried out another time."""


def carry_out(
    number: int,
    setting: Setting | None,
    job: Job,
    nested: Nested,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Trial, Said | None]:
    """Train and judge a setting on one core; the same bits wherever that is.

    What cannot be carried out is a trial that failed, about which nothing is said.

    Parameters
    ----------
    cancelled
        Asked between two blocks of epochs.

    Raises
    ------
    StoppedError
        When it was cancelled.
    """
    begun = time.perf_counter()
    dataset = nested.dataset
    named = np.full(dataset.size, -1, np.int64)
    probability = np.zeros((dataset.size, len(dataset.class_names)))
    inner = []
    try:
        wanted = job_with(setting, job, len(dataset.class_names))
        compile_kernel()
        # more threads would take the core of another trial, and sum in another order
        with threadpool_limits(1):
            for fold in nested.folds:
                score, said = of_fold(wanted, nested, fold, cancelled)
                inner.append(score)
                named[fold.outer.held_out] = said.codes
                probability[fold.outer.held_out] = said.probability
    except InputError as error:
        return Trial(number, setting, (), time.perf_counter() - begun, error.message), None
    trial = Trial(number, setting, tuple(inner), time.perf_counter() - begun)
    return trial, Said(named, probability)


def of_fold(
    job: Job, nested: Nested, fold: OuterFold, cancelled: Callable[[], bool]
) -> tuple[float | None, Classification]:
    """Return the score of the samples that choose, and what is said of those that judge.

    Only samples of this fold's own training part are looked at, but for what is said at the end.
    """
    dataset = nested.dataset
    rows = [fold.outer, *fold.inner]
    parts = Parts(dataset, prepare_folds(job, dataset, rows), nested.division)
    model = train_quietly(job, parts, cancelled, threads=1)
    if model is None:
        raise StoppedError
    said = [
        model.votes_of_fold(number, each.inputs[each.held_out], threads=1).count()
        for number, each in enumerate(parts.folds)
    ]
    known = np.concatenate([dataset.target[each.held_out] for each in fold.inner])
    named = np.concatenate([each.codes for each in said[1:]])
    counts = confusion(known, named, len(dataset.class_names)).astype(np.float64)
    score = float(overall_figures(counts)["macro_f1"])
    return finite_or_none(score), said[0]
