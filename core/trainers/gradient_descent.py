"""Plain BP: down the gradient with a fixed learning rate, once an epoch or after every sample."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from core.networks.bp import BPNetwork


class BatchDescent:
    """w −= η·∂MSE/∂w, once an epoch."""

    needs_gradient = True

    def __init__(self, learning_rate: float) -> None:
        self._learning_rate = learning_rate

    def step(self, network: BPNetwork, inputs: Tensor, targets: Tensor, epoch: int) -> None:
        """Move the weights once, along the gradient that `network` holds."""
        network.parameters.sub_(network.gradient, alpha=self._learning_rate)

    def state(self) -> dict[str, Tensor]:
        return {}

    def load_state(self, tensors: dict[str, Tensor], device: torch.device) -> None:
        """Take nothing: the weights are all there is."""


class SampleDescent(BatchDescent):
    """w −= η·∂E_p/∂w after every sample p, in an order drawn anew for each epoch.

    The order depends on the seed and the epoch alone, so a resumed run meets the same ones.
    """

    needs_gradient = False

    def __init__(self, learning_rate: float, seed: int) -> None:
        super().__init__(learning_rate)
        self._seed = seed

    def step(self, network: BPNetwork, inputs: Tensor, targets: Tensor, epoch: int) -> None:
        """Go through all samples once."""
        order = np.random.default_rng([self._seed, epoch]).permutation(len(inputs))
        for sample in order.tolist():
            network.backward(inputs[sample : sample + 1], targets[sample : sample + 1])
            super().step(network, inputs, targets, epoch)
