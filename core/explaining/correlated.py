"""Elements that go together so closely that each could stand for the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.correlations import correlate

Array = NDArray[np.float64]
STRONG = 0.8


@dataclass(frozen=True)
class Group:
    """Two or more elements.

    Attributes
    ----------
    columns
        Their numbers, ascending.
    least
        The smallest |ρ| between two of them, 0 to 1.
    """

    columns: tuple[int, ...]
    least: float


def correlated_groups(names: tuple[str, ...], values: Array) -> list[Group]:
    """Return the groups of elements whose Spearman's |ρ| is above 0.8 on average.

    Average linkage (Sokal & Michener 1958) on the distance 1 - |ρ|; an unknown correlation counts
    as 0. An element stands in one group at most.

    Parameters
    ----------
    values
        float64, shape (P, S), NaN where missing; censored values already replaced.
    """
    # scipy's trees take long to load
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if len(names) < 2:
        return []
    strength = np.nan_to_num(np.abs(correlate(names, values, "spearman", "raw").r))
    distance = 1 - strength
    np.fill_diagonal(distance, 0.0)
    tree = linkage(squareform(distance, checks=False), "average")
    branch = fcluster(tree, 1 - STRONG, criterion="distance")
    found = [np.flatnonzero(branch == number) for number in np.unique(branch)]
    return [_group(columns, strength) for columns in found if len(columns) > 1]


def _group(columns: NDArray[np.int64], strength: Array) -> Group:
    among = strength[np.ix_(columns, columns)][np.triu_indices(len(columns), 1)]
    return Group(tuple(columns.tolist()), float(among.min()))
