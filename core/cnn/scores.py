"""How good classes are: accuracy with its interval, confusion matrix, and figures by class."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evaluation import confusion

CONFIDENCE = 0.95


def wilson_interval(
    correct: int, samples: int, confidence: float = CONFIDENCE
) -> tuple[float, float] | None:
    """Return the interval of a share that holds the true one with this confidence.

    Wilson's score interval without correction for continuity; unlike the normal one it stays
    within 0…1 and has a width even where all samples are right.

    Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209-212; recommended by Brown, Cai and DasGupta
    2001, Statistical Science 16, 101-133.

    Parameters
    ----------
    correct, samples
        0 ≤ correct ≤ samples.

    Returns
    -------
    tuple or None
        Lower and upper end, 0…1; None without samples.
    """
    if samples == 0:
        return None
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, weight = correct / samples, z * z / samples
    middle = share + weight / 2
    reach = z * math.sqrt(share * (1 - share) / samples + weight / (4 * samples))
    # at the ends the square root is exact in theory and not in floating point
    low = 0.0 if correct == 0 else (middle - reach) / (1 + weight)
    high = 1.0 if correct == samples else (middle + reach) / (1 + weight)
    return low, high


def scores(known: NDArray[np.int64], predicted: NDArray[np.int64], classes: int) -> dict[str, Any]:
    """Return samples, correct ones, accuracy, its interval, and the confusion matrix.

    Parameters
    ----------
    known, predicted
        Class codes, int64, shape (P,), none of them unknown. Rows of the matrix are known classes.
    """
    counts = confusion(known, predicted, classes)
    correct = int(np.trace(counts))
    interval = wilson_interval(correct, len(known))
    return {
        "samples": len(known),
        "correct": correct,
        "accuracy": correct / len(known) if len(known) else None,
        "interval": list(interval) if interval else None,
        "confusion": counts.tolist(),
    }


def class_scores(counts: NDArray[np.int64]) -> list[dict[str, Any]]:
    """Return precision, recall, F1 and number of samples of each class.

    A share of nothing is None: the precision of a class that is never named, the recall of one
    without samples, the F1 of one that has neither.

    Parameters
    ----------
    counts
        Confusion matrix, shape (C, C), known classes in rows.
    """
    right = np.diagonal(counts)
    known, named = counts.sum(axis=1), counts.sum(axis=0)
    return [
        {
            "precision": _share(right[code], named[code]),
            "recall": _share(right[code], known[code]),
            "f1": _share(2 * right[code], known[code] + named[code]),
            "support": int(known[code]),
        }
        for code in range(len(counts))
    ]


def _share(part: np.int64, whole: np.int64) -> float | None:
    return float(part / whole) if whole else None
