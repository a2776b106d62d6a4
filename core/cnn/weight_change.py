"""What gradients do to the weights: batch by batch, or once an epoch by the sum of them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import Tensor

from core.cnn.averaging import WeightAverage
from core.cnn.optimizers import (
    build_optimizer,
    is_full_batch,
    load_optimizer_state,
    optimizer_state,
)
from core.cnn.schedules import learning_rate
from core.job_sections.cnn import CNNTraining
from core.networks.cnn.building import CNNModule


class WeightChange:
    """Changes the weights of a network by the gradients that stand in them.

    Attributes
    ----------
    is_full
        Whether the weights change once an epoch, by the gradient of all samples.
    average
        Of the weights over the steps; None where none is wanted.
    """

    def __init__(self, network: CNNModule, training: CNNTraining) -> None:
        self._training = training
        self._optimizer = build_optimizer(training, network)
        self._weights = [weight for weight in network.parameters() if weight.requires_grad]
        self.is_full = is_full_batch(training)
        self._sums = [torch.zeros_like(weight) for weight in self._weights] if self.is_full else []
        self.average = (
            WeightAverage(network, training.averaging) if training.averaging > 0 else None
        )

    def accumulate(self, share: float) -> None:
        """Add the gradient of a batch that has this share of all samples; the mean is of all."""
        for total, weight in zip(self._sums, self._weights, strict=True):
            if weight.grad is not None:
                total.add_(weight.grad, alpha=share)

    def norm(self) -> float:
        """Return the length of the gradient of the last batch."""
        gradients = [weight.grad for weight in self._weights if weight.grad is not None]
        return float(torch.linalg.vector_norm(torch.stack(torch._foreach_norm(gradients))))

    def change(self, step: int, steps_per_epoch: int) -> None:
        """Change the weights, by the rate of a step where the trainer has one."""
        if self.is_full:
            for total, weight in zip(self._sums, self._weights, strict=True):
                weight.grad = total.clone()
                total.zero_()
        else:
            rate = learning_rate(self._training, step, steps_per_epoch)
            for group in self._optimizer.param_groups:
                group["lr"] = rate
        self._optimizer.step()
        if self.average is not None:
            self.average.update()

    # --- what is kept -----------------------------------------------------------------------

    def state(self) -> dict[str, Mapping[str, Tensor]]:
        """Return what a checkpoint needs besides the weights, in named groups."""
        groups: dict[str, Mapping[str, Tensor]] = {
            "optimizer": optimizer_state(self._optimizer),
            "sum": {str(number): total for number, total in enumerate(self._sums)},
        }
        if self.average is not None:
            groups["average"] = self.average.network.state_dict()
        return groups

    @property
    def averaged(self) -> int:
        """Steps in the average."""
        return self.average.steps if self.average is not None else 0

    def load_state(self, group: Callable[[str], dict[str, Tensor]], averaged: int) -> None:
        """Take what `state` gave, where the weights are in place already.

        Parameters
        ----------
        group
            Returns the tensors of a group by their names.

        Raises
        ------
        ValueError, KeyError, RuntimeError
            When it does not fit this network.
        """
        load_optimizer_state(self._optimizer, group("optimizer"))
        if self.average is not None:
            self.average.network.load_state_dict(group("average"))
            self.average.steps = averaged
        sums = group("sum")
        for number, total in enumerate(self._sums):
            total.copy_(sums[str(number)])
