"""Figures with their intervals, as they stand in a file."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.finite import finite_or_none
from core.verdict.measuring import FIGURES, OF_CLASS, Measure, Measured
from core.verdict.resampling import drawn_weights, percentile_interval, resamples_for

Array = NDArray[np.float64]
# a figure: "value", "low" and "high", None where there is none
Interval = dict[str, float | None]


def drawn(measure: Measure, seed: int) -> Measured:
    """Return the figures of all resamples; of none where there is one unit or no sample.

    Two measures of as many samples, units and classes are drawn alike by the same seed.
    """
    weights = drawn_weights(measure.units, measure.samples, resamples_of(measure), seed)
    found = [not_drawn(measure), *map(measure.of, weights)]
    return Measured(
        np.concatenate([each.overall for each in found]),
        np.concatenate([each.by_class for each in found]),
    )


def not_drawn(measure: Measure) -> Measured:
    """Return the figures of no resample, so that there are no intervals."""
    return measure.of(np.empty((0, measure.units)))


def resamples_of(measure: Measure) -> int:
    """Return how many resamples `drawn` takes."""
    return resamples_for(measure.samples, measure.classes) if measure.units > 1 else 0


def overall_intervals(value: Measured, resampled: Measured) -> dict[str, Interval]:
    """Return `FIGURES` with their intervals, from one set of values and those of B resamples."""
    return _intervals(FIGURES, value.overall[0], resampled.overall)


def class_intervals(value: Measured, resampled: Measured) -> list[dict[str, Interval]]:
    """Return `OF_CLASS` with their intervals for each class."""
    return [
        _intervals(OF_CLASS, value.by_class[0, code], resampled.by_class[:, code])
        for code in range(value.by_class.shape[1])
    ]


def _intervals(names: tuple[str, ...], values: Array, resampled: Array) -> dict[str, Interval]:
    return {
        name: _interval(float(value), column)
        for name, value, column in zip(names, values, resampled.T, strict=True)
    }


def _interval(value: float, column: Array) -> Interval:
    low, high = percentile_interval(column)
    found = {"value": value, "low": low, "high": high}
    return {name: finite_or_none(each) for name, each in found.items()}
