"""One classifier, fitted in every fold and asked about the samples that judge there."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.baselines.estimators import Baseline, build_estimator
from core.baselines.lessons import Lesson, Lessons
from datasets.messages import InputError

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Answers:
    """What one classifier says of the judging samples of all folds.

    Attributes
    ----------
    rows
        int64, shape (N,). Rows of the dataset or of the second file, ascending.
    named
        int64, shape (N,). Class codes.
    probability
        float64, shape (N, C), rows summing to 1. 0 for a class that the fold's samples lack.
    unfinished
        Folds in which its iterations did not converge.
    learned, offered
        Samples that it learned from, and that there were, the mean of the folds, rounded.
    """

    rows: Rows
    named: Rows
    probability: Floats
    unfinished: int
    learned: int
    offered: int


def answers_of(name: Baseline, lessons: Lessons, seed: int, told: Callable[[int], None]) -> Answers:
    """Fit a classifier in every fold and ask it about the samples that judge there.

    Parameters
    ----------
    told
        Called with the number of folds done, after each.

    Raises
    ------
    InputError
        When it cannot be fitted in a fold.
    """
    rows, named, probability, unfinished = [], [], [], 0
    counts = []
    for number in range(lessons.folds):
        lesson = lessons.lesson(name, number)
        _check_classes(name, lesson.codes, number)
        codes, shares, converged = _asked(name, lesson, seed, number)
        every = np.zeros((len(shares), len(lessons.class_names)))
        every[:, codes] = shares
        rows.append(lesson.rows)
        # as each of them names a class: the most probable, of equals the first
        named.append(codes[shares.argmax(axis=1)])
        probability.append(every)
        unfinished += not converged
        counts.append((len(lesson.codes), lesson.offered))
        told(number + 1)
    order = np.argsort(np.concatenate(rows), kind="stable")
    learned, offered = np.mean(counts, axis=0).round().astype(int).tolist()
    return Answers(
        np.concatenate(rows)[order],
        np.concatenate(named)[order],
        np.concatenate(probability)[order],
        unfinished,
        learned,
        offered,
    )


def _asked(name: Baseline, lesson: Lesson, seed: int, number: int) -> tuple[Rows, Floats, bool]:
    """Return the classes it knows, the probability of each, and whether it converged."""
    from sklearn.exceptions import ConvergenceWarning

    estimator = build_estimator(name, seed, len(lesson.codes))
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always", ConvergenceWarning)
        try:
            estimator.fit(lesson.inputs, lesson.codes)
        except ValueError as error:
            raise InputError(
                "It cannot be fitted in fold {fold}: {reason}.",
                fold=number + 1,
                reason=str(error).splitlines()[0].rstrip("."),
            ) from None
    codes = np.asarray(estimator.classes_, dtype=np.int64)
    shares = np.asarray(estimator.predict_proba(lesson.asked), dtype=np.float64)
    return codes, shares, not any(each.category is ConvergenceWarning for each in heard)


def _check_classes(name: Baseline, codes: Rows, number: int) -> None:
    """Two of them say what they know of one class; the others would fail each its own way."""
    if name in ("majority", "nearest") or len(np.unique(codes)) > 1:
        return
    raise InputError(
        "It cannot be fitted in fold {fold}, whose training samples are all of one class; judge "
        "by fewer folds or larger groups.",
        fold=number + 1,
    )
