"""The exponential mean of weights: against the sum written out."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from core.cnn.averaging import WeightAverage


def test_the_mean_is_the_sum_written_out() -> None:
    network = nn.Linear(3, 2).double()
    average = WeightAverage(network, 0.8)
    weights = []
    for number in range(6):
        with torch.no_grad():
            network.weight.copy_(torch.full((2, 3), float(number)).sin())
        weights.append(network.weight.detach().clone())
        average.update()
    parts = torch.tensor([0.8 ** (5 - number) for number in range(6)], dtype=torch.float64)
    expected = sum(part * weight for part, weight in zip(parts, weights, strict=True)) / parts.sum()
    found = average.network.state_dict()["weight"]
    assert torch.allclose(found, torch.as_tensor(expected), rtol=1e-14)


def test_figures_of_batch_normalisation_are_averaged_and_counters_copied() -> None:
    network = nn.BatchNorm2d(1)
    average = WeightAverage(network, 0.5)
    for value in (1.0, 3.0):
        network(torch.full((2, 1, 2, 2), value))
        average.update()
    state = average.network.state_dict()
    # running means 0.1 and 0.39, weighted 1 to 2
    assert float(state["running_mean"]) == pytest.approx((0.1 + 2 * 0.39) / 3)
    assert int(state["num_batches_tracked"]) == 2
    assert not average.network.training
