"""Means of 2 × 2 pixels against torch's pooling."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from core.networks.cnn.pair_mean import PairMean


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5), st.integers(1, 4), st.integers(1, 6), st.integers(1, 6), st.booleans())
def test_values_and_gradients_are_those_of_torch(
    samples: int, maps: int, half_height: int, half_width: int, last: bool
) -> None:
    layout = torch.channels_last if last else torch.contiguous_format
    torch.manual_seed(1)
    values = torch.randn(samples, maps, 2 * half_height, 2 * half_width, dtype=torch.float64)
    ours = values.clone(memory_format=layout).requires_grad_()
    theirs = values.clone().requires_grad_()
    found, expected = PairMean(2 * half_width)(ours), functional.avg_pool2d(theirs, 2)
    assert torch.allclose(found, expected, atol=1e-15)
    found.square().sum().backward()
    expected.square().sum().backward()
    assert ours.grad is not None
    assert theirs.grad is not None
    assert torch.allclose(ours.grad, theirs.grad, atol=1e-15)


def test_it_adds_nothing_to_a_saved_network() -> None:
    assert PairMean(8).state_dict() == {}
