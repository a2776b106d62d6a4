"""Gradients of a class probability, meant along the straight way from a baseline to a sample.

Integrated gradients: M. Sundararajan, A. Taly and Q. Yan (2017), Axiomatic attribution for deep
networks, ICML, 3319-3328. A network that was trained to a small error turns from one class to the
other within a ten-thousandth of the way, which even steps of any number would miss. So the integral
is taken by the rule of Gauss and Legendre on stretches, and one whose integral is not the change of
the probability between its ends is divided.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.explaining.stretches import Stretches, divided

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

# eight nodes on eight stretches are the 64 steps of a smooth way
NODES = 8


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


class Differentiable(Protocol):
    """V members whose probabilities have gradients."""

    @property
    def count(self) -> int:
        """How many there are, V."""

    @property
    def most(self) -> int:
        """How many points of each may be asked about at once, 1 or more."""

    @property
    def tolerance(self) -> float:
        """What the integral over one stretch may miss, in probability."""

    def gradients(self, points: Tensor, classes: Tensor) -> tuple[Tensor, Tensor]:
        """Return the probability of a class at points, shape (V, n), and its gradient, (V, n, T).

        Parameters
        ----------
        points
            float64, shape (V, n, T).
        classes
            int64, shape (V, n).
        """


def mean_gradients(
    members: Differentiable, inputs: Array, baselines: Array, classes: Rows
) -> MeanGradients:
    """Return the mean gradients of the probability of one class for each sample.

    Parameters
    ----------
    inputs
        float64, shape (P, T).
    baselines
        Where the ways to them begin, float64, shape (P, T), or (T,) for all.
    classes
        int64, shape (P,). The class that is explained of each sample.
    """
    ways = _Ways(members, inputs, baselines, classes)
    slopes = np.zeros((members.count, *inputs.shape))
    changes = np.zeros((members.count, len(inputs)))
    left = Stretches.whole(members.count, len(inputs))
    most = max(1, members.most // (NODES + 2))
    while len(left.member):
        sharp = []
        for block in left.blocks(most):
            found, change = ways.integrals(block)
            missed = np.abs((found * ways.steps[block.sample]).sum(axis=1) - change)
            is_smooth = (missed <= members.tolerance) | block.is_shortest
            places = block.member[is_smooth], block.sample[is_smooth]
            np.add.at(slopes, places, found[is_smooth])
            np.add.at(changes, places, change[is_smooth])
            sharp.append(block.of(~is_smooth))
        left = divided(sharp)
    missing = np.abs(((slopes * ways.steps).sum(axis=-1) - changes).mean(axis=0))
    return MeanGradients(slopes, missing)


class _Ways:
    """The straight ways from baselines to samples.

    Attributes
    ----------
    steps
        float64, shape (P, T): sample less baseline.
    """

    def __init__(
        self, members: Differentiable, inputs: Array, baselines: Array, classes: Rows
    ) -> None:
        self._members, self._classes = members, classes
        self._baselines = np.broadcast_to(baselines, inputs.shape)
        self.steps = inputs - baselines
        nodes, weights = np.polynomial.legendre.leggauss(NODES)
        # both ends stand with the nodes and have no weight
        self._places = np.array([0.0, *(1 + nodes) / 2, 1.0])
        self._weights = np.array([0.0, *weights / 2, 0.0])

    def integrals(self, block: Stretches) -> tuple[Array, Array]:
        """Return integrals of the gradient, shape (M, T), and changes of the probability, (M,)."""
        shares = np.add.outer(block.start, block.length * self._places)
        steps = self.steps[block.sample][:, np.newaxis]
        points = self._baselines[block.sample][:, np.newaxis] + shares[..., np.newaxis] * steps
        values, gradients = self._asked(block, points)
        found = block.length * np.einsum("n,mnt->mt", self._weights, gradients)
        return found, values[:, -1] - values[:, 0]

    def _asked(self, block: Stretches, points: Array) -> tuple[Array, Array]:
        """Return probabilities and gradients at points of shape (M, nodes, T)."""
        turn, member = block.turns, block.member
        shape = self._members.count, int(turn.max()) + 1, points.shape[1]
        laid = np.zeros((*shape, points.shape[2]))
        laid[member, turn] = points
        classes = np.zeros(shape, np.int64)
        classes[member, turn] = self._classes[block.sample][:, np.newaxis]
        values, gradients = self._members.gradients(
            torch.from_numpy(laid).flatten(1, 2), torch.from_numpy(classes).flatten(1, 2)
        )
        return (
            values.numpy().reshape(shape)[member, turn],
            gradients.numpy().reshape(laid.shape)[member, turn],
        )
