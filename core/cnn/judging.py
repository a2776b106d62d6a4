"""Classifying every image, and counting the right ones on each part apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.cnn.model import TrainedCNN, probabilities_of
from core.cnn.parts import ImageParts
from core.cnn.scores import class_scores, scores
from core.cnn.tables import image_table
from core.cnn.verdict import heard_on
from core.events import Event, TaskProgress
from core.exporting.tables import write_table
from core.files import write_json
from core.run_folder import RunFolder
from core.verdict.held_out import HeldOut
from datasets.messages import message


@dataclass(frozen=True)
class JudgedImages:
    """What came out.

    Attributes
    ----------
    probabilities
        Mean of the members, float64, shape (P, classes). Where folds were held out, a sample of a
        fold has those of the networks that never saw it.
    table
        A row for each sample, see `core.cnn.tables.image_table`.
    evaluation
        What ``evaluation.json`` holds, see `evaluation_of`.
    held_out, training
        What a verdict is found from: the images of the part that judges, by networks that never
        saw them, and those that were learned, by networks that were trained on them. None where
        there are none.
    """

    probabilities: NDArray[np.float64]
    table: pa.Table
    evaluation: dict[str, Any]
    held_out: HeldOut | None
    training: HeldOut | None


def judge_images(
    model: TrainedCNN, parts: ImageParts, report: Callable[[Event], None] = lambda event: None
) -> JudgedImages:
    """Classify all images of a run with all members, those of a fold with the ones that may."""
    by_member = []
    for number, (member, fold) in enumerate(zip(model.members, model.member_folds, strict=True)):
        report(TaskProgress(message("Classifying every image"), number, len(model.members)))
        samples = parts.folds[fold].samples.to(model.device)
        by_member.append(probabilities_of(member, samples))
    report(TaskProgress(message("Classifying every image"), len(model.members), len(model.members)))
    said = np.stack(by_member)
    is_heard = heard(model, parts)
    probabilities = mean_of_heard(said, is_heard)
    table = image_table(
        probabilities,
        parts.class_names,
        names=parts.image_set.sample_names,
        known=parts.image_set.labels,
        parts=parts.part_names(),
        agreement=agreement(said, is_heard) if len(said) > 1 else None,
    )
    training = _remembered(model, parts, said)
    evaluation = evaluation_of(model, parts, said, probabilities, training)
    rows = judged_rows(parts)[evaluation["judged"]]
    rows = rows[:0] if evaluation["judged"] == "training" else rows
    held_out = heard_on(parts, rows, probabilities[rows])
    return JudgedImages(probabilities, table, evaluation, held_out, training)


def write_judged(judged: JudgedImages, folder: RunFolder) -> None:
    """Write the predictions and the evaluation of a run."""
    write_table(judged.table, folder.predictions_path)
    write_json(folder.evaluation_path, judged.evaluation)


def heard(model: TrainedCNN, parts: ImageParts) -> NDArray[np.bool_]:
    """Return which member is heard about which sample, shape (K, P).

    A sample that was held out of some fold is left to the members of that fold; all others are
    everybody's.
    """
    is_heard = np.ones((len(model.members), len(parts.image_set)), bool)
    if not parts.is_cross_validated:
        return is_heard
    of_fold = np.array(model.member_folds)
    for number, fold in enumerate(parts.folds):
        is_heard[np.ix_(of_fold != number, fold.held_out)] = False
    return is_heard


def mean_of_heard(said: NDArray[np.float64], is_heard: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the mean probabilities of the members heard, shape (P, C), from (K, P, C)."""
    total = (said * is_heard[:, :, None]).sum(axis=0)
    return np.asarray(total / is_heard.sum(axis=0)[:, None], np.float64)


def agreement(said: NDArray[np.float64], is_heard: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the share of the members heard that name the class of the mean, shape (P,)."""
    chosen = mean_of_heard(said, is_heard).argmax(axis=1)
    alike = (said.argmax(axis=2) == chosen) & is_heard
    return np.asarray(alike.sum(axis=0) / is_heard.sum(axis=0), np.float64)


def evaluation_of(
    model: TrainedCNN,
    parts: ImageParts,
    said: NDArray[np.float64],
    probabilities: NDArray[np.float64],
    training: HeldOut | None,
) -> dict[str, Any]:
    """Return what ``evaluation.json`` holds.

    ``training``, ``validation`` and ``test``, each as `core.cnn.scores.scores` counts it; with
    folds ``validation`` is all that was held out and ``folds`` their number. ``judged`` names the
    part that ``per_class`` and ``members`` are about: the test part, else the held-out one, else
    the training part. ``predicted`` counts the classes over all images, whose ``fingerprint`` it
    is. ``held_out_chose`` says
    that the validation part decided which epoch was kept.
    """
    classes = len(parts.class_names)
    labels = np.asarray(parts.image_set.labels, np.int64)
    predicted = probabilities.argmax(axis=1)
    rows = judged_rows(parts)
    counted = {name: scores(labels[some], predicted[some], classes) for name, some in rows.items()}
    if training is not None:
        counted["training"] = scores(training.known, training.named, classes)
    judged = next((name for name in ("test", "validation") if len(rows[name])), "training")
    found: dict[str, Any] = {
        "kind": "images",
        "fingerprint": parts.image_set.fingerprint,
        "classes": list(parts.class_names),
        "predicted": np.bincount(predicted, minlength=classes).tolist(),
        **counted,
        "judged": judged,
        "per_class": class_scores(np.array(counted[judged]["confusion"])),
        "members": [
            _member(model, parts, said, number, rows[judged], judged == "validation")
            for number in range(len(said))
        ],
    }
    if parts.is_cross_validated:
        found["folds"] = len(parts.folds)
    elif len(parts.folds[0].validation):
        found["held_out_chose"] = True
    return found


def judged_rows(parts: ImageParts) -> dict[str, NDArray[np.int64]]:
    """Return the rows of each part that its networks may be judged by."""
    fold = parts.folds[0]
    if not parts.is_cross_validated:
        return {"training": fold.training, "validation": fold.validation, "test": parts.test}
    held_out = np.sort(np.concatenate([each.held_out for each in parts.folds]))
    return {"training": held_out[:0], "validation": held_out, "test": parts.test}


def _remembered(model: TrainedCNN, parts: ImageParts, said: NDArray[np.float64]) -> HeldOut | None:
    """Return what networks say of the images that they were trained on."""
    saw = np.zeros(said.shape[:2], bool)
    for number, fold in enumerate(model.member_folds):
        saw[number, parts.folds[fold].training] = True
    rows = np.flatnonzero(saw.any(axis=0))
    return heard_on(parts, rows, mean_of_heard(said[:, rows], saw[:, rows]))


def _member(
    model: TrainedCNN,
    parts: ImageParts,
    said: NDArray[np.float64],
    number: int,
    rows: NDArray[np.int64],
    held_out: bool,
) -> dict[str, Any]:
    """Count the right ones of one member, of the folds on its own one alone."""
    fold = model.member_folds[number]
    if held_out:
        rows = parts.folds[fold].held_out
    known = np.asarray(parts.image_set.labels, np.int64)[rows]
    correct = int((said[number, rows].argmax(axis=1) == known).sum())
    return {
        "fold": fold,
        "samples": len(rows),
        "correct": correct,
        "accuracy": correct / len(rows) if len(rows) else None,
    }
