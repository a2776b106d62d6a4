"""What stands for the values of a sample that lie below a detection limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from core.censoring import FACTORS, LogNormal
from core.job import CensoringRule
from core.preparing.imputing import Imputation

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Substitution:
    """The rule of each feature, with the figures found on the training samples.

    Attributes
    ----------
    rules
        One for each of S features as it is carried out; () takes half the limit of all of them.
    lines
        Lognormal distribution of each feature, None where its rule needs none. A value below the
        limit L becomes E[x | x < L]; an imputation begins there.
    imputation
        None where no feature has that rule.
    """

    rules: tuple[CensoringRule, ...] = ()
    lines: tuple[LogNormal | None, ...] = ()
    imputation: Imputation | None = None

    def apply(self, features: Array, censored: Mask | None) -> Array:
        """Return the features with a value where there was a limit, float64, shape (P, S).

        Parameters
        ----------
        features
            Measured values, and the limit where `censored`; NaN or infinite where missing.
        censored
            bool, shape (P, S), or None where nothing is.
        """
        values = np.array(features, np.float64)
        if censored is None or not censored.any():
            return values
        for number in np.flatnonzero(censored.any(axis=0)).tolist():
            cells = censored[:, number] & np.isfinite(values[:, number])
            values[cells, number] = self.of_limits(number, values[cells, number])
        if self.imputation is not None:
            values = self.imputation.apply(values, features, censored)
        return values

    def of_limits(self, number: int, limits: Array) -> Array:
        """Return what a feature's own rule takes for limits; imputation begins at its line."""
        rule = self.rules[number] if self.rules else "half"
        line = self.lines[number] if self.lines else None
        if line is not None:
            return line.expected_below(limits)
        return limits * FACTORS.get(rule, FACTORS["half"])

    def is_sound(self, features: int) -> bool:
        """Whether it fits so many features and all figures are finite."""
        return (
            len(self.rules) in (0, features)
            and len(self.lines) in (0, features)
            and set(self.rules) <= set(get_args(CensoringRule))
            and all(
                bool(np.isfinite((line.mean, line.deviation)).all()) and line.deviation > 0
                for line in self.lines
                if line is not None
            )
            and (self.imputation is None or self.imputation.is_sound(features))
        )

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "rules": list(self.rules),
            "lines": [line and [line.mean, line.deviation] for line in self.lines],
            "imputation": self.imputation and self.imputation.to_values(),
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Substitution:
        """Return what `to_values` gave; raises KeyError, TypeError or ValueError on others."""
        imputation = values["imputation"]
        return cls(
            tuple(values["rules"]),
            tuple(
                None if line is None else LogNormal(float(line[0]), float(line[1]))
                for line in values["lines"]
            ),
            None if imputation is None else Imputation.from_values(imputation),
        )


HALF_THE_LIMIT = Substitution()
