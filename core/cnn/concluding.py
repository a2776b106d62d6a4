"""The end of a run on images: its networks are kept and judged, its outcome told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import numpy as np

from core.cnn.judging import judge_images, write_judged
from core.cnn.kept_members import KeptMember
from core.cnn.members import Members
from core.cnn.model import TrainedCNN
from core.cnn.model_file import save_cnn
from core.cnn.parts import ImageParts
from core.cnn.verdict import protocol_of, write_image_verdict
from core.events import Event
from core.finite import finite_or_none
from core.image_job import ImageJob
from core.losses import median_loss
from core.outcome import Outcome, Reason
from core.run_folder import RunFolder
from datasets.images.ink_frame import InkFrame, ink_frame
from datasets.messages import Message, message

log = logging.getLogger(__name__)


def conclude(
    job: ImageJob,
    folder: RunFolder,
    parts: ImageParts,
    members: Members,
    why: str,
    seconds: float,
    report: Callable[[Event], None],
) -> tuple[Outcome, Message]:
    """Write model, predictions, evaluation and, last, the outcome; return it and closing words.

    Parameters
    ----------
    why
        "stopped", "time", or "" when every member was trained to its end.
    """
    outcome = outcome_of(members, why, seconds)
    if outcome.reason == "failed":
        words = outcome.sentence
    else:
        model = model_of(job, parts, members)
        save_cnn(model, folder.model_path)
        judged = judge_images(model.to(members.place.device), parts, report)
        write_judged(judged, folder)
        chose = bool(judged.evaluation.get("held_out_chose"))
        protocol = protocol_of(parts, job.preparation, judged.evaluation["judged"], chose=chose)
        seed = job.training.seed
        write_image_verdict(folder, judged.held_out, judged.training, protocol, seed, report)
        words = closing_words(outcome, judged.evaluation)
    folder.write_outcome(outcome)
    log.info("%s", outcome.sentence)
    return outcome, words


def model_of(job: ImageJob, parts: ImageParts, members: Members) -> TrainedCNN:
    """Return the members that are heard as one model, on the processor."""
    voters = members.voters
    return TrainedCNN(
        job.network,
        members.plan,
        tuple(members.network_of(voter) for voter in voters),
        tuple(members.fold_of(voter.number) for voter in voters),
        tuple(fold.pixels for fold in parts.folds),
        parts.class_names,
        job.images.reading,
        _learned_frame(job, parts),
    )


def _learned_frame(job: ImageJob, parts: ImageParts) -> InkFrame | None:
    """Return where the ink lies in what was learned; the test part has no say in it."""
    learned = np.unique(np.concatenate([fold.training for fold in parts.folds]))
    return ink_frame(parts.image_set.pixels, job.images.source, learned)


def outcome_of(members: Members, why: str, seconds: float) -> Outcome:
    """Return how the training ended; "failed" when a fold has no network to judge it."""
    voters = members.voters
    reason = _reason(voters, why)
    judged = {members.fold_of(voter.number) for voter in voters}
    detail = None
    if len(judged) < len(members.folds):
        reason, detail = "failed", _unjudged(why, len(members.folds), len(judged))
    training = np.array([voter.training_loss for voter in voters])
    validation = np.array([voter.validation_loss for voter in voters])
    return Outcome(
        reason,
        max(voter.epochs for voter in voters),
        finite_or_none(median_loss(training)),
        finite_or_none(median_loss(validation)),
        seconds,
        detail=detail,
        members=len(voters),
        alike=sum(voter.ended == reason for voter in voters),
        is_cnn=True,
        kept_epoch=voters[0].kept_epoch,
    )


def _reason(voters: list[KeptMember], why: str) -> Reason:
    if why == "stopped":
        return "stopped"
    if why == "time":
        return "time"
    endings = [voter.ended for voter in voters]
    if all(ended == "diverged" for ended in endings):
        return "diverged"
    return "validation" if "validation" in endings else "epochs"


def _unjudged(why: str, folds: int, judged: int) -> Message:
    if why == "time":
        return message(
            "The time limit was reached when {judged} of {folds} folds had a network, so the "
            "samples of the others cannot be judged; begin a new run with more time or fewer "
            "folds.",
            judged=judged,
            folds=folds,
        )
    if why == "stopped":
        return message(
            "Stopped when {judged} of {folds} folds had a network; the samples of the others can "
            "be judged once you go on with the run.",
            judged=judged,
            folds=folds,
        )
    return message(
        "The loss grew without bound in {failed} of {folds} folds, whose samples cannot be judged; "
        "try a smaller learning rate.",
        failed=folds - judged,
        folds=folds,
    )


def closing_words(outcome: Outcome, evaluation: dict[str, Any]) -> Message:
    """Return the sentence that a run ends with: its outcome, and what it got right."""
    part = evaluation[evaluation["judged"]]
    low, high = part["interval"]
    return Message(
        _CLOSING[evaluation["judged"]].template,
        {
            "outcome": str(outcome.sentence),
            "correct": f"{part['correct']:,}",
            "samples": f"{part['samples']:,}",
            "accuracy": f"{100 * part['accuracy']:.2f}",
            "low": f"{100 * low:.2f}",
            "high": f"{100 * high:.2f}",
        },
    )


_CLOSING = {
    "test": message(
        "{outcome} {correct} of {samples} test images right: {accuracy} % (95 % interval {low} to "
        "{high} %)."
    ),
    "validation": message(
        "{outcome} {correct} of {samples} held-out images right: {accuracy} % (95 % interval {low} "
        "to {high} %)."
    ),
    "training": message(
        "{outcome} {correct} of {samples} training images right: {accuracy} % (95 % interval {low} "
        "to {high} %); none were kept to judge by."
    ),
}
