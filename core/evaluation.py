"""How many samples a trained network classifies right, on each part apart."""

from __future__ import annotations

from collections.abc import Mapping
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
    parts: Mapping[str, NDArray[np.int64]],
) -> dict[str, Any]:
    """Return samples, correct ones, accuracy and confusion matrix of each part.

    Besides, ``predicted`` counts the classes over all rows.

    Parameters
    ----------
    target, predicted
        int64, shape (P,). Known (-1: none) and predicted classes of every row.
    parts
        Rows of each part, by its name.
    """
    everywhere = np.bincount(predicted, minlength=len(class_names))
    found: dict[str, Any] = {"classes": list(class_names), "predicted": everywhere.tolist()}
    for name, rows in parts.items():
        found[name] = counted(target[rows], predicted[rows], len(class_names))
    return found


def counted(known: NDArray[np.int64], predicted: NDArray[np.int64], classes: int) -> dict[str, Any]:
    """Return samples, correct ones, accuracy (None without samples) and confusion matrix."""
    counts = confusion(known, predicted, classes)
    correct = int(np.trace(counts))
    return {
        "samples": len(known),
        "correct": correct,
        "accuracy": correct / len(known) if len(known) else None,
        "confusion": counts.tolist(),
    }


def held_out_part(evaluation: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was counted on the samples that judge: the test part, or else the validation
    part, by which runs of earlier versions were always judged.
    """
    test: dict[str, Any] | None = evaluation.get("test")
    if test is not None and test["samples"]:
        return test
    validation: dict[str, Any] = evaluation["validation"]
    return validation
