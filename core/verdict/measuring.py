"""All figures of held-out samples, for any number of weights of their units at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.verdict.calibration import logarithmic_losses, squared_losses
from core.verdict.figures import class_figures, divided, mean_of_defined, overall_figures
from core.verdict.held_out import HeldOut
from core.verdict.ranking import area_and_precision, ranked

Array = NDArray[np.float64]

FIGURES = (
    "accuracy", "balanced_accuracy", "macro_f1", "kappa", "mcc", "auc", "log_loss", "brier",
)  # fmt: skip
OF_CLASS = ("precision", "recall", "f1", "auc", "average_precision")


@dataclass(frozen=True)
class Measured:
    """Figures under B sets of weights, NaN where there is none.

    Attributes
    ----------
    overall
        float64, shape (B, 8), in the order of `FIGURES`. "auc" is the mean over the classes that
        have one.
    by_class
        float64, shape (B, C, 5), in the order of `OF_CLASS`.
    """

    overall: Array
    by_class: Array


class Measure:
    """What does not depend on the weights is reckoned once: the order by each class, the sums of
    each unit.

    Parameters
    ----------
    held_out
        N samples, C classes, U units.

    Attributes
    ----------
    samples, units, classes
        N, U and C.
    """

    def __init__(self, held_out: HeldOut) -> None:
        self.samples, self.units = held_out.size, held_out.unit_count
        self.classes = held_out.classes
        probability, places = held_out.sound, held_out.unit_places
        rankings = [
            ranked(probability[:, code], held_out.known == code) for code in range(self.classes)
        ]
        self._rankings = [(ranking, places[ranking.order]) for ranking in rankings]
        self._sums = _sums_of_units(held_out, probability, places)

    def alone(self) -> Measured:
        """Return the figures of the samples as they are, B = 1."""
        return self.of(np.ones((1, self.units)))

    def of(self, weights: Array) -> Measured:
        """Return the figures under B sets of weights, float64, shape (B, U), 0 or more."""
        sums: Array = (self._sums @ weights.T).T
        confusion = sums[:, :-2].reshape(len(weights), self.classes, self.classes)
        total = confusion.sum(axis=(1, 2))
        areas, precisions = self._ranked(weights)
        overall = {
            **overall_figures(confusion),
            "auc": mean_of_defined(areas),
            "log_loss": divided(sums[:, -2], total),
            "brier": divided(sums[:, -1], total),
        }
        by_class = {
            **class_figures(confusion),
            "auc": areas,
            "average_precision": precisions,
        }
        return Measured(
            np.stack([overall[name] for name in FIGURES], axis=-1),
            np.stack([by_class[name] for name in OF_CLASS], axis=-1),
        )

    def _ranked(self, weights: Array) -> tuple[Array, Array]:
        found = [
            area_and_precision(ranking, np.take(weights, rows, axis=1))
            for ranking, rows in self._rankings
        ]
        areas, precisions = zip(*found, strict=True)
        return np.stack(areas, axis=1), np.stack(precisions, axis=1)


def _sums_of_units(held_out: HeldOut, probability: Array, places: NDArray[np.int64]) -> Any:
    """Return a sparse matrix, shape (C² + 2, U): confusion matrix, log loss and squares of each."""
    from scipy.sparse import csr_array, vstack

    shape = (held_out.classes**2, held_out.unit_count)
    pairs = held_out.known * held_out.classes + held_out.named
    counts = csr_array((np.ones(held_out.size), (pairs, places)), shape=shape)
    losses = np.stack(
        [
            np.bincount(places, loss(probability, held_out.known), shape[1])
            for loss in (logarithmic_losses, squared_losses)
        ]
    )
    return vstack([counts, csr_array(losses)], format="csr")
