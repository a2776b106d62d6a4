"""Samples as the compiled kernel wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.engines.part import Part
from core.networks.bp import BPNetwork

Array = NDArray[np.float64]


@dataclass(frozen=True)
class KernelSamples:
    """Samples of a part with a row for each feature and output, float64.

    Attributes
    ----------
    inputs, targets
        Training samples, shapes (S, P) and (C, P).
    held_inputs, held_targets
        Validation samples, shapes (S, V) and (C, V); V is 0 where there are none.
    """

    inputs: Array
    targets: Array
    held_inputs: Array
    held_targets: Array


def samples_of_members(network: BPNetwork, parts: Sequence[Part]) -> list[KernelSamples]:
    """Return the samples of each member; those of one part share them."""
    ins, outs = network.sizes[0], network.sizes[-1]
    found = []
    for part in parts:
        samples = KernelSamples(
            _rows(part.inputs, ins),
            _rows(part.targets, outs),
            _rows(part.held_inputs, ins),
            _rows(part.held_targets, outs),
        )
        found += [samples] * part.members
    return found


def _rows(values: Tensor | None, rows: int) -> Array:
    if values is None:
        return np.empty((rows, 0))
    return np.ascontiguousarray(values.to(torch.float64).cpu().numpy().T)
