"""Maxima of 2 × 2 pixels against torch's pooling."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from core.networks.cnn import pair_max
from core.networks.cnn.pair_max import PairMax


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5), st.integers(1, 4), st.integers(1, 6), st.integers(1, 6), st.booleans())
def test_values_and_gradients_are_those_of_torch(
    samples: int, maps: int, half_height: int, half_width: int, last: bool
) -> None:
    layout = torch.channels_last if last else torch.contiguous_format
    torch.manual_seed(1)
    values = torch.randn(samples, maps, 2 * half_height, 2 * half_width)
    ours = values.clone(memory_format=layout).requires_grad_()
    theirs = values.clone().requires_grad_()
    found, expected = PairMax()(ours), functional.max_pool2d(theirs, 2)
    assert torch.equal(found, expected)
    found.square().sum().backward()
    expected.square().sum().backward()
    assert ours.grad is not None
    assert theirs.grad is not None
    assert torch.equal(ours.grad, theirs.grad)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=16, max_size=16))
def test_of_equal_pixels_one_gets_the_gradient(pixels: list[int]) -> None:
    x = torch.tensor(pixels, dtype=torch.float32).view(1, 1, 4, 4).requires_grad_()
    largest = PairMax()(x)
    largest.sum().backward()
    assert x.grad is not None
    given, gradient = (
        each.view(2, 2, 2, 2).transpose(1, 2).reshape(4, 4) for each in (x.detach(), x.grad)
    )
    assert sorted(gradient.flatten().tolist()) == [0] * 12 + [1] * 4
    assert torch.equal((given * gradient).sum(1), largest.detach().flatten())
    assert gradient.sum(1).tolist() == [1, 1, 1, 1]


def test_what_is_no_number_stays_none() -> None:
    for wanted in (True, False):
        x = torch.tensor([[[[1.0, torch.nan], [2.0, 3.0]]]], requires_grad=wanted)
        assert PairMax()(x).isnan().all()


def test_without_a_gradient_nobody_waits_for_the_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("compiled")

    monkeypatch.setattr(pair_max._PairMax, "apply", refuse)
    x = torch.randn(2, 3, 4, 6, requires_grad=True)
    for still in (x.detach(), x):
        with torch.no_grad():
            assert torch.equal(PairMax()(still), functional.max_pool2d(still, 2))
    with pytest.raises(AssertionError, match="compiled"):
        PairMax()(x)
