"""What an engine is given: samples, limits, and what is known of each member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.kernels.epochs import DIVERGED, GOAL, PATIENCE, RUNNING
from core.networks.bp import BPNetwork

__all__ = [
    "DIVERGED",
    "EPOCHS",
    "GOAL",
    "PATIENCE",
    "RUNNING",
    "TIME",
    "Limits",
    "Part",
    "Standing",
]

# the first four are the kernel's
EPOCHS, TIME = 4, 5


@dataclass(frozen=True)
class Part:
    """Samples that one or several members are trained on; each fold has a part of its own.

    Attributes
    ----------
    inputs, targets
        Training samples, shapes (P, S) and (P, C).
    held_inputs, held_targets
        Samples for the validation loss, shapes (V, S) and (V, C), or None.
    members
        How many members, one after the other, are trained on this part.
    """

    inputs: Tensor
    targets: Tensor
    held_inputs: Tensor | None = None
    held_targets: Tensor | None = None
    members: int = 1

    @property
    def validates(self) -> bool:
        return self.held_inputs is not None and len(self.held_inputs) > 0


@dataclass(frozen=True)
class Limits:
    """When a member has ended.

    Attributes
    ----------
    goal
        It ends well when its training error is below.
    patience
        Epochs without a better validation loss before it ends; 0: never for that reason.
    validate_every
        Epochs from one validation to the next.
    """

    goal: float
    patience: int = 0
    validate_every: int = 1


class Standing:
    """What is known of each of K members.

    Attributes
    ----------
    ended
        int64, shape (K,). RUNNING, or why it has ended.
    epochs
        int64, shape (K,). Epochs that it was trained for.
    best, best_losses, best_epochs
        Weights with the lowest validation loss so far, shape (K, N), that loss and its epoch.
    """

    def __init__(self, network: BPNetwork) -> None:
        self.ended = np.zeros(network.members, np.int64)
        self.epochs = np.zeros(network.members, np.int64)
        self.best = network.parameters.clone()
        self.best_losses = np.full(network.members, np.inf)
        self.best_epochs = np.zeros(network.members, np.int64)

    @property
    def running(self) -> NDArray[np.int64]:
        """Numbers of the members that have not ended."""
        return np.flatnonzero(self.ended == RUNNING)

    def take_best(
        self,
        losses: NDArray[np.float64],
        epoch: int,
        members: NDArray[np.int64],
        network: BPNetwork,
    ) -> None:
        """Remember the weights of those `members` whose validation loss is the lowest so far."""
        better = members[losses[members] < self.best_losses[members]]
        self.best_losses[better] = losses[better]
        self.best_epochs[better] = epoch
        chosen = torch.from_numpy(better).to(self.best.device)
        self.best[chosen] = network.parameters[chosen]


def with_members(parts: Sequence[Part]) -> Iterator[tuple[Part, slice]]:
    """Go through the parts, each with the members that it is for."""
    start = 0
    for part in parts:
        yield part, slice(start, start + part.members)
        start += part.members
