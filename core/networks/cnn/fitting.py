"""Changes that let a published network take images of another size, each with its note."""

from __future__ import annotations

import math
from typing import Any

from core.networks.cnn.draft import Draft
from core.networks.cnn.layers import Kind
from datasets.messages import Message, message

# Stems of networks for ImageNet divide the side by 4 before the first block. Below this side, in
# pixels, hardly anything would be left for the blocks; 32 is what their authors' forms for CIFAR
# take, 65 the largest window of a map.
SMALL = 96


def is_small(draft: Draft) -> bool:
    """Whether the images are so small that a stem for ImageNet must give way."""
    return draft.fitted and draft.side < SMALL


def padded_convolution(
    draft: Draft, name: str, filters: int, kernel: int, least: int = 4, **options: Any
) -> None:
    """Add a convolution without padding; with padding where fewer than `least` pixels remain."""
    padding = options.pop("padding", 0)
    if draft.fitted and draft.side + 2 * padding - kernel + 1 < least:
        padding = kernel // 2
        draft.notes.append(kept_size(name, padding))
    draft.convolution(name, filters, kernel, padding=padding, **options)


def pool_if_it_fits(
    draft: Draft,
    name: str,
    kind: Kind = "max_pool",
    kernel: int = 2,
    stride: int = 2,
    **options: Any,
) -> None:
    """Add a pool; in a fitted form round a side that does not divide, and drop it where none is."""
    if draft.fitted and draft.side < kernel:
        draft.notes.append(left_out(draft, name))
        return
    if draft.fitted:
        options.setdefault("rounding", "floor")
    draft.add(kind, name, kernel=kernel, stride=stride, **options)


def kept_size(name: str, padding: int) -> Message:
    """Return the note that a convolution has a border that its publication has not."""
    return message(
        "{layer}: padded by {padding}, so that the size is kept.", layer=name, padding=padding
    )


def left_out(draft: Draft, name: str) -> Message:
    """Return the note that a pool was dropped."""
    return message(
        "{layer}: left out, since only {height} × {width} pixels come to it.",
        layer=name,
        height=draft.shape[1],
        width=draft.shape[2],
    )


def small_stem(draft: Draft, name: str, kernel: int) -> None:
    """Say that a stem for large images was replaced."""
    draft.notes.append(
        message(
            "{layer}: {kernel} × {kernel} with stride 1 instead of the published stem, as is usual "
            "for small images.",
            layer=name,
            kernel=kernel,
        )
    )


def fitted_units(draft: Draft, units: int) -> int:
    """Return the units of a hidden connected layer: `units`, or as many as values come in."""
    values = math.prod(draft.shape)
    if not draft.fitted or values >= units:
        return units
    draft.notes.append(
        message(
            "Hidden fully connected layers have {units} units instead of {published}, as many as "
            "values come in.",
            units=values,
            published=units,
        )
    )
    return values
