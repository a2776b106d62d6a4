"""The engine for small and medium work: compiled epochs, one member after the other or at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.engines.part import Limits, Part, Standing, part_of_member
from core.kernels.activations import CODES
from core.kernels.epochs import run_epochs, stretch
from core.kernels.gradient import CROSS_ENTROPY, MSE
from core.networks.bp import BPNetwork
from core.trainers.rules import Rule

Losses = NDArray[np.float64]
# more samples than this are divided into stretches that several cores share
STRETCH = 4096


def kernel_network(network: BPNetwork) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Return sizes, activations and loss as the kernel knows them."""
    codes = np.array([CODES[name] for name in network.activations])
    loss = MSE if network.loss_name == "mse" else CROSS_ENTROPY
    return np.array(network.sizes), codes, loss


def rows_of_samples(values: Tensor | None, rows: int) -> NDArray[np.float64]:
    """Return values of shape (P, rows) as the kernel wants them: a row for each feature."""
    if values is None:
        return np.empty((rows, 0))
    return np.ascontiguousarray(values.to(torch.float64).cpu().numpy().T)


class FusedEngine:
    """Trains every member by itself, so K at once equal K one by one, bit for bit.

    The attributes `memory` and `scalars` are those of `core.engines.epochwise.EpochwiseEngine`.
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
        threads: int = 1,
    ) -> None:
        self.network = network
        self.standing = standing
        self._rule = rule
        self._limits = limits
        self._seed = seed
        self._first_number = first_number
        self._threads = threads
        self._is_weight = network.is_weight()
        self.memory = rule.first_memory(network.members, self._is_weight)
        self.scalars = torch.zeros(network.members, 3, dtype=torch.float64)
        self._kernel_network = kernel_network(network)
        ins, outs = network.sizes[0], network.sizes[-1]
        self._samples = [
            (
                rows_of_samples(part.inputs, ins),
                rows_of_samples(part.targets, outs),
                rows_of_samples(part.held_inputs, ins),
                rows_of_samples(part.held_targets, outs),
            )
            for part in parts
        ]
        self._part_of = part_of_member(parts)
        self._settings = rule.settings.numpy()
        self._gradient_is_known = False

    def advance(self, done: int, epochs: int) -> tuple[Losses, Losses]:
        """See `core.engines.epochwise.EpochwiseEngine.advance`."""
        training = np.full((epochs, self.network.members), np.nan)
        validation = training.copy()
        members = self.standing.running

        def train(member: int) -> None:
            self._train(member, done, epochs, training, validation)

        _for_each(members.tolist(), train, self._threads)
        self._gradient_is_known = True
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
        return np.array([self._error(member, 0) for member in range(self.network.members)])

    def errors(self) -> tuple[Losses, Losses]:
        """Return training and validation losses of the weights as they stand, shape (K,) each."""
        held_out = [self._error(member, 2) for member in range(self.network.members)]
        return self.training_loss(), np.array(held_out)

    def _error(self, member: int, which: int) -> float:
        inputs, targets = self._samples[self._part_of[member]][which : which + 2]
        return mean_error(self.network, member, self._kernel_network, inputs, targets)

    def _train(
        self, member: int, done: int, epochs: int, training: Losses, validation: Losses
    ) -> None:
        standing, limits, rule = self.standing, self._limits, self._rule
        sizes, codes, loss = self._kernel_network
        samples = self._samples[self._part_of[member]]
        taken = run_epochs(
            member,
            self._first_number + member,
            done,
            epochs,
            not self._gradient_is_known,
            rule.code,
            self._settings,
            rule.batch,
            rule.dropout,
            self._seed,
            sizes,
            codes,
            loss,
            self._is_weight.numpy(),
            *samples,
            limits.validate_every,
            limits.keeps_best,
            limits.goal,
            # a fold without a validation part has nothing to wait for
            limits.patience if samples[2].shape[1] else 0,
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


def mean_error(
    network: BPNetwork,
    member: int,
    kernel: tuple[NDArray[np.int64], NDArray[np.int64], int],
    inputs: NDArray[np.float64],
    targets: NDArray[np.float64],
) -> float:
    """Return the mean error of one member over samples, shapes (S, P) and (C, P); NaN for none."""
    samples = inputs.shape[1]
    if samples == 0:
        return float("nan")
    sizes, codes, loss = kernel
    weights = network.parameters[member].numpy()
    total = stretch(
        weights, np.zeros_like(weights), False, sizes, codes, loss, inputs, targets,
        0, samples, 0.0, np.uint64(0),
    )  # fmt: skip
    return float(total / samples)


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
