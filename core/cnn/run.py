"""A run on images, step by step: load, divide, plan, train, classify, judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.checkpoint import read_checkpoint
from core.clock import Clock
from core.cnn.concluding import conclude
from core.cnn.curves import epochs_writer, steps_writer
from core.cnn.handing_out import dismiss, hand_out
from core.cnn.kept_members import forget_members
from core.cnn.members import Members, Saved
from core.cnn.parts import load_image_parts
from core.cnn.ranks import ALONE, Ranks
from core.cnn.recording import Follower, Journey, Tables
from core.cnn.training import MemberLoop
from core.control import Control
from core.events import Event, Finished, Notice, Started
from core.history import HistoryWriter
from core.image_job import ImageJob
from core.networks.cnn.plan import plan_network
from core.outcome import Outcome
from core.run_beginning import create, failures_kept, refuse_finished
from core.run_folder import RunFolder
from core.run_log import logging_to
from datasets.messages import Message, message


def run_image_job(
    job: ImageJob,
    folder: RunFolder,
    control: Control,
    report: Callable[[Event], None],
    *,
    ranks: Ranks = ALONE,
) -> Outcome | None:
    """Carry out a job on images into a run folder, or go on with an unfinished run there.

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
        When the job, its images or the folder cannot be used. A run that the folder already held
        keeps the sentence as its outcome.
    """
    refuse_finished(folder, job)
    with failures_kept(folder):
        saved = checkpoint_of(folder)
        began_with = saved[1].fingerprint if saved else ""
        parts = load_image_parts(job, report, began_with=began_with)
        plan = plan_network(job.network, parts.image_set.shape, len(parts.class_names))
        for note in plan.notes:
            report(Notice(note))
        if not folder.exists:
            create(folder, job)
        with folder.held(), logging_to(folder.log_path):
            members = Members(
                plan,
                job.training,
                job.augmentation,
                parts.folds,
                parts.labels,
                folder,
                parts.image_set.fingerprint,
                report,
                saved,
                ranks,
            )
            return train_and_conclude(
                members,
                folder,
                control,
                report,
                lambda why, seconds: conclude(job, folder, parts, members, why, seconds, report),
            )


def checkpoint_of(folder: RunFolder) -> Saved | None:
    """Return what a run goes on from, None for a new one."""
    can_resume = folder.exists and folder.checkpoint_path.exists()
    return read_checkpoint(folder.checkpoint_path) if can_resume else None


def train_and_conclude(
    members: Members,
    folder: RunFolder,
    control: Control,
    report: Callable[[Event], None],
    end: Callable[[str, float], tuple[Outcome, Message]],
) -> Outcome | None:
    """Train the members and bring the run to its end.

    Parameters
    ----------
    end
        Keeps and judges the networks; told why training ended, and the seconds it took.

    Returns
    -------
    Outcome or None
        None when it was interrupted and can be resumed.
    """
    folder.outcome_path.unlink(missing_ok=True)
    folder.set_members(members.count)
    with members.place.used():
        trained = train_members(members, folder, control, report)
        if trained is None:
            report(Notice(message("Interrupted; the same command goes on with the run.")))
            return None
        dismiss(members.ranks)
        outcome, words = end(*trained)
    if not outcome.resumable:
        forget_members(folder.path)
    report(Finished(words, outcome.to_values()))
    return outcome


def train_members(
    members: Members, folder: RunFolder, control: Control, report: Callable[[Event], None]
) -> tuple[str, float] | None:
    """Train one member after the other.

    Returns
    -------
    tuple or None
        "stopped", "time", or "" when all were trained, and the seconds of training; None when the
        work was abandoned and is to be resumed.
    """
    loop, before = members.resume()
    clock = Clock(before)
    epochs = members.training.epochs
    report(Started(str(folder.path), loop.epoch, epochs, str(members.place)))
    limit = members.training.time_limit
    while True:
        # the others may still read their samples
        with clock.stopped():
            hand_out(members, loop)
        with _tables(folder, members.number, loop, is_new=before == 0.0) as tables:
            journey = Journey(members.number, members.count, limit)

            def save(seconds: float, loop: MemberLoop = loop) -> None:
                members.save(loop, seconds)

            follower = Follower(loop, journey, tables, save, clock, report, members.ranks)
            ended = follower.follow(control)
        if control.abandoned:
            return None
        is_last = members.number + 1 == members.count
        is_broken_off = ended == ""
        # the first member is kept however short it was: a run has a result
        if not is_broken_off or loop.step or not members.kept:
            members.keep(loop, ended, write=not is_broken_off)
        if is_broken_off or (control.stopping and not is_last):
            return "stopped", clock.now()
        if ended == "time":
            return "time", clock.now()
        if is_last:
            return "", clock.now()
        before = clock.now()
        loop = members.begin(members.number + 1)


@contextmanager
def _tables(folder: RunFolder, member: int, loop: MemberLoop, *, is_new: bool) -> Iterator[Tables]:
    """Open the tables of a run where the checkpoint left them."""
    of_step = None if is_new else (member, loop.step)
    of_epoch = None if is_new else (member, loop.epoch)
    with (
        HistoryWriter(folder.history_path, loop.epoch, first_member=member) as history,
        epochs_writer(folder.path, of_epoch) as epochs,
        steps_writer(folder.path, of_step) as steps,
    ):
        yield Tables(history, epochs, steps)
