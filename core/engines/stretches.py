"""The engine for many samples: stretches of them go through the kernel on all cores."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.engines.engine import Losses
from core.engines.epochwise import EpochwiseEngine, Members
from core.engines.kernel_samples import samples_of_members
from core.kernels.epochs import draw_key, move, stretch
from core.kernels.gradient import STRETCH


class StretchEngine(EpochwiseEngine):
    """Adds up the gradients of stretches in their order, so the number of cores changes nothing."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._samples = samples_of_members(self.network, self.parts)
        self._settings = self.rule.settings.numpy()
        self._pool: ThreadPoolExecutor | None = None

    def advance(self, done: int, epochs: int) -> tuple[Losses, Losses]:
        with ThreadPoolExecutor(self.threads, "stretches") as self._pool:
            return super().advance(done, epochs)

    def training_loss(self) -> Losses:
        with ThreadPoolExecutor(self.threads, "stretches") as self._pool:
            return super().training_loss()

    def validation_loss(self) -> Losses:
        with ThreadPoolExecutor(self.threads, "stretches") as self._pool:
            return super().validation_loss()

    def move(self, members: Members, epoch: int) -> None:
        """Make one step with the whole gradient."""
        for member in members.tolist():
            move(
                self.rule.code,
                self.network.parameters[member].numpy(),
                self.network.gradient[member].numpy(),
                self.memory[member].numpy(),
                self.scalars[member].numpy(),
                self._settings,
            )

    def training_errors(self, members: Members, epoch: int, *, wants_gradient: bool) -> Losses:
        """See the base."""
        errors = np.full(self.network.members, np.nan)
        objective = errors.copy()
        drops = self.rule.dropout if wants_gradient else 0.0
        for member in members.tolist():
            self.go_on()
            inputs, targets = self._samples[member].inputs, self._samples[member].targets
            errors[member] = self._mean(member, inputs, targets, wants_gradient and not drops)
            if drops:
                objective[member] = self._mean(member, inputs, targets, True, drops, epoch + 1)
        if wants_gradient:
            found = objective if drops else errors
            self._set_objective(members, torch.from_numpy(found[members]))
        return errors

    def judge(self, members: Members) -> Losses:
        """See the base."""
        errors = np.full(self.network.members, np.nan)
        for member in members.tolist():
            self.go_on()
            inputs, targets = self._samples[member].held_inputs, self._samples[member].held_targets
            if inputs.shape[1]:
                errors[member] = self._mean(member, inputs, targets, False)
        return errors

    def _mean(
        self,
        member: int,
        inputs: NDArray[np.float64],
        targets: NDArray[np.float64],
        wants_gradient: bool,
        dropout: float = 0.0,
        epoch: int = 0,
    ) -> float:
        """Return the mean error over all samples; put their gradient together if wanted."""
        kernel = self.network.kernel
        weights = self.network.parameters[member].numpy()
        samples = inputs.shape[1]
        starts = range(0, samples, STRETCH)
        gradients = np.zeros((len(starts), len(weights)))
        key = np.uint64(draw_key(self.seed, self.first_number + member, epoch))

        def go(number: int) -> float:
            first = starts[number]
            total = stretch(
                weights, gradients[number], wants_gradient, kernel.sizes, kernel.codes, kernel.loss,
                inputs, targets, first, min(samples, first + STRETCH), dropout, key,
            )  # fmt: skip
            return float(total)

        assert self._pool is not None
        totals = list(self._pool.map(go, range(len(starts))))
        if wants_gradient:
            self.network.gradient[member] = torch.from_numpy(gradients.sum(axis=0))
        return float(sum(totals) / samples)
