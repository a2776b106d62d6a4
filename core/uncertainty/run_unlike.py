"""Which rows of a run are unlike its training samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from core.job_sections.judging import Unlike
from core.parts import Parts
from core.preparing.compiled import prepared_samples
from core.protocols.division import Division
from core.splitting import Rows, split_folds
from core.uncertainty.coverage import exact_interval
from core.uncertainty.reference import Array
from core.uncertainty.survey import AsAWhole, SurveyRows, areas_of
from core.uncertainty.unlike import LeftOut, UnlikeRule, find_unlike, folds_of

# labelled samples below which nothing can be said of their surroundings
FEWEST = 10
# folds that a single network's samples are divided into
FOLDS = 5
# folds that are each measured by themselves: leaving one out at a time would fit hundreds
MOST_FOLDS = 50


@dataclass(frozen=True)
class RunUnlike:
    """What a run says of unlike rows.

    Attributes
    ----------
    rule
        For further cells, prepared as for the first fold.
    scores
        float64, shape (P,). Distance / threshold of every row of the table, above 1: unlike. A
        labelled row was measured from samples that it is not among.
    evaluation
        For ``evaluation.json``: threshold, expected share, and the shares that were marked.
    """

    rule: UnlikeRule
    scores: Array
    evaluation: dict[str, Any]


@dataclass(frozen=True)
class _Measured:
    """Samples to measure from, and folds of them.

    Attributes
    ----------
    training
        float64, shape (N, S).
    folds
        What each fold is measured from, and what is measured.
    rows
        int64: for each fold the rows of the table that it is measured from, and that are measured.
    """

    training: Array
    folds: tuple[LeftOut, ...]
    rows: tuple[tuple[Rows, Rows], ...]

    @property
    def held_out(self) -> Rows:
        """Rows that are measured, in the order of the folds."""
        return np.concatenate([held_out for _, held_out in self.rows])


def unlike_of_run(parts: Parts, measure: Unlike, seed: int) -> RunUnlike | None:
    """Return what is unlike the training samples; None where nobody asks, or they are too few.

    Parameters
    ----------
    seed
        Of the samples that are kept to measure from.
    """
    if measure == "off" or len(parts.dataset.labelled) < FEWEST:
        return None
    measured = _measured(parts, seed)
    if len(measured.folds) < 2 or min(len(each.training) for each in measured.folds) < 2:
        return None
    survey = _survey_rows(parts, measured.rows)
    rule, of_folds = find_unlike(measured.training, measured.folds, measure, seed, survey)
    own = np.concatenate(of_folds)
    scores = rule.scores(parts.folds[0].inputs.numpy())
    scores[measured.held_out] = own
    second = _second_file(parts)
    whole = rule.of_file(second) if second is not None else None
    checked = _apart(parts, rule, scores, second, whole)
    evaluation = {
        **rule.to_values(),
        "expected": rule.expected,
        "rows": _marked(scores),
        "checked": checked is not None,
        "held_out": _marked(own if checked is None else checked),
        "second_file": whole.to_values() if whole is not None else None,
    }
    return RunUnlike(rule, scores, evaluation)


def _measured(parts: Parts, seed: int) -> _Measured:
    if parts.is_cross_validated and len(parts.folds) <= MOST_FOLDS:
        return _by_folds(parts)
    fold = parts.folds[0]
    rows = parts.dataset.labelled
    if not parts.is_cross_validated:
        rows = np.union1d(fold.training, fold.validation)
    target = np.full(parts.dataset.size, -1, np.int64)
    target[rows] = parts.dataset.target[rows]
    divided, _ = split_folds(target, FOLDS, seed, parts.division.units)
    if not divided:
        return _Measured(np.empty((0, 0)), (), ())
    fold_of = np.zeros(parts.dataset.size, np.int64)
    for number, some in enumerate(divided):
        fold_of[some] = number
    training = fold.inputs.numpy()[rows]
    pairs = tuple((np.setdiff1d(rows, some), some) for some in divided)
    return _Measured(training, folds_of(training, fold_of[rows]), pairs)


def _by_folds(parts: Parts) -> _Measured:
    """Measure what each fold of the judgement holds out, in its own preparation."""
    folds = [fold for fold in parts.folds if len(fold.held_out)]
    pairs = tuple((np.union1d(fold.training, fold.validation), fold.held_out) for fold in folds)
    left_out = tuple(
        LeftOut(fold.inputs.numpy()[training], fold.inputs.numpy()[held_out])
        for fold, (training, held_out) in zip(folds, pairs, strict=True)
    )
    training = parts.folds[0].inputs.numpy()[parts.dataset.labelled]
    return _Measured(training, left_out, pairs)


def _survey_rows(parts: Parts, folds: tuple[tuple[Rows, Rows], ...]) -> SurveyRows:
    """Return all rows of the table, labelled or not, by areas where they have places."""
    dataset = parts.dataset
    inputs = parts.folds[0].inputs.numpy()
    if dataset.coordinates is not None:
        return SurveyRows(inputs, areas_of(dataset.coordinates), folds)
    rows = np.arange(dataset.size)
    return SurveyRows(inputs, Division("folds", (), dataset.groups).units_of(rows), folds)


def _second_file(parts: Parts) -> Array | None:
    """Return the prepared samples of the table that judges, None where it is no other one."""
    if parts.second is None:
        return None
    second, preparation = parts.second, parts.folds[0].preparation
    return prepared_samples(preparation, second.features, second.censored)


def _apart(
    parts: Parts, rule: UnlikeRule, scores: Array, second: Array | None, whole: AsAWhole | None
) -> Array | None:
    """Return the scores of samples that had no say in the threshold, None where there are none."""
    if second is not None:
        found = rule.scores(second)
        return found if whole is None else whole.marks(found)
    if parts.is_cross_validated or not parts.division.splits:
        return None
    return scores[parts.folds[0].held_out]


def _marked(scores: Array) -> dict[str, Any]:
    """Return how many are above 1, their share, and its exact interval at 95 %."""
    samples, marked = len(scores), int((scores > 1).sum())
    low, high = exact_interval(marked, samples)
    share = marked / samples if samples else None
    return {"samples": samples, "marked": marked, "share": share, "low": low, "high": high}
