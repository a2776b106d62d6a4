"""Rows of another file, and how far the file as a whole is from the survey of a model."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.numbers import three_digits
from core.preparation import FittedPreparation
from core.preparing.compiled import prepared_samples
from core.uncertainty.reference import MOST_POINTS, Array
from core.uncertainty.survey import AsAWhole
from core.uncertainty.unlike import UnlikeRule
from datasets.messages import Message, message

Mask = NDArray[np.bool_]
# features that are named as differing most
NAMED = 3
# quartiles of a normal distribution lie so many standard deviations apart
QUARTILES_APART = 1.349


class Learned(Protocol):
    """A model, and what it knows of the survey it learned from."""

    @property
    def unlike(self) -> UnlikeRule | None: ...

    @property
    def preparations(self) -> tuple[FittedPreparation, ...]: ...

    @property
    def feature_names(self) -> tuple[str, ...]: ...


class RowSample:
    """1,000 rows at most of a file that is read a part at a time, each row as likely as another.

    Every row draws a number, and those with the smallest stay.
    """

    def __init__(self) -> None:
        self._rng = np.random.default_rng(MOST_POINTS)
        self._drawn = np.empty(0)
        self.features: Array = np.empty((0, 0))
        self.censored: Mask = np.empty((0, 0), bool)

    def take(self, features: Array, censored: Mask | None) -> None:
        """Let the rows of a part, shape (P, S), draw."""
        below = np.zeros(features.shape, bool) if censored is None else censored
        drawn = np.concatenate([self._drawn, self._rng.random(len(features))])
        if len(self.features):
            features = np.concatenate([self.features, features])
            below = np.concatenate([self.censored, below])
        kept = np.sort(np.argsort(drawn, kind="stable")[:MOST_POINTS])
        self._drawn, self.features, self.censored = drawn[kept], features[kept], below[kept]


def sample_of(features: Array, censored: Mask | None) -> RowSample:
    """Return the sample of a file that is at hand as a whole, shape (P, S)."""
    sample = RowSample()
    sample.take(features, censored)
    return sample


def compare(model: Learned, sample: RowSample) -> AsAWhole | None:
    """Return how far a file is from the survey of a model; None where there is nothing to compare
    with, or too few rows.
    """
    if model.unlike is None or not len(sample.features):
        return None
    censored = sample.censored if sample.censored.any() else None
    return model.unlike.of_file(prepared_samples(model.preparations[0], sample.features, censored))


def whole_notices(
    found: AsAWhole | None, model: Learned, sample: RowSample, *, marked: bool
) -> tuple[Message, ...]:
    """Return the sentences about a file that is unlike as a whole, none where it is not.

    Parameters
    ----------
    marked
        Whether all its rows are marked as unknown for that.
    """
    if found is None or not found.is_unlike:
        return ()
    unlike = message(
        "As a whole this table is unlike the survey that the run learned from: the energy distance "
        "between them is {distance}, that of parts of the survey {threshold} at most. Medians that "
        "differ most, those of the training samples in brackets: {medians}. Look for another unit, "
        "medium or laboratory.",
        distance=f"{found.distance:.2g}",
        threshold=f"{found.threshold:.2g}",
        medians=_medians(model, sample),
    )
    if not marked:
        return (unlike,)
    return (unlike, message("So all its rows are marked as unknown."))


def _medians(model: Learned, sample: RowSample) -> str:
    """Return the features that differ most, as ``Cu 12.3 (45.6)``: median here and in training."""
    fitted = model.preparations[0]
    here, apart = np.empty(len(fitted.fill)), np.empty(len(fitted.fill))
    for number, values in enumerate(sample.features.T):
        known = values[np.isfinite(values)]
        here[number] = np.median(known) if len(known) else np.nan
        apart[number] = _spreads_apart(known, fitted.fill[number], fitted.logarithm[number])
    order = np.argsort(-apart, kind="stable")[:NAMED]
    names = model.feature_names
    return ", ".join(
        f"{names[k]} {three_digits(here[k])} ({three_digits(fitted.fill[k])})"
        for k in order
        if apart[k] > 0
    )


def _spreads_apart(known: Array, learned: float, takes_log: bool) -> float:
    """Return how many spreads the median lies from that of training; 0 without a value."""
    if takes_log and learned > 0:
        known, learned = np.log10(known[known > 0]), float(np.log10(learned))
    if not len(known):
        return 0.0
    low, middle, high = np.quantile(known, [0.25, 0.5, 0.75])
    distance, spread = abs(middle - learned), (high - low) / QUARTILES_APART
    if spread > 0:
        return float(distance / spread)
    return np.inf if distance > 0 else 0.0
