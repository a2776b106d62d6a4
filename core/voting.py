"""What members say of samples, added up, and the class that the most of them name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.job import Activation, Coding
from core.targets import probabilities

Array = NDArray[np.float64]


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
        return cls(
            np.zeros((samples, classes)),
            np.zeros((samples, classes)),
            np.zeros((samples, outputs)),
            np.zeros(samples, np.int64),
        )

    def take(self, first: int, outputs: Tensor, activation: Activation, coding: Coding) -> None:
        """Add what K members say of samples from `first` on; outputs of shape (K, P, outputs)."""
        shares = probabilities(outputs, activation, coding, self.named.shape[1])
        # where all outputs say "not this class" the shares are even, but one says it the least
        chosen = (shares if coding == "ordered" else outputs).argmax(dim=2)
        named = torch.nn.functional.one_hot(chosen, self.named.shape[1]).sum(dim=0)
        rows = slice(first, first + outputs.shape[1])
        self.named[rows] += named.numpy()
        self.probability[rows] += shares.sum(dim=0, dtype=torch.float64).numpy()
        self.outputs[rows] += outputs.sum(dim=0, dtype=torch.float64).numpy()
        self.members[rows] += len(outputs)

    def of(self, chosen: NDArray[np.bool_]) -> Votes:
        """Return the votes on some of the samples."""
        return Votes(
            self.named[chosen],
            self.probability[chosen],
            self.outputs[chosen],
            self.members[chosen],
        )

    def __add__(self, other: Votes) -> Votes:
        return Votes(
            self.named + other.named,
            self.probability + other.probability,
            self.outputs + other.outputs,
            self.members + other.members,
        )

    def count(self) -> Classification:
        """Return classes and means; every sample must have had a vote."""
        members = self.members[:, None].astype(np.float64)
        probability = self.probability / members
        # probabilities are at most 1, so half of one decides between equals and nothing else
        codes = (self.named + 0.5 * probability).argmax(axis=1).astype(np.int64)
        agreement = np.take_along_axis(self.named / members, codes[:, None], axis=1)[:, 0]
        # one vote agrees with itself, which says nothing
        agreement[self.members < 2] = np.nan
        most = int(self.members.max(initial=0))
        return Classification(codes, probability, self.outputs / members, agreement, most)
