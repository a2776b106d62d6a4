"""What single members of a BP network say of samples, where a vote would add them up."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.explaining.voters import MOST_VALUES, Voters
from core.model import TrainedModel
from core.preparing.compiled import prepared_samples
from core.targets import is_learnable

Array = NDArray[np.float64]


def members_each(model: TrainedModel) -> int:
    """Return how many members each fold has, K."""
    return model.network.members // len(model.preparations)


def members_of(model: TrainedModel, fold: int) -> slice:
    """Return the members of a fold among all of the network."""
    each = members_each(model)
    return slice(fold * each, (fold + 1) * each)


def voters_in(model: TrainedModel) -> Voters:
    """Return the members that vote."""
    network, each = model.network, members_each(model)
    folds = model.voters.reshape(-1, each)
    return Voters(
        model.class_names,
        model.preparations,
        tuple(np.flatnonzero(votes) for votes in folds),
        each,
        each * max(network.sizes),
        network.sizes[-1],
        network.activations[-1],
        model.coding,
        is_learnable(network.activations),
    )


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
    return outputs[torch.from_numpy(voters_in(model).numbers[fold])].to(torch.float64)


class FoldMembers:
    """The voting members of a fold of a BP network, with the gradients of their probabilities."""

    tolerance = 1e-4

    def __init__(self, model: TrainedModel, fold: int) -> None:
        self._model, self._fold, self._voters = model, fold, voters_in(model)
        self._numbers = torch.from_numpy(self._voters.numbers[fold])

    @property
    def count(self) -> int:
        """How many there are, V."""
        return len(self._numbers)

    @property
    def most(self) -> int:
        """How many points of each may be asked about at once."""
        return max(1, MOST_VALUES // self._voters.values)

    def gradients(self, points: Tensor, classes: Tensor) -> tuple[Tensor, Tensor]:
        """See `core.explaining.gradients.Differentiable`."""
        network = self._model.network
        points.requires_grad_()
        # those that do not vote are asked with the others, about anything
        laid = torch.zeros((self._voters.each, *points.shape[1:]), dtype=points.dtype)
        placed = laid.index_copy(0, self._numbers, points)
        placed = placed.to(network.device, network.parameters.dtype)
        outputs = network.forward(placed, members_of(self._model, self._fold))
        shares = self._voters.shares(outputs.to("cpu", torch.float64)[self._numbers])
        values = shares.gather(2, classes[..., None])[..., 0]
        (gradients,) = torch.autograd.grad(values.sum(), points)
        return values.detach(), gradients
