"""Correlations of many elements: Pearson and Spearman, on values, log10 or centred log-ratios."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from core.compositions import clr

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

Method = Literal["pearson", "spearman"]
METHODS: tuple[Method, ...] = get_args(Method)
Domain = Literal["raw", "log", "clr"]
DOMAINS: tuple[Domain, ...] = get_args(Domain)

# told after each step of so many
Progress = Callable[[int, int], None]
FEWEST = 3
# rows that are multiplied at once: what is copied stays small beside the table
BLOCK = 65_536


@dataclass(frozen=True)
class Correlations:
    """Correlations of K elements.

    Attributes
    ----------
    names
        Of the elements.
    r
        float64, shape (K, K), symmetric with 1 on the diagonal; NaN where an element is constant or
        fewer than 3 samples have both values.
    number
        int64, shape (K, K): samples that have both values.
    left_out
        Samples that could not be used at all, because a part was missing or not positive.
    """

    names: tuple[str, ...]
    r: Array
    number: NDArray[np.int64]
    left_out: int = 0

    def as_values(self) -> dict[str, Any]:
        """Return plain values for an event, None for NaN."""
        return {
            "names": list(self.names),
            "r": [[None if v != v else v for v in row] for row in self.r.tolist()],
            "number": self.number.tolist(),
            "left_out": self.left_out,
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Correlations:
        """Undo `as_values`."""
        names = tuple(values["names"])
        shape = len(names), len(names)
        r = np.array(values["r"], dtype=np.float64).reshape(shape)
        return cls(
            names, r, np.array(values["number"], np.int64).reshape(shape), values["left_out"]
        )


def correlate(
    names: tuple[str, ...],
    values: Array,
    method: Method,
    domain: Domain,
    progress: Progress | None = None,
) -> Correlations:
    """Correlate elements; every pair uses the samples that have both values.

    Parameters
    ----------
    values
        float64, shape (P, K), NaN where missing; censored values already replaced.
    method
        "pearson", or "spearman": Pearson's of the ranks, equal values sharing their mean rank.
    domain
        "log" takes log10, and what is not positive counts as missing. "clr" takes centred
        logratios, which no unit changes but by a shift; samples that lack a part are left out.
    progress
        Told how many of how many steps are done.
    """
    taken, left_out = in_domain(values, domain)
    tell = progress or (lambda done, total: None)
    if method == "spearman":
        r, number = _spearman(taken, tell)
    else:
        r, number = _pearson(taken, tell)
    return Correlations(names, r, number, left_out)


def in_domain(values: Array, domain: Domain) -> tuple[Array, int]:
    """Return values as a correlation takes them, and how many samples were left out."""
    if domain == "raw":
        return values, 0
    positive = np.where(values > 0, values, np.nan)
    if domain == "log":
        return np.log10(positive), 0
    whole = np.isfinite(positive).all(axis=1)
    return clr(positive[whole]), int(np.count_nonzero(~whole))


def ranks(values: Array) -> Array:
    """Return ranks from 1 of finite values; equal ones share the mean of their ranks."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    ends = np.r_[starts[1:], len(values)]
    found = np.empty(len(values))
    found[order] = np.repeat((starts + ends + 1) / 2, ends - starts)
    return found


def clustered_order(r: Array) -> list[int]:
    """Return elements in the order of a dendrogram, so that those that go together lie together.

    Average linkage (UPGMA; Sokal & Michener 1958) on the distance 1 - r; unknown correlations
    count as 0. The smaller branch stands first where two are joined.
    """
    distance = 1 - np.where(np.isfinite(r), r, 0.0)
    np.fill_diagonal(distance, np.inf)
    branches: dict[int, list[int]] = {number: [number] for number in range(len(r))}
    while len(branches) > 1:
        one, other = sorted(divmod(int(np.argmin(distance)), len(r)))
        sizes = len(branches[one]), len(branches[other])
        joined = np.average(distance[[one, other]], axis=0, weights=sizes)
        distance[one], distance[:, one] = joined, joined
        distance[other], distance[:, other] = np.inf, np.inf
        distance[one, one] = np.inf
        pair = branches[one], branches.pop(other)
        branches[one] = [*pair[0], *pair[1]] if sizes[0] <= sizes[1] else [*pair[1], *pair[0]]
    return next(iter(branches.values()), [])


def _pearson(values: Array, tell: Progress) -> tuple[Array, NDArray[np.int64]]:
    """Correlate all pairs by products of matrices, gaps standing as 0 in them."""
    k = values.shape[1]
    shift, scale = _shift_and_scale(values)
    number, sums, squares, products = (np.zeros((k, k)) for _ in range(4))
    # element (i, j) of sums and squares: of i over the samples that have j too
    for first in range(0, len(values), BLOCK):
        block = values[first : first + BLOCK]
        known = np.isfinite(block)
        weights = known.astype(np.float64)
        z = np.where(known, block - shift, 0.0) / scale
        number += weights.T @ weights
        sums += z.T @ weights
        squares += (z**2).T @ weights
        products += z.T @ z
        tell(min(first + BLOCK, len(values)), len(values))
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = squares - sums**2 / number
        r = (products - sums * sums.T / number) / np.sqrt(spread * spread.T)
    constant = ~(spread > 1e-12 * squares)
    r[constant | constant.T | (number < FEWEST)] = np.nan
    return _tidy(r), number.round().astype(np.int64)


def _shift_and_scale(values: Array) -> tuple[Array, Array]:
    """Return mean and size of each column: sums of squares lose no digits about the mean.

    The scale of a column without differences is infinite, so that it becomes 0.
    """
    shift, scale = np.zeros(values.shape[1]), np.full(values.shape[1], np.inf)
    for number, column in enumerate(values.T):
        known = column[np.isfinite(column)]
        if len(known) == 0:
            continue
        shift[number] = known.mean()
        size = np.abs(known - shift[number]).max()
        # a constant differs from its mean by rounding alone
        if size > 1e-13 * np.abs(known).max():
            scale[number] = size
    return shift, scale


def _spearman(values: Array, tell: Progress) -> tuple[Array, NDArray[np.int64]]:
    known = np.isfinite(values)
    if known.all():
        return _pearson(_ranked(values, tell), lambda done, total: None)
    k = values.shape[1]
    r, number = np.full((k, k), np.nan), np.zeros((k, k), np.int64)
    for one in range(k):
        for other in range(one, k):
            both = known[:, one] & known[:, other]
            number[one, other] = number[other, one] = np.count_nonzero(both)
            r[one, other] = r[other, one] = _rank_correlation(values[both][:, [one, other]])
        tell(one + 1, k)
    return _tidy(r), number


def _rank_correlation(pair: Array) -> float:
    if len(pair) < FEWEST:
        return np.nan
    ranked = np.column_stack([ranks(pair[:, 0]), ranks(pair[:, 1])])
    return float(_pearson(ranked, lambda done, total: None)[0][0, 1])


def _ranked(values: Array, tell: Progress) -> Array:
    found = np.empty_like(values)
    for column in range(values.shape[1]):
        found[:, column] = ranks(values[:, column])
        tell(column + 1, values.shape[1])
    return found


def _tidy(r: Array) -> Array:
    """Make exact what is known: symmetry, the diagonal, and no |r| above 1."""
    tidy = np.clip((r + r.T) / 2, -1.0, 1.0)
    diagonal = np.diagonal(tidy)
    np.fill_diagonal(tidy, np.where(np.isfinite(diagonal), 1.0, np.nan))
    return tidy
