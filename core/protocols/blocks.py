"""Square blocks over a survey, and the samples too near to those that are held out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.protocols.division import Rows
from core.protocols.plane import Plane
from datasets.messages import InputError

# more would be a grid finer than any survey is sampled
MOST_BLOCKS = 1_000_000


@dataclass(frozen=True)
class Blocks:
    """Squares of one size over the plane of a survey.

    Attributes
    ----------
    size
        Side, in the unit of the plane.
    origin
        Corner with the least coordinates.
    columns
        How many blocks lie side by side.
    of_rows
        int64, shape (P,). Number of the block of each sample, counted row by row from the origin;
        -1 without coordinates.
    """

    size: float
    origin: tuple[float, float]
    columns: int
    of_rows: Rows


def lay_blocks(plane: Plane, size: float) -> Blocks:
    """Lay squares over a survey, so that they reach over its edges by the same on both sides.

    Raises
    ------
    InputError
        When the squares are so small that there would be more than a million.
    """
    placed = plane.is_placed
    low = plane.places[placed].min(axis=0)
    extent = plane.places[placed].max(axis=0) - low
    counts = _counts(extent, size)
    if counts.prod() > MOST_BLOCKS:
        raise InputError(
            "Blocks of {size} are too small for this survey: there would be {count} of them; take "
            "larger ones.",
            size=plane.written(size),
            count=f"{counts.prod():,.3g}",
        )
    origin = low - (counts * size - extent) / 2
    cells = np.floor((plane.places[placed] - origin) / size).astype(np.int64)
    cells = np.clip(cells, 0, counts.astype(np.int64) - 1)
    of_rows = np.full(len(placed), -1, np.int64)
    of_rows[placed] = cells[:, 1] * int(counts[0]) + cells[:, 0]
    return Blocks(size, (float(origin[0]), float(origin[1])), int(counts[0]), of_rows)


def can_be_laid(plane: Plane, size: float) -> bool:
    """Whether squares of this size are not too many for a survey."""
    extent = np.ptp(plane.places[plane.is_placed], axis=0)
    return bool(_counts(extent, size).prod() <= MOST_BLOCKS)


def _counts(extent: NDArray[np.float64], size: float) -> NDArray[np.float64]:
    """Return how many squares it takes across and up."""
    return np.maximum(1, np.ceil(extent / size))


def joined(blocks: Rows, groups: Rows) -> Rows:
    """Return units that split neither a block nor a group: those that touch go together."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    rows = len(blocks)
    # a node for each sample, block and group; a sample hangs on its own block and group
    first_group = rows + int(blocks.max(initial=-1)) + 1
    samples, nodes = [], []
    for numbers, first in ((blocks, rows), (groups, first_group)):
        known = np.flatnonzero(numbers >= 0)
        samples.append(known)
        nodes.append(first + numbers[known])
    ends = np.concatenate(samples), np.concatenate(nodes)
    size = first_group + int(groups.max(initial=-1)) + 1
    graph = coo_matrix((np.ones(len(ends[0])), ends), shape=(size, size))
    found: Rows = connected_components(graph, directed=False)[1][:rows].astype(np.int64)
    return found


def too_near(plane: Plane, rows: Rows, held_out: Rows, buffer: float) -> Rows:
    """Return which of `rows` lie nearer than `buffer` to a held-out sample.

    Samples without coordinates are near to nothing.
    """
    # scipy takes time to load that runs without a buffer need not wait for
    from core.background import outside_buffer
    from core.joining import Places

    if buffer <= 0:
        return rows[:0]
    placed: NDArray[np.bool_] = plane.is_placed
    rows, held_out = rows[placed[rows]], held_out[placed[held_out]]
    x, y = plane.coordinates.T
    far = outside_buffer(
        plane.metric, Places(x[rows], y[rows]), Places(x[held_out], y[held_out]), buffer
    )
    return rows[~far]
