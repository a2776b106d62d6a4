"""How many samples a trained network classifies right, on each part apart."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def confusion(
    known: NDArray[np.int64], predicted: NDArray[np.int64], classes: int
) -> NDArray[np.int64]:
    """Count samples by known class (rows) and predicted class (columns); shape (C, C)."""
    counts = np.bincount(known * classes + predicted, minlength=classes * classes)
    return counts.reshape(classes, classes)


def evaluate(
    target: NDArray[np.int64],
    predicted: NDArray[np.int64],
    class_names: tuple[str, ...],
    training: NDArray[np.int64],
    validation: NDArray[np.int64],
) -> dict[str, Any]:
    """Return samples, correct ones, accuracy and confusion matrix of the two parts.

    Besides, ``predicted`` counts the classes over all rows.

    Parameters
    ----------
    target, predicted
        int64, shape (P,). Known (-1: none) and predicted classes of every row.
    training, validation
        Rows of each part.
    """
    everywhere = np.bincount(predicted, minlength=len(class_names))
    parts: dict[str, Any] = {"classes": list(class_names), "predicted": everywhere.tolist()}
    for name, rows in (("training", training), ("validation", validation)):
        counts = confusion(target[rows], predicted[rows], len(class_names))
        correct = int(np.trace(counts))
        parts[name] = {
            "samples": len(rows),
            "correct": correct,
            "accuracy": correct / len(rows) if len(rows) else None,
            "confusion": counts.tolist(),
        }
    return parts
