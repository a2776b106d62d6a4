"""An explanation as its file holds it, of made-up figures."""

from __future__ import annotations

from typing import Any

import numpy as np

CLASSES = ("granite", "porphyry", "no anomaly")
ELEMENTS = ("Cu", "Mo", "Pb", "Zn")


def drop(value: float, reach: float = 0.1, members: float | None = 0.05) -> dict[str, Any]:
    """By how much a figure falls, with an interval so wide to either side."""
    return {"value": value, "low": value - reach, "high": value + reach, "members": members}


def drops(value: float, reach: float = 0.1) -> dict[str, Any]:
    """Of both figures."""
    return {"macro_f1": drop(value, reach), "balanced_accuracy": drop(value / 2)}


def importance() -> dict[str, Any]:
    """Pb worth most of all, Mo nothing, and Cu and Zn together."""
    worth = {"Cu": 0.05, "Mo": 0.0, "Pb": 0.4, "Zn": -0.2}
    return {
        "samples": 1234,
        "whole": {"macro_f1": 0.75, "balanced_accuracy": 0.7},
        "elements": [{"name": name, **drops(value)} for name, value in worth.items()],
        "groups": [{"names": ["Cu", "Zn"], "least": 0.912, **drops(0.3)}],
    }


def attributions() -> dict[str, Any]:
    """Mo speaks for the porphyry; no sample of "no anomaly" was held out."""
    means: list[list[Any]] = [[0.1, -0.2, 0.0, 0.01], [0.05, 0.5, -0.1, 0.0], [None] * 4]
    return {
        "names": list(ELEMENTS),
        "by_elements": True,
        "missing": 1e-5,
        "classes": [
            {
                "name": name,
                "samples": 0 if mean[0] is None else 20 + code,
                "mean": mean,
                "mean_spread": [None if m is None else 0.02 for m in mean],
                "absolute": [None if m is None else abs(m) for m in mean],
                "absolute_spread": [None if m is None else 0.01 for m in mean],
            }
            for code, (name, mean) in enumerate(zip(CLASSES, means, strict=True))
        ],
    }


def dependence() -> list[dict[str, Any]]:
    """The porphyry rises with Mo, whose axis is logarithmic."""
    rising = np.linspace(0.1, 0.5, 40)
    lines = [0.6 - rising, rising, np.full(40, 0.4)]
    return [
        {
            "name": name,
            "unit": "ppm",
            "grid": np.geomspace(1, 100, 40).tolist(),
            "log": name == "Mo",
            "classes": [
                {
                    "name": each,
                    "mean": line.tolist(),
                    "low": (line / 2).tolist(),
                    "high": (line + 0.1).tolist(),
                    "members": [0.02] * 40,
                }
                for each, line in zip(CLASSES, lines, strict=True)
            ],
        }
        for name in ELEMENTS
    ]


def cell() -> dict[str, Any]:
    """A porphyry of which Mo is missing and Pb below its limit."""
    return {
        "row": 1041,
        "known": "porphyry",
        "held_out": True,
        "trained_on": False,
        "classes": [
            {
                "name": name,
                "probability": probability,
                "spread": 0.1,
                "low": probability / 2,
                "high": min(1.0, 1.2 * probability),
                "named": named,
                "members": 8,
            }
            for name, probability, named in zip(CLASSES, (0.1, 0.8, 0.1), (1, 7, 0), strict=True)
        ],
        "values": [
            {
                "name": name,
                "unit": "ppm",
                "value": None if name == "Mo" else 12.5,
                "censored": name == "Pb",
                "percentile": None if name == "Mo" else 83.4,
                "of_classes": [12.0, None if name == "Mo" else 97.6, 50.0],
            }
            for name in ELEMENTS
        ],
        "contributions": {
            "names": list(ELEMENTS),
            "by_elements": True,
            "missing": 1e-5,
            "classes": [
                {"name": name, "mean": mean, "spread": [0.01, 0.02, 0.03, 0.04]}
                for name, mean in zip(
                    CLASSES,
                    ([0.0, -0.3, 0.0, 0.1], [0.05, 0.4, -0.1, 0.0], [0.0, -0.1, 0.1, 0.2]),
                    strict=True,
                )
            ],
        },
    }


def explanation() -> dict[str, Any]:
    """All of it."""
    return {
        "format": 1,
        "classes": list(CLASSES),
        "samples": 1234,
        "folds": 4,
        "repeats": 10,
        "seed": 1,
        "importance": importance(),
        "attributions": attributions(),
        "dependence": dependence(),
        "cell": cell(),
    }
