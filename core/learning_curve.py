"""How much better a network becomes with more samples: would more deposits help?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.engines.warming import compile_kernel
from core.events import TaskProgress
from core.job import Job
from core.judging import Judged, judge
from core.parts import Parts, prepare_folds
from core.quiet_training import train_quietly
from core.reporting import Reporter, silent
from core.splitting import FoldRows
from core.verdict.differences import figures_of
from core.verdict.held_out import HeldOut
from core.verdict.resampling import LEVEL
from core.window_job import SurveyJob
from datasets.messages import InputError, message

# trains anew on other parts, as a job says; None when it was cancelled
Trained = Callable[[SurveyJob, Parts, Callable[[], bool]], Judged | None]

FORMAT = 1
SHARES = (0.2, 0.4, 0.6, 0.8)
# keeps the order in which samples come in apart from other draws of a seed
ORDER_DRAW = 0x1EA2


def train_networks(job: SurveyJob, parts: Parts, cancelled: Callable[[], bool]) -> Judged | None:
    """Train BP networks without a run folder and judge them; see `Trained`."""
    assert isinstance(job, Job)
    compile_kernel()
    model = train_quietly(job, parts, cancelled)
    return judge(model, parts) if model is not None else None


def learning_curve(
    job: SurveyJob,
    parts: Parts,
    whole: Judged,
    report: Reporter = silent,
    cancelled: Callable[[], bool] = lambda: False,
    trained: Trained = train_networks,
) -> dict[str, Any]:
    """Train again with ever more of the training samples, judged by the same held-out samples.

    Parameters
    ----------
    whole
        What came out with all of them.
    cancelled
        Asked between two blocks of epochs.
    trained
        Trains the networks of the job anew.

    Returns
    -------
    dict
        As ``learning_curve.json`` holds it: macro-F1 of held-out and training samples by share.

    Raises
    ------
    InputError
        When nothing was held out, or it was cancelled.
    """
    if whole.held_out is None:
        raise InputError(
            "No sample is held out, so a learning curve would say nothing; choose how the network "
            "is judged and run again."
        )
    points = []
    for number, share in enumerate(SHARES):
        report(TaskProgress(message("Training with fewer samples"), number, len(SHARES)))
        thinned = with_share(job, parts, share)
        judged = trained(job, thinned, cancelled)
        if judged is None:
            raise InputError("The learning curve was stopped; nothing was written.")
        points.append(_point(share, thinned, judged, job.training.seed))
    points.append(_point(1.0, parts, whole, job.training.seed))
    return {"format": FORMAT, "level": LEVEL, "points": points}


def with_share(job: SurveyJob, parts: Parts, share: float) -> Parts:
    """Return the parts with a share of the training and validation samples of each fold.

    Every class is thinned alike and keeps a sample. What is never split comes in whole, and a
    smaller share is a part of a larger one.
    """
    rows = [
        FoldRows(
            _some(parts, fold.training, share, job.training.seed),
            _some(parts, fold.validation, share, job.training.seed),
            fold.held_out,
        )
        for fold in parts.folds
    ]
    return replace(parts, folds=prepare_folds(job, parts.dataset, rows))


def _some(parts: Parts, rows: NDArray[np.int64], share: float, seed: int) -> NDArray[np.int64]:
    """Return a share of some rows, sorted."""
    if not len(rows):
        return rows
    units, target = parts.division.units_of(rows), parts.dataset.target[rows]
    _, first = np.unique(units, return_index=True)
    class_of_unit = target[first]
    turn = np.empty(len(first))
    order = np.random.default_rng([seed, ORDER_DRAW]).permutation(len(first))
    for code in np.unique(class_of_unit):
        of_class = order[class_of_unit[order] == code]
        turn[of_class] = np.arange(len(of_class)) / len(of_class)
    # a unit of several classes goes by its first sample: the others must not be lost with it
    for code in np.unique(target):
        turn[order[np.isin(order, units[target == code])][0]] = 0.0
    return rows[turn[units] < share]


def _point(share: float, parts: Parts, judged: Judged, seed: int) -> dict[str, Any]:
    assert judged.held_out is not None
    return {
        "share": share,
        "samples": float(np.mean([len(fold.training) for fold in parts.folds])),
        "held_out": figures_of(judged.held_out, seed)["macro_f1"],
        "training": _without_interval(judged.training, seed),
    }


def _without_interval(training: HeldOut | None, seed: int) -> dict[str, Any]:
    value = figures_of(training, seed)["macro_f1"]["value"] if training is not None else None
    return {"value": value, "low": None, "high": None}
