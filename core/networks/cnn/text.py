"""Layers as text again, and the changes that a table of layers makes to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from core.networks.cnn.layers import POOLS, Layer
from core.networks.cnn.notation import chained, default_padding, default_stride, layers_of
from core.networks.cnn.planned import Plan
from core.networks.cnn.words import word_of


def text_of(layers: Sequence[Layer]) -> str:
    """Return the canonical text of layers in a row, "" where the notation has no word for one.

    `layers_of` makes the same layers of it again, names apart.
    """
    words = [_word(layer, _is_last_units(layers, n)) for n, layer in enumerate(layers)]
    return "-".join(words) if all(words) else ""


def as_text(plan: Plan) -> str:
    """Return the layers of a plan as text to start from, "" where they are not in a row.

    The last fully connected layer is left without a figure, so that it fits other classes too.
    """
    if not plan.is_sequential:
        return ""
    layers = [planned.layer for planned in plan.layers]
    last = max((n for n, la in enumerate(layers) if la.kind == "fully_connected"), default=-1)
    if last >= 0 and layers[last].filters == plan.classes:
        layers[last] = replace(layers[last], filters=0)
    return text_of(layers)


def with_layer(layers: Sequence[Layer], place: int, word: str) -> tuple[Layer, ...]:
    """Return the layers with those of the text `word` put in at `place`, counted from 0."""
    return chained([*layers[:place], *layers_of(word), *layers[place:]])


def without_layer(layers: Sequence[Layer], place: int) -> tuple[Layer, ...]:
    """Return the layers without the one at `place`, counted from 0."""
    return chained([*layers[:place], *layers[place + 1 :]])


def with_change(layers: Sequence[Layer], place: int, **options: Any) -> tuple[Layer, ...]:
    """Return the layers with options of the one at `place` changed, such as `filters=64`."""
    return chained([*layers[:place], replace(layers[place], **options), *layers[place + 1 :]])


def _is_last_units(layers: Sequence[Layer], place: int) -> bool:
    return all(layer.kind != "fully_connected" for layer in layers[place + 1 :])


def _word(layer: Layer, is_last: bool) -> str:
    word = word_of(layer)
    if word is None or (layer.filters == 0 and word.figures == "units" and not is_last):
        return ""
    figures = [*_numbers(layer), *_steps(layer)]
    if layer.rounding != "exact":
        figures.append(layer.rounding)
    if not layer.bias:
        figures.append("nobias")
    return " ".join([word.text, *figures]) + "?" * layer.optional


def _numbers(layer: Layer) -> list[str]:
    numbers = []
    if layer.filters:
        numbers.append(str(layer.filters))
    if layer.kind == "local_response_norm":
        numbers.append(str(layer.kernel))
    elif layer.kernel:
        numbers.append(f"{layer.kernel}x{layer.kernel}")
    if layer.kind == "dropout":
        numbers.append(np.format_float_positional(layer.share, trim="-"))
    return numbers


def _steps(layer: Layer) -> list[str]:
    if layer.kind != "convolution" and layer.kind not in POOLS:
        return []
    steps = []
    if layer.stride != default_stride(layer):
        steps.append(f"s{layer.stride}")
    if layer.padding != default_padding(layer):
        steps.append(f"p{layer.padding}")
    if layer.groups != 1:
        steps.append(f"g{layer.groups}")
    return steps
