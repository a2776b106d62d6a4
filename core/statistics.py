"""Statistics of one element: how many values, how they lie, and the same for log10.

Numpy alone, because the window computes them at once for tables that are not large.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

Rule = Literal["half", "root2", "limit"]
RULES: tuple[Rule, ...] = get_args(Rule)
_PARTS: dict[Rule, float] = {"half": 0.5, "root2": 1 / math.sqrt(2), "limit": 1.0}
# makes the median absolute deviation of a normal distribution its standard deviation
MAD_FACTOR = 1.4826


@dataclass(frozen=True)
class Figures:
    """How values lie; NaN where there are too few of them.

    Attributes
    ----------
    minimum, lower, median, upper, maximum
        Quantiles 0, ¼, ½, ¾ and 1, linear between neighbours (definition 7 of Hyndman & Fan 1996,
        The American Statistician 50, 361-365).
    mean
        Arithmetic mean.
    sd
        Standard deviation with n - 1.
    mad
        1.4826 × median of the distances from the median (Rousseeuw & Croux 1993, Journal of the
        American Statistical Association 88, 1273-1283).
    variation
        Coefficient of variation, sd / mean; NaN where the mean is not positive.
    skewness
        Adjusted for the number of values, G1 of Joanes & Gill 1998 (The Statistician 47, 183-189),
        as spreadsheets have it.
    """

    minimum: float
    lower: float
    median: float
    upper: float
    maximum: float
    mean: float
    sd: float
    mad: float
    variation: float
    skewness: float


@dataclass(frozen=True)
class Statistics:
    """Statistics of one element.

    Attributes
    ----------
    rows
        Samples of the table: `count` + `missing`.
    count
        Values, those below and above a limit among them.
    below, above, missing
        Values below a detection limit, values above a range, samples without a value.
    not_positive
        Values that have no logarithm, after censored ones are replaced.
    lowest_limit, highest_limit, limits
        Of the detection limits that occur, and how many different ones; NaN and 0 without any.
    geometric_mean
        Of the positive values.
    plain, log
        Of the values, and of log10 of the positive ones.
    """

    rows: int
    count: int
    below: int
    above: int
    missing: int
    not_positive: int
    lowest_limit: float
    highest_limit: float
    limits: int
    geometric_mean: float
    plain: Figures
    log: Figures

    @property
    def censored_share(self) -> float:
        """Share of the values that are below or above a limit; 0 without values."""
        return (self.below + self.above) / self.count if self.count else 0.0

    def as_values(self) -> dict[str, Any]:
        """Return plain values for an event, None for NaN."""
        values = asdict(self)
        return {
            **_plain(values),
            "plain": _plain(values["plain"]),
            "log": _plain(values["log"]),
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Statistics:
        """Undo `as_values`."""
        figures = {name: Figures(**_numbers(values[name])) for name in ("plain", "log")}
        return cls(**{**_numbers(values), **figures})


def counted(values: Array, below: Flags | None, rule: Rule = "half") -> Array:
    """Return values in which those below a limit stand for a part of it.

    Parameters
    ----------
    values
        float64, shape (P,), NaN where missing; the limit where `below` is set.
    below
        bool, shape (P,); None when no value is below a limit.
    rule
        "half" takes half the limit, "root2" limit/√2 (both Hornung & Reed 1990, Applied
        Occupational and Environmental Hygiene 5, 46-51), "limit" the limit.
    """
    if below is None:
        return values
    return np.where(below, values * _PARTS[rule], values)


def describe(
    values: Array, below: Flags | None = None, above: Flags | None = None, rule: Rule = "half"
) -> Statistics:
    """Return the statistics of an element.

    Parameters
    ----------
    values, below, rule
        As in `counted`.
    above
        bool, shape (P,), where a value is only known to lie above what stands in `values`, which
        is what it counts as.
    """
    known = np.isfinite(values)
    taken = counted(values, below, rule)[known]
    positive = taken[taken > 0]
    logs = np.log10(positive)
    limits = np.unique(values[known & below]) if below is not None else np.empty(0)
    return Statistics(
        rows=len(values),
        count=len(taken),
        below=_number(below, known),
        above=_number(above, known),
        missing=len(values) - len(taken),
        not_positive=len(taken) - len(positive),
        lowest_limit=float(limits[0]) if len(limits) else math.nan,
        highest_limit=float(limits[-1]) if len(limits) else math.nan,
        limits=len(limits),
        geometric_mean=float(10 ** logs.mean()) if len(logs) else math.nan,
        plain=figures(taken),
        log=figures(logs),
    )


def figures(values: Array) -> Figures:
    """Return how finite values lie."""
    if len(values) == 0:
        return Figures(*[math.nan] * 10)
    quantiles = np.percentile(values, (0, 25, 50, 75, 100))
    mean = float(values.mean())
    sd = float(values.std(ddof=1)) if len(values) > 1 else math.nan
    return Figures(
        minimum=float(quantiles[0]),
        lower=float(quantiles[1]),
        median=float(quantiles[2]),
        upper=float(quantiles[3]),
        maximum=float(quantiles[4]),
        mean=mean,
        sd=sd,
        mad=MAD_FACTOR * float(np.median(np.abs(values - quantiles[2]))),
        variation=sd / mean if mean > 0 else math.nan,
        skewness=_skewness(values, mean),
    )


def _skewness(values: Array, mean: float) -> float:
    n = len(values)
    if n < 3:
        return math.nan
    distances = values - mean
    scale = float(np.abs(distances).max())
    # equal values differ from their mean by rounding alone
    if scale <= 1e-13 * abs(mean):
        return math.nan
    # scaled, so that the third power neither overflows nor vanishes
    distances = distances / scale
    second, third = float(np.mean(distances**2)), float(np.mean(distances**3))
    return math.sqrt(n * (n - 1)) / (n - 2) * third / (second * math.sqrt(second))


def _number(flags: Flags | None, known: Flags) -> int:
    return int(np.count_nonzero(flags & known)) if flags is not None else 0


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Replace NaN, which JSON has no sign for."""
    return {name: None if value != value else value for name, value in values.items()}


def _numbers(values: dict[str, Any]) -> dict[str, Any]:
    return {name: math.nan if value is None else value for name, value in values.items()}
