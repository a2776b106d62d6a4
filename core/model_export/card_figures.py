"""What a model card says of classes and of what the model is worth: figures of the run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from core.run_folder import RunFolder

FIGURES = ("balanced_accuracy", "macro_f1", "kappa", "mcc", "auc", "accuracy")


def classes_of(
    run: RunFolder, model: Mapping[str, Any], predictions: pa.Table
) -> list[dict[str, Any]]:
    """Return for each class its labelled samples, its predictions, and its held-out figures."""
    known = _counts(predictions, "known")
    predicted = _counts(predictions, "class")
    figures = {each["name"]: each for each in _held_out_classes(run)}
    return [
        {
            "name": name,
            "samples": known.get(name, 0),
            "predicted": predicted.get(name, 0),
            **{key: figures.get(name, {}).get(key) for key in ("precision", "recall", "f1")},
        }
        for name in model["classes"]
    ]


def _counts(predictions: pa.Table, column: str) -> dict[str, int]:
    if column not in predictions.column_names:
        return {}
    counted = pc.value_counts(predictions[column])
    return {str(each["values"]): each["counts"] for each in counted.to_pylist()}


def _held_out_classes(run: RunFolder) -> list[dict[str, Any]]:
    """Return figures of each class with a "value"; those of images stand in another file."""
    verdict = run.verdict()
    if verdict is not None:
        return list(verdict["held_out"]["per_class"])
    evaluation = run.evaluation() or {}
    if evaluation.get("judged") not in ("test", "validation"):
        return []
    names = zip(evaluation["classes"], evaluation.get("per_class", []), strict=False)
    keys = ("precision", "recall", "f1")
    return [
        {"name": name, **{key: {"value": each[key], "low": None, "high": None} for key in keys}}
        for name, each in names
    ]


def verdict_of(run: RunFolder) -> dict[str, Any] | None:
    """Return protocol and figures of both parts, None where nothing was held out."""
    verdict = run.verdict()
    if verdict is None:
        return _image_verdict(run.evaluation() or {})
    training = verdict["training"]
    return {
        "protocol": verdict["protocol"],
        "level": verdict["level"],
        "resampled": verdict["resampled"],
        "units": verdict["units"],
        "samples": verdict["held_out"]["samples"],
        "correct": verdict["held_out"]["correct"],
        "held_out": {name: verdict["held_out"]["figures"][name] for name in FIGURES},
        "training": training and {name: training["figures"][name] for name in FIGURES},
    }


def _image_verdict(evaluation: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the same of images, whose accuracy has a Wilson interval."""
    judged = str(evaluation.get("judged", ""))
    if judged not in ("test", "validation"):
        return None
    held_out, training = evaluation[judged], evaluation["training"]
    low, high = held_out["interval"] or (None, None)
    return {
        "protocol": {"name": "validation" if judged == "validation" else "hold_out"},
        "level": 0.95,
        "resampled": "samples",
        "units": held_out["samples"],
        "samples": held_out["samples"],
        "correct": held_out["correct"],
        "held_out": {"accuracy": {"value": held_out["accuracy"], "low": low, "high": high}},
        "training": {"accuracy": {"value": training["accuracy"], "low": None, "high": None}},
    }
