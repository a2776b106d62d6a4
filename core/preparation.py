"""What happens to features before a network sees them, with figures of the training part alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.preparing.composition import Composition
from core.preparing.quantiles import normal_scores
from core.preparing.rotation import Rotation
from core.preparing.substitution import HALF_THE_LIMIT, Substitution
from datasets.messages import Message

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class FittedPreparation:
    """All figures that prepare a sample; `core.preparing.fitting.fit_preparation` finds them.

    In this order: values below a detection limit, gaps, logarithm or logratios, scaling,
    principal components. `logarithm`, `floor` and `fill` have an entry for each of S features,
    `shift`, `scale` and `quantiles` for each of T values that are scaled: S, or one less with
    isometric logratios.

    Attributes
    ----------
    logarithm
        Whether log10 is taken.
    floor
        Smallest positive training value; stands in for values of 0 and below under a logarithm.
    fill
        Training median, in the units of the table; stands in for missing values.
    shift, scale
        The scaled value is (v − shift) / scale. A scale of 0 marks a feature that is constant
        in the training part; its scaled value is always 0, so that nothing is read from it.
    substitution
        What stands for values below a detection limit.
    composition
        None without logratios.
    quantiles
        Training quantiles; () without quantile scaling.
    rotation
        None without principal components.
    notices
        What was worked around when it was fitted, a sentence each.
    """

    logarithm: tuple[bool, ...]
    floor: tuple[float, ...]
    fill: tuple[float, ...]
    shift: tuple[float, ...]
    scale: tuple[float, ...]
    substitution: Substitution = HALF_THE_LIMIT
    composition: Composition | None = None
    quantiles: tuple[tuple[float, ...], ...] = ()
    rotation: Rotation | None = None
    notices: tuple[Message, ...] = field(default=(), compare=False)

    @property
    def inputs(self) -> int:
        """Number of inputs that a network has after it."""
        return len(self.rotation.weights) if self.rotation is not None else len(self.scale)

    def input_names(self, features: Sequence[str]) -> list[str]:
        """Return what the inputs are called: features, ``clr Cu``, ``ILR 1``, ``PC 1``."""
        if self.rotation is not None:
            return [f"PC {number + 1}" for number in range(self.inputs)]
        if self.composition is not None:
            return self.composition.names(features)
        return list(features)

    def apply(self, features: Array, censored: Mask | None = None) -> Array:
        """Return prepared samples, float64, shape (P, `inputs`); every value is finite.

        Step by step; a network's inputs come from `core.preparing.compiled.prepared_samples`.
        A sample comes out the same, bit for bit, whatever samples stand beside it.

        Parameters
        ----------
        features
            float64, shape (P, S): what was measured, and the limit where `censored`; NaN or
            infinite where missing.
        censored
            bool, shape (P, S). None: nothing is below a limit.
        """
        scaled = self.scaled(self.transformed(self.completed(features, censored)))
        return scaled if self.rotation is None else self.rotation.apply(scaled)

    def completed(self, features: Array, censored: Mask | None = None) -> Array:
        """Return the features in the units of the table, with limits and gaps replaced."""
        values = self.substitution.apply(features, censored)
        return np.where(np.isfinite(values), values, np.array(self.fill))

    def transformed(self, values: Array) -> Array:
        """Return logarithms or logratios of complete samples, shape (P, T)."""
        if self.composition is not None:
            return self.composition.apply(values)
        values = values.copy()
        for number, takes_log in enumerate(self.logarithm):
            if takes_log:
                column = values[:, number]
                values[:, number] = np.log10(np.where(column > 0, column, self.floor[number]))
        return values

    def scaled(self, values: Array) -> Array:
        """Return the scaled values of `transformed`, shape (P, T)."""
        if self.quantiles:
            columns = zip(values.T, self.quantiles, strict=True)
            values = np.column_stack([normal_scores(column, marks) for column, marks in columns])
        scale = np.array(self.scale)
        scaled = (values - np.array(self.shift)) / np.where(scale > 0, scale, 1.0)
        return np.where(scale > 0, scaled, 0.0)

    def is_sound(self, features: int) -> bool:
        """Whether there are finite figures for so many features."""
        composition = self.composition
        values = features - (composition is not None and composition.kind == "ilr")
        return (
            len(self.logarithm) == features
            and all(_is_finite(each, features) for each in (self.floor, self.fill))
            and all(_is_finite(each, values) for each in (self.shift, self.scale))
            and self.substitution.is_sound(features)
            and (composition is None or composition.is_sound(features))
            and len(self.quantiles) in (0, values)
            and all(marks and _is_finite(marks, len(marks)) for marks in self.quantiles)
            and (self.rotation is None or self.rotation.is_sound(values))
        )

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "logarithm": list(self.logarithm),
            "floor": list(self.floor),
            "fill": list(self.fill),
            "shift": list(self.shift),
            "scale": list(self.scale),
            "substitution": self.substitution.to_values(),
            "composition": self.composition and self.composition.to_values(),
            "quantiles": [list(marks) for marks in self.quantiles],
            "rotation": self.rotation and self.rotation.to_values(),
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> FittedPreparation:
        """Return the preparation of plain values; raises KeyError, TypeError or ValueError on
        damaged ones.

        Models of formats 1 and 2 hold the first five alone: half the limit, and no more.
        """
        logarithm = tuple(bool(value) for value in values["logarithm"])
        floor, fill, shift, scale = (
            tuple(float(value) for value in values[name])
            for name in ("floor", "fill", "shift", "scale")
        )
        substitution = values.get("substitution")
        composition, rotation = values.get("composition"), values.get("rotation")
        return cls(
            logarithm,
            floor,
            fill,
            shift,
            scale,
            Substitution.from_values(substitution) if substitution is not None else HALF_THE_LIMIT,
            Composition.from_values(composition) if composition is not None else None,
            tuple(tuple(float(mark) for mark in marks) for marks in values.get("quantiles", [])),
            Rotation.from_values(rotation) if rotation is not None else None,
        )


def _is_finite(figures: Sequence[float], number: int) -> bool:
    return len(figures) == number and bool(np.isfinite(figures).all())
