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

from core.explaining.coordinates import coordinate_names, coordinates_of, is_by_elements
from core.explaining.gradients import mean_gradients
from core.explaining.members import members_each, voters_of
from core.explaining.plain import plain
from core.explaining.subject import Subject
from core.parts import Parts
from core.targets import is_learnable

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

# samples whose probabilities are taken apart
MOST_EXPLAINED = 1_000


@dataclass(frozen=True)
class Contributions:
    """To the probability of one class for each of P samples, by V members.

    Attributes
    ----------
    values
        float64, shape (V, P, U), in probability, -1 to 1.
    missing
        float64, shape (P,). What their sums miss, see `core.explaining.gradients`.
    """

    values: Array
    missing: Array


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


def contributions(
    subject: Subject,
    fold: int,
    features: Array,
    censored: NDArray[np.bool_],
    classes: Rows,
) -> Contributions:
    """Return what each element contributes to the probability of a class for each sample.

    Parameters
    ----------
    features, censored
        float64 and bool, shape (P, S), as the table has them.
    classes
        int64, shape (P,). The class that is explained of each sample.
    """
    fitted = subject.model.preparations[fold]
    found = coordinates_of(fitted, features, censored)
    baseline = _baseline(subject.parts, fold)
    inputs = found.inputs(np.vstack([baseline, found.values]))
    gradients = mean_gradients(subject.model, fold, inputs[1:], inputs[0], classes)
    values = (gradients.slopes @ found.matrix) * (found.values - baseline)
    return Contributions(values, gradients.missing)


def attributions_of(subject: Subject, seed: int, told: Callable[[], None]) -> Attributions | None:
    """Return the mean contributions of each element, by class; None where no gradient passes.

    Parameters
    ----------
    told
        Called after each fold.
    """
    model = subject.model
    if not is_learnable(model.network.activations):
        return None
    subject = subject.some(MOST_EXPLAINED, seed)
    names = coordinate_names(model.preparations[0], model.feature_names)
    sums = _Sums(members_each(model), subject.classes, len(names))
    missing = 0.0
    for fold, places in subject.folds():
        known = subject.known[places]
        samples = subject.features[places], subject.censored[places]
        found = contributions(subject, fold, *samples, known)
        sums.add(voters_of(model, fold), known, found.values)
        missing = max(missing, float(found.missing.max()))
        told()
    return Attributions(
        names,
        is_by_elements(model.preparations[0]),
        model.class_names,
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


def _baseline(parts: Parts, fold: int) -> Array:
    """Return the median coordinates of the training samples of a fold, shape (U,)."""
    rows, dataset = parts.folds[fold].training, parts.dataset
    fitted = parts.folds[fold].preparation
    found: Array = np.median(
        coordinates_of(fitted, dataset.features[rows], dataset.censored[rows]).values, axis=0
    )
    return found
