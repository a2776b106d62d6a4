"""Filters, weights, feature maps and feature reuse are those of the network."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.image_job import CNN
from core.inside_cnn.features import MOST_MAPS, features, overview
from core.inside_cnn.filters import block_means, filters, weights
from core.inside_cnn.listing import listing, shown_layers
from core.inside_cnn.reuse import dense_blocks, feature_reuse
from core.networks.cnn.plan import plan_network
from datasets.messages import InputError
from tests.core.inside_cnn.small_cnns import some_pixels, subject, trained

PLAIN = CNN(name="custom", layers="CONV4-RELU-POOL-CONV6-RELU-FC12-RELU-FC-SOFTMAX")


def test_filters_are_the_weights() -> None:
    looked = subject(trained(PLAIN))
    name = listing(looked)["layers"][0]["name"]
    kept = looked.network.state_dict()[f"layers.{name}.weight"].numpy()
    assert np.array_equal(filters(looked, name), kept)


def test_filters_of_a_table_have_gaps() -> None:
    looked = subject(trained(CNN(name="lenet-5-1998"), (1, 32, 32)))
    names = [each["name"] for each in listing(looked)["layers"] if "filters" in each["views"]]
    found = filters(looked, names[1])
    assert found.shape == (16, 6, 5, 5)
    # of 16 × 6 pairs the table has 60
    assert (~np.isnan(found)).all(axis=(2, 3)).sum() == 60
    with torch.inference_mode():
        x = torch.randn(2, 6, 14, 14)
        module = looked.network.layers[names[1]]
        dense = torch.from_numpy(np.nan_to_num(found))
        by_hand = torch.nn.functional.conv2d(x, dense, module.get_parameter("bias"))
        assert torch.allclose(module(x), by_hand, atol=1e-6)


def test_only_convolutions_have_filters() -> None:
    looked = subject(trained(PLAIN))
    last = listing(looked)["layers"][-2]["name"]
    with pytest.raises(InputError, match="the convolutions are"):
        filters(looked, last)
    with pytest.raises(InputError, match="no layer nowhere; it has"):
        filters(looked, "nowhere")


def test_weights_of_a_small_layer_are_whole() -> None:
    looked = subject(trained(PLAIN))
    name = [each["name"] for each in listing(looked)["layers"] if "weights" in each["views"]][-1]
    found = weights(looked, name)
    kept = looked.network.state_dict()[f"layers.{name}.weight"].numpy()
    assert (found.units, found.inputs, found.is_reduced) == (10, 12, False)
    assert np.array_equal(found.mean, kept)
    assert np.array_equal(found.magnitude, np.abs(kept))


def test_weights_of_prototypes_are_their_codes() -> None:
    looked = subject(trained(CNN(name="lenet-5-1998"), (1, 32, 32)))
    name = [each["name"] for each in listing(looked)["layers"] if "weights" in each["views"]][-1]
    found = weights(looked, name)
    assert found.mean.shape == (10, 84)
    assert set(np.unique(found.mean)) == {-1.0, 1.0}


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 12))
def test_blocks_have_the_mean_of_their_weights(rows: int, columns: int, most: int) -> None:
    matrix = np.random.default_rng(rows).normal(size=(rows, columns)).astype(np.float32)
    edges = [
        [block * size // min(size, most) for block in range(min(size, most) + 1)]
        for size in matrix.shape
    ]
    by_hand = [
        [matrix[top:bottom, left:right].mean() for left, right in pairwise(edges[1])]
        for top, bottom in pairwise(edges[0])
    ]
    assert np.allclose(block_means(matrix, most), by_hand, atol=1e-5)


def test_features_are_what_the_layers_give() -> None:
    looked = subject(trained(PLAIN))
    image = some_pixels((1, 8, 8))[7]
    names = [each["name"] for each in listing(looked)["layers"]]
    found = features(looked, image, names)
    x = looked.prepared(image[np.newaxis])
    with torch.inference_mode():
        for name, each in zip(names, found, strict=True):
            x = looked.network.layers[name](x)
            assert np.allclose(each.values, x[0].numpy(), atol=1e-6), name
            flat = each.values.reshape(len(each.values), -1)
            assert np.array_equal(each.ranges[:, 0], flat.min(axis=1))
            assert np.array_equal(each.ranges[:, 1], flat.max(axis=1))


def test_the_overview_has_every_layer_in_half_precision() -> None:
    looked = subject(trained(CNN(name="digits")))
    image = some_pixels((1, 8, 8))[7]
    found = overview(looked, image)
    assert [each.name for each in found] == [each["name"] for each in listing(looked)["layers"]]
    whole = features(looked, image, [each.name for each in found])
    for small, large in zip(found, whole, strict=True):
        assert small.values.dtype == np.float16
        assert len(small.values) == (
            min(MOST_MAPS, small.whole) if large.values.ndim == 3 else small.whole
        )
        assert np.allclose(small.values, large.values[: len(small.values)], rtol=2e-3, atol=1e-3)


def test_auxiliary_heads_are_not_listed() -> None:
    plan = plan_network(CNN(name="googlenet-auxiliary"), (1, 28, 28), 10)
    heads = set(plan.auxiliary)
    shown = {planned.layer.name for planned in shown_layers(plan)}
    assert heads
    assert shown < {planned.layer.name for planned in plan.layers} - heads


@pytest.mark.parametrize(("name", "layers"), [("densenet-40-12", 12), ("densenet-bc-100-12", 16)])
def test_dense_blocks_are_found(name: str, layers: int) -> None:
    blocks = dense_blocks(plan_network(CNN(name=name), (1, 8, 8), 10))
    assert [len(block.sources) for block in blocks] == [layers + 1] * 3
    assert [[read for _, read in block.targets] for block in blocks] == [
        list(range(1, layers + 2))
    ] * 3
    assert all(count == 12 for block in blocks for count in block.counts[1:])


def test_feature_reuse_is_the_mean_absolute_weight() -> None:
    """Cells by the words of the authors: w[:, :24] for s = 0, w[:, 24:36] for s = 1, ..."""
    looked = subject(trained(CNN(name="densenet-40-12")))
    found = feature_reuse(looked)
    first = found[0]
    given = first.block.counts[0]
    name, read = first.block.targets[2]
    weight = looked.network.state_dict()[f"layers.{name}.weight"].numpy()
    by_hand = [
        np.abs(weight[:, :given]).mean(),
        np.abs(weight[:, given : given + 12]).mean(),
        np.abs(weight[:, given + 12 : given + 24]).mean(),
    ]
    assert read == 3
    assert np.allclose(first.mean_weight[:3, 2], by_hand, rtol=1e-6)
    assert np.isnan(first.mean_weight[3:, 2]).all()
    assert np.allclose(np.nanmax(first.share, axis=0), 1.0)
    last = found[-1]
    classifier = looked.network.state_dict()[f"layers.{last.block.targets[-1][0]}.weight"].numpy()
    assert classifier.shape == (10, sum(last.block.counts))
    assert np.isclose(last.mean_weight[-1, -1], np.abs(classifier[:, -12:]).mean())


@pytest.mark.parametrize("name", ["lenet-5", "resnet-cifar-20", "googlenet", "vgg-11"])
def test_other_networks_have_no_dense_block(name: str) -> None:
    assert dense_blocks(plan_network(CNN(name=name), (1, 28, 28), 10)) == ()


def test_other_networks_reuse_nothing() -> None:
    with pytest.raises(InputError, match="DenseNet"):
        feature_reuse(subject(trained(PLAIN)))
