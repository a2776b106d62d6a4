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
from core.explaining.members import blocks, members_each, named_by, outputs_of, voters_of
from core.explaining.subject import Subject
from core.model import TrainedModel
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

    What is shuffled is what the table holds, with its flag of being below a limit, among all
    samples that judge and not within a fold: a fold may hold out a single one. Each sample is then
    prepared and classified by the members that never saw it.

    Parameters
    ----------
    columns
        Numbers of the elements that are shuffled together; none: nothing is shuffled.
    orders
        int64, shape (R, N).
    """
    model = subject.model
    votes = Votes.none(orders.size, subject.classes, model.network.sizes[-1])
    counts = np.zeros((members_each(model), len(orders), subject.classes, subject.classes))
    for fold, places in subject.folds():
        asked = np.add.outer(np.arange(len(orders)) * subject.size, places).ravel()
        for block in blocks(model, len(asked)):
            rows = asked[block]
            outputs = _asked(subject, fold, columns, orders, rows)
            _add_votes(votes, rows, outputs, model)
            _count(counts, subject, fold, rows, named_by(model, outputs))
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


def _asked(subject: Subject, fold: int, columns: Sequence[int], orders: Rows, rows: Rows) -> Tensor:
    """Return what the members of a fold say of rows, which count through all R orders."""
    repeat, place = np.divmod(rows, subject.size)
    features, censored = subject.features[place], subject.censored[place]
    donors = orders[repeat, place][:, np.newaxis]
    features[:, columns] = subject.features[donors, columns]
    censored[:, columns] = subject.censored[donors, columns]
    return outputs_of(subject.model, fold, features, censored)


def _add_votes(total: Votes, rows: Rows, outputs: Tensor, model: TrainedModel) -> None:
    said = Votes.none(len(rows), len(model.class_names), outputs.shape[-1])
    said.take(0, outputs, model.network.activations[-1], model.coding)
    total.named[rows] += said.named
    total.probability[rows] += said.probability
    total.outputs[rows] += said.outputs
    total.members[rows] += said.members


def _count(counts: Array, subject: Subject, fold: int, rows: Rows, named: Rows) -> None:
    """Add samples to the confusion matrices of each member and order, shape (K, R, C, C)."""
    members, repeats, classes, _ = counts.shape
    repeat, place = np.divmod(rows, subject.size)
    matrix = voters_of(subject.model, fold)[:, np.newaxis] * repeats + repeat
    cell = (matrix * classes + subject.known[place]) * classes + named
    found = np.bincount(cell.ravel(), minlength=counts.size)
    counts += found.reshape(members, repeats, classes, classes)


def _of_votes(subject: Subject, votes: Votes, repeats: int) -> dict[str, Array]:
    codes = votes.count().codes.reshape(repeats, subject.size)
    matrices = [confusion(subject.known, each, subject.classes) for each in codes]
    return _chosen(overall_figures(np.array(matrices, np.float64)))


def _chosen(figures: Mapping[str, Array]) -> dict[str, Array]:
    return {name: figures[name] for name in FIGURES}
