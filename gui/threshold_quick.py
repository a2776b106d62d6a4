"""What is found at once: a threshold from the picture, in one group or for all samples."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.thresholds.concentration_area import Curve, fit_segments
from core.thresholds.found import Found, Threshold, found_from
from core.thresholds.groups import Groups
from core.thresholds.picture import Picture
from core.thresholds.settings import ThresholdSettings
from datasets.messages import InputError

Flags = NDArray[np.bool_]


def curve_of(picture: Picture | None, settings: ThresholdSettings) -> Curve | None:
    """Return the concentration–area plot with its pieces, None where there are too few values.

    Breaks that a person dragged count for the method concentration–area alone.
    """
    if picture is None or len(picture.area_values) == 0:
        return None
    breaks = settings.breaks if settings.method == "ca" else ()
    pieces = settings.pieces_number if breaks else int(settings.pieces)
    try:
        return fit_segments(picture.area_values, picture.area_counts, pieces, breaks)
    except InputError:
        return None


def can_fit(picture: Picture, breaks: tuple[float, ...]) -> bool:
    """Whether there are points enough beside breaks: none too near the end or the next break."""
    try:
        fit_segments(picture.area_values, picture.area_counts, 0, breaks)
    except InputError:
        return False
    return True


def threshold_in(picture: Picture | None, settings: ThresholdSettings, used: int) -> Threshold:
    """Return the threshold by hand, or of the concentration–area plot of a picture.

    Raises
    ------
    InputError
        When the plot has too few points.
    """
    if settings.method == "hand" or picture is None:
        return Threshold(settings.value, used, used)
    curve = fit_segments(
        picture.area_values, picture.area_counts, settings.pieces_number, settings.breaks
    )
    return Threshold(curve.breaks[settings.boundary_number - 1], used, used, curve=curve)


def with_threshold(
    found: Found,
    group: str,
    threshold: Threshold,
    settings: ThresholdSettings,
    groups: Groups | None,
) -> Found:
    """Return what was found with another threshold for one group, without finding the others."""
    old = found.thresholds.get(group)
    if old is not None:
        threshold = replace(threshold, used=old.used, left=old.left, not_positive=old.not_positive)
    thresholds = {**found.thresholds, group: threshold}
    refused = {name: reason for name, reason in found.refused.items() if name != group}
    again = found_from(found.values, None, settings, thresholds, groups, refused)
    return replace(again, missing=found.missing, censored=found.censored)
