"""The end of a run: its model is kept and judged, its rows are classified, its outcome told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from core.evaluation import held_out_part
from core.events import Event, TaskProgress
from core.files import write_json
from core.finite import finite_or_none
from core.job import Job
from core.judging import Judged, is_flattered, judge, voters_of
from core.losses import median_loss
from core.model import TrainedModel
from core.outcome import Outcome, Reason
from core.parts import Parts
from core.predictions import prediction_table, write_table
from core.rare_classes import with_rare_classes
from core.run_folder import RunFolder
from core.training import TrainingLoop
from core.tries import Tries
from core.uncertainty.doubts import Doubts, find_doubts
from core.verdict_file import write_verdict
from datasets.messages import Message, message

log = logging.getLogger(__name__)


def model_of(job: Job, parts: Parts, tries: Tries) -> TrainedModel:
    """Return the members as they stand; one that diverged does not vote if another can."""
    sound = np.array([ended != "diverged" for ended in tries.loop.endings])
    network = tries.network
    if job.training.loss == "cross_entropy" and job.training.rare_classes > 0:
        targets = [parts.dataset.target[fold.training] for fold in parts.folds]
        network = with_rare_classes(network, targets, job.training.rare_classes)
    return TrainedModel(
        network,
        tuple(fold.preparation for fold in parts.folds),
        parts.dataset.feature_names,
        parts.dataset.class_names,
        job.data.target,
        job.network.coding,
        voters_of(sound, len(parts.folds)),
        parts.dataset.feature_units,
    )


def conclude(
    job: Job,
    folder: RunFolder,
    parts: Parts,
    tries: Tries,
    reason: Reason,
    seconds: float,
    report: Callable[[Event], None],
) -> Outcome:
    """Write model, predictions, evaluation and, last, the outcome; return it."""
    report(TaskProgress(message("Classifying every row"), 0, 1))
    model = model_of(job, parts, tries)
    judged = judge(model, parts)
    doubts = find_doubts(judged, parts, job.judging, job.training.seed, report)
    replace(model, sets=doubts.set_rule, unlike=doubts.unlike_rule).save(folder.model_path)
    # the samples that it is judged by may have had a say in which weights were kept
    if is_flattered(judged.evaluation, chooses=job.training.patience > 0 or tries.number > 0):
        judged.evaluation["held_out_chose"] = True
    write_predictions(folder, parts, judged, doubts)
    # a member that diverged would be half of the median of two
    training_loss, validation_loss = (
        finite_or_none(median_loss(losses[model.voters])) for losses in tries.loop.losses()
    )
    write_json(folder.evaluation_path, judged.evaluation)
    write_verdict(folder, judged, parts, job.training.seed, report)
    endings = tries.loop.endings
    outcome = Outcome(
        reason,
        _last_epoch(tries.loop, reason),
        training_loss,
        validation_loss,
        seconds,
        job.training.error_goal,
        members=len(endings),
        met=endings.count("goal"),
        alike=sum(ended == reason for ended in endings),
        tries=tries.number + 1,
        kept=tries.kept + 1,
    )
    folder.write_outcome(outcome)
    folder.live_classes_path.unlink(missing_ok=True)
    folder.live_agreement_path.unlink(missing_ok=True)
    log.info("%s", outcome.sentence)
    return outcome


def write_predictions(folder: RunFolder, parts: Parts, judged: Judged, doubts: Doubts) -> None:
    """Write the class of every row into the folder of a run."""
    dataset = parts.dataset
    table = prediction_table(
        judged.found,
        dataset.class_names,
        dataset.row_numbers,
        coordinates=dataset.coordinates,
        target=dataset.target,
        parts=judged.part_names,
        wrong=judged.wrong,
        held=doubts.sets.held if doubts.sets is not None else None,
        unlike=doubts.unlike.scores if doubts.unlike is not None else None,
    )
    write_table(table, folder.predictions_path)


def _last_epoch(loop: TrainingLoop, reason: Reason) -> int:
    """Return the epoch at which the last of those members ended that give the run its reason."""
    epochs = [
        epoch
        for epoch, ended in zip(loop.standing.epochs.tolist(), loop.endings, strict=True)
        if ended == reason
    ]
    return max(epochs, default=loop.epoch)


def closing_words(outcome: Outcome, folder: RunFolder) -> Message:
    """Return the sentence that a run ends with: its outcome, and what it got right."""
    evaluation = folder.evaluation() or {}
    parts = [("training", evaluation["training"]), ("held-out", held_out_part(evaluation))]
    words = ", ".join(
        f"{part['correct']:,} of {part['samples']:,} {name} samples right"
        for name, part in parts
        if part["samples"]
    )
    by_size = sorted(zip(evaluation["predicted"], evaluation["classes"], strict=True), reverse=True)
    classes = ", ".join(f"{name} {count:,}" for count, name in by_size)
    return message(
        "{outcome} {parts}. All rows: {classes}.",
        outcome=str(outcome.sentence),
        parts=words,
        classes=classes,
    )
