"""Judging a CNN on windows of a survey, and training others as it was trained."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from core.cnn.members import Members
from core.cnn.training import MemberLoop
from core.judging import Judged, by_second_file, judge_votes
from core.networks.cnn.plan import plan_network
from core.parts import Parts
from core.reporting import silent
from core.run_folder import RunFolder
from core.window_job import SurveyJob, WindowJob
from core.windows.model import WindowCNN, votes_of
from core.windows.parts import WindowParts, cut_parts


def judge_windows(model: WindowCNN, windows: WindowParts) -> Judged:
    """Classify every row with all members, and labelled rows of folds with those that may.

    The samples of a second file are seen with the cells of that file around them.
    """
    votes = [
        votes_of(model.of_fold(number), fold.samples) for number, fold in enumerate(windows.folds)
    ]
    judged = judge_votes(votes, windows.parts)
    second = windows.parts.second
    if second is None:
        return judged
    around = second.around
    assert around is not None
    found = model.classify(around.features, around.coordinates, around.crs, around.censored)
    return by_second_file(judged, found.of(second.rows - 1), windows.parts)


def model_of(job: WindowJob, windows: WindowParts, members: Members) -> WindowCNN:
    """Return the members that are heard as one model, on the processor."""
    voters = members.voters
    dataset = windows.parts.dataset
    return WindowCNN(
        job.network,
        job.window,
        (windows.grid.step_x, windows.grid.step_y),
        members.plan,
        tuple(members.network_of(voter) for voter in voters),
        tuple(members.fold_of(voter.number) for voter in voters),
        tuple(fold.fold.preparation for fold in windows.folds),
        dataset.feature_names,
        dataset.feature_units,
        dataset.class_names,
        job.data.target,
    )


def train_windows(job: SurveyJob, parts: Parts, cancelled: Callable[[], bool]) -> Judged | None:
    """Train without a run folder and judge, see `core.learning_curve.Trained`.

    The time limit of the job holds for all members together, as in a run; every fold has a network.
    """
    assert isinstance(job, WindowJob)
    windows = cut_parts(job, parts)
    members = Members(
        plan_network(job.network, windows.shape, len(parts.dataset.class_names)),
        job.training,
        job.augmentation,
        windows.folds,
        windows.labels,
        RunFolder(Path()),
        parts.dataset.fingerprint,
        silent,
    )
    limit, began = job.training.time_limit, time.monotonic()
    with members.place.used():
        for number in range(members.count):
            loop = members.begin(number)
            is_over = _train(loop, cancelled, began + limit if limit else 0.0)
            if cancelled():
                return None
            members.keep(loop, loop.ended, write=False)
            if is_over and number + 1 >= len(windows.folds):
                break
    return judge_windows(model_of(job, windows, members), windows)


def _train(loop: MemberLoop, cancelled: Callable[[], bool], deadline: float) -> bool:
    """Train a member to its end, or until it is cancelled; return whether the time is over."""
    for _ in loop:
        if cancelled():
            return False
        if deadline and time.monotonic() >= deadline:
            return True
    return False
