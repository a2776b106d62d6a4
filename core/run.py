"""A run, step by step: load, split, prepare, build, train, predict, evaluate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from core.concluding import closing_words, conclude, model_of
from core.control import Control
from core.device import Place
from core.engines.warming import compile_kernel
from core.events import Event, Finished, Notice, Started, TaskProgress
from core.files import remove_parts
from core.history import HistoryWriter
from core.inside import ALPHAS, Inside
from core.job import RPROPS, Job
from core.networks.bp import BPNetwork
from core.outcome import Outcome, Reason
from core.parts import Parts, build_network, load_parts
from core.recording import Duties, LiveMap, Recorder
from core.run_beginning import create, failures_kept, refuse_finished
from core.run_folder import RunFolder
from core.run_log import logging_to
from core.snapshots import SnapshotAbout, SnapshotWriter, members_to_keep
from core.tries import Tries
from core.unmatched import keep_unmatched
from datasets.messages import message


def run_job(
    job: Job,
    folder: RunFolder,
    control: Control,
    report: Callable[[Event], None],
    *,
    live_map: bool = False,
) -> Outcome | None:
    """Carry out a job into a run folder, or go on with an unfinished run there.

    Returns
    -------
    Outcome or None
        Why it ended; None when it was interrupted and can be resumed.

    Raises
    ------
    InputError
        When the job, its table or the folder cannot be used. A run that the folder already
        held keeps the sentence as its outcome.
    """
    refuse_finished(folder, job)
    with failures_kept(folder):
        parts = load_parts(job, report, folder)
        network, place = build_network(job, parts)
        if not folder.exists:
            create(folder, job)
        with folder.held(), logging_to(folder.log_path):
            keep_unmatched(parts.labels, folder.unmatched_path, report)
            return _train_and_judge(job, folder, parts, network, place, control, report, live_map)


# --- training -----------------------------------------------------------------------------


def _train_and_judge(
    job: Job,
    folder: RunFolder,
    parts: Parts,
    network: BPNetwork,
    place: Place,
    control: Control,
    report: Callable[[Event], None],
    live_map: bool,
) -> Outcome | None:
    folder.outcome_path.unlink(missing_ok=True)
    report(TaskProgress(message("Loading the compiled kernel"), 0, 1))
    compile_kernel()
    tries = Tries(job, parts, network, place, folder)
    folder.set_members(network.members)
    seconds = tries.resume()
    report(Started(str(folder.path), tries.loop.epoch, job.training.epochs, _where(place)))
    while True:
        with _recording(job, folder, parts, tries, report, live_map) as recorder:
            ended = recorder.follow(tries.loop, control, seconds)
        # asked once: what is said later is heard by the next try
        stopped = control.stopping
        if control.abandoned:
            report(Notice(message("Interrupted; the same command goes on with the run.")))
            return None
        seconds = recorder.seconds
        tries.keep()
        if stopped or not tries.goes_on(seconds):
            break
        tries.begin_next()
        report(
            Notice(
                message(
                    "The goal was not met; try {number} of {tries} begins from new weights.",
                    number=tries.number + 1,
                    tries=job.training.learn_again + 1,
                )
            )
        )
    if stopped and tries.goes_on(seconds):
        ended = ""
    tries.take_best()
    if ended not in ("", "time"):
        ended = tries.loop.ended
    outcome = conclude(job, folder, parts, tries, cast(Reason, ended or "stopped"), seconds, report)
    report(Finished(closing_words(outcome, folder), outcome.to_values()))
    return outcome


@contextmanager
def _recording(
    job: Job,
    folder: RunFolder,
    parts: Parts,
    tries: Tries,
    report: Callable[[Event], None],
    live_map: bool,
) -> Iterator[Recorder]:
    """Open everything that is written while one try goes on."""
    about = _about_snapshots(job, parts, tries.network)
    snapshots = folder.snapshots_path(tries.number)
    snapshots.mkdir(parents=True, exist_ok=True)
    with (
        HistoryWriter(
            folder.history_path, tries.loop.epoch, first_member=tries.first_number
        ) as history,
        SnapshotWriter(snapshots, about, resume_at=tries.loop.epoch) as writer,
    ):
        watched = [fold.inputs for fold in parts.folds]
        duties = Duties(
            history,
            tries.save,
            LiveMap(folder, lambda: model_of(job, parts, tries), watched) if live_map else None,
            Inside(writer, about, tries.network),
            job.training.time_limit,
        )
        yield Recorder(duties, job.training.epochs, report)
    remove_parts(folder.path)


def _about_snapshots(job: Job, parts: Parts, network: BPNetwork) -> SnapshotAbout:
    has_steps = job.training.trainer in RPROPS
    kept = members_to_keep(network.members, network.sizes, has_steps, ALPHAS)
    return SnapshotAbout(
        network.sizes,
        network.activations,
        job.network.coding,
        kept,
        tuple(member // job.training.members for member in range(kept)),
        tuple(fold.preparation for fold in parts.folds),
        parts.dataset.feature_names,
        parts.dataset.class_names,
        ALPHAS,
        has_steps,
    )


def _where(place: Place) -> str:
    return str(place.device) if place.threads == 1 else f"{place.device} × {place.threads}"
