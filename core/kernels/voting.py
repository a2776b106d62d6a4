"""Votes of members, and the class that the most of them name, in one pass over the samples."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
ONE_HOT, SOFTMAX, ORDERED = 0, 1, 2
TINY, LARGEST = 2.2250738585072014e-308, 1.7976931348623157e308


@numba.njit(nogil=True, error_model="numpy", cache=True)
def add_votes(
    outputs: Array,
    coding: int,
    low: float,
    high: float,
    first: int,
    named: Array,
    probability: Array,
    sums: Array,
) -> None:
    """Add what K members say of P samples to the sums, from column `first` on.

    Parameters
    ----------
    outputs
        float64, shape (K, outputs, P).
    low, high
        Outputs that stand for "not this class" and "this class".
    named, probability, sums
        float64, shapes (C, N), (C, N) and (outputs, N).
    """
    members, units, samples = outputs.shape
    classes = len(named)
    shares = np.empty((classes, samples))
    for member in range(members):
        said = outputs[member]
        if coding == SOFTMAX:
            shares[:] = said
        elif coding == ORDERED:
            _share_ordered(said[0], low, high, shares)
        else:
            _share_one_hot(said, low, high, shares)
        # where all outputs say "not this class" the shares are even, but one says it the least
        _name(shares if coding == ORDERED else said, first, named)
        for c in range(classes):
            total, row = probability[c, first : first + samples], shares[c]
            for p in range(samples):
                total[p] += row[p]
        for c in range(units):
            total, row = sums[c, first : first + samples], said[c]
            for p in range(samples):
                total[p] += row[p]


@numba.njit(nogil=True, error_model="numpy")
def _share_one_hot(said: Array, low: float, high: float, shares: Array) -> None:
    """See `core.targets.probabilities`."""
    classes, samples = said.shape
    # outputs above 1 stay apart, so that the largest one wins; the bound keeps their sum finite
    largest = LARGEST / classes
    sums = np.zeros(samples)
    for c in range(classes):
        row, share = said[c], shares[c]
        for p in range(samples):
            x = (row[p] - low) / (high - low)
            # written so that a NaN stays one
            x = 0.0 if x < 0.0 else x
            x = largest if x > largest else x
            share[p] = x
            sums[p] += x
    for c in range(classes):
        share = shares[c]
        for p in range(samples):
            share[p] = 1.0 / classes if sums[p] < TINY else share[p] / sums[p]


@numba.njit(nogil=True, error_model="numpy")
def _share_ordered(row: Array, low: float, high: float, shares: Array) -> None:
    top = len(shares) - 1.0
    for p in range(len(row)):
        place = (row[p] - low) / (high - low) * top
        place = 0.0 if place < 0.0 else place
        place = top if place > top else place
        for c in range(len(shares)):
            share = 1.0 - abs(place - c)
            shares[c, p] = 0.0 if share < 0.0 else share


@numba.njit(nogil=True, error_model="numpy")
def _name(values: Array, first: int, named: Array) -> None:
    """Count the first of the largest values of each sample."""
    classes, samples = values.shape
    best, chosen = values[0].copy(), np.zeros(samples, np.int64)
    for c in range(1, classes):
        row = values[c]
        for p in range(samples):
            better = row[p] > best[p]
            best[p] = row[p] if better else best[p]
            chosen[p] = c if better else chosen[p]
    for p in range(samples):
        named[chosen[p], first + p] += 1.0


@numba.njit(nogil=True, error_model="numpy", cache=True)
def count_votes(
    named: Array, probability: Array, members: Array, codes: Array, agreement: Array
) -> None:
    """Turn sums over members into means, and find the class of each sample.

    Parameters
    ----------
    named, probability
        float64, shape (C, P); `probability` becomes the mean.
    members
        int64, shape (P,): how many voted.
    codes, agreement
        int64 and float64, shape (P,), to write to.
    """
    classes, samples = named.shape
    best = np.full(samples, -1.0)
    for c in range(classes):
        row, votes = probability[c], named[c]
        for p in range(samples):
            row[p] = row[p] / members[p]
            # probabilities are at most 1, so half of one decides between equals and nothing else
            score = votes[p] + 0.5 * row[p]
            better = score > best[p]
            best[p] = score if better else best[p]
            codes[p] = c if better else codes[p]
    for p in range(samples):
        # one vote agrees with itself, which says nothing
        agreement[p] = named[codes[p], p] / members[p] if members[p] > 1 else np.nan
