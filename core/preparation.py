"""What happens to features before a network sees them, fitted on the training part alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.job import Preparation
from datasets.messages import Message, message

Array = NDArray[np.float64]


@dataclass(frozen=True)
class FittedPreparation:
    """Logarithm, filling of gaps and scaling, with the figures found on the training part.

    All tuples have one entry for each of S features.

    Attributes
    ----------
    logarithm
        Whether log10 is taken.
    floor
        Smallest positive training value; stands in for values of 0 and below under a logarithm.
    fill
        Training median, in the units of the table; stands in for missing values.
    shift, scale
        The prepared value is (v − shift) / scale. A scale of 0 marks a feature that is constant
        in the training part; its prepared value is always 0, so that nothing is read from it.
    """

    logarithm: tuple[bool, ...]
    floor: tuple[float, ...]
    fill: tuple[float, ...]
    shift: tuple[float, ...]
    scale: tuple[float, ...]
    notices: tuple[Message, ...] = field(default=(), compare=False)

    @classmethod
    def fit(
        cls, features: Array, feature_names: tuple[str, ...], preparation: Preparation
    ) -> FittedPreparation:
        """Find the figures on training samples, shape (P, S), NaN where missing."""
        logged, floors, fills, shifts, scales = [], [], [], [], []
        for column in features.T:
            known = column[np.isfinite(column)]
            if len(known) == 0:
                known = np.ones(1)
            takes_log = preparation.logarithm and bool((known > 0).all())
            fill = float(np.median(known))
            values = np.where(np.isfinite(column), column, fill)
            values = np.log10(values) if takes_log else values
            shift, scale = _shift_and_scale(values, preparation.scaling)
            logged.append(takes_log)
            floors.append(float(known.min()) if takes_log else 0.0)
            fills.append(fill)
            shifts.append(shift)
            scales.append(scale)
        constant = [name for name, scale in zip(feature_names, scales, strict=True) if not scale]
        notices = _notices(features, feature_names, preparation, logged, constant)
        return cls(
            tuple(logged), tuple(floors), tuple(fills), tuple(shifts), tuple(scales), notices
        )

    def apply(self, features: Array) -> Array:
        """Return prepared samples, float64, shape (P, S); every value is finite."""
        values = np.where(np.isfinite(features), features, np.array(self.fill))
        for number, takes_log in enumerate(self.logarithm):
            if takes_log:
                column = values[:, number]
                values[:, number] = np.log10(np.where(column > 0, column, self.floor[number]))
        scale = np.array(self.scale)
        scaled = (values - np.array(self.shift)) / np.where(scale > 0, scale, 1.0)
        return np.where(scale > 0, scaled, 0.0)

    def is_sound(self, features: int) -> bool:
        """Whether there are finite figures for so many features."""
        figures = (self.floor, self.fill, self.shift, self.scale)
        return len(self.logarithm) == features and all(
            len(values) == features and bool(np.isfinite(values).all()) for values in figures
        )

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "logarithm": list(self.logarithm),
            "floor": list(self.floor),
            "fill": list(self.fill),
            "shift": list(self.shift),
            "scale": list(self.scale),
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> FittedPreparation:
        """Return the preparation of plain values; raises KeyError or TypeError on damaged ones."""
        logarithm = tuple(bool(value) for value in values["logarithm"])
        floor, fill, shift, scale = (
            tuple(float(value) for value in values[name])
            for name in ("floor", "fill", "shift", "scale")
        )
        return cls(logarithm, floor, fill, shift, scale)


def _shift_and_scale(values: Array, scaling: str) -> tuple[float, float]:
    if scaling == "standardise":
        shift, scale = float(values.mean()), float(values.std())
    elif scaling == "minmax":
        low, high = float(values.min()), float(values.max())
        shift, scale = (low + high) / 2, (high - low) / 2
    else:
        shift, scale = 0.0, 1.0
    return shift, 0.0 if values.min() == values.max() else scale


def _notices(
    features: Array,
    names: tuple[str, ...],
    preparation: Preparation,
    logged: list[bool],
    constant: list[str],
) -> tuple[Message, ...]:
    found = []
    gaps = int(np.isnan(features).sum())
    if gaps:
        found.append(
            message(
                "{count} missing values of the training samples were taken as the median of "
                "their feature.",
                count=f"{gaps:,}",
            )
        )
    if constant:
        found.append(
            message(
                "Constant in the training part, so nothing is read from them: {columns}.",
                columns=", ".join(constant),
            )
        )
    linear = [name for name, takes_log in zip(names, logged, strict=True) if not takes_log]
    if preparation.logarithm and linear:
        found.append(
            message(
                "No logarithm was taken of {columns}: they hold values of 0 or below.",
                columns=", ".join(linear),
            )
        )
    return tuple(found)
