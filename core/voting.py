"""What members say of samples, added up, and the class that the most of them name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.job import Activation, Coding
from core.kernels.voting import ONE_HOT, ORDERED, SOFTMAX, add_votes, count_votes
from core.targets import limits

Array = NDArray[np.float64]
_CODES: dict[Coding, int] = {"one_hot": ONE_HOT, "softmax": SOFTMAX, "ordered": ORDERED}


@dataclass(frozen=True)
class Classification:
    """Classes and probabilities of P samples.

    Attributes
    ----------
    codes
        int64, shape (P,). The class that the most members name; of several, the one with the
        highest mean probability.
    probability
        float64, shape (P, C). Mean over the members, rows summing to 1.
    outputs
        float64, shape (P, outputs). Values of the output layer, mean over the members.
    agreement
        float64, shape (P,). Share of the members that name the class; NaN where one alone voted.
    members
        How many voted.
    """

    codes: NDArray[np.int64]
    probability: Array
    outputs: Array
    agreement: Array
    members: int

    @property
    def highest(self) -> Array:
        """Probability of the class, shape (P,)."""
        return np.take_along_axis(self.probability, self.codes[:, None], axis=1)[:, 0]

    def of(self, rows: NDArray[np.int64]) -> Classification:
        """Return what is said of some rows."""
        return Classification(
            self.codes[rows],
            self.probability[rows],
            self.outputs[rows],
            self.agreement[rows],
            self.members,
        )

    def replaced(self, rows: NDArray[np.int64], other: Classification) -> Classification:
        """Return a copy that says of `rows` what `other`, of so many samples, says."""
        found = Classification(
            self.codes.copy(),
            self.probability.copy(),
            self.outputs.copy(),
            self.agreement.copy(),
            self.members,
        )
        found.codes[rows] = other.codes
        found.probability[rows] = other.probability
        found.outputs[rows] = other.outputs
        found.agreement[rows] = other.agreement
        return found


@dataclass(frozen=True)
class Votes:
    """Sums over the members so far.

    Attributes
    ----------
    named
        Members that name each class, shape (P, C).
    probability, outputs
        Sums of probabilities and outputs, shapes (P, C) and (P, outputs).
    members
        How many voted on each sample, shape (P,).
    """

    named: Array
    probability: Array
    outputs: Array
    members: NDArray[np.int64]

    @classmethod
    def none(cls, samples: int, classes: int, outputs: int) -> Votes:
        """Return the sums before anybody voted."""
        # a class after the other in memory: loops go over the samples
        return cls(
            np.zeros((classes, samples)).T,
            np.zeros((classes, samples)).T,
            np.zeros((outputs, samples)).T,
            np.zeros(samples, np.int64),
        )

    def take(self, first: int, outputs: Tensor, activation: Activation, coding: Coding) -> None:
        """Add what K members say of samples from `first` on; outputs of shape (K, P, outputs)."""
        low, high = limits(activation)
        said = np.ascontiguousarray(outputs.to(torch.float64).numpy().transpose(0, 2, 1))
        sums = self.named.T, self.probability.T, self.outputs.T
        add_votes(said, _CODES[coding], low, high, first, *sums)
        self.members[first : first + outputs.shape[1]] += len(outputs)

    def of(self, chosen: NDArray[np.bool_]) -> Votes:
        """Return the votes on some of the samples."""
        return Votes(
            self.named[chosen],
            self.probability[chosen],
            self.outputs[chosen],
            self.members[chosen],
        )

    def replaced(self, rows: NDArray[np.int64], other: Votes) -> Votes:
        """Return a copy with the votes of `other`, on as many samples, on some of them."""
        found = Votes(
            self.named.copy(), self.probability.copy(), self.outputs.copy(), self.members.copy()
        )
        found.named[rows] = other.named[rows]
        found.probability[rows] = other.probability[rows]
        found.outputs[rows] = other.outputs[rows]
        found.members[rows] = other.members[rows]
        return found

    def __add__(self, other: Votes) -> Votes:
        return Votes(
            self.named + other.named,
            self.probability + other.probability,
            self.outputs + other.outputs,
            self.members + other.members,
        )

    def count(self) -> Classification:
        """Return classes and means; every sample must have had a vote."""
        named, probability = _rows(self.named), _rows(self.probability).copy()
        codes, agreement = np.zeros(len(self.members), np.int64), np.empty(len(self.members))
        count_votes(named, probability, self.members, codes, agreement)
        outputs = (_rows(self.outputs) / self.members).T
        most = int(self.members.max(initial=0))
        return Classification(codes, probability.T, outputs, agreement, most)


def _rows(values: Array) -> Array:
    """Return a row for each class, shape (C, P), from sums of shape (P, C)."""
    return np.ascontiguousarray(values.T)
