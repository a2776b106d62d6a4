"""Plain BP: gradient descent with a fixed learning rate and no momentum."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor

from core.networks.bp import BPNetwork


class BatchGradientDescent:
    """Change the weights once an epoch: w -= η·∂E/∂w, with E summed over all samples.

    Parameters
    ----------
    learning_rate
        η > 0. As E is a sum, a larger training part makes larger steps.
    """

    def __init__(self, learning_rate: float) -> None:
        self.learning_rate = learning_rate

    def step(self, network: BPNetwork, inputs: Tensor, targets: Tensor, epoch: int) -> Tensor:
        """Change the weights once; see `core.trainers.building.Trainer`."""
        network.parameters.sub_(network.gradients, alpha=self.learning_rate)
        return network.gradient(inputs, targets)[0]

    def state(self) -> dict[str, Tensor]:
        """Nothing outlives an epoch."""
        return {}

    def load_state(self, state: Mapping[str, Tensor]) -> None:
        """Nothing to take over."""


class SampleGradientDescent:
    """Change the weights after every sample p: w -= η·∂E_p/∂w.

    The samples are taken in a new random order each epoch, the same for all members. The order
    is a function of the seed and the number of the epoch alone, so that a run can be resumed at
    any epoch without keeping the state of a random generator.

    Parameters
    ----------
    learning_rate
        η > 0.
    seed
        Not negative.
    """

    def __init__(self, learning_rate: float, seed: int) -> None:
        self.learning_rate = learning_rate
        self.seed = seed

    def step(self, network: BPNetwork, inputs: Tensor, targets: Tensor, epoch: int) -> Tensor:
        """Pass over all samples once; see `core.trainers.building.Trainer`."""
        order = torch.from_numpy(self.order(inputs.shape[-2], epoch)).to(inputs.device)
        shuffled = inputs.index_select(-2, order).split(1, dim=-2)
        wanted = targets.index_select(-2, order).split(1, dim=-2)
        for sample, target in zip(shuffled, wanted, strict=True):
            gradients = network.backpropagate(sample, target)
            network.parameters.sub_(gradients, alpha=self.learning_rate)
        return network.loss(inputs, targets)

    def order(self, samples: int, epoch: int) -> np.ndarray:
        """Return the order of the samples in an epoch, int64, shape (samples,)."""
        return np.random.default_rng((self.seed, epoch)).permutation(samples)

    def state(self) -> dict[str, Tensor]:
        """Nothing outlives an epoch."""
        return {}

    def load_state(self, state: Mapping[str, Tensor]) -> None:
        """Nothing to take over."""
