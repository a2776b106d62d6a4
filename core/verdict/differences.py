"""What two classifiers differ by on the same held-out samples."""

from __future__ import annotations

import numpy as np

from core.verdict.held_out import HeldOut
from core.verdict.intervals import Interval, drawn, overall_intervals
from core.verdict.measuring import Measure, Measured


def figures_of(held_out: HeldOut, seed: int) -> dict[str, Interval]:
    """Return the figures of all classes with their 95 % intervals, keys as in `FIGURES`."""
    measure = Measure(held_out)
    return overall_intervals(measure.alone(), drawn(measure, seed))


def paired_differences(ours: HeldOut, theirs: HeldOut, seed: int) -> dict[str, Interval]:
    """Return each figure of ours less that of theirs, with 95 % intervals.

    Both are taken in the same resamples, so that what is hard or easy for both falls out of the
    difference (paired bootstrap: B. Efron & R. J. Tibshirani 1993, An introduction to the
    bootstrap, chapter 8).

    Raises
    ------
    ValueError
        When the samples, their classes or their units are not the same.
    """
    if not (
        ours.class_names == theirs.class_names
        and np.array_equal(ours.known, theirs.known)
        and np.array_equal(ours.units, theirs.units)
    ):
        raise ValueError("two classifiers are compared on different samples")
    one, other = Measure(ours), Measure(theirs)
    return overall_intervals(
        _less(one.alone(), other.alone()), _less(drawn(one, seed), drawn(other, seed))
    )


def _less(one: Measured, other: Measured) -> Measured:
    return Measured(one.overall - other.overall, one.by_class - other.by_class)
