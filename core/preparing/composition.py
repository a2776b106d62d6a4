"""The features that are parts of a whole, as logratios among the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.compositions import clr_of_logs, ilr_of_logs

Array = NDArray[np.float64]
# Share of the smallest value that stands for a zero: J. A. Martín-Fernández, C. Barceló-Vidal and
# V. Pawlowsky-Glahn (2003), Mathematical Geology 35, 253–278, found 0.65 to distort least.
OF_SMALLEST = 0.65


@dataclass(frozen=True)
class Composition:
    """Which features are parts, and how they come into one unit.

    Attributes
    ----------
    kind
        Centred or isometric logratio.
    parts
        Numbers of the D features, two or more.
    factor
        To one unit for all parts.
    floor
        In the units of the table; stands in for values of 0 and below.
    """

    kind: Literal["clr", "ilr"]
    parts: tuple[int, ...]
    factor: tuple[float, ...]
    floor: tuple[float, ...]

    def apply(self, values: Array) -> Array:
        """Return logratios of complete samples, shape (P, S).

        The centred logratios take the places of their parts; D − 1 isometric ones come first,
        then the features that are no parts, as they are.
        """
        logs = np.empty((len(values), len(self.parts)))
        for place, (number, factor, floor) in enumerate(
            zip(self.parts, self.factor, self.floor, strict=True)
        ):
            column = np.ascontiguousarray(values[:, number])
            logs[:, place] = np.log(np.where(column > 0, column, floor)) + np.log(factor)
        if self.kind == "ilr":
            return np.hstack([ilr_of_logs(logs), values[:, self.others(values.shape[1])]])
        found = values.copy()
        found[:, list(self.parts)] = clr_of_logs(logs)
        return found

    def others(self, features: int) -> list[int]:
        """Return the numbers of the features that are no parts."""
        return [number for number in range(features) if number not in set(self.parts)]

    def names(self, features: Sequence[str]) -> list[str]:
        """Return what the values of `apply` are called."""
        if self.kind == "clr":
            return [
                f"clr {name}" if number in set(self.parts) else name
                for number, name in enumerate(features)
            ]
        others = [features[number] for number in self.others(len(features))]
        return [*(f"ILR {number}" for number in range(1, len(self.parts))), *others]

    def is_sound(self, features: int) -> bool:
        """Whether it fits so many features and all figures are positive and finite."""
        number = len(self.parts)
        return (
            self.kind in ("clr", "ilr")
            and number >= 2
            and len(set(self.parts)) == number == len(self.factor) == len(self.floor)
            and all(0 <= place < features for place in self.parts)
            and bool(np.isfinite((*self.factor, *self.floor)).all())
            and min((*self.factor, *self.floor)) > 0
        )

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "kind": self.kind,
            "parts": list(self.parts),
            "factor": list(self.factor),
            "floor": list(self.floor),
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Composition:
        """Return what `to_values` gave; raises KeyError, TypeError or ValueError on others."""
        return cls(
            values["kind"],
            tuple(int(part) for part in values["parts"]),
            tuple(float(value) for value in values["factor"]),
            tuple(float(value) for value in values["floor"]),
        )
