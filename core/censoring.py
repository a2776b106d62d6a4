"""Values below a detection limit: what is taken for them, and what the detected ones tell of them.

Regression on order statistics for several limits: D. R. Helsel and T. A. Cohn (1988), "Estimation
of descriptive statistics for multiply censored water quality data", *Water Resources Research* 24,
1997–2004; D. R. Helsel (2012), *Statistics for Censored Environmental Data Using Minitab and R*,
2nd edition, Wiley, chapter 6.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.preparing.normal import log_erfcx, normal_quantile

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

# what the limit is multiplied by; the last is for a triangular distribution between 0 and the
# limit that has its mode there (Hornung and Reed 1990, Applied Occupational and Environmental
# Hygiene 5, 46–51)
FACTORS = {"limit": 1.0, "half": 0.5, "root2": 1 / math.sqrt(2)}
# a line through fewer detected values says nothing
FEWEST_DETECTED = 3


@dataclass(frozen=True)
class LogNormal:
    """A lognormal distribution: mean and standard deviation of the natural logarithm."""

    mean: float
    deviation: float

    def expected_below(self, limits: Array) -> Array:
        """Return E[x | x < limit] for each limit, between 0 and it, of any shape.

        With z = (ln L − μ)/σ this is exp(μ + σ²/2) · Φ(z − σ)/Φ(z) (Johnson, Kotz and
        Balakrishnan 1994, *Continuous Univariate Distributions* 1, 14.8), written with
        erfcx(x) = exp(x²)·erfc(x) as L · erfcx((σ − z)/√2) / erfcx(−z/√2) where z < σ, so that
        nothing overflows far out. A limit of 0 or below stays as it is.
        """
        distinct, places = np.unique(limits, return_inverse=True)
        values = [self._below(limit) if limit > 0 else limit for limit in distinct.tolist()]
        return np.array(values, np.float64)[places].reshape(limits.shape)

    def _below(self, limit: float) -> float:
        z = (math.log(limit) - self.mean) / self.deviation
        if z > self.deviation:
            share = math.erfc((self.deviation - z) / math.sqrt(2)) / math.erfc(-z / math.sqrt(2))
            return min(limit, math.exp(self.mean + self.deviation**2 / 2) * share)
        above = log_erfcx((self.deviation - z) / math.sqrt(2))
        below = log_erfcx(-z / math.sqrt(2))
        return limit * math.exp(min(0.0, above - below))


def plotting_positions(values: Array, censored: Mask) -> Array:
    """Return the share of the distribution below each value, by Helsel and Cohn (1988).

    Parameters
    ----------
    values
        float64, shape (P,), finite: what was detected, and the limit where `censored`.

    Returns
    -------
    Array
        float64, shape (P,), above 0 and below 1. Several values censored at one limit have
        different positions, in their order.
    """
    limits, exceedance = _exceedance(values, censored)
    positions = np.empty(len(values))
    group = np.searchsorted(limits, values, side="right") - 1
    for number in range(len(limits)):
        here = group == number
        _spread(positions, values, here & ~censored, 1 - exceedance[number], exceedance[number + 1])
        at_limit = here & censored
        rank = np.arange(1, at_limit.sum() + 1)
        positions[at_limit] = (1 - exceedance[number]) * rank / (at_limit.sum() + 1)
    return positions


def _spread(positions: Array, values: Array, chosen: Mask, low: float, next_one: float) -> None:
    """Spread the detected values between two limits evenly over the share between them."""
    rows = np.flatnonzero(chosen)
    ranks = np.empty(len(rows))
    ranks[np.argsort(values[rows], kind="stable")] = np.arange(1, len(rows) + 1)
    positions[rows] = low + (1 - next_one - low) * ranks / (len(rows) + 1)


def _exceedance(values: Array, censored: Mask) -> tuple[Array, Array]:
    """Return the limits in their order, and the probability to exceed each, with a last 0."""
    detected = values[~censored]
    limits = np.unique(values[censored])
    # values below all limits, or no limit at all: everything exceeds minus infinity
    if len(limits) == 0 or (detected < limits[0]).any():
        limits = np.concatenate([[-np.inf], limits])
    exceedance = np.zeros(len(limits) + 1)
    for j in range(len(limits) - 1, -1, -1):
        upper = limits[j + 1] if j + 1 < len(limits) else np.inf
        between = ((detected >= limits[j]) & (detected < upper)).sum()
        below = (values <= limits[j]).sum() - (detected == limits[j]).sum()
        share = between / (between + below) if between else 0.0
        exceedance[j] = exceedance[j + 1] + share * (1 - exceedance[j + 1])
    return limits, exceedance


def fit_ros(values: Array, censored: Mask) -> LogNormal | None:
    """Regress the logarithms of the detected values on their normal scores.

    Parameters
    ----------
    values
        float64, shape (P,): what was detected, and the limit where `censored`; NaN where missing.

    Returns
    -------
    LogNormal or None
        None where a value is not positive, or fewer than three were detected, or all are equal.
    """
    known = np.isfinite(values)
    values, censored = values[known], censored[known]
    detected = ~censored
    if detected.sum() < FEWEST_DETECTED or (values <= 0).any():
        return None
    scores = normal_quantile(plotting_positions(values, censored)[detected])
    logs = np.log(values[detected])
    centred = scores - scores.mean()
    slope = float((centred * (logs - logs.mean())).sum() / (centred**2).sum())
    if not slope > 0 or not math.isfinite(slope):
        return None
    return LogNormal(float(logs.mean() - slope * scores.mean()), slope)


def ros_values(values: Array, censored: Mask) -> Array | None:
    """Return the values with modelled ones for those below a limit, for statistics of a column.

    Each censored value gets the one of the fitted line at its own plotting position (robust
    ROS). Which of several samples at one limit gets which is without meaning: for single samples
    take `LogNormal.expected_below`.

    Returns
    -------
    Array or None
        float64, shape (P,), NaN where missing; None where `fit_ros` finds no line.
    """
    line = fit_ros(values, censored)
    if line is None:
        return None
    known = np.flatnonzero(np.isfinite(values))
    positions = plotting_positions(values[known], censored[known])
    modelled = np.exp(line.mean + line.deviation * normal_quantile(positions))
    found = values.copy()
    found[known] = np.where(censored[known], modelled, values[known])
    return found
