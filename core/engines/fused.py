"""The engine for small and medium work: compiled epochs, one member after the other or at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from core.engines.engine import Engine, Losses
from core.engines.kernel_samples import Array, samples_of_members
from core.kernels.epochs import run_epochs, stretch


class FusedEngine(Engine):
    """Trains every member by itself, so K at once equal K one by one, bit for bit."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._samples = samples_of_members(self.network, self.parts)
        self._settings = self.rule.settings.numpy()

    def advance(self, done: int, epochs: int) -> tuple[Losses, Losses]:
        """See the base."""
        training = np.full((epochs, self.network.members), np.nan)
        validation = training.copy()

        def train(member: int) -> None:
            self._train(member, done, epochs, training, validation)

        _for_each(self.standing.running.tolist(), train, self.threads)
        self._gradient_is_known = True
        return training, validation

    def training_loss(self) -> Losses:
        """See the base."""
        return np.array(
            [
                self._error(member, samples.inputs, samples.targets)
                for member, samples in enumerate(self._samples)
            ]
        )

    def validation_loss(self) -> Losses:
        """See the base."""
        return np.array(
            [
                self._error(member, samples.held_inputs, samples.held_targets)
                for member, samples in enumerate(self._samples)
            ]
        )

    def _error(self, member: int, inputs: Array, targets: Array) -> float:
        """Return the mean error of one member over samples; NaN for none."""
        samples = inputs.shape[1]
        if samples == 0:
            return float("nan")
        weights, kernel = self.network.parameters[member].numpy(), self.network.kernel
        total = stretch(
            weights, np.zeros_like(weights), False, kernel.sizes, kernel.codes, kernel.loss,
            inputs, targets, 0, samples, 0.0, np.uint64(0),
        )  # fmt: skip
        return float(total / samples)

    def _train(
        self, member: int, done: int, epochs: int, training: Losses, validation: Losses
    ) -> None:
        self.go_on()
        standing, limits, rule = self.standing, self.limits, self.rule
        kernel, samples = self.network.kernel, self._samples[member]
        # a fold without a validation part has nothing to wait for
        patience = limits.patience if samples.held_inputs.shape[1] else 0
        taken = run_epochs(
            member,
            self.first_number + member,
            done,
            epochs,
            not self._gradient_is_known,
            rule.code,
            self._settings,
            rule.batch,
            rule.dropout,
            self.seed,
            kernel.sizes,
            kernel.codes,
            kernel.loss,
            self.is_weight.numpy(),
            samples.inputs,
            samples.targets,
            samples.held_inputs,
            samples.held_targets,
            limits.validate_every,
            limits.goal,
            patience,
            self.network.parameters.numpy(),
            self.network.gradient.numpy(),
            self.memory.numpy(),
            self.scalars.numpy(),
            standing.best.numpy(),
            standing.best_losses,
            standing.best_epochs,
            standing.ended,
            training,
            validation,
        )
        standing.epochs[member] = done + taken


def _for_each(members: list[int], do: Callable[[int], None], threads: int) -> None:
    """Call `do` for every member, on several threads; the kernel lets go of the lock."""
    if threads <= 1 or len(members) <= 1:
        for member in members:
            do(member)
        return
    waiting: Iterator[int] = iter(members)
    lock = threading.Lock()
    errors: list[BaseException] = []

    def work() -> None:
        while True:
            with lock:
                member = next(waiting, None)
            if member is None or errors:
                return
            try:
                do(member)
            except BaseException as error:
                errors.append(error)

    helpers = [threading.Thread(target=work, name="members") for _ in range(threads - 1)]
    for helper in helpers:
        helper.start()
    work()
    for helper in helpers:
        helper.join()
    if errors:
        raise errors[0]
