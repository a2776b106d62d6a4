"""The plan of a network: from what a job says to layers with sizes. Loads no torch."""

from __future__ import annotations

from functools import lru_cache

from core.job_sections.cnn import CNN
from core.networks.cnn.layers import Layer
from core.networks.cnn.notation import layers_of
from core.networks.cnn.planned import FirstWeights, ImageShape, Plan, PlannedLayer, plan_layers
from core.networks.cnn.text import with_layer
from core.networks.cnn.zoo import ZOO, ZooEntry
from datasets.messages import InputError

__all__ = ["CUSTOM", "Plan", "PlannedLayer", "plan_network", "plan_text"]

CUSTOM = "custom"


# every view of the window asks for the plan of the present network, and deep ones take a while
@lru_cache(maxsize=32)
def plan_network(cnn: CNN, shape: ImageShape, classes: int) -> Plan:
    """Return the plan of a job's network for images of `shape` (C, H, W).

    Raises
    ------
    InputError
        When there is no such network, a size does not divide or is used up, the text cannot be
        read, or the images or classes are not those of an original form.
    """
    if cnn.name == CUSTOM:
        return plan_text(cnn.layers, shape, classes)
    entry = ZOO.get(cnn.name)
    if entry is None:
        raise InputError(
            "There is no network called {name}; there are {names}, and {custom} for layers of "
            "your own.",
            name=cnn.name,
            names=", ".join(ZOO),
            custom=CUSTOM,
        )
    if cnn.form == "fitted":
        return entry.fitted(shape, classes)
    _check_original(entry, shape, classes)
    return entry.original()


def plan_text(text: str, shape: ImageShape, classes: int) -> Plan:
    """Return the plan of layers written in the notation; a softmax is added where none ends it.

    First weights are He's where a unit of the ReLU family is among the layers, Xavier's otherwise.

    Raises
    ------
    InputError
        As `plan_network`.
    """
    if not text.strip():
        raise InputError(
            "No layers are written; write some such as {example}, or take a network of the zoo.",
            example="[(CONV-RELU)*2-POOL]*2-FC-SOFTMAX",
        )
    layers = layers_of(text)
    if not _has_output_function(layers):
        layers = with_layer(layers, len(layers), "SOFTMAX")
    return plan_layers(layers, shape, classes, first_weights=_rule(layers))


def _has_output_function(layers: tuple[Layer, ...]) -> bool:
    """Whether a softmax, or logistic outputs of a fully connected layer, end the layers."""
    last = layers[-1]
    if last.kind == "softmax":
        return True
    before = layers[-2].kind if len(layers) > 1 else ""
    return last.function == "logistic" and before == "fully_connected"


def _rule(layers: tuple[Layer, ...]) -> FirstWeights:
    rectified = {"relu", "leaky_relu", "elu"}
    return "he" if any(layer.function in rectified for layer in layers) else "xavier"


def _check_original(entry: ZooEntry, shape: ImageShape, classes: int) -> None:
    if shape != entry.shape or classes != entry.classes:
        raise InputError(
            "{network} in its original form takes images of {needed} and {needed_classes} classes; "
            "these are {shape} with {classes} classes. Choose the form fitted to the data.",
            network=entry.title,
            needed=" × ".join(map(str, entry.shape)),
            needed_classes=entry.classes,
            shape=" × ".join(map(str, shape)),
            classes=classes,
        )
