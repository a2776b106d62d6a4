"""The columns of the layer table: what stands in each, and which figures a layer has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.networks.cnn.layers import ACTIVATION_TITLES, KIND_TITLES, POOLS, Layer
from core.networks.cnn.words import WORDS, Word, word_of
from core.numbers import count, in_field
from gui.translating import core_message

NAME, KIND, FILTERS, KERNEL, STRIDE, PADDING, FURTHER, OUTPUT, PARAMETERS, MACS = range(10)
OPTIONS: Mapping[int, str] = MappingProxyType(
    {FILTERS: "filters", KERNEL: "kernel", STRIDE: "stride", PADDING: "padding"}
)
FIGURES = (FILTERS, KERNEL, STRIDE, PADDING)


def has_figure(layer: Layer, column: int) -> bool:
    """Whether a layer has the figure of a column."""
    if column == FILTERS:
        return layer.kind in ("convolution", "fully_connected", "rbf", "padded_shortcut")
    if column == KERNEL:
        return layer.kernel > 0
    slides = layer.kind == "convolution" or layer.kind in POOLS
    if column in (STRIDE, PADDING):
        return slides or (layer.kind == "subsampling" and column == STRIDE)
    return column == FURTHER and (slides or layer.kind in ("fully_connected", "dropout"))


def figure_text(layer: Layer, column: int) -> str:
    """Return what stands in a column of figures, "" where the layer has none."""
    if column == FURTHER:
        return further_text(layer)
    if not has_figure(layer, column):
        return ""
    value = getattr(layer, OPTIONS[column])
    return (
        f"{value} × {value}"
        if column == KERNEL and layer.kernel and _is_square(layer)
        else (count(value))
    )


def further_text(layer: Layer) -> str:
    """Return figures that few layers have, as they are written in a text."""
    found = []
    if layer.kind == "dropout":
        found.append(in_field(layer.share))
    if layer.groups > 1:
        found.append(f"g{layer.groups}")
    if layer.rounding != "exact":
        found.append(layer.rounding)
    if layer.has_weights and not layer.bias:
        found.append("nobias")
    return " ".join(found)


def kind_text(layer: Layer) -> str:
    """Return what a layer is called in the language of the window."""
    if layer.kind == "activation":
        return core_message(ACTIVATION_TITLES[layer.function])
    return core_message(KIND_TITLES[layer.kind])


def word_text(word: Word) -> str:
    """Return what a word of the notation is called in the language of the window."""
    if word.kind == "activation":
        return core_message(ACTIVATION_TITLES[word.function])
    return core_message(KIND_TITLES[word.kind])


def place_of_word(layer: Layer) -> int:
    """Return which of the words a layer is, -1 for none."""
    word = word_of(layer)
    return WORDS.index(word) if word is not None else -1


def _is_square(layer: Layer) -> bool:
    return layer.kind != "local_response_norm"
