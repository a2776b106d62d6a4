"""What is drawn for shares of a batch is what is drawn for the whole of it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from core.cnn.augmenting import Augmenter
from core.cnn.batches import Share
from core.cnn.ranks import Ranks
from core.cnn.shared_layers import (
    SharedBatchNorm,
    SharedDropout,
    has_layers_on_batches,
    share_layers,
)
from core.job_sections.cnn import CNN
from core.job_sections.images import Augmentation
from core.networks.cnn.building import build
from core.networks.cnn.modules import BatchNorm
from core.networks.cnn.plan import plan_network

SHARES = (Share(0, 3, 8), Share(3, 5, 8), Share(5, 8, 8))


@given(st.integers(1, 9), st.integers(1, 40))
def test_shares_are_the_whole_batch_in_its_order(count: int, samples: int) -> None:
    share = Share()
    seen: list[int] = []
    for rank in range(count):
        share.take(Ranks(rank, count), samples)
        seen += range(share.first, share.last)
        assert share.whole == samples
        assert share.last > share.first
        assert share.is_divided == (count > 1 and samples >= count)
    each = 1 if samples >= count else count
    assert sorted(seen) == sorted(list(range(samples)) * each)
    assert samples < count or seen == list(range(samples))


def test_images_of_a_share_are_changed_as_in_the_whole_batch() -> None:
    images = torch.rand(8, 2, 6, 6, generator=torch.Generator().manual_seed(1))
    everything = Augmentation(
        flip=True, shift=0.2, rotation=20, scale=0.1, shear=5, elastic=0.05, noise=0.1
    )
    augmenter = Augmenter(everything, (2, 6, 6))
    whole = augmenter(images, torch.Generator().manual_seed(5))
    parts = [
        augmenter.shared(share)(images[share.first : share.last], torch.Generator().manual_seed(5))
        for share in SHARES
    ]
    assert torch.equal(torch.cat(parts), whole)


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
def test_dropout_leaves_out_of_a_share_what_it_leaves_out_of_the_batch(
    layout: torch.memory_format,
) -> None:
    values = torch.rand(8, 3, 5, 5).contiguous(memory_format=layout)
    torch.manual_seed(3)
    whole = torch.nn.Dropout(0.4)(values)
    found = []
    for share in SHARES:
        torch.manual_seed(3)
        found.append(SharedDropout(0.4, share)(values[share.first : share.last]))
    assert torch.equal(torch.cat(found), whole)
    assert torch.equal(SharedDropout(0.4, SHARES[0]).eval()(values), values)


@dataclass(frozen=True)
class Twins(Ranks):
    """Two processes with the same share, so that each sum is twice the own one."""

    count: int = 2

    def add(self, values: torch.Tensor) -> torch.Tensor:
        return values.mul_(2)


@pytest.mark.parametrize("shape", [(4, 3, 5, 5), (4, 3)])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_batch_normalisation_is_that_of_torch_on_all_shares(
    shape: tuple[int, ...], dtype: torch.dtype
) -> None:
    close = 1e-4 if dtype == torch.float32 else 0.05
    torch.manual_seed(2)
    # far from 0: a difference of squares would not do
    values, slope = torch.randn(shape).add(100).to(dtype), torch.randn(shape).to(dtype)
    whole = BatchNorm(3)
    with torch.no_grad():
        whole.weight.copy_(torch.tensor([0.5, 1.0, 2.0]))
    shared = SharedBatchNorm(deepcopy(whole), Share(0, 4, 8), Twins())
    one, both = (values.clone().requires_grad_() for _ in range(2))
    found, wanted = shared(one), whole(torch.cat([both, both]))
    torch.testing.assert_close(found, wanted[:4], atol=close, rtol=0.0)
    found.backward(slope)
    wanted.backward(torch.cat([slope, slope]))
    torch.testing.assert_close(one.grad, both.grad / 2, atol=close, rtol=0.0)  # type: ignore[operator]
    torch.testing.assert_close(2 * shared.weight.grad, whole.weight.grad, rtol=1e-4, atol=1e-4)  # type: ignore[operator]
    torch.testing.assert_close(2 * shared.bias.grad, whole.bias.grad, rtol=1e-4, atol=1e-4)  # type: ignore[operator]
    torch.testing.assert_close(shared.state_dict(), whole.state_dict(), rtol=1e-5, atol=1e-5)


def test_a_network_keeps_names_and_weights() -> None:
    layers = "CONV4-BN-RELU-DROPOUT 0.3-POOL-FC-SOFTMAX"
    network = build(plan_network(CNN(name="custom", layers=layers), (1, 8, 8), 3), 0.2)
    before = dict(network.state_dict())
    assert has_layers_on_batches(network)
    share_layers(network, Share(), Ranks(1, 2))
    after = network.state_dict()
    assert list(after) == list(before)
    assert all(after[name].data_ptr() == before[name].data_ptr() for name in before)
    # those of torch are all replaced: batch normalisation has no share of its own
    assert not any(isinstance(layer, torch.nn.Dropout) and layer.p for layer in network.modules())


def test_a_network_of_single_samples_needs_none_of_this() -> None:
    plan = plan_network(CNN(name="custom", layers="CONV4-RELU-FC-SOFTMAX"), (1, 8, 8), 3)
    assert not has_layers_on_batches(build(plan))
