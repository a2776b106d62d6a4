"""What every trainer can do, and the trainer a job asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from torch import Tensor

from core.job import Training
from core.networks.bp import BPNetwork
from core.trainers.gradient_descent import BatchGradientDescent, SampleGradientDescent
from core.trainers.rprop import RpropMinus


class Trainer(Protocol):
    """A rule that changes the weights of a network, one epoch at a time."""

    def step(self, network: BPNetwork, inputs: Tensor, targets: Tensor, epoch: int) -> Tensor:
        """Train for one epoch.

        When it is called, `network.gradients` must hold the gradient of these samples at the
        weights as they stand, as left by the step before; ahead of the first step
        `network.gradient` puts it there. So the error measured and the gradient followed come
        from one pass, and the error returned is that of the weights the caller is left with.

        Parameters
        ----------
        inputs
            Shape (P, S) or (K, P, S), P at least 1.
        targets
            Shape (P, C) or (K, P, C).
        epoch
            Counted from 1.

        Returns
        -------
        Tensor
            Shape (K,): MSE over all samples at the weights *after* the step.
        """
        ...

    def state(self) -> dict[str, Tensor]:
        """Copy everything beside the weights that the next step depends on."""
        ...

    def load_state(self, state: Mapping[str, Tensor]) -> None:
        """Go on from what `state` returned."""
        ...


def build_trainer(training: Training) -> Trainer:
    """Return the trainer of a job.

    Raises
    ------
    InputError
        When the initial step of RPROP is larger than its largest step.
    """
    if training.trainer == "rprop-":
        return RpropMinus(training.initial_step, training.largest_step)
    if training.update == "batch":
        return BatchGradientDescent(training.learning_rate)
    return SampleGradientDescent(training.learning_rate, training.seed)
