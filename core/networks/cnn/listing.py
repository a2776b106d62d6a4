"""What the verb `networks` prints: the zoo, and the layers of one network."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from core.job_sections.cnn import CNN
from core.networks.cnn.describing import describe, size_text
from core.networks.cnn.plan import CUSTOM, plan_network
from core.networks.cnn.planned import ImageShape, Plan
from core.networks.cnn.tokens import plain_signs
from core.networks.cnn.words import BY_TEXT
from core.networks.cnn.zoo import DIGIT, ZOO, ZooEntry
from datasets.messages import InputError, Message, message

LARGEST_SIDE = 4096
HEADING = ("Layer", "Kind", "Sizes", "Output", "Parameters", "Mult–adds")


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
    """Return the table of a plan as lines of words with tabs between: heading, layers, sums, notes.

    The line of the sums begins with the size of the images.
    """
    rows = [
        (row.name, str(row.kind), row.figures, row.output, f"{row.parameters:,}", f"{row.macs:,}")
        for row in describe(plan)
    ]
    sums = (size_text(plan.input), "", "", "", f"{plan.parameters:,}", f"{plan.macs:,}")
    notes = [*plan.notes, *_fixed(plan)]
    return ["\t".join(row) for row in [HEADING, *rows, sums]] + [str(note) for note in notes]


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


def _check_no_name(text: str) -> None:
    """Refuse what looks like the name of a network with a slip in it, or names no layer at all."""
    near = difflib.get_close_matches(text.lower(), ZOO, n=3)
    if near:
        raise InputError(
            "There is no network called {name}; did you mean {near}?",
            name=text,
            near=", ".join(near),
        )
    signs = plain_signs(text).upper()
    if not any(word in signs for word in BY_TEXT):
        raise InputError(
            "There is no network called {name}, and it cannot be read as layers such as "
            "CONV-RELU-POOL-FC either; python main.py networks lists the networks.",
            name=text,
        )
