"""Figures of classifiers with their intervals, and what two differ by on the same samples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.verdict.held_out import HeldOut
from core.verdict.intervals import Interval, drawn, overall_intervals
from core.verdict.measuring import Measure, Measured


@dataclass(frozen=True, eq=False)
class Resampled:
    """Samples with their figures as they are and in every resample, drawn once for all uses.

    Attributes
    ----------
    alone
        Figures of the samples as they are, B = 1.
    drawn
        Figures of the resamples.
    """

    held_out: HeldOut
    alone: Measured
    drawn: Measured

    def figures(self) -> dict[str, Interval]:
        """Return the figures of all classes with their 95 % intervals, keys as in `FIGURES`."""
        return overall_intervals(self.alone, self.drawn)

    def less(self, theirs: Resampled) -> dict[str, Interval]:
        """Return each figure less that of theirs, with 95 % intervals.

        Both are taken in the same resamples, so that what is hard or easy for both falls out of
        the difference (paired bootstrap: B. Efron & R. J. Tibshirani 1993, An introduction to the
        bootstrap, chapter 8). So both have to be drawn by the same seed.

        Raises
        ------
        ValueError
            When the samples, their classes or their units are not the same.
        """
        _check_same(self.held_out, theirs.held_out)
        return overall_intervals(_less(self.alone, theirs.alone), _less(self.drawn, theirs.drawn))


def resampled(held_out: HeldOut, seed: int) -> Resampled:
    """Draw the resamples of some samples."""
    measure = Measure(held_out)
    return Resampled(held_out, measure.alone(), drawn(measure, seed))


def figures_of(held_out: HeldOut, seed: int) -> dict[str, Interval]:
    """Return the figures of all classes with their 95 % intervals, keys as in `FIGURES`."""
    return resampled(held_out, seed).figures()


def paired_differences(ours: HeldOut, theirs: HeldOut, seed: int) -> dict[str, Interval]:
    """Return each figure of ours less that of theirs, with 95 % intervals; see `Resampled.less`.

    Raises
    ------
    ValueError
        When the samples, their classes or their units are not the same.
    """
    return resampled(ours, seed).less(resampled(theirs, seed))


def _check_same(ours: HeldOut, theirs: HeldOut) -> None:
    if not (
        ours.class_names == theirs.class_names
        and np.array_equal(ours.known, theirs.known)
        and np.array_equal(ours.units, theirs.units)
    ):
        raise ValueError("two classifiers are compared on different samples")


def _less(one: Measured, other: Measured) -> Measured:
    return Measured(one.overall - other.overall, one.by_class - other.by_class)
