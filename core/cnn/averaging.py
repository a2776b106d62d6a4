"""The exponential mean of the weights over the steps, which is judged instead of the last ones."""

from __future__ import annotations

import copy

import torch
from torch import nn


class WeightAverage:
    """A second network whose weights are the bias-corrected exponential mean of the first one's.

    After t steps the mean is Σ d^(t-i) w_i / Σ d^(t-i), so the first weights, drawn at random,
    have no part in it (the correction of Kingma & Ba 2015, section 3, for the mean of weights of
    Polyak & Juditsky 1992). Running figures of batch normalisation are averaged alike.

    Parameters
    ----------
    decay
        d, 0 < d < 1, a step.

    Attributes
    ----------
    network
        The mean; before the first step a copy of the network.
    steps
        t.
    """

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.network = copy.deepcopy(network).requires_grad_(False)
        self.network.eval()
        self.steps = 0
        self._decay = decay
        # tensors of a state are those of the network, and change as it learns
        means, values = self.network.state_dict().values(), network.state_dict().values()
        pairs = list(zip(means, values, strict=True))
        self._means = [mean for mean, _ in pairs if mean.is_floating_point()]
        self._sources = [value for mean, value in pairs if mean.is_floating_point()]
        # counters of batches, of which there is no mean
        self._counts = [pair for pair in pairs if not pair[0].is_floating_point()]

    @torch.no_grad()
    def update(self) -> None:
        """Take the weights after one more step into the mean."""
        self.steps += 1
        weight = (1 - self._decay) / (1 - self._decay**self.steps)
        torch._foreach_lerp_(self._means, self._sources, weight)
        for mean, value in self._counts:
            mean.copy_(value)
