"""What was found: thresholds, which samples lie above them, and in which zone."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.statistics import counted
from core.thresholds.concentration_area import Curve
from core.thresholds.groups import Groups
from core.thresholds.settings import ThresholdSettings
from core.thresholds.trimming import Pass
from datasets.messages import Message

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

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


def found_among(
    distances: Array,
    limits: dict[str, float],
    settings: ThresholdSettings,
    groups: Groups | None,
    refused: dict[str, Message],
    incomplete: int,
) -> Found:
    """Hold distances against their cut-offs, by group; "" is the only one without groups."""
    known = np.isfinite(distances)
    names, codes = groups if groups is not None else (("",), np.zeros(len(distances), np.int64))
    used = np.bincount(codes[known & (codes >= 0)], minlength=len(names))
    counts = dict(zip(names, used.tolist(), strict=True))
    thresholds = {
        name: Threshold(limit, counts[name], counts[name]) for name, limit in limits.items()
    }
    found = found_from(distances, None, settings, thresholds, groups, refused)
    ungrouped = int(np.count_nonzero(codes < 0))
    return replace(found, missing=incomplete, ungrouped=ungrouped)


def zones(found: Found) -> NDArray[np.int64]:
    """Return the zone of each sample, shape (P,).

    0 is background, 1 to 3 are the outer, middle and inner zone; -1 where nothing can be said.
    """
    codes = np.where(found.anomalous, 1, 0)
    # a threshold that is not positive has no multiples
    for code, factor in enumerate(ZONE_FACTORS[1:], 2):
        codes[np.nan_to_num(found.ratio) > factor] = code
    codes[~(np.isfinite(found.values) & np.isfinite(found.limits))] = -1
    return codes.astype(np.int64)
