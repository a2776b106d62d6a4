"""A verdict, a comparison and a learning curve as their files hold them, of made-up samples."""

from __future__ import annotations

from typing import Any

import numpy as np

CLASSES = ("granite", "porphyry copper-molybdenum", "skarn", "greenstone", "no anomaly")
KEYS = (
    "accuracy",
    "balanced_accuracy",
    "macro_f1",
    "kappa",
    "mcc",
    "auc",
    "log_loss",
    "brier",
)


def figure(value: float | None, reach: float | None = None) -> dict[str, float | None]:
    """A figure with an interval so wide to either side, or without one."""
    if value is None or reach is None:
        return {"value": value, "low": None, "high": None}
    return {"value": value, "low": value - reach, "high": value + reach}


def figures(middle: float, reach: float | None = None) -> dict[str, Any]:
    """All figures of a part, round a middle."""
    shifts = (0.1, 0.0, -0.02, -0.05, -0.04, 0.2, 0.3, -0.1)
    return {key: figure(middle + shift, reach) for key, shift in zip(KEYS, shifts, strict=True)}


def part(middle: float, reach: float | None = None) -> dict[str, Any]:
    """Figures of a part of the samples."""
    per_class = [
        {
            "name": name,
            "samples": 30 - 5 * place,
            "predicted": 28 - 4 * place,
            "precision": figure(middle + 0.05, reach),
            "recall": figure(middle - 0.03 * place, reach),
            "f1": figure(middle, reach),
            "auc": figure(min(0.99, middle + 0.2), reach and reach / 2),
            "average_precision": figure(middle, reach),
        }
        for place, name in enumerate(CLASSES)
    ]
    return {
        "samples": 120,
        "correct": 84,
        "counts": [30, 25, 20, 15, 10],
        "confusion": np.diag([21, 17, 14, 10, 7]).tolist(),
        "figures": figures(middle, reach),
        "per_class": per_class,
    }


def curves() -> dict[str, Any]:
    """Curves that bend more from class to class."""
    x = np.linspace(0, 1, 60)
    roc, pr, success, area = [], [], [], []
    for place, name in enumerate(CLASSES):
        y = x ** (1 / (2 + place))
        roc.append({"class": name, "x": x.tolist(), "y": y.tolist()})
        falling = 0.2 + 0.8 * (1 - x ** (2 + place))
        pr.append({"class": name, "x": x[::-1].tolist(), "y": falling[::-1].tolist(), "share": 0.2})
        success.append(
            {"class": name, "area": x.tolist(), "captured": y.tolist(), "auc": 0.6 + 0.08 * place}
        )
        captured, share = 1 - x**3, (1 - x) ** (2 + place)
        at = int(np.argmin(np.abs(captured + share - 1)[1:-1])) + 1
        area.append(
            {
                "class": name,
                "score": x.tolist(),
                "captured": captured.tolist(),
                "area": share.tolist(),
                "crossing": {
                    "score": float(x[at]),
                    "captured": float(captured[at]),
                    "area": float(share[at]),
                    "weight": float(np.log(captured[at] / share[at])),
                },
            }
        )
    return {
        "roc": roc,
        "pr": pr,
        "calibration": calibration(),
        "success_rate": success,
        "prediction_area": area,
    }


def calibration() -> dict[str, Any]:
    """Five bins of a network that is too sure; one of them is empty."""
    bins = [
        {
            "from": start,
            "to": start + 0.2,
            "probability": start + 0.12,
            "right": 0.8 * start + 0.06,
            "low": max(0.0, 0.8 * start - 0.06),
            "high": 0.8 * start + 0.2,
            "samples": 24,
        }
        for start in (0.2, 0.4, 0.6, 0.8)
    ]
    nothing = {"from": 0.0, "to": 0.2, "samples": 0}
    empty = dict.fromkeys(("probability", "right", "low", "high"))
    return {"bins": [{**nothing, **empty}, *bins], "error": 0.11}


def verdict(name: str = "blocks", *, middle: float = 0.55, reach: float = 0.1) -> dict[str, Any]:
    """A verdict by a protocol; the training figures are 0.4 better."""
    return {
        "format": 1,
        "protocol": {
            "name": name,
            "folds": 5,
            "block_size": 12000.0,
            "buffer": 3000.0 if name == "blocks" else None,
            "unit": "m",
            "test_part": 0.2,
            "buffered": 12.4,
        },
        "classes": list(CLASSES),
        "level": 0.95,
        "resamples": 1000,
        "resampled": {"blocks": "blocks", "groups": "groups"}.get(name, "samples"),
        "units": 37,
        "held_out": {**part(middle, reach), "curves": curves()},
        "training": part(middle + 0.4),
    }


def method(name: str, middle: float, lead: float | None, reach: float = 0.04) -> dict[str, Any]:
    """A row of the comparison; `lead` is how much better the network is, None for itself."""
    return {
        "name": name,
        "figures": figures(middle, 0.1),
        "difference": None if lead is None else {key: figure(lead, reach) for key in KEYS},
        "seconds": 3.4,
        "failed": None,
    }


def baselines() -> dict[str, Any]:
    """The network, a better forest, a worse majority, and one method that failed."""
    sentence = "In fold 3 all training samples are of one class: gradient boosting needs two."
    failed = {**method("boosting", 0.5, 0.0), "figures": None, "difference": None}
    return {
        "format": 1,
        "level": 0.95,
        "units": 37,
        "folds": 5,
        "of": [
            method("forest", 0.63, -0.06),
            method("network", 0.57, None),
            method("majority", 0.2, 0.37),
            method("nearest", 0.54, 0.03),
            method("logistic", 0.56, 0.01),
            {**failed, "failed": {"template": sentence, "values": {}}},
            method("mlp", 0.55, 0.02),
        ],
    }


def learning(last: float = 0.57, reach: float = 0.08) -> dict[str, Any]:
    """A learning curve of five points that ends at a value."""
    held_out = (0.3, 0.42, 0.49, 0.53, last)
    return {
        "format": 1,
        "level": 0.95,
        "points": [
            {
                "share": share,
                "samples": 96 * share,
                "held_out": figure(value, reach),
                "training": figure(0.99 - 0.02 * share),
            }
            for share, value in zip((0.2, 0.4, 0.6, 0.8, 1.0), held_out, strict=True)
        ],
    }
