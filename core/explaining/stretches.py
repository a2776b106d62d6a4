"""Stretches of the ways from a baseline to samples, of which the sharp ones are divided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

# stretches of a whole way at first, into how many a sharp one is divided, and the shortest
FIRST, PARTS, SHORTEST = 8, 4, 1e-9


@dataclass(frozen=True)
class Stretches:
    """M stretches of one length.

    Attributes
    ----------
    member, sample
        int64, shape (M,). Number of the voting member, and of the sample at the end of the way.
    start
        float64, shape (M,). Where each begins, as a share of the way.
    length
        Share of the way.
    """

    member: Rows
    sample: Rows
    start: Array
    length: float

    @classmethod
    def whole(cls, members: int, samples: int) -> Stretches:
        """Return the first stretches of the ways to all samples, for every member."""
        member, sample, part = np.indices((members, samples, FIRST)).reshape(3, -1)
        return cls(member, sample, part / FIRST, 1 / FIRST)

    @property
    def is_shortest(self) -> bool:
        """Whether a jump would be left, which no division makes smooth."""
        return self.length < SHORTEST

    @property
    def turns(self) -> Rows:
        """Place of each stretch among those of its member, from 0, shape (M,)."""
        order = np.argsort(self.member, kind="stable")
        ordered = self.member[order]
        turns = np.empty_like(order)
        turns[order] = np.arange(len(order)) - np.searchsorted(ordered, ordered)
        return turns

    def blocks(self, length: int) -> Iterator[Stretches]:
        """Yield parts with at most so many stretches of each member."""
        block = self.turns // length
        for number in range(int(block.max(initial=-1)) + 1):
            yield self.of(block == number)

    def of(self, chosen: NDArray[np.bool_]) -> Stretches:
        """Return some of them."""
        return Stretches(self.member[chosen], self.sample[chosen], self.start[chosen], self.length)


def divided(stretches: Sequence[Stretches]) -> Stretches:
    """Return all of them, each divided into equal parts."""
    length = stretches[0].length / PARTS
    starts = np.concatenate([each.start for each in stretches])
    return Stretches(
        np.repeat(np.concatenate([each.member for each in stretches]), PARTS),
        np.repeat(np.concatenate([each.sample for each in stretches]), PARTS),
        np.add.outer(starts, length * np.arange(PARTS)).ravel(),
        length,
    )
