"""Bounds of weights and steps over the frames of a run, for scales that stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.networks.forward import layer_parameters
from core.snapshot_frames import NUMBER_BYTES, SnapshotAbout


@dataclass(frozen=True)
class Ranges:
    """Bounds over all frames of a member, for scales that stay as they are.

    Attributes
    ----------
    weights
        Largest |weight or bias| of each layer; 0 before the first frame.
    smallest_step, largest_step
        Of the step sizes Δ above 0; NaN where there are none.
    """

    weights: tuple[float, ...]
    smallest_step: float
    largest_step: float


def widened(
    ranges: Ranges, file: BinaryIO, index: int, member: int, about: SnapshotAbout
) -> Ranges:
    """Return the ranges with one more frame."""
    size = 4 * about.parameters
    start = index * about.record_bytes + NUMBER_BYTES + member * size
    file.seek(start)
    parameters = np.frombuffer(file.read(size), "<f4")
    if len(parameters) < about.parameters:
        return ranges
    weights = tuple(
        max(before, _largest(weights), _largest(biases))
        for before, (weights, biases) in zip(
            ranges.weights, layer_parameters(parameters, about.sizes), strict=True
        )
    )
    if not about.has_steps:
        return Ranges(weights, np.nan, np.nan)
    file.seek(start + about.kept * size)
    steps = np.frombuffer(file.read(size), "<f4")
    known = steps[np.isfinite(steps) & (steps > 0)]
    if not len(known):
        return Ranges(weights, ranges.smallest_step, ranges.largest_step)
    return Ranges(
        weights,
        float(np.fmin(ranges.smallest_step, known.min())),
        float(np.fmax(ranges.largest_step, known.max())),
    )


def _largest(values: NDArray[np.floating]) -> float:
    sizes = np.abs(values)
    return float(np.max(sizes, initial=0.0, where=np.isfinite(sizes)))
