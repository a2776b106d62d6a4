"""Explanations against what they are by definition."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.image_job import CNN
from core.inside_cnn.listing import last_convolution
from core.inside_cnn.saliency import METHODS, Method, saliency, values_of, window_of
from core.inside_cnn.subject import Subject
from datasets.messages import InputError
from tests.core.inside_cnn.small_cnns import some_pixels, subject, trained

RELU = CNN(name="custom", layers="CONV6-RELU-POOL-CONV8-RELU-FC16-RELU-FC-SOFTMAX")
LINEAR = CNN(name="custom", layers="FC-SOFTMAX")
SHAPE = (1, 8, 8)


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def frozen(looked: Subject) -> Subject:
    looked.network.requires_grad_(False)
    return looked


def unit(pixels: NDArray[np.uint8]) -> torch.Tensor:
    return torch.from_numpy(pixels[np.newaxis].astype(np.float32) / 255)


@pytest.mark.parametrize("scaling", ["normalise", "zca"])
@pytest.mark.parametrize("target", [None, 3])
def test_integrated_gradients_are_complete(scaling: str, target: int | None) -> None:
    looked = frozen(subject(trained(RELU, SHAPE, scaling=scaling)))
    pixels = some_pixels(SHAPE)[5]
    found = saliency(looked, pixels, "integrated-gradients", target)
    values = values_of(looked)
    difference = values(unit(pixels)) - values(torch.zeros(1, *SHAPE))
    wanted = int(values(unit(pixels)).argmax()) if target is None else target
    assert found.target == wanted
    assert found.value - found.baseline == pytest.approx(float(difference[0, wanted]), rel=1e-4)
    spread = float(np.abs(found.map).sum())
    assert found.map.sum() == pytest.approx(
        float(difference[0, wanted]), rel=1e-2, abs=spread / 900
    )
    assert found.missing == pytest.approx(
        found.map.sum(dtype=np.float64) - float(difference[0, wanted]), abs=spread * 1e-4
    )


def test_integrated_gradients_of_a_linear_network_are_weight_times_ink() -> None:
    looked = frozen(subject(trained(LINEAR, SHAPE)))
    pixels = some_pixels(SHAPE)[5]
    found = saliency(looked, pixels, "integrated-gradients", 4)
    fitted = looked.model.pixels[0]
    weight = next(value for name, value in looked.network.state_dict().items() if "weight" in name)
    by_hand = weight[4].reshape(8, 8) * fitted.factor[0] * unit(pixels)[0, 0]
    assert np.allclose(found.map, by_hand.numpy(), atol=1e-5)


@pytest.mark.parametrize("shape", [(1, 8, 8), (3, 9, 9)])
def test_occlusion_is_what_covered_squares_cost(shape: tuple[int, int, int]) -> None:
    looked = frozen(subject(trained(RELU if shape[1] == 8 else WINDOWS, shape)))
    pixels = some_pixels(shape)[5]
    found = saliency(looked, pixels, "occlusion", 2)
    side, step = window_of(shape)
    values, image = values_of(looked), unit(pixels)
    whole = float(values(image)[0, 2])
    cost, covered = np.zeros(shape[1:]), np.zeros(shape[1:])
    for top in range(0, shape[1] - side + step, step):
        for left in range(0, shape[2] - side + step, step):
            hidden = image.clone()
            hidden[..., top : top + side, left : left + side] = 0
            fall = whole - float(values(hidden)[0, 2])
            cost[top : top + side, left : left + side] += fall
            covered[top : top + side, left : left + side] += 1
    assert np.allclose(found.map, cost / covered, atol=1e-5)


WINDOWS = CNN(name="map-windows")


def test_grad_cam_weighs_maps_by_their_mean_gradient() -> None:
    looked = frozen(subject(trained(RELU, SHAPE)))
    pixels = some_pixels(SHAPE)[5]
    name = last_convolution(looked.plan)
    found = saliency(looked, pixels, "grad-cam", 1)
    network = looked.network
    below = network.outputs(looked.prepared(pixels[np.newaxis]), [name])[name]
    maps = below.detach().requires_grad_()
    x, seen = maps, False
    for planned in looked.plan.layers[:-1]:
        if seen:
            x = network.layers[planned.layer.name](x)
        seen = seen or planned.layer.name == name
    (slope,) = torch.autograd.grad(x[0, 1], maps)
    coarse = (slope.mean(dim=(2, 3), keepdim=True) * maps.detach()).sum(dim=1, keepdim=True)
    fine = torch.nn.functional.interpolate(coarse, (8, 8), mode="bilinear")
    assert found.layer == name
    assert np.allclose(found.map, fine[0, 0].numpy(), atol=1e-5)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ["lenet-5-1998", "deeplearntoolbox"])
def test_every_kind_of_output_is_explained(method: Method, name: str) -> None:
    shape = (1, 28, 28)
    looked = frozen(subject(trained(CNN(name=name), shape)))
    found = saliency(looked, some_pixels(shape)[0], method)
    assert found.map.shape == (28, 28)
    assert np.isfinite(found.map).all()
    assert np.abs(found.map).max() > 0


def test_grad_cam_needs_maps() -> None:
    pixels = some_pixels(SHAPE)[5]
    with pytest.raises(InputError, match="needs a convolution"):
        saliency(frozen(subject(trained(LINEAR, SHAPE))), pixels, "grad-cam")
    looked = frozen(subject(trained(RELU, SHAPE)))
    last = looked.plan.values_layer
    with pytest.raises(InputError, match="no maps"):
        saliency(looked, pixels, "grad-cam", layer=last)
