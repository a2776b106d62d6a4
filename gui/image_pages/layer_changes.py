"""Changes of layers in a row, as the table makes them; each gives new layers back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.networks.cnn.layers import Layer
from core.networks.cnn.notation import chained, layers_of
from core.networks.cnn.text import with_layer
from core.networks.cnn.words import Word, word_of

Layers = tuple[Layer, ...]


def with_kind(layers: Sequence[Layer], row: int, word: Word) -> Layers:
    """Return the layers with another kind at `row`; figures that both kinds have stay."""
    old = layers[row]
    before = word_of(old)
    if before is not None and before.figures == word.figures != "none":
        changed = replace(old, kind=word.kind, function=word.function)
    else:
        changed = layers_of(f"{word.text}-SOFTMAX")[0]
        if word.kind == "fully_connected":
            # the text ends with it, so it came out with one unit for each class
            changed = layers_of("FC-FC")[0]
    return chained([*layers[:row], changed, *layers[row + 1 :]])


def with_further(layers: Sequence[Layer], row: int, figures: str) -> Layers:
    """Return the layers with groups, rounding, bias or share of the one at `row` as written.

    Raises
    ------
    InputError
        When such a layer has no such figure.
    """
    old, word = layers[row], word_of(layers[row])
    assert word is not None
    read = layers_of(f"{word.text} {figures}".strip())[0]
    changed = replace(
        old, groups=read.groups, rounding=read.rounding, bias=read.bias, share=read.share
    )
    return chained([*layers[:row], changed, *layers[row + 1 :]])


def inserted(layers: Sequence[Layer], row: int, word: Word) -> Layers:
    """Return the layers with a new one at `row`; a convolution has as many filters as the last."""
    text = word.text
    if word.kind == "convolution":
        before = [layer for layer in layers[:row] if layer.kind == "convolution"]
        text += f" {before[-1].filters}" if before else ""
    elif word.kind == "fully_connected":
        text += " 128"
    return with_layer(layers, row, text)


def duplicated(layers: Sequence[Layer], row: int) -> Layers:
    """Return the layers with the one at `row` twice."""
    return chained([*layers[: row + 1], *layers[row:]])


def moved(layers: Sequence[Layer], row: int, step: int) -> Layers:
    """Return the layers with the one at `row` moved by `step` places."""
    order = list(layers)
    order.insert(row + step, order.pop(row))
    return chained(order)
