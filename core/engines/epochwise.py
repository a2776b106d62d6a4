"""Engines that go from epoch to epoch in Python: for work that is large beside a few calls."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.engines.engine import Engine, Losses
from core.engines.part import DIVERGED, GOAL, PATIENCE
from core.kernels.rules import OBJECTIVE

Members = NDArray[np.int64]


class EpochwiseEngine(Engine):
    """Moves the weights, measures, and ends members that are done."""

    def advance(self, done: int, epochs: int) -> tuple[Losses, Losses]:
        """See the base."""
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

    def training_loss(self) -> Losses:
        """See the base."""
        return self.training_errors(np.arange(self.network.members), 0, wants_gradient=False)

    def validation_loss(self) -> Losses:
        """See the base."""
        return self.judge(np.arange(self.network.members))

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
            standing.take_best(judged, epoch, members, self.network)
        if limits.patience:
            tired = epoch - standing.best_epochs[members] >= limits.patience
            # a fold without a validation part has nothing to wait for
            standing.ended[members[tired & self._validates[members]]] = PATIENCE
        standing.ended[members[errors[members] < limits.goal]] = GOAL

    @cached_property
    def _validates(self) -> NDArray[np.bool_]:
        """Return which members have validation samples, shape (K,)."""
        return np.array([part.validates for part in self.parts for _ in range(part.members)])

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
