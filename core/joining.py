"""Which sample belongs to which deposit: the nearest one, or all within a radius."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from core.distances import Floats, Metric, Rows

# samples at the corners of a cell, and a few repeats of each
_MOST_TIES = 16
_SAME = 1e-9


@dataclass(frozen=True)
class Places:
    """Places in one coordinate reference system, all of them finite, float64, shape (N,)."""

    x: Floats
    y: Floats

    def __len__(self) -> int:
        return len(self.x)


@dataclass(frozen=True)
class Join:
    """Pairs of a deposit and a sample, by their places in the arrays that were joined.

    Attributes
    ----------
    deposit, sample
        int64, shape (pairs,), in the order of the samples. No sample stands there twice.
    distance
        float64, shape (pairs,).
    beyond
        Deposits that lie too far from every sample, with the distance of the nearest one.
    beaten
        Deposits without a sample of their own, with the deposit that has it.
    contested
        Number of samples within reach of two classes; they took the nearer one.
    """

    deposit: Rows
    sample: Rows
    distance: Floats
    beyond: dict[int, float]
    beaten: dict[int, int]
    contested: int = 0


def join_nearest(metric: Metric, samples: Places, deposits: Places, farthest: float) -> Join:
    """Give each deposit the sample nearest to it; of two deposits the nearer one has it.

    Between samples equally near the first of the table is taken, between deposits the first of
    the file.

    Parameters
    ----------
    farthest
        Samples farther away are not taken; 0 takes any.
    """
    sample = _nearest_samples(metric, samples, deposits)
    distance = metric.lengths(deposits.x, deposits.y, samples.x[sample], samples.y[sample])
    in_reach = distance <= farthest if farthest > 0 else np.ones(len(deposits), dtype=bool)
    # stable, so that the first of the file comes first among equals
    order = np.argsort(distance, kind="stable")
    order = order[in_reach[order]]
    taken, first = np.unique(sample[order], return_index=True)
    winners = order[first]
    owner = dict(zip(taken.tolist(), winners.tolist(), strict=True))
    won = set(winners.tolist())
    return Join(
        deposit=winners,
        sample=taken,
        distance=distance[winners],
        beyond={int(k): float(distance[k]) for k in np.flatnonzero(~in_reach)},
        beaten={int(k): owner[int(sample[k])] for k in sorted(order.tolist()) if k not in won},
    )


def join_within(
    metric: Metric,
    samples: Places,
    deposits: Places,
    classes: NDArray[np.int64],
    radius: float,
) -> Join:
    """Give every sample within `radius` of a deposit the nearest deposit.

    Parameters
    ----------
    classes
        int64, shape (deposits,). Code of each deposit's class.
    """
    owner = np.full(len(samples), -1, np.int64)
    distance = np.full(len(samples), np.inf)
    reached_by = np.zeros(len(samples), np.int64)
    points = metric.points(samples.x, samples.y)
    for code in np.unique(classes):
        of_class = np.flatnonzero(classes == code)
        rows, near, lengths = _within(metric, samples, points, deposits, of_class, radius)
        reached_by[rows] += 1
        is_nearer = lengths < distance[rows]
        owner[rows[is_nearer]] = near[is_nearer]
        distance[rows[is_nearer]] = lengths[is_nearer]
    taken = np.flatnonzero(owner >= 0)
    beyond, beaten = _without_sample(metric, samples, deposits, owner, radius)
    return Join(
        deposit=owner[taken],
        sample=taken,
        distance=distance[taken],
        beyond=beyond,
        beaten=beaten,
        contested=int((reached_by > 1).sum()),
    )


def _within(
    metric: Metric, samples: Places, points: Floats, deposits: Places, chosen: Rows, radius: float
) -> tuple[Rows, Rows, Floats]:
    """Return the samples in reach of the chosen deposits, which is nearest, and how near."""
    tree = cKDTree(metric.points(deposits.x[chosen], deposits.y[chosen]))
    # a chord is never longer than its geodesic, so nothing in reach is missed
    bound = np.nextafter(radius, np.inf)
    found, near = tree.query(points, distance_upper_bound=bound)
    rows = np.flatnonzero(np.isfinite(found))
    owners = chosen[near[rows]]
    lengths = metric.lengths(
        samples.x[rows], samples.y[rows], deposits.x[owners], deposits.y[owners]
    )
    kept = lengths <= radius
    return rows[kept], owners[kept], lengths[kept]


def _without_sample(
    metric: Metric, samples: Places, deposits: Places, owner: Rows, radius: float
) -> tuple[dict[int, float], dict[int, int]]:
    """Tell deposits with no sample in reach from those whose samples are nearer to others."""
    left = np.setdiff1d(np.arange(len(deposits)), owner)
    if not len(left):
        return {}, {}
    chosen = Places(deposits.x[left], deposits.y[left])
    sample = _nearest_samples(metric, samples, chosen)
    lengths = metric.lengths(chosen.x, chosen.y, samples.x[sample], samples.y[sample])
    beyond = {int(k): float(far) for k, far in zip(left, lengths, strict=True) if far > radius}
    beaten = {
        int(k): int(owner[row]) for k, row in zip(left, sample, strict=True) if int(k) not in beyond
    }
    return beyond, beaten


def _nearest_samples(metric: Metric, samples: Places, deposits: Places) -> Rows:
    """Return the nearest sample of each deposit, the first of the table among equals."""
    tree = cKDTree(metric.points(samples.x, samples.y))
    several = list(range(1, min(_MOST_TIES, len(samples)) + 1))
    distance, sample = tree.query(metric.points(deposits.x, deposits.y), k=several)
    is_nearest = distance <= distance[:, :1] * (1 + _SAME) + _SAME
    first: Rows = np.where(is_nearest, sample, len(samples)).min(axis=1).astype(np.int64)
    return first
