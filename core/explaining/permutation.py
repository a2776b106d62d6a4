"""How much worse a network judges when the values of an element are shuffled.

Permutation importance (L. Breiman 2001, Random forests, Machine Learning 45, 5-32) on samples that
the members never saw. Elements that go together hide each other, since a network that has lost one
reads the others instead (C. Strobl et al. 2008, Conditional variable importance for random
forests, BMC Bioinformatics 9, 307); so they are shuffled together as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from core.evaluation import confusion
from core.explaining.subject import Subject
from core.explaining.voters import Voters
from core.verdict.figures import overall_figures
from core.voting import Votes

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

FIGURES = ("macro_f1", "balanced_accuracy")
REPEATS = 10
LEVEL = 0.95
# keeps the orders apart from other draws of a seed
ORDER_DRAW = 0x5AFF1E


@dataclass(frozen=True)
class Judgement:
    """Figures of samples in R orders.

    Attributes
    ----------
    votes
        float64, shape (R,) for each of `FIGURES`: of all members that judge a sample, by vote.
    members
        float64, shape (K, R): of the members by themselves. Member k of every fold counts as one;
        NaN where none of them votes.
    """

    votes: Mapping[str, Array]
    members: Mapping[str, Array]


@dataclass(frozen=True)
class Drop:
    """By how much a figure falls.

    Attributes
    ----------
    value
        Mean over the orders, of the vote; below 0 where the figure rises.
    low, high
        Where 95 % of the orders would lie. The true order is one more of them when the element
        says nothing, so that 0 then lies outside in 5 % of cases. NaN with one order.
    members
        Standard deviation over the members, of each one's mean; NaN with one member.
    """

    value: float
    low: float
    high: float
    members: float


def drawn_orders(samples: int, repeats: int, seed: int) -> Rows:
    """Return orders of samples, int64, shape (R, N); every element is shuffled by the same."""
    rng = np.random.default_rng([seed, ORDER_DRAW])
    return np.array([rng.permutation(samples) for _ in range(repeats)], np.int64)


def judged_in_orders(subject: Subject, columns: Sequence[int], orders: Rows) -> Judgement:
    """Classify all samples with the values of some elements in other orders.

    They are shuffled among all samples that judge and not within a fold: a fold may hold out a
    single one. Each sample is then classified by the members that never saw it. What of a sample
    is shuffled, `Subject.exchanged` says.

    Parameters
    ----------
    columns
        Numbers of the elements that are shuffled together; none: nothing is shuffled.
    orders
        int64, shape (R, N).
    """
    voters, classes = subject.voters, subject.classes
    votes = Votes.none(orders.size, classes, voters.outputs)
    counts = np.zeros((voters.each, len(orders), classes, classes))
    for fold, places in subject.folds():
        asked = np.add.outer(np.arange(len(orders)) * subject.size, places).ravel()
        for block in voters.blocks(len(asked)):
            rows = asked[block]
            # rows count through all R orders
            repeat, place = np.divmod(rows, subject.size)
            outputs = subject.exchanged(fold, place, columns, orders[repeat, place])
            _add_votes(votes, rows, outputs, voters)
            _count(counts, subject, fold, rows, voters.named(outputs))
    return Judgement(_of_votes(subject, votes, len(orders)), _chosen(overall_figures(counts)))


def drop(whole: Judgement, shuffled: Judgement, figure: str) -> Drop:
    """Return by how much a figure falls from the samples as they are to those shuffled.

    The interval is that of one more draw from a normal distribution, by Student's t (G. J. Hahn
    1969, Journal of the American Statistical Association 64, 878-888).
    """
    from scipy.special import stdtrit

    drops = whole.votes[figure][0] - shuffled.votes[figure]
    repeats, value = len(drops), float(drops.mean())
    reach = np.nan
    if repeats > 1:
        width = stdtrit(repeats - 1, (1 + LEVEL) / 2) * np.sqrt(1 + 1 / repeats)
        reach = float(width * drops.std(ddof=1))
    alone = whole.members[figure][:, 0] - shuffled.members[figure].mean(axis=1)
    alone = alone[np.isfinite(alone)]
    members = float(alone.std(ddof=1)) if len(alone) > 1 else np.nan
    return Drop(value, value - reach, value + reach, members)


def _add_votes(total: Votes, rows: Rows, outputs: Tensor, voters: Voters) -> None:
    said = Votes.none(len(rows), len(voters.class_names), voters.outputs)
    said.take(0, outputs, voters.activation, voters.coding)
    total.named[rows] += said.named
    total.probability[rows] += said.probability
    total.outputs[rows] += said.outputs
    total.members[rows] += said.members


def _count(counts: Array, subject: Subject, fold: int, rows: Rows, named: Rows) -> None:
    """Add samples to the confusion matrices of each member and order, shape (K, R, C, C)."""
    members, repeats, classes, _ = counts.shape
    repeat, place = np.divmod(rows, subject.size)
    matrix = subject.voters.numbers[fold][:, np.newaxis] * repeats + repeat
    cell = (matrix * classes + subject.known[place]) * classes + named
    found = np.bincount(cell.ravel(), minlength=counts.size)
    counts += found.reshape(members, repeats, classes, classes)


def _of_votes(subject: Subject, votes: Votes, repeats: int) -> dict[str, Array]:
    codes = votes.count().codes.reshape(repeats, subject.size)
    matrices = [confusion(subject.known, each, subject.classes) for each in codes]
    return _chosen(overall_figures(np.array(matrices, np.float64)))


def _chosen(figures: Mapping[str, Array]) -> dict[str, Array]:
    return {name: figures[name] for name in FIGURES}
