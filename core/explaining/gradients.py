"""Gradients of a class probability, meant along the straight way from a baseline to a sample.

Integrated gradients: M. Sundararajan, A. Taly and Q. Yan (2017), Axiomatic attribution for deep
networks, ICML, 3319-3328. A network that was trained to a small error turns from one class to the
other within a ten-thousandth of the way, which even steps of any number would miss. So the integral
is taken by the rule of Gauss and Legendre on stretches, and one whose integral is not the change of
the probability between its ends is divided.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.explaining.members import (
    MOST_VALUES,
    members_each,
    members_of,
    shares_of,
    voters_of,
)
from core.explaining.stretches import Stretches, divided
from core.model import TrainedModel

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

# eight nodes on eight stretches are the 64 steps of a smooth way
NODES = 8
# in probability: what the integral over one stretch may miss
TOLERANCE = 1e-4


@dataclass(frozen=True)
class MeanGradients:
    """Of V members and P samples.

    Attributes
    ----------
    slopes
        float64, shape (V, P, T). Mean gradient along the way; times the way of each input it is
        what this input contributes.
    missing
        float64, shape (P,). What all contributions together miss of the change of the
        probability, mean over the members; 0 for an exact integral.
    """

    slopes: Array
    missing: Array


def mean_gradients(
    model: TrainedModel, fold: int, inputs: Array, baseline: Array, classes: Rows
) -> MeanGradients:
    """Return the mean gradients of the probability of one class for each sample.

    Parameters
    ----------
    inputs, baseline
        float64, shapes (P, T) and (T,), prepared by the fold.
    classes
        int64, shape (P,). The class that is explained of each sample.
    """
    ways = _Ways(model, fold, inputs, baseline, classes)
    voters = len(voters_of(model, fold))
    slopes = np.zeros((voters, *inputs.shape))
    changes = np.zeros((voters, len(inputs)))
    left = Stretches.whole(voters, len(inputs))
    most = max(1, MOST_VALUES // (members_each(model) * (NODES + 2) * max(model.network.sizes)))
    while len(left.member):
        sharp = []
        for block in left.blocks(most):
            found, change = ways.integrals(block)
            missed = np.abs((found * ways.steps[block.sample]).sum(axis=1) - change)
            is_smooth = (missed <= TOLERANCE) | block.is_shortest
            places = block.member[is_smooth], block.sample[is_smooth]
            np.add.at(slopes, places, found[is_smooth])
            np.add.at(changes, places, change[is_smooth])
            sharp.append(block.of(~is_smooth))
        left = divided(sharp)
    missing = np.abs(((slopes * ways.steps).sum(axis=-1) - changes).mean(axis=0))
    return MeanGradients(slopes, missing)


class _Ways:
    """The straight ways from a baseline to samples.

    Attributes
    ----------
    steps
        float64, shape (P, T): sample less baseline.
    """

    def __init__(
        self, model: TrainedModel, fold: int, inputs: Array, baseline: Array, classes: Rows
    ) -> None:
        self._model, self._members = model, members_of(model, fold)
        self._voters = voters_of(model, fold)
        self._baseline, self.steps = baseline, inputs - baseline
        self._classes = classes
        nodes, weights = np.polynomial.legendre.leggauss(NODES)
        # both ends stand with the nodes and have no weight
        self._places = np.array([0.0, *(1 + nodes) / 2, 1.0])
        self._weights = np.array([0.0, *weights / 2, 0.0])

    def integrals(self, block: Stretches) -> tuple[Array, Array]:
        """Return integrals of the gradient, shape (M, T), and changes of the probability, (M,)."""
        shares = np.add.outer(block.start, block.length * self._places)
        points = self._baseline + shares[..., np.newaxis] * self.steps[block.sample][:, np.newaxis]
        values, gradients = self._asked(block, points)
        found = block.length * np.einsum("n,mnt->mt", self._weights, gradients)
        return found, values[:, -1] - values[:, 0]

    def _asked(self, block: Stretches, points: Array) -> tuple[Array, Array]:
        """Return probabilities and gradients at points of shape (M, nodes, T)."""
        turn, member = block.turns, self._voters[block.member]
        shape = members_each(self._model), int(turn.max()) + 1, points.shape[1]
        laid = np.zeros((*shape, points.shape[2]))
        laid[member, turn] = points
        classes = np.zeros(shape, np.int64)
        classes[member, turn] = self._classes[block.sample][:, np.newaxis]
        values, gradients = self._gradients(
            torch.from_numpy(laid).flatten(1, 2), torch.from_numpy(classes).flatten(1, 2)
        )
        return (
            values.numpy().reshape(shape)[member, turn],
            gradients.numpy().reshape(laid.shape)[member, turn],
        )

    def _gradients(self, points: Tensor, classes: Tensor) -> tuple[Tensor, Tensor]:
        """Return the probability of a class at points (K, n, T), shape (K, n), and its gradient."""
        network = self._model.network
        points.requires_grad_()
        placed = points.to(network.device, network.parameters.dtype)
        outputs = network.forward(placed, self._members).to("cpu", torch.float64)
        values = shares_of(self._model, outputs).gather(2, classes[..., None])[..., 0]
        (gradients,) = torch.autograd.grad(values.sum(), points)
        return values.detach(), gradients
