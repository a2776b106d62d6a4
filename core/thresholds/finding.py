"""Thresholds of one column, for all samples or for each group, and which samples are above.

Numpy alone, and a few milliseconds for some ten thousand values, so that the window can follow a
slider; the robust distance over several elements is a column of its own (`core.thresholding`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.thresholds import robust
from core.thresholds.concentration_area import area_points, fit_segments
from core.thresholds.found import Found, Threshold, found_from, taken_values
from core.thresholds.groups import Groups
from core.thresholds.settings import ThresholdSettings
from core.thresholds.trimming import Pass, trimming_passes
from datasets.messages import InputError, Message

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

FEWEST = 5


def find_thresholds(
    values: Array,
    below: Flags | None,
    settings: ThresholdSettings,
    groups: Groups | None = None,
) -> Found:
    """Find the threshold of a column, or of each group in it.

    Parameters
    ----------
    values
        float64, shape (P,); the limit where `below` is set, NaN where missing. For the robust
        distance the distances themselves, with `settings.method` "hand" and their cut-off.
    below
        bool, shape (P,), values below a detection limit; None when no value is.
    groups
        As `group_codes` makes them; None for one threshold for all samples.

    Raises
    ------
    InputError
        When there are too few values; with groups when that holds for every one of them.
    """
    taken = taken_values(values, below, settings)
    if groups is None:
        known = np.isfinite(taken)
        return found_from(values, below, settings, {"": _checked_threshold(taken[known], settings)})
    thresholds, refused = _each_group(taken, groups, settings)
    return found_from(values, below, settings, thresholds, groups, refused)


def threshold_of(ordered: Array, settings: ThresholdSettings) -> Threshold:
    """Return the threshold of values in ascending order, finite, shape (n,), n ≥ 5."""
    used = ordered
    if settings.domain == "log":
        used = ordered[int(np.searchsorted(ordered, 0.0, side="right")) :]
        if len(used) < FEWEST:
            raise InputError(
                "Only {n} values are positive; choose the linear domain.", n=f"{len(used):,}"
            )
    not_positive = len(ordered) - len(used)
    if settings.method == "ca":
        return _from_curve(used, settings, not_positive)
    if settings.method in ("trimming", "mad", "tukey"):
        return _from_centre(used, settings, not_positive)
    value = settings.value
    if settings.method == "percentile":
        value = robust.percentile(used, settings.percentile)
    return Threshold(value, len(used), len(used))


def _each_group(
    taken: Array, groups: Groups, settings: ThresholdSettings
) -> tuple[dict[str, Threshold], dict[str, Message]]:
    names, codes = groups
    known = np.flatnonzero(np.isfinite(taken) & (codes >= 0))
    order = known[np.argsort(codes[known], kind="stable")]
    borders = np.searchsorted(codes[order], np.arange(len(names) + 1))
    thresholds: dict[str, Threshold] = {}
    refused: dict[str, Message] = {}
    for code, name in enumerate(names):
        try:
            members = taken[order[borders[code] : borders[code + 1]]]
            thresholds[name] = _checked_threshold(members, settings.of_group(name))
        except InputError as error:
            refused[name] = error.message
    if not thresholds:
        raise InputError(
            "No group of the column “{column}” has values enough for a threshold; choose another "
            "column or method.",
            column=settings.group,
        )
    return thresholds, refused


def _checked_threshold(values: Array, settings: ThresholdSettings) -> Threshold:
    if len(values) < FEWEST and settings.method != "hand":
        raise InputError(
            "There are {n} values; a threshold needs at least {fewest}.",
            n=len(values),
            fewest=FEWEST,
        )
    return threshold_of(np.sort(values), settings)


def _from_centre(used: Array, settings: ThresholdSettings, not_positive: int) -> Threshold:
    x = np.log10(used) if settings.domain == "log" else used
    passes: tuple[Pass, ...] = ()
    if settings.method == "trimming":
        passes = trimming_passes(x, settings.trims_at, both_sides=settings.sides == "both")
        centre, spread = passes[-1].mean, passes[-1].sd
        limit = centre + settings.k * spread
    elif settings.method == "mad":
        centre, spread = robust.median_and_mad(x)
        limit = centre + settings.k * spread
    else:
        lower, upper = robust.quartiles(x)
        centre, spread = (lower + upper) / 2, upper - lower
        inner = settings.fence == "inner"
        limit = robust.upper_fence(x, robust.INNER_FENCE if inner else robust.OUTER_FENCE)
    value = float(10.0**limit) if settings.domain == "log" else float(limit)
    left = passes[-1].n if passes else len(used)
    return Threshold(value, len(used), left, not_positive, centre, spread, passes)


def _from_curve(used: Array, settings: ThresholdSettings, not_positive: int) -> Threshold:
    values, counts = area_points(used)
    curve = fit_segments(values, counts, settings.pieces_number, settings.breaks)
    value = curve.breaks[settings.boundary_number - 1]
    return Threshold(value, len(used), len(used), not_positive, curve=curve)
