"""The words of the notation: what a layer is called in a text, and which figures it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from core.networks.cnn.layers import ActivationName, Kind, Layer

Figures = Literal["none", "filters", "units", "kernel", "share"]


@dataclass(frozen=True)
class Word:
    """A word for a layer.

    Parameters
    ----------
    text
        As the program writes it.
    figures
        What a number after it means: "filters" (with kernel, stride, padding, groups, rounding
        and nobias), "units" (with nobias), "kernel" (with stride, padding and rounding for pools),
        "share", or nothing.
    also
        Other ways of writing it.
    """

    text: str
    kind: Kind
    figures: Figures = "none"
    function: ActivationName = "linear"
    also: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """What the names of such layers begin with."""
        return self.text.lower()


WORDS: tuple[Word, ...] = (
    Word("CONV", "convolution", "filters", also=("CONVOLUTION",)),
    Word("POOL", "max_pool", "kernel", also=("MAXPOOL",)),
    Word("AVGPOOL", "average_pool", "kernel", also=("MEANPOOL", "AVERAGEPOOL")),
    Word("L2POOL", "l2_pool", "kernel"),
    Word("GAP", "global_average_pool"),
    Word("BN", "batch_norm", also=("BATCHNORM",)),
    Word("LRN", "local_response_norm", "kernel"),
    Word("DROPOUT", "dropout", "share"),
    Word("FLATTEN", "flatten"),
    Word("FC", "fully_connected", "units", also=("DENSE",)),
    Word("SOFTMAX", "softmax"),
    Word("LINEAR", "activation", function="linear"),
    Word("LOGISTIC", "activation", function="logistic", also=("SIGMOID",)),
    Word("TANH", "activation", function="tanh"),
    Word("STANH", "activation", function="scaled_tanh"),
    Word("RAMP1", "activation", function="ramp1"),
    Word("RAMP2", "activation", function="ramp2"),
    Word("RELU", "activation", function="relu"),
    Word("LRELU", "activation", function="leaky_relu", also=("LEAKYRELU",)),
    Word("ELU", "activation", function="elu"),
    Word("SOFTSIGN", "activation", function="softsign"),
)

BY_TEXT: Mapping[str, Word] = MappingProxyType(
    {text: word for word in WORDS for text in (word.text, *word.also)}
)


def word_of(layer: Layer) -> Word | None:
    """Return the word for a layer; None where the notation has none."""
    for word in WORDS:
        if word.kind == layer.kind and word.function == layer.function and not layer.table:
            return word
    return None
