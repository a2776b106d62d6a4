"""A threshold that a person decided for, as a project keeps it."""

from __future__ import annotations

from core.job import Section
from core.thresholds.found import Found
from core.thresholds.settings import ThresholdSettings


class KeptThreshold(Section):
    """How a threshold was found and what came out.

    Attributes
    ----------
    settings
        How.
    columns
        Columns it is about: one, or those of the robust distance.
    unit
        Of the values, "" when unknown or for a distance.
    values
        Threshold by group; the only one is called "".
    anomalous, judged
        Samples above their threshold, and samples that have a value and a threshold.
    fingerprint
        Of the table it was found on.
    """

    settings: ThresholdSettings
    columns: tuple[str, ...]
    unit: str = ""
    values: dict[str, float]
    anomalous: int = 0
    judged: int = 0
    fingerprint: str = ""


def kept_from(found: Found, columns: tuple[str, ...], unit: str, fingerprint: str) -> KeptThreshold:
    """Return what is worth keeping of what was found."""
    return KeptThreshold(
        settings=found.settings,
        columns=columns,
        unit=unit,
        values={group: threshold.value for group, threshold in found.thresholds.items()},
        anomalous=found.count,
        judged=found.judged,
        fingerprint=fingerprint,
    )
