"""Engines that go from epoch to epoch in Python: for work that is large beside a few calls."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.engines.part import DIVERGED, GOAL, PATIENCE, Limits, Part, Standing
from core.kernels.rules import OBJECTIVE
from core.networks.bp import BPNetwork
from core.trainers.rules import Rule

Losses = NDArray[np.float64]
Members = NDArray[np.int64]


class EpochwiseEngine(ABC):
    """Moves the weights, measures, and ends members that are done.

    Attributes
    ----------
    memory, scalars
        What the rule remembers of each member, shapes (K, 3, N) and (K, 3).
    """

    def __init__(
        self,
        network: BPNetwork,
        rule: Rule,
        parts: Sequence[Part],
        standing: Standing,
        limits: Limits,
        seed: int,
        first_number: int,
    ) -> None:
        self.network = network
        self.rule = rule
        self.parts = parts
        self.standing = standing
        self.limits = limits
        self.seed = seed
        self.first_number = first_number
        self.is_weight = network.is_weight()
        self.memory = rule.first_memory(network.members, self.is_weight)
        self.scalars = torch.zeros(network.members, 3, dtype=torch.float64, device=network.device)
        self._validates = np.array([part.validates for part in parts for _ in range(part.members)])
        self._gradient_is_known = False

    def advance(self, done: int, epochs: int) -> tuple[Losses, Losses]:
        """Train the running members for `epochs` epochs after the first `done`.

        Returns
        -------
        tuple
            Training and validation losses, float64, shape (epochs, K); NaN where none.
        """
        training = np.full((epochs, self.network.members), np.nan)
        validation = training.copy()
        if not self._gradient_is_known:
            self._measure(self.standing.running, done)
            self._gradient_is_known = True
        for row in range(epochs):
            members = self.standing.running
            if len(members) == 0:
                break
            self._epoch(members, done + row + 1, training[row], validation[row])
        return training, validation

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
        """Return what the rule remembers; the gradient is computed anew from the weights."""
        return {
            "trainer.memory": self.memory.cpu().clone(),
            "trainer.scalars": self.scalars.cpu().clone(),
        }

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """Take what `state` gave."""
        self.memory.copy_(tensors["trainer.memory"])
        self.scalars.copy_(tensors["trainer.scalars"])
        self.forget_gradient()

    def training_loss(self) -> Losses:
        """Return training losses of the weights as they stand, shape (K,)."""
        return self.training_errors(np.arange(self.network.members), 0, wants_gradient=False)

    def errors(self) -> tuple[Losses, Losses]:
        """Return training and validation losses of the weights as they stand, shape (K,) each."""
        return self.training_loss(), self.judge(np.arange(self.network.members))

    @abstractmethod
    def move(self, members: Members, epoch: int) -> None:
        """Change the weights of these members for one epoch; those of others may not change."""

    @abstractmethod
    def training_errors(self, members: Members, epoch: int, *, wants_gradient: bool) -> Losses:
        """Return mean training errors, shape (K,); fill gradient and objective if wanted."""

    @abstractmethod
    def judge(self, members: Members) -> Losses:
        """Return mean validation errors, shape (K,), NaN where there is no validation part."""

    def _measure(self, members: Members, epoch: int) -> Losses:
        return self.training_errors(members, epoch, wants_gradient=self.rule.batch == 0)

    def _epoch(self, members: Members, epoch: int, training: Losses, validation: Losses) -> None:
        standing, limits = self.standing, self.limits
        before = self.network.parameters.clone()
        self.move(members, epoch)
        errors = self._measure(members, epoch)
        training[members] = errors[members]
        standing.epochs[members] = epoch
        lost = members[~np.isfinite(errors[members])]
        if len(lost):
            self.network.parameters[lost] = before[lost]
            standing.ended[lost] = DIVERGED
            members = np.setdiff1d(members, lost)
        if epoch % limits.validate_every == 0:
            judged = self.judge(members)
            validation[members] = judged[members]
            if limits.keeps_best:
                standing.take_best(judged, epoch, members, self.network)
        if limits.patience:
            tired = epoch - standing.best_epochs[members] >= limits.patience
            # a fold without a validation part has nothing to wait for
            standing.ended[members[tired & self._validates[members]]] = PATIENCE
        standing.ended[members[errors[members] < limits.goal]] = GOAL

    def _set_objective(self, members: Members, objective: Tensor) -> None:
        """Add the penalties to gradient and objective, as `core.kernels.rules.penalise` does."""
        if self.rule.l1 or self.rule.l2:
            weights = self.network.parameters[members] * self.is_weight
            penalty = self.rule.l1 * weights.abs() + 0.5 * self.rule.l2 * weights * weights
            objective = objective + penalty.sum(dim=1)
            self.network.gradient[members] += (
                self.rule.l1 * torch.sign(weights) + self.rule.l2 * weights
            )
        self.scalars[members, OBJECTIVE] = objective.to(torch.float64)
