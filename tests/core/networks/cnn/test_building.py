"""Built networks: sizes against torch, layers against their definitions, first weights."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from core.networks.cnn.building import CNNModule, build
from core.networks.cnn.codes import codes_of
from core.networks.cnn.layers import Kind, Layer, Rounding
from core.networks.cnn.lenet import C3_TABLE
from core.networks.cnn.modules import BatchNorm, L2Pool, PaddedShortcut, Subsampling
from core.networks.cnn.plan import plan_text
from core.networks.cnn.planned import plan_layers
from core.networks.cnn.zoo import ZOO
from datasets.messages import InputError


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def _built(text: str, shape: tuple[int, int, int] = (2, 8, 8), classes: int = 3) -> CNNModule:
    network = build(plan_text(text, shape, classes))
    network.initialise(1)
    return network.eval()


def _layer(network: CNNModule, name: str) -> Any:
    return network.layers[name]


def _images(count: int, *shape: int) -> Tensor:
    return torch.randn(count, *shape, generator=torch.Generator().manual_seed(7))


@settings(max_examples=50, deadline=None)
@given(
    kind=st.sampled_from(["convolution", "max_pool", "average_pool", "l2_pool"]),
    side=st.integers(1, 20),
    kernel=st.integers(1, 6),
    stride=st.integers(1, 4),
    padding=st.integers(0, 3),
    rounding=st.sampled_from(["exact", "floor", "ceil"]),
)
def test_sizes_are_those_of_torch(
    kind: Kind, side: int, kernel: int, stride: int, padding: int, rounding: Rounding
) -> None:
    if kind == "convolution" and rounding == "ceil":
        rounding = "floor"  # only pools round up
    layer = Layer("a", kind, ("input",), 2, kernel, stride, padding, rounding=rounding)
    end = Layer("fc", "fully_connected", ("a",)), Layer("softmax", "softmax", ("fc",))
    try:
        plan = plan_layers([layer, *end], (2, side, side + 3), 3)
    except InputError:
        free = side - kernel + 2 * padding
        odd = rounding == "exact" and (free % stride or (free + 3) % stride)
        assert free < 0 or odd or (kind != "convolution" and 2 * padding > kernel)
        return
    network = build(plan)
    assert tuple(network.outputs(torch.rand(1, *plan.input), ["a"])["a"].shape[1:]) == (
        plan.layers[0].output
    )


def test_convolution_with_a_table_is_a_masked_convolution() -> None:
    network = build(ZOO["lenet-5-1998"].original())
    network.initialise(4)
    whole = nn.Conv2d(6, 16, 5)
    partial = _layer(network, "c3")
    with torch.no_grad():
        whole.weight.zero_()
        whole.bias = partial.bias
        pairs = [(f, m) for f, seen in enumerate(C3_TABLE) for m in seen]
        for number, (filter_, map_) in enumerate(pairs):
            whole.weight[filter_, map_] = partial.weight[number]
    images = _images(3, 6, 14, 14)
    assert torch.equal(partial(images), whole(images))
    assert [len(seen) for seen in C3_TABLE] == [3] * 6 + [4] * 9 + [6]


def test_subsampling_is_a_weighted_sum_of_four() -> None:
    module = Subsampling(2, Layer("s", "subsampling", (), kernel=2, stride=2))
    with torch.no_grad():
        module.weight.copy_(torch.tensor([2.0, -1.0]))
        module.bias.copy_(torch.tensor([0.5, 0.0]))
    image = torch.arange(8.0).reshape(1, 2, 2, 2)
    assert module(image).flatten().tolist() == [2 * (0 + 1 + 2 + 3) + 0.5, -(4 + 5 + 6 + 7)]


def test_l2_pool_and_its_gradient() -> None:
    module = L2Pool(Layer("p", "l2_pool", (), kernel=2, stride=2))
    image = torch.tensor([[[[3.0, 0.0, 0.0, 0.0], [0.0, 4.0, 0.0, 0.0]]]], requires_grad=True)
    found = module(image)
    assert found.flatten().tolist() == [5.0, 0.0]
    found.sum().backward()
    assert image.grad is not None
    assert image.grad[0, 0].tolist() == [
        [pytest.approx(0.6), 0.0, 0.0, 0.0],
        [0.0, pytest.approx(0.8), 0.0, 0.0],
    ]


def test_a_padded_shortcut_keeps_every_second_pixel() -> None:
    module = PaddedShortcut(2, Layer("s", "padded_shortcut", (), filters=4, stride=2))
    image = _images(1, 2, 5, 5)
    found = module(image)
    assert torch.equal(found[:, 1:3], image[:, :, ::2, ::2])
    assert not found[:, [0, 3]].any()


def test_batch_norm_takes_a_single_value_a_map() -> None:
    module = BatchNorm(3)
    alone = _images(1, 3)
    assert torch.allclose(module(alone), alone / math.sqrt(1 + module.eps))
    assert module.running_mean is not None
    assert not module.running_mean.any()
    many = _images(50, 3, 2, 2)
    assert torch.allclose(module(many), nn.BatchNorm2d(3)(many))


def test_lenet_of_1998_names_the_nearest_code() -> None:
    network = build(ZOO["lenet-5-1998"].original())
    network.initialise(2)
    images = _images(5, 1, 32, 32)
    found = network(images)
    hidden = network.outputs(images, ["tanh6"])["tanh6"]
    distances = torch.cdist(hidden, codes_of(10, 84)) ** 2
    assert torch.allclose(found, -distances, rtol=1e-4)
    assert torch.equal(network.probabilities(images).argmax(1), distances.argmin(1))


def test_codes_differ_and_are_always_the_same() -> None:
    for classes in (2, 10, 26):
        codes = codes_of(classes, 84)
        assert set(codes.unique().tolist()) == {-1.0, 1.0}
        assert len({tuple(code) for code in codes.tolist()}) == classes
        assert torch.equal(codes, codes_of(classes, 84))


@pytest.mark.parametrize("text", ["CONV-GAP-FC", "CONV-FC-LOGISTIC"])
def test_values_outputs_and_probabilities(text: str) -> None:
    network = _built(text)
    images = _images(4, 2, 8, 8)
    values, last = network(images), network.plan.layers[-1].layer.name
    assert torch.equal(network.activated(values), network.outputs(images, [last])[last])
    shares = network.activated(values)
    assert torch.allclose(network.probabilities(images), shares / shares.sum(1, keepdim=True))


def test_logistic_outputs_near_zero_keep_their_order() -> None:
    network = _built("CONV-FC-LOGISTIC")
    found = network.probabilities_of(torch.tensor([[-200.0, -210.0, -190.0]]))
    assert found.argmax() == 2
    assert float(found.sum()) == pytest.approx(1.0)


def test_forward_computes_no_auxiliary_head_but_heads_do() -> None:
    network = build(ZOO["googlenet-auxiliary"].fitted((1, 8, 8), 5)).eval()
    network.initialise(1)
    images = _images(2, 1, 8, 8)
    main, *others = network.heads(images)
    assert torch.equal(main, network(images))
    assert [tuple(other.shape) for other in others] == [(2, 5), (2, 5)]
    main.sum().backward()
    assert _layer(network, "head4a_conv").weight.grad is None


def test_further_dropout_is_before_the_last_weights() -> None:
    plan = plan_text("CONV 4-FC 6-RELU-FC", (1, 6, 6), 3)
    network = build(plan, dropout=0.5)
    network.initialise(1)
    with torch.no_grad():
        _layer(network, "fc2").weight.fill_(1.0)
        _layer(network, "fc1").bias.fill_(100.0)
    torch.manual_seed(1)
    images = _images(200, 1, 6, 6)
    network.train()
    spread = network(images)[:, 0].detach()
    hidden = network.outputs(images, ["relu1"])["relu1"].sum(1).detach()
    assert float(spread.mean()) == pytest.approx(float(hidden.mean()), rel=0.1)
    assert len(spread.round(decimals=-1).unique()) > 3
    network.eval()
    assert torch.allclose(network(images)[:, 0], hidden)


@pytest.mark.parametrize("name", ["digits", "deeplearntoolbox", "lenet-5-1998"])
def test_the_same_seed_draws_the_same_weights(name: str) -> None:
    plan = ZOO[name].original()
    first, again, other = build(plan), build(plan), build(plan)
    first.initialise(5)
    again.initialise(1)
    again(_images(3, *plan.input))
    again.initialise(5)
    other.initialise(6)
    states = [network.state_dict() for network in (first, again, other)]
    assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])
    assert any(not torch.equal(states[0][name], states[2][name]) for name in states[0])


def test_toolbox_weights_are_uniform_with_its_own_fans() -> None:
    network = build(ZOO["deeplearntoolbox"].original())
    network.initialise(1)
    # cnnsetup.m: fan_in = maps · 25, fan_out = filters · 25; fully connected: units and inputs
    for name, limit in (
        ("conv1", math.sqrt(6 / (25 + 6 * 25))),
        ("conv2", math.sqrt(6 / (6 * 25 + 12 * 25))),
        ("fc", math.sqrt(6 / (192 + 10))),
    ):
        weight = _layer(network, name).weight
        assert 0.9 * limit < float(weight.detach().abs().max()) <= limit
        assert not _layer(network, name).bias.any()


def test_lecun_weights_keep_within_their_fan() -> None:
    network = build(ZOO["lenet-5-1998"].original())
    network.initialise(1)
    for name, fan in (("c1", 25), ("s2", 4), ("c5", 400), ("f6", 120)):
        for tensor in _layer(network, name).parameters():
            assert 0 < float(tensor.detach().abs().max()) <= 2.4 / fan


def test_he_weights_keep_the_signal_through_padding() -> None:
    """Deep nets on small images see mostly padding; values must neither fade nor blow up."""
    network = build(ZOO["vgg-19"].fitted((1, 8, 8), 10)).eval()
    network.initialise(1)
    images = _images(8, 1, 8, 8)
    last = network.outputs(images, ["fc7_relu"])["fc7_relu"]
    assert 0.3 < float((last * last).mean().sqrt().detach()) < 100
