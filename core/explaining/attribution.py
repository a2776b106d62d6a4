"""What each element contributes to the probability of a class, by integrated gradients.

The probability of a sample's class less that of the baseline, a sample with the medians of the
training part, is divided among the elements without a rest (completeness).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.explaining.coordinates import is_by_elements
from core.explaining.plain import plain
from core.explaining.subject import Subject

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

# samples whose probabilities are taken apart
MOST_EXPLAINED = 1_000


@dataclass(frozen=True)
class Attributions:
    """Mean contributions to the probability of each class, over the samples of that class.

    Attributes
    ----------
    names
        Of U elements; of the inputs before a rotation where `by_elements` is false.
    samples
        int64, shape (C,).
    mean, absolute
        float64, shape (C, U). Means of the contributions and of their sizes; NaN without samples.
    mean_spread, absolute_spread
        Their standard deviations over the members; NaN with one.
    missing
        The most that the contributions to one probability miss.
    """

    names: list[str]
    by_elements: bool
    class_names: tuple[str, ...]
    samples: Rows
    mean: Array
    mean_spread: Array
    absolute: Array
    absolute_spread: Array
    missing: float

    def to_values(self) -> dict[str, Any]:
        """Return plain values, as explanation.json has them."""
        return {
            "names": self.names,
            "by_elements": self.by_elements,
            "missing": plain(self.missing),
            "classes": [
                {
                    "name": name,
                    "samples": int(self.samples[code]),
                    "mean": plain(self.mean[code]),
                    "mean_spread": plain(self.mean_spread[code]),
                    "absolute": plain(self.absolute[code]),
                    "absolute_spread": plain(self.absolute_spread[code]),
                }
                for code, name in enumerate(self.class_names)
            ],
        }


def attributions_of(subject: Subject, seed: int, told: Callable[[], None]) -> Attributions | None:
    """Return the mean contributions of each element, by class; None where no gradient passes.

    Parameters
    ----------
    told
        Called after each fold.
    """
    voters = subject.voters
    if not voters.is_learnable:
        return None
    subject = subject.some(MOST_EXPLAINED, seed)
    names = subject.explained_names
    sums = _Sums(voters.each, subject.classes, len(names))
    missing = 0.0
    for fold, places in subject.folds():
        known = subject.known[places]
        found = subject.contributions(fold, places, known)
        sums.add(voters.numbers[fold], known, found.values)
        missing = max(missing, float(found.missing.max()))
        told()
    return Attributions(
        names,
        is_by_elements(voters.preparations[0]),
        voters.class_names,
        np.bincount(subject.known, minlength=subject.classes),
        *sums.means(sums.signed),
        *sums.means(sums.sizes),
        missing,
    )


class _Sums:
    """Sums over samples by member and class."""

    def __init__(self, members: int, classes: int, names: int) -> None:
        self.signed = np.zeros((members, classes, names))
        self.sizes = np.zeros((members, classes, names))
        self._samples = np.zeros((members, classes))

    def add(self, members: Rows, known: Rows, values: Array) -> None:
        """Add contributions of shape (V, P, U) of some members to samples of known classes."""
        for code in np.unique(known):
            of_class = values[:, known == code]
            self.signed[members, code] += of_class.sum(axis=1)
            self.sizes[members, code] += np.abs(of_class).sum(axis=1)
            self._samples[members, code] += of_class.shape[1]

    def means(self, sums: Array) -> tuple[Array, Array]:
        """Return mean and standard deviation over the members, shape (C, U)."""
        counts = self._samples[..., np.newaxis]
        each = np.divide(sums, counts, out=np.full_like(sums, np.nan), where=counts > 0)
        return mean_and_spread(each)


def mean_and_spread(values: Array) -> tuple[Array, Array]:
    """Return mean and standard deviation over the first axis of what is no NaN; NaN of none.

    One value has no standard deviation: NaN.
    """
    known = np.isfinite(values)
    count = known.sum(axis=0).astype(np.float64)
    filled = np.where(known, values, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(count > 0, filled.sum(axis=0) / count, np.nan)
        squares = np.where(known, (filled - mean) ** 2, 0.0).sum(axis=0)
        spread = np.where(count > 1, np.sqrt(squares / (count - 1)), np.nan)
    return mean, spread
