"""First weights of a CNN, by the rule of its plan."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import torch
from torch import Generator, Tensor, nn

from core.networks.cnn.layers import Layer
from core.networks.cnn.modules import Subsampling
from core.networks.cnn.planned import FirstWeights, Plan, PlannedLayer

if TYPE_CHECKING:
    from core.networks.cnn.building import CNNModule

Draw = Callable[[Tensor, float, int, Generator], None]


def draw_first_weights(network: CNNModule, seed: int) -> None:
    """Draw all weights of a network anew, and set biases and running figures.

    "he": N(0, 2 / fan_in), biases 0 (He et al. 2015); the output layer N(0, 0.01²), as AlexNet and
    VGG have it, so that no class leads at the start.
    Padding counts for nothing in fan_in: on maps of 1 × 1 a 3 × 3 filter reads 1 value and not 9,
    and with the 9 of the paper a deep net on small images would begin with outputs of 0.
    "xavier": U(±√(6 / (fan_in + fan_out))), biases 0 (Glorot and Bengio 2010).
    "toolbox": the same with DeepLearnToolbox's own fans, which for convolutions are
    maps · F² in, filters · F² out (`cnnsetup.m`); that is "xavier" without groups.
    "lecun": U(±2.4 / fan_in), biases too (LeCun et al. 1998, appendix A).

    Numbers are drawn on the processor, in single precision and in the order of the layers, so
    that they do not hang on the device.
    """
    generator = torch.Generator().manual_seed(seed)
    last = _output_layer(network.plan)
    with torch.no_grad():
        for planned in network.plan.layers:
            name = planned.layer.name
            rule = "last" if name == last and network.plan.first_weights == "he" else ""
            _draw(network.layers[name], planned, rule or network.plan.first_weights, generator)


def _output_layer(plan: Plan) -> str:
    names = [planned.layer.name for planned in plan.layers if planned.layer.has_weights]
    return names[-1] if names else ""


def _draw(module: nn.Module, planned: PlannedLayer, rule: str, generator: Generator) -> None:
    if isinstance(module, nn.BatchNorm2d):
        module.reset_parameters()
        return
    weight, bias = getattr(module, "weight", None), getattr(module, "bias", None)
    if isinstance(weight, Tensor):
        fan_in, fan_out = _fans(module, planned)
        if rule == "he" and planned.layer.kind == "convolution":
            fan_in *= _share_inside(planned)
        _RULES[rule](weight, fan_in, fan_out, generator)
        if isinstance(bias, Tensor):
            _draw_bias(bias, fan_in, rule, generator)


def _draw_bias(bias: Tensor, fan_in: float, rule: str, generator: Generator) -> None:
    if rule == "lecun":
        _lecun(bias, fan_in, 0, generator)
    else:
        bias.zero_()


def _fans(module: nn.Module, planned: PlannedLayer) -> tuple[float, int]:
    """Return how many values a unit reads, and how many units read a value."""
    layer = planned.layer
    square = layer.kernel**2
    if isinstance(module, Subsampling):
        return square, 1
    if layer.kind == "fully_connected":
        return math.prod(planned.input), layer.filters
    if layer.table:
        # the mean over the filters, which see different numbers of maps
        seen = sum(len(maps) for maps in layer.table)
        return seen * square // len(layer.table), seen * square // planned.input[0]
    return planned.input[0] // layer.groups * square, layer.filters // layer.groups * square


def _share_inside(planned: PlannedLayer) -> float:
    """Return the share of the pixels under a convolution's kernel that are not padding."""
    return math.prod(
        _mean_inside(planned.layer, side, places) / planned.layer.kernel
        for side, places in zip(planned.input[1:], planned.output[1:], strict=True)
    )


def _mean_inside(layer: Layer, side: int, places: int) -> float:
    """Return how many pixels of a row lie under the kernel, the mean of all its places."""
    starts = [place * layer.stride - layer.padding for place in range(places)]
    inside = [min(start + layer.kernel, side) - max(start, 0) for start in starts]
    return sum(inside) / places


def _uniform(target: Tensor, limit: float, generator: Generator) -> None:
    target.copy_((torch.rand(target.shape, generator=generator) * 2 - 1) * limit)


def _normal(target: Tensor, deviation: float, generator: Generator) -> None:
    target.copy_(torch.randn(target.shape, generator=generator) * deviation)


def _he(weight: Tensor, fan_in: float, fan_out: int, generator: Generator) -> None:
    _normal(weight, math.sqrt(2.0 / fan_in), generator)


def _last(weight: Tensor, fan_in: float, fan_out: int, generator: Generator) -> None:
    _normal(weight, 0.01, generator)


def _xavier(weight: Tensor, fan_in: float, fan_out: int, generator: Generator) -> None:
    _uniform(weight, math.sqrt(6.0 / (fan_in + fan_out)), generator)


def _lecun(weight: Tensor, fan_in: float, fan_out: int, generator: Generator) -> None:
    _uniform(weight, 2.4 / fan_in, generator)


_RULES: Mapping[FirstWeights | str, Draw] = MappingProxyType(
    {"he": _he, "last": _last, "xavier": _xavier, "toolbox": _xavier, "lecun": _lecun}
)
