"""A run, step by step: load, split, prepare, build, train, predict, evaluate."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch

from core.checkpoint import Counters, read_checkpoint, write_checkpoint
from core.control import Control
from core.evaluation import evaluate
from core.events import Event, Finished, Notice, Started, TaskProgress
from core.files import same_place, write_json
from core.job import Job
from core.model import TrainedModel
from core.networks.bp import BPNetwork
from core.outcome import Outcome
from core.parts import Parts, build_network, load_parts
from core.predictions import prediction_table, write_table
from core.recording import LiveMap, Recorder
from core.run_folder import RunFolder
from core.targets import encode
from core.trainers.building import build_trainer
from core.training import TrainingLoop
from datasets.messages import InputError, message

log = logging.getLogger(__name__)


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
    was_there = folder.exists
    _refuse_finished(folder, job)
    try:
        parts = load_parts(job, report, folder)
        network = build_network(job, parts)
        if not was_there:
            _create(folder, job)
        with folder.held(), _logging_to(folder.log_path):
            return _train_and_judge(job, folder, parts, network, control, report, live_map)
    except InputError as error:
        # a run that another process is working on is not ours to judge
        if was_there and not folder.is_held and folder.outcome() is None:
            folder.write_outcome(Outcome("failed", detail=error.message))
        raise
    except Exception:
        if folder.exists:
            said = message("The run failed because of a fault in the program; see its log.txt.")
            folder.write_outcome(Outcome("failed", detail=said))
        raise


# --- before training ----------------------------------------------------------------------


def _refuse_finished(folder: RunFolder, job: Job) -> None:
    """Protect a run that is complete, and one that was begun with another job."""
    if not folder.exists:
        if not folder.is_free:
            raise InputError(
                "The folder {path} holds other files; choose a new folder for the run.",
                path=str(folder.path),
            )
        return
    outcome = folder.outcome()
    if outcome is not None and not outcome.resumable:
        raise InputError(
            "The run in {path} has ended; choose another folder for a new run.",
            path=str(folder.path),
        )
    if not _is_same_job(folder.job(), job):
        raise InputError(
            "The run in {path} was begun with another job; choose another folder.",
            path=str(folder.path),
        )


def _is_same_job(one: Job, other: Job) -> bool:
    """Whether two jobs say the same, whatever way their table is reached."""
    moved = one.model_copy(update={"data": one.data.model_copy(update={"table": other.data.table})})
    return moved == other and same_place(one.data.table, other.data.table)


def _create(folder: RunFolder, job: Job) -> None:
    try:
        folder.create(job)
    except OSError as error:
        raise InputError("The run folder cannot be written: {reason}.", reason=str(error)) from None


# --- training -----------------------------------------------------------------------------


def _train_and_judge(
    job: Job,
    folder: RunFolder,
    parts: Parts,
    network: BPNetwork,
    control: Control,
    report: Callable[[Event], None],
    live_map: bool,
) -> Outcome | None:
    folder.outcome_path.unlink(missing_ok=True)
    loop = _training_loop(job, parts, network)
    seconds_before = _resume(folder, loop)
    device = str(network.device)
    report(Started(str(folder.path), loop.epoch, job.training.epochs, device))
    model = TrainedModel(
        network,
        parts.preparation,
        parts.dataset.feature_names,
        parts.dataset.class_names,
        job.data.target,
    )
    map_writer = LiveMap(folder.live_classes_path, model, parts.inputs) if live_map else None

    def save(seconds: float) -> None:
        tensors, values = loop.state()
        counters = Counters(loop.epoch, seconds, parts.dataset.fingerprint, values)
        write_checkpoint(folder.checkpoint_path, tensors, counters)

    recorder = Recorder(
        folder.history_path, loop.epoch, job.training.epochs, report, save, map_writer
    )
    with recorder:
        ended = recorder.follow(loop, control, seconds_before)
    if control.abandoned:
        report(Notice(message("Interrupted; the same command goes on with the run.")))
        return None
    loop.finish()
    outcome = _judge(job, folder, parts, model, loop, ended or "stopped", recorder.seconds, report)
    report(Finished(_closing_words(outcome, folder), outcome.to_values()))
    return outcome


def _training_loop(job: Job, parts: Parts, network: BPNetwork) -> TrainingLoop:
    activation = job.network.activations[-1]
    classes = len(parts.dataset.class_names)
    inputs = parts.inputs.to(network.device)
    targets = encode(np.maximum(parts.dataset.target, 0), classes, activation).to(network.device)
    held_out = parts.validation if len(parts.validation) else None
    return TrainingLoop(
        network,
        build_trainer(job.training),
        inputs[parts.training],
        targets[parts.training],
        inputs[held_out] if held_out is not None else None,
        targets[held_out] if held_out is not None else None,
        error_goal=job.training.error_goal,
        epochs=job.training.epochs,
        patience=job.training.patience,
    )


def _resume(folder: RunFolder, loop: TrainingLoop) -> float:
    """Put the loop where the checkpoint left it; return the seconds trained before."""
    if not folder.checkpoint_path.exists():
        return 0.0
    tensors, counters = read_checkpoint(folder.checkpoint_path)
    try:
        loop.load_state(tensors, counters.loop)
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        raise InputError(
            "The checkpoint {path} cannot be read: {reason}.",
            path=str(folder.checkpoint_path),
            reason=str(error),
        ) from None
    return counters.seconds


# --- after training -----------------------------------------------------------------------


def _judge(
    job: Job,
    folder: RunFolder,
    parts: Parts,
    model: TrainedModel,
    loop: TrainingLoop,
    reason: Any,
    seconds: float,
    report: Callable[[Event], None],
) -> Outcome:
    """Write model, predictions, evaluation and, last, the outcome."""
    report(TaskProgress(message("Classifying every row"), 0, 1))
    dataset = parts.dataset
    model.save(folder.model_path)
    found = model.classify_prepared(parts.inputs)
    names = np.full(dataset.size, "", dtype="<U10")
    names[parts.training] = "training"
    names[parts.validation] = "validation"
    table = prediction_table(
        found,
        dataset.class_names,
        dataset.row_numbers,
        coordinates=dataset.coordinates,
        target=dataset.target,
        parts=names,
    )
    write_table(table, folder.predictions_path)
    evaluation = evaluate(
        dataset.target, found.codes, dataset.class_names, parts.training, parts.validation
    )
    training_loss, validation_loss = loop.losses()
    write_json(folder.evaluation_path, evaluation)
    outcome = Outcome(
        reason,
        loop.epoch,
        training_loss,
        validation_loss,
        seconds,
        job.training.error_goal,
    )
    folder.write_outcome(outcome)
    folder.live_classes_path.unlink(missing_ok=True)
    log.info("%s", outcome.sentence)
    return outcome


def _closing_words(outcome: Outcome, folder: RunFolder) -> Any:
    evaluation = folder.evaluation() or {}
    parts = [(name, evaluation[name]) for name in ("training", "validation")]
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


@contextmanager
def _logging_to(path: Path) -> Iterator[None]:
    """Send log lines and warnings of this run to its ``log.txt``."""
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.captureWarnings(True)
    log.info("torch %s, %d threads", torch.__version__, torch.get_num_threads())
    try:
        yield
    except InputError as error:
        log.info("%s", error)
        raise
    except Exception:
        log.exception("the run failed")
        raise
    finally:
        logging.captureWarnings(False)
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()
