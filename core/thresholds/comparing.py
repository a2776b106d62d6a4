"""All methods on one column, beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.thresholds.finding import find_thresholds
from core.thresholds.found import Found
from core.thresholds.groups import Groups
from core.thresholds.settings import ThresholdSettings
from datasets.messages import InputError, Message

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Compared:
    """A line of the comparison: what was found, or why nothing was."""

    settings: ThresholdSettings
    found: Found | None
    reason: Message | None = None


def usual_settings(present: ThresholdSettings) -> tuple[ThresholdSettings, ...]:
    """Return the settings that are compared: one of each kind, the present ones among them.

    They share k, the rule for censored values and the groups of the present ones, which come
    first where they are of no usual kind.
    """
    shared = {"k": present.k, "censored": present.censored, "group": present.group}
    others: list[ThresholdSettings] = []
    for method, more in _KINDS:
        kind = ThresholdSettings.model_validate({**shared, "method": method, **more})
        if not any(alike(kind, other) for other in others):
            others.append(kind)
    is_usual = present.method == "mahalanobis" or any(alike(each, present) for each in others)
    return (*others,) if is_usual else (present, *others)


def compare(
    values: Array,
    below: Flags | None,
    present: ThresholdSettings,
    groups: Groups | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Compared, ...]:
    """Find the threshold of a column by every method; arguments as in `find_thresholds`."""
    wanted = usual_settings(present)
    lines: list[Compared] = []
    for number, settings in enumerate(wanted):
        progress(number, len(wanted))
        try:
            lines.append(Compared(settings, find_thresholds(values, below, settings, groups)))
        except InputError as error:
            lines.append(Compared(settings, None, error.message))
    return tuple(lines)


def alike(one: ThresholdSettings, other: ThresholdSettings) -> bool:
    """Whether two settings find the same threshold: fields that do not matter may differ."""
    return _what_matters(one) == _what_matters(other)


def _what_matters(settings: ThresholdSettings) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "method": settings.method,
        "domain": settings.domain,
        "censored": settings.censored,
        "group": settings.group,
    }
    fields = {
        "trimming": ("k", "trims_at", "sides"),
        "mad": ("k",),
        "tukey": ("fence",),
        "percentile": ("percentile",),
        "ca": ("pieces_number", "boundary_number", "breaks", "group_breaks"),
        "mahalanobis": ("quantile", "seed"),
        "hand": ("value",),
    }
    return kept | {name: getattr(settings, name) for name in fields[settings.method]}


_KINDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("trimming", {}),
    ("trimming", {"logarithm": True}),
    ("trimming", {"k": 3.0}),
    ("mad", {}),
    ("mad", {"logarithm": True}),
    ("tukey", {}),
    ("tukey", {"logarithm": True}),
    ("tukey", {"fence": "outer"}),
    ("percentile", {"percentile": 97.5}),
    ("percentile", {"percentile": 85.0}),
    ("ca", {"pieces": "2", "boundary": 1}),
    ("ca", {"pieces": "3", "boundary": 2}),
)
