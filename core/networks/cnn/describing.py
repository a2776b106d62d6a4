"""A plan as a table: a row a layer."""

from __future__ import annotations

from dataclasses import dataclass

from core.networks.cnn.layers import (
    ACTIVATION_TITLES,
    KIND_TITLES,
    POOLS,
    Layer,
    Shape,
)
from core.networks.cnn.planned import Plan, PlannedLayer
from datasets.messages import Message


@dataclass(frozen=True)
class LayerRow:
    """A layer in words and figures.

    Parameters
    ----------
    kind
        What it is called; for an activation, which one.
    figures
        Its sizes in the signs of the notation, such as "32 · 5 × 5 · s2 · p1".
    output
        Such as "12 × 4 × 4".
    parameters, macs
        Trained parameters, and multiply–adds of a sample.
    """

    name: str
    kind: Message
    figures: str
    output: str
    parameters: int
    macs: int


def describe(plan: Plan) -> tuple[LayerRow, ...]:
    """Return a row for each layer, in the order of computing."""
    return tuple(
        LayerRow(
            planned.layer.name,
            _kind(planned.layer),
            figures_of(planned),
            size_text(planned.output),
            planned.parameters,
            planned.macs,
        )
        for planned in plan.layers
    )


def size_text(shape: Shape) -> str:
    """Return a shape as people write it: "12 × 4 × 4"."""
    return " × ".join(str(side) for side in shape)


def figures_of(planned: PlannedLayer) -> str:
    """Return the figures of a layer in the signs of the notation, "" where it has none."""
    layer = planned.layer
    figures = [str(layer.filters)] if layer.filters else []
    if layer.kind == "local_response_norm":
        figures.append(str(layer.kernel))
    elif layer.kernel:
        figures.append(f"{layer.kernel} × {layer.kernel}")
    slides = layer.kernel > 0 and layer.kind != "local_response_norm"
    if slides and (layer.stride != 1 or layer.kind in POOLS):
        figures.append(f"s{layer.stride}")
    if layer.padding:
        figures.append(f"p{layer.padding}")
    if layer.groups != 1:
        figures.append(f"g{layer.groups}")
    if layer.kind == "dropout":
        figures.append(f"{layer.share:g}")
    return " · ".join(figures)


def _kind(layer: Layer) -> Message:
    if layer.kind == "activation":
        return ACTIVATION_TITLES[layer.function]
    return KIND_TITLES[layer.kind]
