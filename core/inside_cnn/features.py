"""Feature maps: what the layers of a CNN make of one image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.inside_cnn.listing import shown_layers
from core.inside_cnn.subject import Subject

# an overview of all layers holds the first maps of each, in half precision
MOST_MAPS = 16
HALF_RANGE = float(np.finfo(np.float16).max)


@dataclass(frozen=True)
class Features:
    """The outputs of one layer for one image.

    Attributes
    ----------
    values
        float32, or float16 in an overview: maps (M, H, W), or units (U,).
    ranges
        float32, shape (M, 2) or (U, 2): smallest and largest value of each.
    whole
        How many maps or units the layer has.
    """

    name: str
    values: NDArray[np.floating]
    ranges: NDArray[np.float32]
    whole: int


def features(
    subject: Subject, pixels: NDArray[np.uint8], names: Sequence[str]
) -> tuple[Features, ...]:
    """Return what some layers make of an image, in the order of `names`.

    Parameters
    ----------
    pixels
        uint8, shape (C, H, W).

    Raises
    ------
    InputError
        When there is no such layer.
    """
    for name in names:
        subject.layer(name)
    found = outputs_of(subject, subject.prepared(pixels[np.newaxis]), names)
    return tuple(_features(name, found[name], None) for name in names)


def overview(subject: Subject, pixels: NDArray[np.uint8]) -> tuple[Features, ...]:
    """Return the first `MOST_MAPS` maps of every layer that leads to the classes, as float16.

    Units are all there. Values beyond half precision are cut to its range.
    """
    names = [planned.layer.name for planned in shown_layers(subject.plan)]
    found = outputs_of(subject, subject.prepared(pixels[np.newaxis]), names)
    return tuple(_features(name, found[name], MOST_MAPS) for name in names)


def outputs_of(
    subject: Subject, prepared: torch.Tensor, names: Sequence[str]
) -> dict[str, torch.Tensor]:
    """Return the outputs of layers for prepared images, shape (B, …) each."""
    with torch.inference_mode():
        return subject.network.outputs(prepared, names)


def _features(name: str, output: torch.Tensor, most: int | None) -> Features:
    values = output[0].float().cpu().numpy()
    whole = len(values)
    if most is not None:
        values = values[:most] if values.ndim == 3 else values
    flat = values.reshape(len(values), -1)
    ranges = np.stack([flat.min(axis=1), flat.max(axis=1)], axis=1).astype(np.float32)
    if most is not None:
        return Features(
            name, np.clip(values, -HALF_RANGE, HALF_RANGE).astype(np.float16), ranges, whole
        )
    return Features(name, np.array(values, np.float32), ranges, whole)
