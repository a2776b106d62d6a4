"""Sizes of layers: what comes out of each, its parameters and its multiply–adds."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from core.networks.cnn.layers import POOLS, Kind, Layer, Shape
from datasets.messages import InputError


def side_after(layer: Layer, side: int) -> int:
    """Return the side of what a convolution or a pool makes of `side` pixels.

    (N − F + 2P) / S + 1 for N pixels, a kernel of F, padding P and stride S. "ceil" drops a last
    window that would see padding alone, as torch does.

    Raises
    ------
    InputError
        When the kernel does not fit, or when that is no whole number and the rounding is "exact".
    """
    free = side - layer.kernel + 2 * layer.padding
    _check_fit(layer, side, free)
    if layer.rounding == "exact" and free % layer.stride:
        raise InputError(
            "{layer}: the size does not divide, (N − F + 2P) / S + 1 = ({side} − {kernel} + "
            "2·{padding}) / {stride} + 1 = {result} is not a whole number; change kernel, padding "
            "or stride, or add {rounding}.",
            layer=layer.name,
            side=side,
            kernel=layer.kernel,
            padding=layer.padding,
            stride=layer.stride,
            rounding="floor" if layer.kind == "convolution" else "floor / ceil",
            result=round(free / layer.stride + 1, 3),
        )
    if layer.rounding != "ceil":
        return free // layer.stride + 1
    found = math.ceil(free / layer.stride) + 1
    return found - 1 if (found - 1) * layer.stride >= side + layer.padding else found


def _check_fit(layer: Layer, side: int, free: int) -> None:
    if free < 0:
        raise InputError(
            "{layer}: a kernel of {kernel} × {kernel} does not fit into {side} pixels with a "
            "padding of {padding}; take a smaller kernel, more padding or fewer pools before it.",
            layer=layer.name,
            kernel=layer.kernel,
            side=side,
            padding=layer.padding,
        )
    if layer.kind in POOLS and 2 * layer.padding > layer.kernel:
        raise InputError(
            "{layer}: a padding of {padding} is more than half the kernel of {kernel}; take less "
            "padding.",
            layer=layer.name,
            padding=layer.padding,
            kernel=layer.kernel,
        )


def output_of(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    """Return the shape of what `layer` makes of `inputs`: (C, H, W) or (units,).

    Raises
    ------
    InputError
        When it cannot take what it is given; the sentence names the layer and the numbers.
    """
    return _OUTPUTS[layer.kind](layer, inputs)


def parameters_of(layer: Layer, shape: Shape) -> int:
    """Return the number of trainable weights and biases of `layer` on inputs of `shape`."""
    if layer.kind == "convolution":
        seen = _connections(layer, shape) * layer.kernel**2
        return seen + layer.filters * layer.bias
    if layer.kind == "fully_connected":
        return layer.filters * (math.prod(shape) + layer.bias)
    if layer.kind in ("batch_norm", "subsampling"):
        return 2 * shape[0]
    return 0


def fixed_parameters_of(layer: Layer, shape: Shape) -> int:
    """Return the number of weights that are part of the network and never trained."""
    return layer.filters * math.prod(shape) if layer.kind == "rbf" else 0


def macs_of(layer: Layer, shape: Shape, output: Shape) -> int:
    """Return the multiply–adds of one sample.

    Those of convolutions, fully connected layers and prototypes. Biases, activations, pools and
    normalisations are left out, as is usual.
    """
    if layer.kind == "convolution":
        return _connections(layer, shape) * layer.kernel**2 * output[1] * output[2]
    if layer.kind in ("fully_connected", "rbf"):
        return layer.filters * math.prod(shape)
    return 0


def _connections(layer: Layer, shape: Shape) -> int:
    """Return how many pairs of a map and a filter a convolution joins."""
    if layer.table:
        return sum(len(maps) for maps in layer.table)
    return layer.filters * shape[0] // layer.groups


def _same(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    return inputs[0]


def _maps_of(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    if len(inputs[0]) != 3:
        raise InputError(
            "{layer} needs maps, but after a fully connected layer or global pooling there are "
            "only {units} single values; put it before.",
            layer=layer.name,
            units=inputs[0][0],
        )
    return inputs[0]


def _slide(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    maps, height, width = _maps_of(layer, inputs)
    return maps, side_after(layer, height), side_after(layer, width)


def _convolution(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    maps = _maps_of(layer, inputs)[0]
    if layer.rounding == "ceil":
        raise InputError(
            "{layer}: only pools can round up; take floor, or more padding.", layer=layer.name
        )
    if maps % layer.groups or layer.filters % layer.groups:
        raise InputError(
            "{layer}: {maps} maps and {filters} filters do not divide into {groups} groups; take a "
            "number that divides both.",
            layer=layer.name,
            maps=maps,
            filters=layer.filters,
            groups=layer.groups,
        )
    return layer.filters, *_slide(layer, inputs)[1:]


def _global_pool(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    return (_maps_of(layer, inputs)[0],)


def _flat(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    return (math.prod(inputs[0]),)


def _units(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    return (layer.filters,)


def _padded_shortcut(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    _, height, width = _maps_of(layer, inputs)
    return layer.filters, math.ceil(height / layer.stride), math.ceil(width / layer.stride)


def _concat(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    return sum(shape[0] for shape in inputs), *inputs[0][1:]


_OUTPUTS: Mapping[Kind, Callable[[Layer, Sequence[Shape]], Shape]] = MappingProxyType(
    {
        "convolution": _convolution,
        "max_pool": _slide,
        "average_pool": _slide,
        "l2_pool": _slide,
        "subsampling": _slide,
        "global_average_pool": _global_pool,
        "padded_shortcut": _padded_shortcut,
        "batch_norm": _same,
        "local_response_norm": _maps_of,
        "dropout": _same,
        "flatten": _flat,
        "fully_connected": _units,
        "rbf": _units,
        "activation": _same,
        "softmax": _flat,
        "add": _same,
        "concat": _concat,
    }
)
