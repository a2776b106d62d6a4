"""What single members of a fold say of samples, where a vote would add them up."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.model import TrainedModel
from core.preparing.compiled import prepared_samples
from core.targets import probabilities

Array = NDArray[np.float64]
# values of all members that lie in memory at once
MOST_VALUES = 4_000_000


def members_each(model: TrainedModel) -> int:
    """Return how many members each fold has, K."""
    return model.network.members // len(model.preparations)


def members_of(model: TrainedModel, fold: int) -> slice:
    """Return the members of a fold among all of the network."""
    each = members_each(model)
    return slice(fold * each, (fold + 1) * each)


def voters_of(model: TrainedModel, fold: int) -> NDArray[np.int64]:
    """Return the numbers of the members of a fold that vote, int64, shape (V,), from 0 to K - 1."""
    return np.flatnonzero(model.voters[members_of(model, fold)])


def blocks(model: TrainedModel, rows: int) -> Iterator[slice]:
    """Yield spans of so many rows that all members of a fold can be asked about at once."""
    length = max(1, MOST_VALUES // (members_each(model) * max(model.network.sizes)))
    for first in range(0, rows, length):
        yield slice(first, min(first + length, rows))


def outputs_of(
    model: TrainedModel, fold: int, features: Array, censored: NDArray[np.bool_]
) -> Tensor:
    """Return the outputs of the voting members of a fold, shape (V, P, outputs).

    Parameters
    ----------
    features, censored
        float64 and bool, shape (P, S), as the table has them.
    """
    inputs = torch.from_numpy(prepared_samples(model.preparations[fold], features, censored))
    outputs = model.network.predict(inputs, members_of(model, fold))
    return outputs[torch.from_numpy(voters_of(model, fold))].to(torch.float64)


def shares_of(model: TrainedModel, outputs: Tensor) -> Tensor:
    """Return the probability of each class, shape (..., C), from outputs (..., outputs)."""
    activation = model.network.activations[-1]
    return probabilities(outputs, activation, model.coding, len(model.class_names))


def named_by(model: TrainedModel, outputs: Tensor) -> NDArray[np.int64]:
    """Return the class that each member names, int64, shape (V, P)."""
    said = shares_of(model, outputs) if model.coding == "ordered" else outputs
    found: NDArray[np.int64] = said.argmax(dim=-1).numpy()
    return found
