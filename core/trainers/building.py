"""From the training section of a job to a trainer."""

from __future__ import annotations

from typing import Protocol

import torch
from torch import Tensor

from core.job import Training
from core.networks.bp import BPNetwork
from core.trainers.gradient_descent import BatchDescent, SampleDescent
from core.trainers.rprop import RpropMinus


class Trainer(Protocol):
    """A rule that moves the weights of a network for one epoch."""

    needs_gradient: bool
    """Whether `step` uses the gradient over all samples that the network holds."""

    def step(self, network: BPNetwork, inputs: Tensor, targets: Tensor, epoch: int) -> None:
        """Move the weights; `epoch` counts from 1."""

    def state(self) -> dict[str, Tensor]:
        """Return what an exact resume needs."""

    def load_state(self, tensors: dict[str, Tensor], device: torch.device) -> None:
        """Take what `state` gave."""


def build_trainer(training: Training) -> Trainer:
    """Return the trainer that the job names."""
    if training.trainer == "rprop-":
        return RpropMinus(training.initial_step, training.largest_step)
    if training.update == "batch":
        return BatchDescent(training.learning_rate)
    return SampleDescent(training.learning_rate, training.seed)
