"""Values below a detection limit, estimated from the other elements of the same sample."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.preparing.normal import inverse_mills
from core.preparing.rows import weighted_sums

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
# Elements of a sample that are all below their limits estimate each other in turn. A number that
# depends on the sample alone: were it to stop when a table has settled, the table would matter.
SWEEPS = 10


@dataclass(frozen=True)
class Regression:
    """A linear regression of one element on the others, in decadic logarithms.

    Attributes
    ----------
    target
        Place in `Imputation.used` of the feature it estimates.
    weights
        One for each feature used, 0 for the target itself.
    constant
        Added to the weighted sum.
    spread
        Standard deviation of the residuals, above 0.
    """

    target: int
    weights: tuple[float, ...]
    constant: float
    spread: float

    @cached_property
    def _row(self) -> Array:
        return np.array([self.weights], np.float64)

    def below(self, logs: Array, limits: Array) -> Array:
        """Return E[y | y < limit] of the target, given the others.

        With the mean μ of the regression, its spread σ and z = (limit − μ)/σ this is
        μ − σ·φ(z)/Φ(z), the mean of a normal distribution cut at the limit (Johnson, Kotz and
        Balakrishnan 1994, *Continuous Univariate Distributions* 1, 13.10).

        Parameters
        ----------
        logs
            log10 of the features used, shape (P, U).
        limits
            log10 of the limit of each sample, shape (P,).
        """
        mean = weighted_sums(logs, self._row)[:, 0] + self.constant
        cut = mean - self.spread * inverse_mills((limits - mean) / self.spread)
        return np.minimum(cut, limits)


@dataclass(frozen=True)
class Imputation:
    """The regressions found on the training samples.

    Attributes
    ----------
    used
        Numbers of the U features that take part: all training values are positive.
    floor
        Smallest training value of each; stands in for values of 0 and below.
    middle
        Median of each; stands in for missing values of the others.
    regressions
        One for each feature with the rule.
    """

    used: tuple[int, ...]
    floor: tuple[float, ...]
    middle: tuple[float, ...]
    regressions: tuple[Regression, ...]

    @property
    def targets(self) -> frozenset[int]:
        """Numbers of the features it estimates."""
        return frozenset(self.used[each.target] for each in self.regressions)

    def apply(self, values: Array, limits: Array, censored: Mask) -> Array:
        """Return the values with estimates where a target is below its limit.

        An estimate lies below the limit of its own cell.

        Parameters
        ----------
        values
            float64, shape (P, S), NaN where missing. Estimates begin at what stands there.
        limits
            float64, shape (P, S), the limit where `censored`.
        """
        columns = sorted(self.targets)
        known = censored[:, columns] & np.isfinite(limits[:, columns])
        rows = np.flatnonzero(known.any(axis=1))
        if len(rows) == 0:
            return values
        logs = self.logs(values[rows])
        most = self.logs(limits[rows])
        below = censored[rows][:, self.used] & np.isfinite(limits[rows][:, self.used])
        for _ in range(SWEEPS):
            for each in self.regressions:
                here = below[:, each.target]
                if here.any():
                    logs[here, each.target] = each.below(logs[here], most[here, each.target])
        found = values.copy()
        for each in self.regressions:
            here, number = below[:, each.target], self.used[each.target]
            estimate = 10.0 ** logs[here, each.target]
            found[rows[here], number] = np.minimum(estimate, limits[rows[here], number])
        return found

    def logs(self, values: Array) -> Array:
        """Return log10 of the features used, shape (P, U), with gaps and zeros filled."""
        known = values[:, self.used]
        known = np.where(np.isfinite(known), known, np.array(self.middle))
        logs: Array = np.log10(np.where(known > 0, known, np.array(self.floor)))
        return logs

    def is_sound(self, features: int) -> bool:
        """Whether it fits so many features and all figures are finite."""
        number = len(self.used)
        return (
            all(0 <= place < features for place in self.used)
            and all(len(each) == number for each in (self.floor, self.middle))
            and bool(np.isfinite((*self.floor, *self.middle)).all())
            and min((*self.floor, *self.middle), default=0.0) > 0
            and all(0 <= each.target < number for each in self.regressions)
            and all(len(each.weights) == number for each in self.regressions)
            and all(
                bool(np.isfinite((*each.weights, each.constant, each.spread)).all())
                and each.spread > 0
                for each in self.regressions
            )
        )

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "used": list(self.used),
            "floor": list(self.floor),
            "middle": list(self.middle),
            "regressions": [
                [each.target, each.constant, each.spread, list(each.weights)]
                for each in self.regressions
            ],
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Imputation:
        """Return what `to_values` gave; raises KeyError, TypeError or ValueError on others."""
        floor, middle = (
            tuple(float(value) for value in values[name]) for name in ("floor", "middle")
        )
        regressions = tuple(
            Regression(int(target), tuple(map(float, weights)), float(constant), float(spread))
            for target, constant, spread, weights in values["regressions"]
        )
        return cls(tuple(int(place) for place in values["used"]), floor, middle, regressions)
