"""Who is asked: the members of each fold that vote, and how their outputs stand for classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from core.job import Activation, Coding
from core.preparation import FittedPreparation
from core.targets import probabilities

Rows = NDArray[np.int64]
# values of all members that lie in memory at once
MOST_VALUES = 4_000_000


@dataclass(frozen=True)
class Voters:
    """The members that vote, V of each fold.

    Attributes
    ----------
    class_names
        Names of C classes.
    preparations
        One for each fold.
    numbers
        For each fold those of its members, int64, shape (V,), from 0 to K - 1.
    each
        The most members that a fold has, K.
    values
        How many values lie in memory while all members of a fold are asked about a sample.
    outputs
        Outputs of a member.
    activation
        That of the outputs.
    coding
        How the outputs stand for classes.
    is_learnable
        Whether a gradient passes through every layer.
    """

    class_names: tuple[str, ...]
    preparations: tuple[FittedPreparation, ...]
    numbers: tuple[Rows, ...]
    each: int
    values: int
    outputs: int
    activation: Activation
    coding: Coding
    is_learnable: bool

    def shares(self, outputs: Tensor) -> Tensor:
        """Return the probability of each class, shape (..., C), from outputs (..., outputs)."""
        return probabilities(outputs, self.activation, self.coding, len(self.class_names))

    def named(self, outputs: Tensor) -> Rows:
        """Return the class that each member names, int64, shape (V, P)."""
        said = self.shares(outputs) if self.coding == "ordered" else outputs
        found: Rows = said.argmax(dim=-1).numpy()
        return found

    def blocks(self, rows: int) -> Iterator[slice]:
        """Yield spans of so many samples that all members of a fold can be asked about at once."""
        length = max(1, MOST_VALUES // self.values)
        for first in range(0, rows, length):
            yield slice(first, min(first + length, rows))
