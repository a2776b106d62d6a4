"""The filters of a convolution, and the weights of a fully connected layer as a matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.inside_cnn.subject import Subject
from core.networks.cnn.modules import Prototypes, TableConvolution
from datasets.messages import InputError

# a matrix with more rows or columns is drawn as means of blocks
MOST_CELLS = 512


@dataclass(frozen=True)
class Matrix:
    """The weights between two layers.

    Attributes
    ----------
    mean
        float32, shape (rows, columns): a row a unit, a column an input; of blocks their mean.
    magnitude
        float32, that shape: |w|; of blocks the mean of |w|.
    units, inputs
        How many there really are.
    """

    mean: NDArray[np.float32]
    magnitude: NDArray[np.float32]
    units: int
    inputs: int

    @property
    def is_reduced(self) -> bool:
        """Whether its cells are blocks of weights."""
        return self.mean.shape != (self.units, self.inputs)


def filters(subject: Subject, name: str) -> NDArray[np.float32]:
    """Return the filters of a convolution as they are, with their sign.

    Returns
    -------
    ndarray
        float32, shape (filters, channels that each sees, k, k); NaN where a filter does not see a
        channel (the table of LeNet-5's C3).

    Raises
    ------
    InputError
        When there is no such layer, or it is no convolution.
    """
    planned = subject.layer(name)
    if planned.layer.kind != "convolution":
        names = [each.layer.name for each in subject.plan.layers]
        convolutions = [n for n in names if subject.layer(n).layer.kind == "convolution"]
        raise InputError(
            "The layer {name} has no filters; the convolutions are {names}.",
            name=name,
            names=", ".join(convolutions) or "-",
        )
    module = subject.network.layers[name]
    weight = module.get_parameter("weight").detach().cpu().numpy()
    if not isinstance(module, TableConvolution):
        return np.array(weight, np.float32)
    filter_numbers, maps = module.pairs.cpu().numpy()
    side = planned.layer.kernel
    whole = np.full((planned.output[0], planned.input[0], side, side), np.nan, np.float32)
    whole[filter_numbers, maps] = weight
    return whole


def weights(subject: Subject, name: str, most: int = MOST_CELLS) -> Matrix:
    """Return the weights of a fully connected layer, or the codes of prototypes.

    Parameters
    ----------
    most
        With more units or inputs, weights are taken together in blocks of nearly equal size, so
        that there are at most so many rows and columns.

    Raises
    ------
    InputError
        When there is no such layer, or it is not fully connected.
    """
    planned = subject.layer(name)
    if planned.layer.kind not in ("fully_connected", "rbf"):
        raise InputError("The layer {name} is not fully connected; choose one that is.", name=name)
    module = subject.network.layers[name]
    is_fixed = isinstance(module, Prototypes)
    held = module.get_buffer("codes") if is_fixed else module.get_parameter("weight")
    matrix = held.detach().cpu().numpy().astype(np.float32)
    units, inputs = matrix.shape
    return Matrix(block_means(matrix, most), block_means(np.abs(matrix), most), units, inputs)


def block_means(matrix: NDArray[np.float32], most: int) -> NDArray[np.float32]:
    """Return the means of blocks of a matrix, float32, at most `most` rows and columns."""
    sums = matrix.astype(np.float64)
    for axis in (0, 1):
        edges = _edges(matrix.shape[axis], most)
        sums = np.add.reduceat(sums, edges[:-1], axis=axis)
        sums /= np.expand_dims(np.diff(edges), 1 - axis)
    return sums.astype(np.float32)


def _edges(length: int, most: int) -> NDArray[np.int64]:
    """Return where blocks of nearly equal size begin, and the end, int64."""
    blocks = min(length, most)
    return np.arange(blocks + 1, dtype=np.int64) * length // blocks
