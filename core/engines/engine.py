"""What every engine has: network, rule, samples, and what the rule remembers of each member."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.engines.part import Limits, Part, Standing
from core.networks.bp import BPNetwork
from core.trainers.rules import Rule

Losses = NDArray[np.float64]


class Interrupted(Exception):  # noqa: N818  it tells of no error
    """Training was told to stop in the middle of an epoch; weights and memory are between two."""


def _never() -> bool:
    return False


class Engine(ABC):
    """Moves the weights of all members that have not ended.

    Parameters
    ----------
    seed, first_number
        Random numbers hang on the seed and on the number of a member, that of member 0 being
        `first_number`.

    Attributes
    ----------
    memory, scalars
        What the rule remembers of each member, shapes (K, 3, N) and (K, 3); see
        `core.kernels.rules.step`.
    interrupted
        Asked between members or samples while an epoch goes on, from any thread; when it says
        yes, `advance` raises `Interrupted`.
    """

    def __init__(
        self,
        network: BPNetwork,
        rule: Rule,
        parts: Sequence[Part],
        standing: Standing,
        limits: Limits,
        *,
        seed: int,
        first_number: int = 0,
        threads: int = 1,
    ) -> None:
        self.network = network
        self.rule = rule
        self.parts = parts
        self.standing = standing
        self.limits = limits
        self.seed = seed
        self.first_number = first_number
        self.threads = threads
        self.is_weight = network.is_weight()
        self.memory = rule.first_memory(network.members, self.is_weight)
        self.scalars = torch.zeros(network.members, 3, dtype=torch.float64, device=network.device)
        self._gradient_is_known = False
        self.interrupted: Callable[[], bool] = _never

    def go_on(self) -> None:
        """Raise `Interrupted` when training was told to stop."""
        if self.interrupted():
            raise Interrupted

    @abstractmethod
    def advance(self, done: int, epochs: int) -> tuple[Losses, Losses]:
        """Train the running members for `epochs` epochs after the first `done`.

        Returns
        -------
        tuple
            Training and validation losses, float64, shape (epochs, K); NaN where none.
        """

    @abstractmethod
    def training_loss(self) -> Losses:
        """Return training losses of the weights as they stand, shape (K,)."""

    @abstractmethod
    def validation_loss(self) -> Losses:
        """Return validation losses of the weights as they stand, shape (K,), NaN where none."""

    def steps(self) -> Losses:
        """Return the step sizes Δ of the RPROP family, shape (K, N)."""
        return self.memory[:, 0].to(torch.float64).cpu().numpy()

    def set_steps(self, steps: Tensor) -> None:
        """Give the RPROP family first step sizes Δ, shape (K, N), instead of one for all."""
        self.memory[:, 0] = steps

    def forget_gradient(self) -> None:
        """Let the gradient be computed anew: the weights were changed from outside."""
        self._gradient_is_known = False

    def state(self) -> dict[str, Tensor]:
        """Return what an exact resume needs; the gradient is computed anew from the weights."""
        return {
            "trainer.memory": self.memory.cpu().clone(),
            "trainer.scalars": self.scalars.cpu().clone(),
        }

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """Take what `state` gave.

        Raises
        ------
        ValueError
            When it is of another network.
        """
        for name, mine in (("memory", self.memory), ("scalars", self.scalars)):
            if tensors[f"trainer.{name}"].shape != mine.shape:
                raise ValueError(f"trainer.{name} has another shape")
        self.memory.copy_(tensors["trainer.memory"])
        self.scalars.copy_(tensors["trainer.scalars"])
        self.forget_gradient()
