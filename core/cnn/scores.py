"""How good classes are: accuracy with its interval, confusion matrix, and figures by class."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evaluation import confusion
from core.wilson import wilson_interval


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
