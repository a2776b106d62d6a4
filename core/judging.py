"""Classifying every row, and counting the right ones where the members had not seen the sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evaluation import evaluate
from core.model import TrainedModel
from core.parts import Parts
from core.voting import Classification, Votes


@dataclass(frozen=True)
class Judged:
    """What came out.

    Attributes
    ----------
    found
        Classes of every row. Where folds were held out, a labelled row is classified by the
        members that never saw it.
    part_names
        "training", "validation" or "" for each row, shape (P,).
    evaluation
        What `core.evaluation.evaluate` counted.
    """

    found: Classification
    part_names: NDArray[np.str_]
    evaluation: dict[str, Any]


def judge(model: TrainedModel, parts: Parts) -> Judged:
    """Classify every row with all members, and labelled rows of folds with those that may."""
    votes = [model.votes_of_fold(number, fold.inputs) for number, fold in enumerate(parts.folds)]
    return judge_votes(votes, parts)


def judge_votes(votes: list[Votes], parts: Parts) -> Judged:
    """Count the votes of each fold on every row; see `judge`."""
    dataset = parts.dataset
    found = sum(votes[1:], votes[0]).count()
    names = np.full(dataset.size, "", dtype="<U10")
    if not parts.is_cross_validated:
        fold = parts.folds[0]
        names[fold.training] = "training"
        names[fold.validation] = "validation"
        evaluation = evaluate(
            dataset.target, found.codes, dataset.class_names, fold.training, fold.validation
        )
        return Judged(found, names, evaluation)
    labelled = dataset.labelled
    names[labelled] = "validation"
    unseen, seen = _folds_apart(votes, parts)
    honest = found.replaced(labelled, unseen.count())
    evaluation = evaluate(dataset.target, honest.codes, dataset.class_names, labelled[:0], labelled)
    # a row can be in the validation part wherever it is not held out
    was_trained = seen.members > 0
    trained = labelled[was_trained]
    remembered = found.replaced(trained, seen.of(was_trained).count())
    training = evaluate(dataset.target, remembered.codes, dataset.class_names, trained, trained[:0])
    evaluation["training"] = training["training"]
    evaluation["folds"] = len(parts.folds)
    return Judged(honest, names, evaluation)


def _folds_apart(votes: list[Votes], parts: Parts) -> tuple[Votes, Votes]:
    """Return the votes on labelled rows of members that never saw them, and of those trained on
    them.
    """
    labelled = parts.dataset.labelled
    place = {row: number for number, row in enumerate(labelled.tolist())}
    classes, outputs = votes[0].named.shape[1], votes[0].outputs.shape[1]
    unseen = Votes.none(len(labelled), classes, outputs)
    seen = Votes.none(len(labelled), classes, outputs)
    for fold, said in zip(parts.folds, votes, strict=True):
        held_out = np.array([place[row] for row in fold.held_out.tolist()], dtype=np.int64)
        is_held_out = np.zeros(len(labelled), bool)
        is_held_out[held_out] = True
        _add(unseen, said, labelled, is_held_out)
        _add(seen, said, labelled, np.isin(labelled, fold.training))
    return unseen, seen


def _add(total: Votes, said: Votes, labelled: NDArray[np.int64], chosen: NDArray[np.bool_]) -> None:
    rows = labelled[chosen]
    total.named[chosen] += said.named[rows]
    total.probability[chosen] += said.probability[rows]
    total.outputs[chosen] += said.outputs[rows]
    total.members[chosen] += said.members[rows]


def voters_of(sound: NDArray[np.bool_], folds: int) -> NDArray[np.bool_]:
    """Return which members vote: the sound ones, or all of a fold where none of it is sound."""
    by_fold = sound.reshape(folds, -1)
    return (by_fold | ~by_fold.any(axis=1, keepdims=True)).ravel()
