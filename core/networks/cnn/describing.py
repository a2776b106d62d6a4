"""A plan as a table: a row a layer, for the window and the command line."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from core.job_sections.cnn import CNN
from core.networks.cnn.layers import (
    ACTIVATION_TITLES,
    KIND_TITLES,
    POOLS,
    Layer,
    Shape,
)
from core.networks.cnn.plan import CUSTOM, plan_network
from core.networks.cnn.planned import ImageShape, Plan, PlannedLayer
from core.networks.cnn.zoo import DIGIT, ZOO, ZooEntry
from datasets.messages import InputError, Message, message

LARGEST_SIDE = 4096


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


def named_plan(text: str, shape: str = "", classes: int = 0) -> Plan:
    """Return the plan of a network of the zoo, or of layers in the notation.

    The original form where neither shape nor classes are said, the fitted one otherwise.

    Parameters
    ----------
    text
        Name or notation.
    shape
        Such as "1x28x28"; "" for the shape of the publication, 1 × 28 × 28 for layers.
    classes
        0 for those of the publication, 10 for layers.

    Raises
    ------
    InputError
        As `core.networks.cnn.plan.plan_network`, and when `shape` is none.
    """
    entry = ZOO.get(text)
    if entry is None:
        _check_no_name(text)
        cnn = CNN(name=CUSTOM, layers=text)
        return plan_network(cnn, shape_from(shape) if shape else DIGIT, classes or 10)
    if not shape and not classes:
        return entry.original()
    return entry.fitted(shape_from(shape) if shape else entry.shape, classes or entry.classes)


def shape_from(text: str) -> ImageShape:
    """Return (C, H, W) of a text such as "1x28x28".

    Raises
    ------
    InputError
        When it is no such text, or a number is out of bounds.
    """
    parts = text.lower().replace("×", "x").replace("*", "x").split("x")
    numbers = [int(part) for part in parts if part.strip().isdecimal() and len(part) < 10]
    if (
        len(parts) != 3
        or len(numbers) != 3
        or not 1 <= min(numbers) <= max(numbers) <= LARGEST_SIDE
    ):
        raise InputError(
            "{text} is no size of images; write channels, height and width, up to {largest} each, "
            "such as 1x28x28.",
            text=text,
            largest=LARGEST_SIDE,
        )
    channels, height, width = numbers
    return channels, height, width


def table_lines(plan: Plan) -> list[str]:
    """Return the table of a plan as lines of words with tabs between, its sums and notes last."""
    rows = [
        (row.name, str(row.kind), row.figures, row.output, f"{row.parameters:,}", f"{row.macs:,}")
        for row in describe(plan)
    ]
    sums = (size_text(plan.input), "", "", "", f"{plan.parameters:,}", f"{plan.macs:,}")
    notes = [*plan.notes, *_fixed(plan)]
    return ["\t".join(row) for row in [*rows, sums]] + [str(note) for note in notes]


def zoo_lines(entries: Sequence[ZooEntry]) -> list[str]:
    """Return a line for each network: its name, and what it is."""
    return [
        " ".join(
            [f"{entry.name}\t{entry.title}.", str(entry.note), *map(str, _fixed(entry.original()))]
        )
        for entry in entries
    ]


def _fixed(plan: Plan) -> list[Message]:
    """Return a sentence on the weights that are never trained, none where there are none."""
    if not plan.fixed_parameters:
        return []
    return [
        message("{fixed} weights besides are fixed and not counted.", fixed=plan.fixed_parameters)
    ]


def _kind(layer: Layer) -> Message:
    if layer.kind == "activation":
        return ACTIVATION_TITLES[layer.function]
    return KIND_TITLES[layer.kind]


def _check_no_name(text: str) -> None:
    """Refuse what looks like the name of a network with a slip in it."""
    near = difflib.get_close_matches(text.lower(), ZOO, n=3)
    if near:
        raise InputError(
            "There is no network called {name}; did you mean {near}?",
            name=text,
            near=", ".join(near),
        )
