"""Classifying every row, and counting the right ones where the members had not seen the sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evaluation import counted, evaluate
from core.model import TrainedModel
from core.parts import Parts
from core.verdict.held_out import HeldOut
from core.voting import Classification, Votes

Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Judged:
    """What came out.

    Attributes
    ----------
    found
        Classes of every row. Where folds were held out, a labelled row is classified by the
        members that never saw it.
    part_names
        "training", "validation", "test" or "" for each row, shape (P,).
    wrong
        float64, shape (P,). Share of the members that name another class than the known one, of
        those that may judge the row; NaN without a class.
    evaluation
        What `core.evaluation.evaluate` counted.
    held_out, training
        What a verdict is found from: samples that judge, by members that never saw them, and
        samples that were trained on, by those that were. None where there are none.
    """

    found: Classification
    part_names: NDArray[np.str_]
    wrong: NDArray[np.float64]
    evaluation: dict[str, Any]
    held_out: HeldOut | None
    training: HeldOut | None


def judge(model: TrainedModel, parts: Parts) -> Judged:
    """Classify every row with all members, and labelled rows of folds with those that may."""
    votes = [model.votes_of_fold(number, fold.inputs) for number, fold in enumerate(parts.folds)]
    judged = judge_votes(votes, parts)
    second = parts.second
    if second is None:
        return judged
    return by_second_file(judged, model.classify(second.features, second.censored), parts)


def judge_votes(votes: list[Votes], parts: Parts) -> Judged:
    """Count the votes of each fold on every row; see `judge`."""
    dataset = parts.dataset
    everybody = sum(votes[1:], votes[0])
    unseen, seen = _apart(votes, parts)
    judging = np.flatnonzero(unseen.members > 0)
    trained = np.flatnonzero(seen.members > 0)
    # a labelled row that no fold held out is left to all members
    found = everybody.count()
    told = everybody
    if len(judging):
        found = found.replaced(judging, unseen.of(unseen.members > 0).count())
        told = everybody.replaced(judging, unseen)
    remembered = found.replaced(trained, seen.of(seen.members > 0).count())
    names = part_names(parts)
    test = np.flatnonzero(names == "test")
    by_part = {"training": trained[:0], "validation": trained[:0], "test": test}
    if not parts.is_cross_validated:
        by_part["validation"] = parts.folds[0].validation
    evaluation = evaluate(dataset.target, found.codes, dataset.class_names, by_part)
    evaluation["training"] = counted(
        dataset.target[trained], remembered.codes[trained], len(dataset.class_names)
    )
    if parts.is_cross_validated:
        evaluation["folds"] = len(parts.folds)
    return Judged(
        found,
        names,
        wrong_shares(told, dataset.target),
        evaluation,
        _heard_on(found, judging, parts),
        _heard_on(remembered, trained, parts),
    )


def part_names(parts: Parts) -> NDArray[np.str_]:
    """Return "training", "validation", "test" or "" for each row, shape (P,).

    Where all samples are held out in turn, all that are so are "test".
    """
    names = np.full(parts.dataset.size, "", dtype="<U10")
    if not parts.is_cross_validated:
        names[parts.folds[0].training] = "training"
        names[parts.folds[0].validation] = "validation"
    for split in parts.division.splits:
        names[split.held_out] = "test"
    return names


def wrong_shares(votes: Votes, target: Rows) -> NDArray[np.float64]:
    """Return the share of the members that name another class, NaN where none is known."""
    known = np.flatnonzero(target >= 0)
    shares = np.full(len(target), np.nan)
    right = votes.named[known, target[known]]
    shares[known] = 1.0 - right / np.maximum(votes.members[known], 1)
    return shares


def _apart(votes: list[Votes], parts: Parts) -> tuple[Votes, Votes]:
    """Return the votes on all rows of members that are judged by them, and of those trained on
    them.
    """
    rows, classes = votes[0].named.shape
    unseen = Votes.none(rows, classes, votes[0].outputs.shape[1])
    seen = Votes.none(rows, classes, votes[0].outputs.shape[1])
    for fold, said in zip(parts.folds, votes, strict=True):
        _add(unseen, said, fold.held_out)
        _add(seen, said, fold.training)
    return unseen, seen


def _add(total: Votes, said: Votes, rows: Rows) -> None:
    total.named[rows] += said.named[rows]
    total.probability[rows] += said.probability[rows]
    total.outputs[rows] += said.outputs[rows]
    total.members[rows] += said.members[rows]


def _heard_on(found: Classification, rows: Rows, parts: Parts) -> HeldOut | None:
    if not len(rows):
        return None
    dataset = parts.dataset
    return HeldOut(
        dataset.target[rows],
        found.codes[rows],
        found.probability[rows],
        parts.division.units_of(rows),
        dataset.class_names,
    )


def by_second_file(judged: Judged, found: Classification, parts: Parts) -> Judged:
    """Let the samples of the second file judge instead of the validation part.

    Parameters
    ----------
    found
        What all members say of these samples.
    """
    second = parts.second
    assert second is not None
    held_out = HeldOut(
        second.target,
        found.codes,
        found.probability,
        np.arange(len(second.target)),
        parts.dataset.class_names,
    )
    test = counted(second.target, found.codes, len(parts.dataset.class_names))
    return Judged(
        judged.found,
        judged.part_names,
        judged.wrong,
        {**judged.evaluation, "test": test},
        held_out,
        judged.training,
    )


def voters_of(sound: NDArray[np.bool_], folds: int) -> NDArray[np.bool_]:
    """Return which members vote: the sound ones, or all of a fold where none of it is sound."""
    by_fold = sound.reshape(folds, -1)
    return (by_fold | ~by_fold.any(axis=1, keepdims=True)).ravel()


def is_flattered(evaluation: Mapping[str, Any], *, chooses: bool) -> bool:
    """Whether the samples that judge also chose what was kept."""
    by_validation = not evaluation["test"]["samples"] and evaluation["validation"]["samples"] > 0
    return bool(chooses and by_validation)
