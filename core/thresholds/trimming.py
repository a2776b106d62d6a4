"""Iterative trimming: what lies k standard deviations from the mean is removed until nothing does.

The rule by which Chinese surveys find background and threshold: values outside mean ± k·s are
removed step by step until none is left outside, and the threshold is the mean plus k·s of what
remains (DZ/T 0011-2015, Specification of geochemical survey, 1:50,000; on removing outliers before
background is described: C. Reimann, P. Filzmoser & R. G. Garrett, 2005, Background and threshold,
Science of the Total Environment 346, 1–16).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from datasets.messages import InputError

Array = NDArray[np.float64]
# mean and standard deviation of fewer values say nothing of where most of them lie
FEWEST_LEFT = 3


@dataclass(frozen=True)
class Pass:
    """One pass over the values that were left.

    Attributes
    ----------
    n
        Values it began with.
    mean, sd
        Of these; the standard deviation with n − 1.
    low, high
        Values outside are removed; -inf where only the upper side is trimmed.
    removed_low, removed_high
        How many.
    """

    n: int
    mean: float
    sd: float
    low: float
    high: float
    removed_low: int
    removed_high: int

    @property
    def removed(self) -> int:
        """Values removed at both sides."""
        return self.removed_low + self.removed_high


def trimming_passes(ordered: Array, cut: float, *, both_sides: bool = True) -> tuple[Pass, ...]:
    """Trim until nothing is removed; the last pass removes nothing.

    Parameters
    ----------
    ordered
        Finite values in ascending order, float64, shape (n,); their logarithms for a log domain.
    cut
        k: values farther than k standard deviations from the mean are removed.
    both_sides
        False removes high values alone.

    Raises
    ------
    InputError
        When fewer than 3 values would be left.
    """
    first, last = 0, len(ordered)
    passes: list[Pass] = []
    while True:
        found = _one_pass(ordered[first:last], cut, both_sides)
        passes.append(found)
        first, last = first + found.removed_low, last - found.removed_high
        if last - first < FEWEST_LEFT:
            raise InputError(
                "Trimming at {k} standard deviations leaves fewer than 3 of {n} values; choose a "
                "larger k.",
                k=f"{cut:g}",
                n=f"{len(ordered):,}",
            )
        if found.removed == 0:
            return tuple(passes)


def _one_pass(left: Array, cut: float, both_sides: bool) -> Pass:
    n = len(left)
    mean = float(left.mean()) if n else np.nan
    # equal values differ from their mean by rounding alone
    is_constant = n < 2 or left[0] == left[-1]
    sd = 0.0 if is_constant else float(left.std(ddof=1))
    low, high = (mean - cut * sd if both_sides else -np.inf), mean + cut * sd
    if is_constant:
        return Pass(n, mean, sd, low, high, 0, 0)
    removed_low = int(np.searchsorted(left, low, side="left"))
    removed_high = n - int(np.searchsorted(left, high, side="right"))
    return Pass(n, mean, sd, low, high, removed_low, removed_high)
