"""Figures of confusion matrices: any number at once, of whole or weighted counts.

Where a figure has no value it is NaN: recall of a class without samples, precision of a class that
was never named, F1 of a class that is neither known nor named, κ where chance alone agrees wholly.
Two are defined where one would expect none, as scikit-learn has them: MCC is 0 where one class
alone is known or named, and F1 is 0 for a class that is known and never named.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def overall_figures(confusion: Array) -> dict[str, Array]:
    """Return the five figures of each matrix.

    Accuracy is the share named right. Balanced accuracy is the mean recall of the classes that
    are known (K. H. Brodersen et al. 2010, The balanced accuracy and its posterior distribution,
    ICPR, 3121-3124); macro-F1 the mean F1 of the classes that are known or named. κ (J. Cohen
    1960, Educational and Psychological Measurement 20, 37-46) and MCC for several classes
    (J. Gorodkin 2004, Computational Biology and Chemistry 28, 367-374) hold the right ones
    against chance.

    Parameters
    ----------
    confusion
        float64, shape (..., C, C). Known classes down, named ones across; 0 or more.

    Returns
    -------
    dict
        "accuracy", "balanced_accuracy", "macro_f1" (0 to 1), "kappa" and "mcc" (-1 to 1), float64,
        shape (...) each.
    """
    known, named, right = _sums(confusion)
    total, correct = known.sum(axis=-1), right.sum(axis=-1)
    by_class = class_figures(confusion)
    return {
        "accuracy": divided(correct, total),
        "balanced_accuracy": mean_of_defined(by_class["recall"]),
        "macro_f1": mean_of_defined(by_class["f1"]),
        "kappa": _kappa(known, named, total, correct),
        "mcc": _mcc(known, named, total, correct),
    }


def class_figures(confusion: Array) -> dict[str, Array]:
    """Return "precision", "recall" and "f1" of each class, 0 to 1, float64, shape (..., C) each.

    Parameters
    ----------
    confusion
        As in `overall_figures`.
    """
    known, named, right = _sums(confusion)
    return {
        "precision": divided(right, named),
        "recall": divided(right, known),
        "f1": divided(2 * right, known + named),
    }


def divided(part: Array, whole: Array) -> Array:
    """Return part / whole, NaN where the whole is 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole == 0, np.nan, part / whole)


def mean_of_defined(values: Array) -> Array:
    """Return the mean over the last axis of what is not NaN, NaN where all is."""
    is_defined = ~np.isnan(values)
    return divided(np.where(is_defined, values, 0.0).sum(axis=-1), is_defined.sum(axis=-1) * 1.0)


def _sums(confusion: Array) -> tuple[Array, Array, Array]:
    """Known, named and right samples by class, shape (..., C) each."""
    right = np.diagonal(confusion, axis1=-2, axis2=-1)
    return confusion.sum(axis=-1), confusion.sum(axis=-2), right


def _kappa(known: Array, named: Array, total: Array, correct: Array) -> Array:
    by_chance = (known * named).sum(axis=-1)
    return divided(correct * total - by_chance, total * total - by_chance)


def _mcc(known: Array, named: Array, total: Array, correct: Array) -> Array:
    shared = correct * total - (known * named).sum(axis=-1)
    spread = (total**2 - (known**2).sum(axis=-1)) * (total**2 - (named**2).sum(axis=-1))
    # without a sample there is nothing to be 0 of
    found = divided(shared, np.sqrt(np.maximum(spread, 0.0)))
    return np.where((spread <= 0) & (total > 0), 0.0, found)
