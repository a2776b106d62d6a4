"""How the probability of each class goes with the value of one element.

Partial dependence: J. H. Friedman (2001), Greedy function approximation, Annals of Statistics 29,
1189-1232. The band is that of the curves of single samples: A. Goldstein et al. (2015), Peeking
inside the black box, Journal of Computational and Graphical Statistics 24, 44-65.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.explaining.attribution import mean_and_spread
from core.explaining.plain import plain
from core.explaining.subject import Subject

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

POINTS = 40
# percentiles of the survey between which the grid lies, and of the samples between which the band
ENDS, BAND = (2.0, 98.0), (10.0, 90.0)
MOST_SAMPLES = 500
MOST_SURVEYED = 5_000


@dataclass(frozen=True)
class Dependence:
    """Probabilities of C classes at G values of an element.

    Attributes
    ----------
    grid
        float64, shape (G,), in the unit of the table, ascending.
    is_log
        Whether equal steps of it are equal ratios.
    mean
        float64, shape (C, G). Over samples and members, 0 to 1.
    low, high
        Between which the curves of 80 % of the samples lie, each a mean over the members.
    members
        Standard deviation over the members, each a mean over the samples; NaN with one.
    """

    name: str
    unit: str
    grid: Array
    is_log: bool
    mean: Array
    low: Array
    high: Array
    members: Array

    def to_values(self, class_names: tuple[str, ...]) -> dict[str, Any]:
        """Return plain values, as explanation.json has them."""
        lines = ("mean", "low", "high", "members")
        return {
            "name": self.name,
            "unit": self.unit,
            "grid": plain(self.grid),
            "log": self.is_log,
            "classes": [
                {"name": name, **{line: plain(getattr(self, line)[code]) for line in lines}}
                for code, name in enumerate(class_names)
            ],
        }


def dependence_of(subject: Subject, column: int, seed: int) -> Dependence:
    """Return how the probabilities go with one element, over at most 500 held-out samples.

    Every sample keeps its other values; each is asked of the members that never saw it.
    """
    subject = subject.some(MOST_SAMPLES, seed)
    grid, is_log = grid_of(subject, column, seed)
    of_samples, of_members = asked_along(subject, column, grid)
    low, high = np.percentile(of_samples, BAND, axis=0)
    return Dependence(
        subject.names[column],
        subject.units[column],
        grid,
        is_log,
        of_samples.mean(axis=0).T,
        low.T,
        high.T,
        mean_and_spread(of_members)[1].T,
    )


def grid_of(subject: Subject, column: int, seed: int) -> tuple[Array, bool]:
    """Return 40 values between two percentiles of the survey, and whether they go by ratios.

    They do where the network sees logarithms of the element. A survey without a value there gives
    the one that stands for missing ones.
    """
    values = subject.survey(MOST_SURVEYED, seed)[:, column]
    values = values[np.isfinite(values)]
    if not len(values):
        return np.array([subject.usual(column)]), False
    low, high = np.percentile(values, ENDS)
    is_log = low > 0 and subject.goes_by_ratios(column)
    space = np.geomspace if is_log else np.linspace
    return np.unique(space(low, high, POINTS)), bool(is_log)


def asked_along(subject: Subject, column: int, grid: Array) -> tuple[Array, Array]:
    """Return the mean probabilities of each sample and of each member along a grid.

    Returns
    -------
    tuple of arrays
        float64, shapes (N, G, C) and (K, G, C); NaN for a member that never votes.
    """
    voters = subject.voters
    shape = len(grid), subject.classes
    samples, asked = np.zeros((subject.size * len(grid), subject.classes)), np.zeros(subject.size)
    members, heard = np.zeros((voters.each, *shape)), np.zeros(voters.each)
    for fold, places in subject.folds():
        numbers = voters.numbers[fold]
        rows = np.add.outer(places * len(grid), np.arange(len(grid))).ravel()
        for block in voters.blocks(len(rows)):
            # rows count through the grid for each sample
            place, point = np.divmod(rows[block], len(grid))
            said = voters.shares(subject.moved(fold, place, column, grid[point])).numpy()
            samples[rows[block]] += said.sum(axis=0)
            for number in range(len(grid)):
                members[numbers, number] += said[:, point == number].sum(axis=1)
        asked[places] += len(numbers)
        heard[numbers] += len(places)
    each = samples.reshape(subject.size, *shape) / asked[:, None, None]
    with np.errstate(invalid="ignore"):
        return each, members / heard[:, None, None]
