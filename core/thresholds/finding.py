"""Thresholds of one column, for all samples or for each group, and which samples are above.

Numpy alone, and a few milliseconds for some ten thousand values, so that the window can follow a
slider; the robust distance over several elements is a column of its own (`core.thresholding`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.statistics import counted
from core.thresholds import robust
from core.thresholds.concentration_area import Curve, area_points, fit_segments
from core.thresholds.groups import Groups
from core.thresholds.settings import ThresholdSettings
from core.thresholds.trimming import Pass, trimming_passes
from datasets.messages import InputError, Message

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

FEWEST = 5
# the threshold and twice and four times it: outer, middle and inner zone of an anomaly
ZONE_FACTORS = (1.0, 2.0, 4.0)


@dataclass(frozen=True)
class Threshold:
    """One threshold and what it came from.

    Attributes
    ----------
    value
        In the unit of the column.
    used
        Values it was found from.
    left
        Values that trimming left; `used` for other methods.
    not_positive
        Values without a logarithm, passed over in the log domain.
    centre, spread
        Mean and standard deviation, or median and 1.4826 MAD, or quartiles' middle and box length,
        in the domain of the method (log10 in the log domain); NaN where the method has none.
    passes
        Of iterative trimming, in the domain of the method.
    curve
        Of the concentration–area plot.
    """

    value: float
    used: int
    left: int
    not_positive: int = 0
    centre: float = np.nan
    spread: float = np.nan
    passes: tuple[Pass, ...] = ()
    curve: Curve | None = None


@dataclass(frozen=True)
class Found:
    """What was found for a column.

    Attributes
    ----------
    settings
        How.
    values
        float64, shape (P,): as they counted, with censored ones replaced; NaN where missing.
    limits
        float64, shape (P,): threshold of each sample's group; NaN where there is none.
    thresholds
        By group; the only one is called "" where there are no groups.
    refused
        Groups without a threshold, and why.
    missing, censored, ungrouped
        Samples without a value, below their limit, and with a value but without a group.
    """

    settings: ThresholdSettings
    values: Array
    limits: Array
    thresholds: dict[str, Threshold]
    refused: dict[str, Message]
    missing: int
    censored: int
    ungrouped: int

    @property
    def anomalous(self) -> Flags:
        """Which samples lie above their threshold; never one without a value."""
        return self.values > self.limits

    @property
    def ratio(self) -> Array:
        """Value / threshold; NaN where there is none or the threshold is not positive."""
        limits = np.where(self.limits > 0, self.limits, np.nan)
        return self.values / limits

    @property
    def judged(self) -> int:
        """Samples with a value and a threshold."""
        return int(np.count_nonzero(np.isfinite(self.values) & np.isfinite(self.limits)))

    @property
    def count(self) -> int:
        """Anomalous samples."""
        return int(np.count_nonzero(self.anomalous))

    @property
    def share(self) -> float:
        """Anomalous ones among those that could be judged; NaN without any."""
        return self.count / self.judged if self.judged else np.nan

    @property
    def single(self) -> Threshold | None:
        """The threshold where there are no groups."""
        return self.thresholds.get("") if not self.settings.group else None


def taken_values(values: Array, below: Flags | None, settings: ThresholdSettings) -> Array:
    """Return values as they count: a rule for those below a detection limit, NaN for none."""
    if settings.censored == "left_out":
        return values if below is None else np.where(below, np.nan, values)
    return counted(values, below, settings.censored)


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


def found_from(
    values: Array,
    below: Flags | None,
    settings: ThresholdSettings,
    thresholds: dict[str, Threshold],
    groups: Groups | None = None,
    refused: dict[str, Message] | None = None,
) -> Found:
    """Hold samples against thresholds that are known.

    Parameters
    ----------
    thresholds
        By group; the one of "" where there are no groups.
    """
    taken = taken_values(values, below, settings)
    known = np.isfinite(taken)
    if groups is None:
        limits = np.where(known, thresholds[""].value, np.nan)
        ungrouped = 0
    else:
        names, codes = groups
        # the last place is that of samples without a group, whose code is -1
        places = [thresholds[name].value if name in thresholds else np.nan for name in names]
        limits = np.where(known, np.array([*places, np.nan])[codes], np.nan)
        ungrouped = int(np.count_nonzero(known & (codes < 0)))
    return Found(
        settings,
        taken,
        limits,
        thresholds,
        refused or {},
        missing=int(np.count_nonzero(~np.isfinite(values))),
        censored=int(np.count_nonzero(below)) if below is not None else 0,
        ungrouped=ungrouped,
    )


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
            thresholds[name] = _checked_threshold(members, settings)
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
