"""How well probabilities put the samples of a class before the others: ROC and precision–recall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.verdict.figures import divided

Array = NDArray[np.float64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Ranking:
    """N samples in the order of a probability, the highest first.

    Attributes
    ----------
    order
        int64, shape (N,). Row of each place.
    positive
        int64, shape (n,). Places of the samples of the class.
    first, last
        int64, shape (n,). Where those begin, and where those end, that have the same probability
        as each of them; the end is one place further.
    before, after
        int64, shape (n,). Samples of the class that stand before `first` and before `last`.
    """

    order: Places
    positive: Places
    first: Places
    last: Places
    before: Places
    after: Places


def ranked(score: Array, is_of_class: Flags) -> Ranking:
    """Put samples in order once, for any number of weights.

    Parameters
    ----------
    score
        float64, shape (N,), without NaN.
    is_of_class
        bool, shape (N,).
    """
    order = np.argsort(-score, kind="stable")
    starts = _tie_starts(score[order])
    ends = np.append(starts[1:], len(score))
    positive = np.flatnonzero(is_of_class[order])
    tie = np.searchsorted(starts, positive, side="right") - 1
    first, last = starts[tie], ends[tie]
    before, after = np.searchsorted(positive, first), np.searchsorted(positive, last)
    return Ranking(order, positive, first, last, before, after)


def area_and_precision(ranking: Ranking, weights: Array) -> tuple[Array, Array]:
    """Return the area under the ROC curve and the average precision for B sets of weights.

    The area is the chance that a sample of the class stands before one of another, ties half
    (J. A. Hanley & B. J. McNeil 1982, Radiology 143, 29-36: that of midranks). Average precision
    is Σ (R_k - R_k-1) P_k over the different probabilities (M. Zhu 2004, Recall, precision and
    average precision, University of Waterloo), without interpolation.

    Parameters
    ----------
    weights
        float64, shape (B, N), 0 or more, in the order of the ranking.

    Returns
    -------
    tuple
        Both 0 to 1, float64, shape (B,); NaN where the class, or for the area the rest, weighs
        nothing.
    """
    own = np.take(weights, ranking.positive, axis=1)
    all_so_far, own_so_far = _running(weights), _running(own)
    own_down_to = np.take(own_so_far, ranking.after, axis=1)
    all_down_to = np.take(all_so_far, ranking.last, axis=1)
    others_down_to = all_down_to - own_down_to
    others_above = np.take(all_so_far, ranking.first, axis=1) - np.take(
        own_so_far, ranking.before, axis=1
    )
    total, others = own_so_far[:, -1], all_so_far[:, -1] - own_so_far[:, -1]
    misplaced = np.einsum("bn,bn->b", own, others_down_to + others_above) / 2
    # where nothing weighs yet, the sample itself weighs nothing and its precision does not count
    precision = own_down_to / np.where(all_down_to > 0, all_down_to, 1.0)
    average = divided(np.einsum("bn,bn->b", own, precision), total)
    return 1 - divided(misplaced, total * others), average


def roc_points(score: Array, is_of_class: Flags) -> tuple[Array, Array]:
    """Return false and true positive rates from (0, 0) to (1, 1), a point a different score.

    Both kinds must be among the samples.
    """
    right, taken = _taken(score, is_of_class)
    wrong = taken - right
    return wrong / wrong[-1], right / right[-1]


def precision_recall_points(score: Array, is_of_class: Flags) -> tuple[Array, Array]:
    """Return recall and precision, a point a different score, recall ascending.

    The curve begins at recall 0 and precision 1, as scikit-learn has it. The class must be among
    the samples.
    """
    right, taken = _taken(score, is_of_class)
    precision = np.ones(len(right))
    precision[1:] = right[1:] / taken[1:]
    return right / right[-1], precision


def _taken(score: Array, is_of_class: Flags) -> tuple[Array, Array]:
    """Samples of the class, and samples, at or above each score, beginning with none."""
    order = np.argsort(-score, kind="stable")
    ends = np.append(_tie_starts(score[order]), len(score))
    right = np.concatenate(([0.0], np.cumsum(is_of_class[order])))
    return right[ends], ends.astype(np.float64)


def _tie_starts(ordered: Array) -> Places:
    """Places at which another value begins, the first among them; none without values."""
    differs = np.ones(len(ordered), bool)
    differs[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(differs)


def _running(weights: Array) -> Array:
    """Running sums that begin with 0, shape (B, N + 1)."""
    sums = np.zeros((weights.shape[0], weights.shape[1] + 1))
    np.cumsum(weights, axis=1, out=sums[:, 1:])
    return sums
