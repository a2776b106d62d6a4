"""A run of a CNN on a survey, step by step: load, cut windows, plan, train, classify, judge."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from core.cnn.concluding import outcome_of
from core.cnn.members import Members
from core.cnn.ranks import ALONE, Ranks
from core.cnn.run import checkpoint_of, train_and_conclude
from core.concluding import closing_words, write_predictions
from core.control import Control
from core.events import Event, ImageProgress, MapChanged, Notice, TaskProgress
from core.files import write_json
from core.judging import is_flattered
from core.networks.cnn.building import CNNModule
from core.networks.cnn.plan import plan_network
from core.outcome import Outcome
from core.recording import MAP_SHARE, write_live_map
from core.run_beginning import create, failures_kept, refuse_finished
from core.run_folder import RunFolder
from core.run_log import logging_to
from core.uncertainty.doubts import find_doubts
from core.unmatched import keep_unmatched
from core.verdict_file import write_verdict
from core.window_job import WindowJob
from core.windows.judging import judge_windows, model_of
from core.windows.model import votes_of
from core.windows.model_file import save_window_cnn
from core.windows.parts import WindowParts, load_window_parts
from datasets.messages import Message, message

log = logging.getLogger(__name__)


def run_window_job(
    job: WindowJob,
    folder: RunFolder,
    control: Control,
    report: Callable[[Event], None],
    *,
    live_map: bool = False,
    ranks: Ranks = ALONE,
) -> Outcome | None:
    """Carry out a job on windows into a run folder, or go on with an unfinished run there.

    Parameters
    ----------
    ranks
        Processes that train together, of which this is the first.

    Returns
    -------
    Outcome or None
        Why it ended; None when it was interrupted and can be resumed.

    Raises
    ------
    InputError
        When the job, its table or the folder cannot be used.
    """
    refuse_finished(folder, job)
    with failures_kept(folder):
        saved = checkpoint_of(folder)
        windows = load_window_parts(job, report, folder)
        dataset = windows.parts.dataset
        plan = plan_network(job.network, windows.shape, len(dataset.class_names))
        for note in plan.notes:
            report(Notice(note))
        if not folder.exists:
            create(folder, job)
        with folder.held(), logging_to(folder.log_path):
            keep_unmatched(windows.parts.labels, folder.unmatched_path, report)
            members = Members(
                plan,
                job.training,
                job.augmentation,
                windows.folds,
                windows.labels,
                folder,
                dataset.fingerprint,
                report,
                saved,
                ranks,
            )
            told = _LiveMap(members, windows, folder, report).take if live_map else report
            return train_and_conclude(
                members,
                folder,
                control,
                told,
                lambda why, seconds: _conclude(job, folder, windows, members, why, seconds, told),
            )


def _conclude(
    job: WindowJob,
    folder: RunFolder,
    windows: WindowParts,
    members: Members,
    why: str,
    seconds: float,
    report: Callable[[Event], None],
) -> tuple[Outcome, Message]:
    """Write model, predictions, evaluation and, last, the outcome; return it and closing words."""
    outcome = outcome_of(members, why, seconds)
    words = outcome.sentence
    if outcome.reason != "failed":
        _judge(job, folder, windows, members, report)
        words = closing_words(outcome, folder)
    folder.write_outcome(outcome)
    folder.live_classes_path.unlink(missing_ok=True)
    log.info("%s", outcome.sentence)
    return outcome, words


def _judge(
    job: WindowJob,
    folder: RunFolder,
    windows: WindowParts,
    members: Members,
    report: Callable[[Event], None],
) -> None:
    """Keep the model, classify every row and count what was right."""
    report(TaskProgress(message("Classifying every row"), 0, 1))
    model = model_of(job, windows, members)
    judged = judge_windows(model, windows)
    # the best epoch may have been chosen by the samples that it is judged by
    if is_flattered(judged.evaluation, chooses=True):
        judged.evaluation["held_out_chose"] = True
    doubts = find_doubts(judged, windows.parts, job.judging, job.training.seed, report)
    known = replace(model, sets=doubts.set_rule, unlike=doubts.unlike_rule)
    save_window_cnn(known, folder.model_path)
    write_predictions(folder, windows.parts, judged, doubts)
    write_json(folder.evaluation_path, judged.evaluation)
    write_verdict(folder, judged, windows.parts, job.training.seed, report)


class _LiveMap:
    """Draws the map anew after an epoch, as often as it costs little of the time."""

    def __init__(
        self,
        members: Members,
        windows: WindowParts,
        folder: RunFolder,
        report: Callable[[Event], None],
    ) -> None:
        self._members = members
        self._windows = windows
        self._folder = folder
        self._report = report
        self._drawn = (-1, -1)
        self._due = 0.0

    def take(self, event: Event) -> None:
        """Pass an event on; behind that of a new epoch comes the map."""
        self._report(event)
        if not isinstance(event, ImageProgress) or event.epoch == 0:
            return
        now = time.monotonic()
        if (event.member, event.epoch) != self._drawn and now >= self._due:
            self._drawn = (event.member, event.epoch)
            self._draw(event.epoch)
            cost = time.monotonic() - now
            self._due = time.monotonic() + cost / MAP_SHARE

    def _draw(self, epoch: int) -> None:
        loop = self._members.loop
        network = cast(CNNModule, loop.judged)
        fold = self._windows.folds[self._members.fold_of(self._members.number)]
        network.eval()
        votes = votes_of([network], fold.samples.to(self._members.place.device))
        loop.network.train()
        classes = len(self._windows.parts.dataset.class_names)
        path = write_live_map(self._folder, votes.count().codes, classes)
        self._report(MapChanged(epoch, path))
