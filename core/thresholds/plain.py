"""Thresholds as plain values for an event, and back."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from core.finite import finite_or_none
from core.thresholds.comparing import Compared
from core.thresholds.concentration_area import Curve, Line
from core.thresholds.found import Found, Threshold
from core.thresholds.trimming import Pass
from datasets.messages import Message


def found_values(found: Found) -> dict[str, Any]:
    """Return the thresholds and the counts; what each sample has stays behind."""
    return {
        "settings": found.settings.model_dump(mode="json"),
        "thresholds": {
            group: threshold_values(threshold) for group, threshold in found.thresholds.items()
        },
        "refused": {group: asdict(reason) for group, reason in found.refused.items()},
        "anomalous": found.count,
        "judged": found.judged,
        "missing": found.missing,
        "censored": found.censored,
        "ungrouped": found.ungrouped,
    }


def compared_values(lines: Sequence[Compared]) -> list[dict[str, Any]]:
    """Return the lines of a comparison."""
    return [
        {
            "settings": line.settings.model_dump(mode="json"),
            "found": found_values(line.found) if line.found is not None else None,
            "reason": asdict(line.reason) if line.reason is not None else None,
        }
        for line in lines
    ]


def threshold_values(threshold: Threshold) -> dict[str, Any]:
    """Return a threshold as JSON takes it: None for what is not a finite number."""
    values = asdict(threshold)
    curve = threshold.curve
    if curve is not None:
        values["curve"]["values"] = curve.values.tolist()
        values["curve"]["counts"] = curve.counts.tolist()
    values["passes"] = [_plain(found) for found in values["passes"]]
    return _plain(values)


def threshold_from(values: dict[str, Any]) -> Threshold:
    """Undo `threshold_values`."""
    curve = values["curve"]
    if curve is not None:
        curve = Curve(
            values=np.array(curve["values"]),
            counts=np.array(curve["counts"]),
            breaks=tuple(curve["breaks"]),
            lines=tuple(Line(**line) for line in curve["lines"]),
            error=curve["error"],
        )
    passes = tuple(
        Pass(**{**found, "low": -math.inf if found["low"] is None else found["low"]})
        for found in values["passes"]
    )
    numbers = {
        name: math.nan if values[name] is None else values[name]
        for name in ("value", "centre", "spread")
    }
    return Threshold(**{**values, **numbers, "passes": passes, "curve": curve})


def refused_from(values: dict[str, Any]) -> dict[str, Message]:
    """Return why groups have no threshold, of `found_values`."""
    return {group: Message(**reason) for group, reason in values["refused"].items()}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: finite_or_none(value) for name, value in values.items()}
